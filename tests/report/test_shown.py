"""How many findings the terminal shows, and what it says of the others."""

from __future__ import annotations

import pytest
from attrs import evolve

from factcheck.report.limits import SHOWN
from factcheck.report.model import Report
from factcheck.report.text import render_text
from tests.report.samples import SECOND_CASE, report, rule

CASE = evolve(SECOND_CASE, notes=())


def told(findings: int, cases: int, aside: int = 0) -> Report:
    own = evolve(rule(CASE.rule), violated=cases, undetermined=0, holds=0, told=findings + aside)
    return report(rules=(own,), findings=(CASE,) * findings)


@pytest.mark.parametrize(
    ("findings", "cases", "aside", "said"),
    [
        (26, 26, 0, "… and 1 more case; --format json has it"),
        (27, 27, 0, "… and 2 more cases; --format json has them all"),
        (25, 27, 2, "… and 2 more cases; --format json has them all"),
        (25, 90, 2, "… and 65 more cases; --format json has 2 of them, and more with a higher"),
        (30, 90, 0, "… and 65 more cases; --format json has 5 of them, and more with a higher"),
        (3, 4, 0, "… and 1 more case; a higher --max-findings tells more"),
        (3, 9, 0, "… and 6 more cases; a higher --max-findings tells more"),
    ],
)
def test_what_is_not_shown_is_counted_with_how_to_get_it(
    findings: int, cases: int, aside: int, said: str
) -> None:
    assert said in render_text(told(findings, cases, aside))


def test_where_all_is_shown_there_is_no_more() -> None:
    assert "more case" not in render_text(told(25, 25))


def test_a_known_finding_is_not_among_those_that_are_not_shown() -> None:
    whole = told(5, 5)
    known = evolve(CASE, baseline="unchanged")
    text = render_text(evolve(whole, findings=(known, *whole.findings[1:])))
    assert text.count("✗ violated") == 4
    assert "more case" not in text


def test_many_rules_are_shown_with_fewer_findings_each() -> None:
    names = [f"rule_{number}" for number in range(60)]
    findings = tuple(evolve(CASE, rule=name) for name in names for _ in range(30))
    rules = tuple(rule(name, violated=30, undetermined=0, holds=0) for name in names)
    text = render_text(report(rules=rules, findings=findings))
    assert text.count("✗ violated") == 60 * SHOWN.fewest
    assert text.count("… and 25 more cases; --format json has them all") == 60
