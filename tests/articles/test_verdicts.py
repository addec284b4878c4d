"""The project's own rules find in the five articles what a careful reader found, and no more."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import factcheck
from factcheck.report.model import Report

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROW = re.compile(r"^\|[^|]*\| *(`[^`]+`)? *\| *(.+?) *\| *(\w+)[^|]*\|$")


@pytest.fixture(scope="module")
def report() -> Report:
    return factcheck.validate(str(ROOT / "datapackage"))


def by_hand() -> dict[str, Counter[str]]:
    """Verdicts for each rule in the table of the hand-read list, with how many rows have each."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    rule = ""
    text = (ROOT / "docs" / "hand-read.md").read_text(encoding="utf-8")
    for line in text.partition("## From relation to rule")[2].splitlines():
        match = ROW.match(line)
        if match and match[3] in ("holds", "violated", "undetermined"):
            rule = (match[1] or rule).strip("`")
            found[rule][match[3]] += 1
    return found


def test_every_rule_has_a_row_in_the_hand_read_list_and_every_row_a_rule(report: Report) -> None:
    assert {rule.id for rule in report.rules} == set(by_hand())


def test_every_rule_comes_to_what_was_read_by_hand(report: Report) -> None:
    expected = {rule: set(verdicts) for rule, verdicts in by_hand().items()}
    found: dict[str, set[str]] = defaultdict(set)
    for row in report.verdicts:
        found[row.rule].add(row.verdict)
    assert found == expected


def test_the_findings_are_exactly_the_known_ones(report: Report) -> None:
    lines = (HERE / "findings.txt").read_text(encoding="utf-8").splitlines()
    expected = {tuple(line.split(" ", 3)) for line in lines if line and not line.startswith("#")}
    found = {
        (
            one.fingerprint,
            one.verdict,
            one.rule,
            ", ".join(f"{name}={value}" for name, value in one.case),
        )
        for one in report.findings
    }
    assert found == expected


def test_every_finding_leads_to_lines_sources_and_quotes(report: Report) -> None:
    claims = (ROOT / "datapackage" / "data" / "claims.csv").read_text(encoding="utf-8").split("\n")
    for finding in report.findings:
        assert finding.claims, finding.rule
        for one in finding.claims:
            assert claims[one.location.line - 1].startswith(one.claim.id + ",")
            assert one.claim.quote
            assert one.source.title


def test_nothing_is_wrong_with_package_or_rules(report: Report) -> None:
    assert report.problems == ()
