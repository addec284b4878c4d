import os
import stat
from pathlib import Path

import pytest

from factcheck.cli.files import CannotWrite, refuse_unwritable, write_file


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    write_file(str(file), "old and longer")
    write_file(str(file), "new")
    assert "new" == file.read_text("utf-8")
    assert [file] == list(tmp_path.iterdir())


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text("old")
    file.chmod(0o640)
    write_file(str(file), "new")
    assert 0o640 == stat.S_IMODE(file.stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_file(str(link), "new")
    assert link.is_symlink()
    assert "new" == target.read_text("utf-8")


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(os.devnull, "text")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    file = tmp_path / "report.json"
    file.write_text("old")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(CannotWrite, match="No space left on device"):
        write_file(str(file), "new")
    assert "old" == file.read_text("utf-8")
    assert [file] == list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="it is a folder"):
        refuse_unwritable(str(tmp_path))
    with pytest.raises(CannotWrite, match="there is no folder"):
        refuse_unwritable(str(tmp_path / "no" / "file"))
    with pytest.raises(CannotWrite, match=r"cannot write .*File name too long"):
        write_file(str(tmp_path / ("x" * 300)), "text")


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="␛"):
        refuse_unwritable(str(tmp_path / "\x1b[2J" / "file"))
