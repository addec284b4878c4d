"""Places that nothing can be written to are refused, whatever is odd about them."""

from pathlib import Path

import pytest

from factcheck.cli import main


@pytest.mark.parametrize("odd", ["loop", "a" * 300])
@pytest.mark.parametrize("command", [["validate", "--output"], ["init"]], ids=" ".join)
def test_a_place_that_is_none_is_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    odd: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")
    assert 2 == main([*command, odd, *([] if command == ["init"] else ["--format", "json"])])
    assert "cannot write" in capsys.readouterr().err
