"""One rule with its findings, as the terminal shows them."""

from collections.abc import Iterator
from typing import Final

from factcheck.report.derivation import rate_text
from factcheck.report.figures import number
from factcheck.report.limits import CONVERSIONS_SHOWN
from factcheck.report.model import Finding
from factcheck.report.page import Page, clean
from factcheck.report.pen import SEVERITY_STYLES, VERDICT_MARKS, VERDICT_STYLES
from factcheck.report.shown import ShownRule
from factcheck.report.text_claims import claim_lines
from factcheck.report.width import isolate, width

_INDENT: Final = "   "
_LABEL: Final = 9
_SHORTEST_LINE: Final = 3
_MORE_TOLD: Final = "a higher --max-findings tells more"


def rule_lines(page: Page, rule: ShownRule) -> Iterator[str]:
    """The findings of one rule, under its id, place, title, check and reason."""
    first = rule.findings[0]
    yield from heading(page, first)
    yield from page.hang(_INDENT, clean(first.title), "bold")
    yield from field(page, "check", first.check)
    yield from field(page, "because", first.because)
    for finding in rule.findings:
        yield ""
        yield from finding_lines(page, finding)
    if rule.more:
        yield ""
        yield from page.hang(_INDENT, _more(rule), "dim")


def _more(rule: ShownRule) -> str:
    """How many cases are not shown, and where they are."""
    if rule.more == 1:
        return f"… and 1 more case; {'--format json has it' if rule.in_json else _MORE_TOLD}"
    more = f"… and {rule.more} more cases; "
    if rule.in_json == rule.more:
        return f"{more}--format json has them all"
    if not rule.in_json:
        return more + _MORE_TOLD
    return f"{more}--format json has {rule.in_json} of them, and more with a higher --max-findings"


def heading(page: Page, finding: Finding) -> Iterator[str]:
    """The id of the rule and its place, joined by a line."""
    name, place = clean(finding.rule), location(finding)
    left, right = f"── {name} ", f" {place}"
    room = page.prose - width(left) - width(right)
    if room >= _SHORTEST_LINE:
        middle = page.paint("─" * room, "dim")
        start = page.paint("──", "dim") + f" {page.paint(isolate(name), 'bold')} "
        yield start + middle + " " + page.paint(isolate(place), "dim")
        return
    yield from page.hang("── ", name, "bold")
    yield from page.hang(_INDENT, place, "dim")


def location(finding: Finding) -> str:
    """The place of the rule: path, line and column."""
    span = finding.location
    return f"{clean(span.path)}:{span.line}:{span.column}"


def field(page: Page, label: str, text: str, style: str = "") -> Iterator[str]:
    """A labelled text; nothing when there is none."""
    if text:
        yield from page.hang(_INDENT + label.ljust(_LABEL), clean(text), style)


def finding_lines(page: Page, finding: Finding) -> Iterator[str]:
    """One case: its verdict, what is wrong, the numbers, and the claims that prove it."""
    yield from _verdict(page, finding)
    yield from page.hang(_INDENT, clean(finding.message))
    if finding.substituted != finding.check and finding.substituted not in finding.message:
        yield from field(page, "numbers", finding.substituted, "bold")
    yield from field(page, "margin", finding.margin)
    yield from field(page, "settle", finding.settle)
    yield from claim_lines(page, finding)
    yield from _conversions(page, finding)
    for note in finding.notes:
        yield from field(page, "note", note)
    if finding.on_hull:
        yield from field(page, "note", "too many readings: judged on the hull of the figures")


def _verdict(page: Page, finding: Finding) -> Iterator[str]:
    style = VERDICT_STYLES[finding.verdict]
    word = finding.verdict
    if finding.severity != "error":
        word, style = f"{word} ({finding.severity})", SEVERITY_STYLES[finding.severity]
    mark = VERDICT_MARKS[finding.verdict]
    yield from page.hang(f" {mark} {word}  ", case_text(finding), "bold", style)


def case_value(name: str, value: str) -> str:
    """A value of the case; the number of a figure with its scale word."""
    if name != "value":
        return clean(value)
    figure, space, rest = value.partition(" ")
    return number(figure) + space + clean(rest)


def case_text(finding: Finding) -> str:
    """The case and in how many of its readings it is violated, on one line."""
    parts = [
        f"{clean(name)} {case_value(name, value)}" if value else f"no {clean(name)}"
        for name, value in finding.case
    ]
    if finding.readings_total > 1:
        violated = finding.readings_violated
        share = f"{violated} of {finding.readings_total}" if violated else finding.readings_total
        parts.append(f"{share} readings")
    return " · ".join(parts)


def _conversions(page: Page, finding: Finding) -> Iterator[str]:
    """Each rate that was used, once, with the lines of the claims that it converted."""
    lines = {found.claim.id: str(found.location.line) for found in finding.claims}
    used: dict[str, list[str]] = {}
    for conversion in finding.conversions:
        places = used.setdefault(rate_text(conversion), [])
        place = lines.get(conversion.claim, clean(conversion.claim))
        if place not in places:
            places.append(place)
    for rate, places in list(used.items())[:CONVERSIONS_SHOWN]:
        word = "line" if len(places) == 1 else "lines"
        yield from field(page, "rate", f"{rate}, for {word} {', '.join(places)}")
    if len(used) > CONVERSIONS_SHOWN:
        yield from field(page, "", f"… and {len(used) - CONVERSIONS_SHOWN} more rates")
