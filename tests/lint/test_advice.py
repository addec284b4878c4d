"""What is said about rules, case by case, and that it is said when it should be."""

from pathlib import Path

import pytest

from factcheck.diagnostics import advice_codes
from factcheck.diagnostics.diagnostic import Code
from factcheck.lang.lint.files import lint_files
from factcheck.lang.parser import parse
from tests.lang.markdown import Case, cases
from tests.lint.advice_text import CASES, advice_on, outcome

ALL = cases(CASES)
CODES = [code for code in vars(advice_codes).values() if isinstance(code, Code)]


@pytest.mark.parametrize("case", ALL, ids=str)
def test_case(case: Case) -> None:
    assert case.expected == outcome(case)


def test_titles_are_told_apart() -> None:
    titles = [case.title for case in ALL]
    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_every_code_has_a_case(code: Code) -> None:
    assert any(f"{code.id} " in case.expected for case in ALL)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_every_code_has_a_page_whose_examples_hold(code: Code, root: Path) -> None:
    page = (root / "docs" / "codes" / f"{code.id}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code.id}: {code.title}\n")
    wrong, right = (part.split("```rules\n")[1].split("\n```")[0] for part in halves(page))
    assert code in {one.code for one in advice_on(wrong)}
    assert code not in {one.code for one in advice_on(right)}


def halves(page: str) -> tuple[str, str]:
    """The parts of a page with the example that is not right, and with the one that is."""
    before, sign, after = page.partition("But so:")
    assert sign
    return before, after


def test_every_page_of_advice_belongs_to_a_code(root: Path) -> None:
    pages = {path.stem for path in (root / "docs" / "codes").glob("A*.md")}
    assert {code.id for code in CODES} == pages


@pytest.mark.parametrize("case", ALL, ids=str)
def test_advice_says_what_would_be_right(case: Case) -> None:
    assert [] == [one for one in advice_on(case.text) if not one.help]


def test_without_a_vocabulary_the_form_alone_is_looked_at() -> None:
    from factcheck.lang.lint.run import lint  # noqa: PLC0415 (used once)

    program, _ = parse('rule a "A" check unheard_of > 1 because "b" tags c, c', "case.rules")
    assert ["A408", "A403"] == [one.code.id for one in lint([program], None)]


def test_nothing_is_said_about_the_own_rules_but_what_is_meant(root: Path) -> None:
    result = lint_files([str(root / "rules")], str(root / "datapackage"))
    assert [] == [(one.code.id, one.message, one.span.line) for one in result.problems]
