"""The examples of `docs/reports.md` are what comes out."""

import re
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.cli.formats import FORMATS
from tests.conftest import ROOT
from tests.docs.test_tables import _rows as rows_of

TEXT = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")

_RUN = re.compile(
    r"^```sh\nfactcheck (validate [^\n]*--format \w+)\n```\n\n```\w+\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_WAIVER = re.compile(
    r"^```csv\n(rule,case.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
EXAMPLES = _RUN.findall(TEXT)


@pytest.mark.parametrize(("command", "expected"), EXAMPLES, ids=[one for one, _ in EXAMPLES])
def test_a_format_looks_as_shown(
    command: str,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.chdir(ROOT)
    assert 1 == main(command.split())
    out = capfdbinary.readouterr().out.decode("utf-8")
    pattern = "".join(".*?" if piece == "…" else re.escape(piece) for piece in split(expected))
    assert re.fullmatch(pattern, out, re.DOTALL)


def split(expected: str) -> list[str]:
    """The pieces of an example, with the signs for what is left out between them."""
    return re.split("(…)(?:\n)?", expected)


def test_every_format_has_an_example_or_a_page() -> None:
    assert 6 == len(EXAMPLES)
    shown = set(re.findall(r"^\| `(\w+)` \|", TEXT.partition("## Where")[0], re.MULTILINE))
    assert {*FORMATS} == shown


def test_the_columns_of_waivers() -> None:
    from factcheck.waivers.read import KNOWN  # noqa: PLC0415 (beside what it is compared with)

    assert sorted(KNOWN) == sorted(rows_of("reports.md", "Waivers"))


def test_a_waiver_shows_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    ((table, shown),) = _WAIVER.findall(TEXT)
    (tmp_path / "waivers.csv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    rules = str(ROOT / "rules")
    main(["validate", str(ROOT / "datapackage"), "--rules", rules, "--waivers", "waivers.csv"])
    assert shown in capfdbinary.readouterr().out.decode("utf-8")


def test_what_is_known_of_the_project_is_waived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert 0 == main(["validate", "--quiet", "--waivers", ".ci/waivers.csv"])
