"""Writes what comes out today beside every case: `python -m tests.lang.album`; read the diff."""

from pathlib import Path

from factcheck.lang.parser import parse
from tests.lang.error_text import errors_text
from tests.lang.markdown import FOLDER, Case, cases, rewritten, unseen
from tests.lang.tree_text import program_text

ALBUMS = [FOLDER / "good_messages.md", FOLDER / "bad_messages.md"]
TREES = sorted((FOLDER / "cases").glob("*.md"))


def outcome(case: Case) -> str:
    """What comes out of the text of a case, in the form in which it is expected."""
    program, diagnostics = parse(case.text, "case.rules")
    if case.kind == "errors":
        return unseen(errors_text(case.text, diagnostics))
    assert not diagnostics, errors_text(case.text, diagnostics)
    return program_text(program)


def main() -> None:
    """Rewrite the expectations of all files."""
    for path in (*ALBUMS, *TREES):
        _rewrite(path)


def _rewrite(path: Path) -> None:
    expectation = {case.title: outcome(case) for case in cases(path)}
    path.write_text(rewritten(path, expectation), encoding="utf-8")


if __name__ == "__main__":
    main()
