"""Which findings the terminal shows: of each rule some, and no more than its page has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.records import Record, frozen
from factcheck.report.limits import CASES_SHOWN, SHOWN
from factcheck.report.model import Finding, Report


@frozen
class ShownRule(Record):
    """The findings of one rule that are shown, and how many are not."""

    findings: tuple[Finding, ...]
    in_json: int
    """Further ones that a report in JSON has."""
    more: int
    """Further cases that are violated or undetermined, those that are counted alone included."""


def shown_rules(report: Report) -> list[ShownRule]:
    """Every rule with findings to show, in the order in which the rules first come up."""
    groups: dict[str, list[Finding]] = {}
    excused: Counter[str] = Counter()
    for finding in report.findings:
        if finding.verdict == "not_exercised":
            continue
        if finding.is_excused:
            excused[finding.rule] += 1
        else:
            groups.setdefault(finding.rule, []).append(finding)
    aside = {rule.id: rule.aside for rule in report.rules}
    cases = {rule.id: rule.violated + rule.undetermined - excused[rule.id] for rule in report.rules}
    told = {name: len(findings) + aside.get(name, 0) for name, findings in groups.items()}
    most = SHOWN.of_each(told.values())
    return [
        first_of(findings, most, told[name], cases.get(name, 0))
        for name, findings in groups.items()
    ]


def first_of(
    findings: Sequence[Finding], most: int = CASES_SHOWN, told: int = 0, cases: int = 0
) -> ShownRule:
    """The first findings of one rule; `told` are in a report, of so many cases, if not these."""
    shown = tuple(findings[:most])
    told = max(told, len(findings))
    return ShownRule(shown, told - len(shown), max(told, cases) - len(shown))
