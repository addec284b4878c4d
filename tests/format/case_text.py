"""The cases of the layout; `python -m tests.format.case_text` writes what comes out today."""

from pathlib import Path

from factcheck.lang.format.text import format_text
from tests.lang.markdown import Case, cases, rewritten

CASES = Path(__file__).with_name("cases.md")


def outcome(text: str) -> str:
    """The text in the layout; it has no mistakes."""
    found = format_text(text, "case.rules")
    assert not found.mistakes, found.mistakes
    return found.text


def all_cases() -> list[Case]:
    """Texts before and after."""
    return cases(CASES)


def main() -> None:
    """Rewrite the texts after."""
    found = {case.title: outcome(case.text) for case in all_cases()}
    CASES.write_text(rewritten(CASES, found), encoding="utf-8")


if __name__ == "__main__":
    main()
