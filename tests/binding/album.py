"""Writes what is said today beside every case: `python -m tests.binding.album`."""

from tests.binding.world import FILES, mistakes
from tests.lang.error_text import errors_text
from tests.lang.markdown import Case, cases, rewritten


def outcome(case: Case) -> str:
    """What is said about a case."""
    return errors_text(case.text, mistakes(case.text))


def main() -> None:
    """Rewrite the expectations of all files."""
    for path in FILES:
        expectation = {case.title: outcome(case) for case in cases(path)}
        path.write_text(rewritten(path, expectation), encoding="utf-8")


if __name__ == "__main__":
    main()
