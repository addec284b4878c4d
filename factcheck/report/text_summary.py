"""What follows the findings: rules that hold, rules not exercised, idle claims, the last line."""

from collections.abc import Iterator
from typing import Final

from factcheck.grounding.model import Grounding
from factcheck.report.exit_code import excused_findings
from factcheck.report.limits import RULES_LISTED
from factcheck.report.model import Report, RuleResult
from factcheck.report.page import Page, clean
from factcheck.report.pen import VERDICT_MARKS, VERDICT_STYLES

_INDENT: Final = "   "
_IDLE: Final = "not_exercised"


def with_status(report: Report, status: str) -> list[RuleResult]:
    """The rules that came to this."""
    return [rule for rule in report.rules if rule.status == status]


def holding_lines(page: Page, report: Report) -> Iterator[str]:
    """The ids of the rules that hold, in a few lines."""
    rules = with_status(report, "holds")
    if not rules:
        return
    names = [clean(rule.id) for rule in rules[:RULES_LISTED]]
    if len(rules) > RULES_LISTED:
        names.append(f"… and {len(rules) - RULES_LISTED} more")
    lead = f" {VERDICT_MARKS['holds']} {count(len(rules), 'rule holds', 'rules hold')}  "
    yield from page.hang(lead, " · ".join(names), "", VERDICT_STYLES["holds"])
    yield ""


def idle_rule_lines(page: Page, report: Report) -> Iterator[str]:
    """The rules that found no case, each with the nearest miss and what would exercise it."""
    settle = {each.rule: each.settle for each in report.findings if each.verdict == _IDLE}
    waived = {each.rule for each in report.findings if each.verdict == _IDLE and each.is_excused}
    for rule in with_status(report, _IDLE):
        if rule.id in waived:
            continue
        style = "dim" if rule.may_be_empty else VERDICT_STYLES["not_exercised"]
        lead = f" {VERDICT_MARKS['not_exercised']} not exercised  "
        yield from page.hang(lead, clean(rule.id), "bold", style)
        yield from page.hang(_INDENT, clean(rule.title))
        span = rule.location
        yield from page.hang(_INDENT, f"{clean(span.path)}:{span.line}:{span.column}", "dim")
        if rule.nearest_miss:
            yield from page.hang(f"{_INDENT}nearest  ", clean(rule.nearest_miss))
        if settle.get(rule.id):
            yield from page.hang(f"{_INDENT}settle   ", clean(settle[rule.id]))
        if rule.may_be_empty:
            yield from page.hang(_INDENT, "it may be empty", "dim")
        yield ""


def idle_claim_lines(page: Page, report: Report) -> Iterator[str]:
    """How many claims took part in no case, and why."""
    if not report.claims_in_no_case or not report.rules:
        return
    total = count(report.claims, "claim", "claims")
    yield from page.hang(" · ", f"{report.claims_in_no_case} of {total} took part in no case")
    digits = max((len(str(number)) for _, number in report.no_case_reasons), default=0)
    for reason, number in report.no_case_reasons:
        yield from page.hang(f"{_INDENT}{number:>{digits}}  ", clean(reason))
    yield ""


def quote_lines(page: Page, report: Report) -> Iterator[str]:
    """How many quotes say what their claims say."""
    grounding = report.grounding
    if grounding is None or not grounding.quotes:
        return
    text = quote_counts(grounding)
    if grounding.not_verified:
        text += " (`factcheck ground` lists them)"
    yield from page.hang(" · ", text)
    yield ""


def quote_counts(grounding: Grounding) -> str:
    """How many quotes are verified, contradicted and neither."""
    text = f"{count(grounding.verified, 'quote', 'quotes')} verified"
    if grounding.contradicted:
        text += f", {grounding.contradicted:,} contradicted"
    if grounding.not_verified:
        text += f", {len(grounding.not_verified):,} not verified"
    return text


def summary_lines(page: Page, report: Report) -> Iterator[str]:
    """The last line: rules, cases, verdicts, rules not exercised, problems."""
    yield from page.hang("", summary(report), _style(report))


def _style(report: Report) -> str:
    if any(problem.is_error for problem in report.problems):
        return "red"
    excused = excused_findings(report)
    for status in ("violated", "undetermined", "not_exercised"):
        rules = with_status(report, status)
        if any(_number(rule, status) > excused[rule.id, status] for rule in rules):
            return VERDICT_STYLES[status]
    return "green"


def _number(rule: RuleResult, status: str) -> int:
    """How many findings of a rule have its status."""
    return {"violated": rule.violated, "undetermined": rule.undetermined}.get(status, 1)


def summary(report: Report) -> str:
    """The same as text."""
    problems = _problems(report)
    if not report.rules:
        return f"{problems or 'no rules'}: nothing was checked"
    holds, violated, undetermined = (
        sum(getattr(rule, status) for rule in report.rules)
        for status in ("holds", "violated", "undetermined")
    )
    rules = count(len(report.rules), "rule", "rules")
    cases = count(holds + violated + undetermined, "case", "cases")
    word = "holds" if holds == 1 else "hold"
    text = f"{rules}, {cases}: {holds} {word}, {violated} violated, {undetermined} undetermined"
    idle = len(with_status(report, _IDLE))
    if idle:
        text += f"; {count(idle, 'rule', 'rules')} not exercised"
    return "; ".join(filter(None, (text, _beside(report), problems)))


def _beside(report: Report) -> str:
    """How many findings are waived, and how many were known, are new or gone."""
    waived = sum(finding.waived is not None for finding in report.findings)
    parts = [f"{waived:,} waived"] if waived else []
    if report.gone is not None:
        known = sum(finding.baseline == "unchanged" for finding in report.findings)
        new = len(report.findings) - known
        parts.append(f"{known:,} known, {new:,} new, {report.gone:,} gone since the baseline")
    return ", ".join(parts)


def _problems(report: Report) -> str:
    errors = sum(problem.is_error for problem in report.problems)
    others = len(report.problems) - errors
    parts = [count(errors, "error", "errors")] if errors else []
    parts += [count(others, "warning", "warnings")] if others else []
    return ", ".join(parts)


def count(number: int, one: str, many: str) -> str:
    """A number with its word, and digits in groups."""
    return f"{number:,} {one if number == 1 else many}"
