"""Which findings the terminal shows: of each rule some, and no more than its page has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factcheck.engines.budget import Budget
from factcheck.records import Record, frozen
from factcheck.report.limits import CASES_SHOWN, SHOWN
from factcheck.report.model import Finding, Report, RuleResult


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
    most = room(SHOWN, report.rules, excused)
    rules = {rule.id: rule for rule in report.rules}
    return [
        _of_rule(findings[:most], rules[name], excused[name]) for name, findings in groups.items()
    ]


def room(budget: Budget, rules: Iterable[RuleResult], excused: Mapping[str, int] = {}) -> int:
    """So many findings of each rule are shown; excused ones take no room."""
    return budget.of_each(rule.told - excused.get(rule.id, 0) for rule in rules)


def first_of(findings: Sequence[Finding]) -> ShownRule:
    """The first findings of one rule that has no others."""
    more = max(0, len(findings) - CASES_SHOWN)
    return ShownRule(tuple(findings[:CASES_SHOWN]), more, more)


def _of_rule(shown: Sequence[Finding], rule: RuleResult, excused: int) -> ShownRule:
    there, cases = rule.told - excused, rule.violated + rule.undetermined - excused
    return ShownRule(tuple(shown), there - len(shown), max(there, cases) - len(shown))
