import re

import pytest
from attrs import evolve

from factcheck.report.limits import CASES_SHOWN, CLAIMS_SHOWN, RULES_LISTED
from factcheck.report.run_problems import with_run_problems
from factcheck.report.text import render_text
from factcheck.report.width import width
from tests.report.samples import (
    IDLE,
    SECOND_CASE,
    broken_report,
    claim,
    finding,
    found,
    report,
    rule,
    source,
)
from tests.report.snapshot import matches_snapshot

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("columns", [40, 60, 100, 160])
def test_the_report_at_a_width(columns: int) -> None:
    matches_snapshot(f"report_{columns}", render_text(report(), columns=columns))


def test_the_report_in_colour() -> None:
    matches_snapshot("report_colour", render_text(report(), colour=True))


def test_the_quiet_report() -> None:
    matches_snapshot("report_quiet", render_text(report(), quiet=True))


def test_a_report_in_which_all_holds() -> None:
    rules = tuple(each for each in report().rules if each.status == "holds")
    clean = report(rules=rules, findings=(), claims_in_no_case=0)
    matches_snapshot("report_clean", render_text(clean))


def test_a_report_of_a_run_that_stopped() -> None:
    matches_snapshot("report_broken", render_text(broken_report()))


def test_a_report_of_a_run_that_checked_nothing() -> None:
    empty = report(rules=(report().rules[2],), findings=(IDLE,), claims_in_no_case=118)
    matches_snapshot("report_nothing", render_text(with_run_problems(empty)))


@pytest.mark.parametrize("columns", [1, 40, 41, 60, 79, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    lines = render_text(report(), columns=columns).splitlines()
    assert max(map(width, lines)) <= max(columns, 40)


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_colours_change_no_character(columns: int) -> None:
    coloured = render_text(report(), columns=columns, colour=True)
    bare = [line.rstrip() for line in COLOUR.sub("", coloured).splitlines()]
    assert bare == render_text(report(), columns=columns).splitlines()


@pytest.mark.parametrize("made", [report(), broken_report()])
def test_no_line_ends_in_a_space(made: object) -> None:
    assert isinstance(made, type(report()))
    lines = render_text(made).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


def test_every_isolate_is_closed_on_its_line() -> None:
    for line in render_text(report(), columns=60).splitlines():
        assert line.count("\u2068") + line.count("\u2066") == line.count("\u2069")


def test_columns_line_up_under_wide_characters() -> None:
    lines = render_text(report()).splitlines()
    dates = [line for line in lines if "2025-12-2" in line and " plan " in line][:3]
    places = {width(line[: line.index("2025-12-2")]) for line in dates}
    assert len(dates) == 3
    assert len(places) == 1


def test_many_claims_are_counted_beyond_the_limit() -> None:
    claims = tuple(found(claim(line=line), "1", "1") for line in range(CLAIMS_SHOWN + 3))
    text = render_text(report(findings=(finding(claims=claims),)))
    assert text.count("claims.csv:") - text.count("the period of") == CLAIMS_SHOWN
    assert "… and 3 more claims" in text


def test_a_case_of_no_claims_is_told_without_any() -> None:
    text = render_text(report(findings=(finding(claims=(), notes=()),)))
    assert "✗ violated" in text
    assert "claims.csv:" not in text


def test_many_cases_are_counted_beyond_the_limit() -> None:
    many = CASES_SHOWN + 2
    findings = (evolve(SECOND_CASE, notes=()),) * many
    text = render_text(report(rules=(rule(SECOND_CASE.rule, violated=many),), findings=findings))
    assert text.count("✗ violated") == CASES_SHOWN
    assert "… and 2 more cases" in text


def test_many_holding_rules_are_counted_beyond_the_limit() -> None:
    rules = tuple(rule(f"rule_{number}") for number in range(RULES_LISTED + 4))
    text = render_text(report(rules=rules, findings=()))
    assert "64 rules hold" in text
    assert "… and 4 more" in text


def test_readings_are_counted_when_there_are_several() -> None:
    assert "2 of 6 readings" in render_text(report())
    assert "1 of 1 readings" not in render_text(report())


def test_a_verdict_on_the_hull_says_so() -> None:
    assert "hull" in render_text(report(findings=(finding(on_hull=True),)))


def test_a_rule_is_introduced_once() -> None:
    assert render_text(report()).count("The plan was reported as one budget") == 1


def test_a_case_without_dimensions_has_no_loose_ends() -> None:
    lines = render_text(report(findings=(finding(case=(), readings_total=1),))).splitlines()
    assert " ✗ violated" in lines


def test_a_source_without_a_publisher_is_named_by_its_title() -> None:
    bare = found(claim(), "1", "1", source("ft", publisher=""))
    text = render_text(report(findings=(finding(claims=(bare,)),)))
    assert text.count("ByteDance plans $23bn AI spendi…") == 1
