"""Advice as the cases have it; `python -m tests.lint.advice_text` writes what is said today."""

from functools import cache
from pathlib import Path

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.lang.lint.run import lint
from factcheck.lang.parser import parse
from factcheck.vocabulary.descriptor import read_descriptor
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.read import read_vocabulary
from tests.conftest import ROOT
from tests.lang.markdown import Case, cases, rewritten

CASES = Path(__file__).with_name("cases.md")
FOR_READERS = (codes.NO_TITLE, codes.NO_REASON, codes.NO_TEST)


@cache
def vocabulary() -> Vocabulary:
    """What the project's own package lets rules name."""
    descriptor, mistakes = read_descriptor(str(ROOT / "datapackage"))
    assert descriptor is not None, mistakes
    found, mistakes = read_vocabulary(descriptor)
    assert found is not None, mistakes
    return found


def advice_on(text: str) -> list[Diagnostic]:
    """All that is said about a text without mistakes."""
    program, mistakes = parse(text, "case.rules")
    found = lint([program], vocabulary())
    assert not mistakes
    assert not [one for one in found if one.is_error], found
    return sorted_diagnostics(found)


def outcome(case: Case) -> str:
    """The advice on a case, a line each."""
    found = advice_on(case.text)
    if case.kind != "everything":
        found = [one for one in found if one.code not in FOR_READERS]
    return "".join(f"{_shown(one, case.text)}\n" for one in found)


def _shown(one: Diagnostic, text: str) -> str:
    line = text.split("\n")[one.span.line - 1]
    words = line[one.span.column - 1 : one.span.end_column - 1]
    return f"{one.code.id} {one.span.line}: {words} | {one.message}"


def main() -> None:
    """Rewrite the expectations."""
    found = {case.title: outcome(case) for case in cases(CASES)}
    CASES.write_text(rewritten(CASES, found), encoding="utf-8")


if __name__ == "__main__":
    main()
