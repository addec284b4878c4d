"""The findings in the order in which an editor reads them: by what they are, then by rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from factcheck.records import Record, frozen
from factcheck.report.details import WrittenPiece
from factcheck.report.html.finding_view import FindingView
from factcheck.report.model import Finding, Report, RuleResult

SEVERITIES: Final = ("error", "warning", "info")


@frozen
class Section(Record):
    """Findings of one kind."""

    id: str
    title: str
    lead: str
    """What such a finding means, for somebody who has never seen one."""
    groups: tuple[RuleGroup, ...]

    @property
    def number(self) -> int:
        """How many findings it has."""
        return sum(len(group.findings) for group in self.groups)


@frozen
class RuleGroup(Record):
    """The findings of one rule."""

    id: str
    title: str
    severity: str
    because: str
    place: str
    tags: tuple[str, ...]
    written: tuple[WrittenPiece, ...]
    findings: tuple[FindingView, ...]


KINDS: Final = (
    (
        "violated",
        "Contradictions",
        "What the sources state cannot be true together, whichever numbers their words allow.",
    ),
    (
        "undetermined",
        "Open questions",
        "The words of the sources leave room for both: neither right nor wrong can be said.",
    ),
    (
        "waived",
        "Accepted",
        "Known findings that somebody has accepted, with the reason. They are still there.",
    ),
)


def sections(views: Iterable[FindingView], report: Report) -> tuple[Section, ...]:
    """The kinds that have findings; rules of severity error first, then in their order."""
    kinds: dict[str, list[FindingView]] = {}
    for view in views:
        kinds.setdefault(kind_of(view.finding), []).append(view)
    rules = {rule.id: rule for rule in report.rules}
    return tuple(
        Section(id_, title, lead, _groups(kinds[id_], rules, report))
        for id_, title, lead in KINDS
        if id_ in kinds
    )


def kind_of(finding: Finding) -> str:
    """The section in which a finding stands."""
    return "waived" if finding.waived is not None else finding.verdict


def _groups(
    views: Sequence[FindingView], rules: dict[str, RuleResult], report: Report
) -> tuple[RuleGroup, ...]:
    by_rule: dict[str, list[FindingView]] = {}
    for view in views:
        by_rule.setdefault(view.finding.rule, []).append(view)
    found = [_group(name, listed, rules.get(name), report) for name, listed in by_rule.items()]
    found.sort(key=lambda group: SEVERITIES.index(group.severity))
    return tuple(found)


def _group(
    name: str, views: list[FindingView], rule: RuleResult | None, report: Report
) -> RuleGroup:
    first = views[0].finding
    written = report.details.rules.get(name, ()) if report.details else ()
    return RuleGroup(
        name,
        first.title or name,
        first.severity,
        first.because,
        place_of(first),
        rule.tags if rule else (),
        written,
        tuple(views),
    )


def place_of(finding: Finding | RuleResult) -> str:
    """Where its rule stands: path, line and column."""
    span = finding.location
    return f"{span.path}:{span.line}:{span.column}"
