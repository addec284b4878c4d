from pathlib import Path

import pytest

from factcheck.report.diff_text import render_diff
from tests.compare.harness import Case, cases, compared, lay_out
from tests.vocabulary.harness import UPDATE

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=str)
def test_what_is_told_of_two_packages(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path, case.changes)
    monkeypatch.chdir(tmp_path)
    actual = render_diff(compared())
    if UPDATE:
        text = case.path.read_text(encoding="utf-8")
        start = text.index(f"# {case.title}\n")
        before, block, after = text[start:].partition("```text\n" + case.expected + "```")
        assert block
        made = text[:start] + before + "```text\n" + actual + "```" + after
        case.path.write_text(made, encoding="utf-8")
    else:
        assert case.expected == actual
