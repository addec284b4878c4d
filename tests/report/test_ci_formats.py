"""The formats that CI systems read, as they come out; what a person reads is kept as a snapshot."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from factcheck.diagnostics.span import at
from factcheck.report.cases import read_case, written_case
from factcheck.report.csv_report import render_csv
from factcheck.report.escape_cell import for_cell
from factcheck.report.github import SHOWN_OF_A_LEVEL, render_github
from factcheck.report.gitlab import render_gitlab
from factcheck.report.junit import render_junit
from factcheck.report.markdown import MOST_CHARACTERS, render_markdown
from factcheck.report.model import Finding, Report, Verdict, Waived
from tests.report.formats import commands, rendered_text
from tests.report.samples import (
    IDLE,
    PROBLEMS,
    UNDETERMINED,
    broken_report,
    finding,
    report,
    rule,
)
from tests.report.snapshot import matches_snapshot

WAIVED = evolve(
    finding(),
    fingerprint="dd0c2a9be1d34c77",
    case=(("entity", "tencent"), ("period", "2026")),
    waived=Waived("both articles stand", "Jo", "2027-01-31", at("waivers.csv", 2)),
)
KNOWN = evolve(WAIVED, waived=None, baseline="unchanged", case=(("entity", "alibaba"),))


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "markdown", "csv"])
def test_as_it_comes_out(name: str) -> None:
    made = report(findings=(*report().findings, WAIVED), problems=PROBLEMS[3:])
    matches_snapshot(f"report_{name}", rendered_text(name, made))


def many(number: int, **changes: object) -> tuple[Finding, ...]:
    return tuple(
        finding(fingerprint=f"f{each}", case=(("n", str(each)),), **changes)
        for each in range(number)
    )


def levels(text: str) -> list[str]:
    return [level for level, _, _ in commands(text)]


def test_github_shows_the_most_important_first_and_says_what_it_will_not_show() -> None:
    found = (IDLE, WAIVED, UNDETERMINED, *many(12))
    text = render_github(report(findings=found, problems=PROBLEMS[3:]))
    assert ["warning", *["error"] * 12, "notice", "notice", "notice"] == levels(text)
    (last,) = [line for line in text.splitlines() if not line.startswith("::")]
    assert f"first {SHOWN_OF_A_LEVEL} annotations of each kind; 2 errors more" in last


def test_github_says_nothing_more_of_few() -> None:
    assert 4 == len(render_github(report()).splitlines())


@pytest.mark.parametrize(
    ("changed", "level"),
    [
        (finding(), "error"),
        (finding(severity="info"), "notice"),
        (UNDETERMINED, "notice"),
        (evolve(UNDETERMINED, severity="error"), "warning"),
        (IDLE, "notice"),
        (WAIVED, "notice"),
        (KNOWN, "notice"),
    ],
)
def test_the_level_of_an_annotation(changed: Finding, level: str) -> None:
    assert [level] == levels(render_github(report(findings=(changed,))))


def entries(made: Report) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(render_gitlab(made))
    return found


def test_gitlab_has_what_it_asks_for_and_no_fingerprint_twice() -> None:
    twice = (*PROBLEMS, evolve(PROBLEMS[0], span=at("rules/budgets.rules", 90)))
    found = entries(broken_report(problems=twice, findings=report().findings))
    for entry in found:
        assert ["description", "check_name", "fingerprint", "severity", "location"] == list(entry)
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
    prints = [entry["fingerprint"] for entry in found]
    assert len(prints) == len(set(prints))


def test_gitlab_wants_paths_without_a_dot_before_them() -> None:
    (entry,) = entries(report(findings=(finding(location=at("./rules/a.rules", 3)),)))
    assert {"path": "rules/a.rules", "lines": {"begin": 3, "end": 3}} == entry["location"]


def outcomes(made: Report) -> dict[str, list[str]]:
    """The elements inside the tests of each suite, `passed` where there is none."""
    root = ET.fromstring(render_junit(made))  # noqa: S314 (reads what we wrote)
    return {
        suite.get("name", ""): [
            next(iter(case)).tag if len(case) else "passed" for case in suite.iter("testcase")
        ]
        for suite in root
    }


def test_a_rule_is_a_suite_and_a_case_a_test() -> None:
    held = Verdict("one_figure", (("entity", "bytedance"),), "holds", 1, 1, ("c1",))
    made = report(verdicts=(held,), findings=(*report().findings, WAIVED, KNOWN))
    found = outcomes(made)
    assert [rule.id for rule in made.rules] == list(found)
    assert ["failure", "failure", "skipped", "skipped"] == found["chips_half_of_capex"]
    assert ["skipped"] == found["order_fits_budget"] == found["quarters_fit"]
    assert ["passed"] == found["one_figure"]


def test_problems_are_errors_of_a_suite_of_their_own() -> None:
    assert {"problems of the run": ["error", "error", "error", "skipped"]} == outcomes(
        broken_report()
    )


def test_the_counts_of_junit_are_those_of_its_tests() -> None:
    root = ET.fromstring(render_junit(report()))  # noqa: S314 (reads what we wrote)
    for one in (root, *root.iter("testsuite")):
        assert int(one.get("tests", "")) == len(list(one.iter("testcase")))
        assert int(one.get("failures", "")) == len(list(one.iter("failure")))
        assert int(one.get("skipped", "")) == len(list(one.iter("skipped")))


def test_markdown_fits_into_a_comment_and_says_what_it_leaves_out() -> None:
    text = render_markdown(report(findings=(*many(500), WAIVED)))
    assert len(text) < MOST_CHARACTERS + 200
    shown = text.count("\n### ")
    assert f"… and {501 - shown} more, of 501: a comment holds no more text" in text


def test_one_huge_finding_does_not_break_the_limit() -> None:
    claims = finding().claims * 5000
    made = finding(claims=claims, message="w" * 100_000, notes=("n" * 100_000,))
    assert len(render_markdown(report(findings=(made,)))) < MOST_CHARACTERS


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" @SUM(A1)", " '@SUM(A1)"),
        ("a;-1", "a;'-1"),
        ("＝1", "'＝1"),
        ("\t=1", "␉=1"),
        ("5-7, 9", "5-7, 9"),
        ("entity=bytedance;period=2026", "entity=bytedance;period=2026"),
    ],
)
def test_no_cell_calculates(text: str, cell: str) -> None:
    assert cell == for_cell(text)


def test_a_row_for_every_verdict_every_idle_rule_and_every_problem() -> None:
    case = (("entity", "bytedance"),)
    verdicts = (
        Verdict("one_figure", case, "holds", 1, 1, ("c1", "c2", "c1")),
        Verdict("chips_half_of_capex", finding().case, "violated", 2, 6, ("c2",)),
    )
    made = report(verdicts=verdicts, problems=PROBLEMS[3:])
    rows = list(csv.DictReader(io.StringIO(render_csv(made))))
    assert [
        ("problem", "P150", ""),
        ("violated", "chips_half_of_capex", "entity=bytedance;period=2026"),
        ("not_exercised", "quarters_fit", ""),
        ("holds", "one_figure", "entity=bytedance"),
    ] == [(row["verdict"], row["rule"], row["case"]) for row in rows]
    assert ("2", "6", "c2") == tuple(
        rows[1][name] for name in ("readings_deciding", "readings_total", "claims")
    )
    assert "c1;c2" == rows[3]["claims"]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("", ()),
        ("entity=bytedance;period=2026", (("entity", "bytedance"), ("period", "2026"))),
        (" entity = bytedance ; period = ", (("entity", "bytedance"), ("period", ""))),
        ("a=b=c;d=x\\;y\\\\", (("a", "b=c"), ("d", "x;y\\"))),
        ("entity", None),
        ("=x", None),
        ("a=b;", None),
        (";a=b", None),
    ],
)
def test_a_case_is_read_as_it_is_written(
    text: str, case: tuple[tuple[str, str], ...] | None
) -> None:
    assert case == read_case(text)
    if case is not None:
        assert case == read_case(written_case(case))


def test_rules_without_findings_are_suites_too() -> None:
    assert {"holds": []} == outcomes(report(rules=(rule("holds"),), findings=()))
