"""Reports as plain JSON values, and back."""

from __future__ import annotations

from typing import Any, Final

from factcheck.cache.plain import UNREADABLE, Reader, Writer
from factcheck.claims.model import Claim
from factcheck.diagnostics.diagnostic import Code, Diagnostic, Label, Severity
from factcheck.diagnostics.span import Span
from factcheck.grounding.model import Grounding, NotVerified, Passage, SourceText
from factcheck.report.model import (
    Conversion,
    Finding,
    FindingClaim,
    Report,
    RuleResult,
    Verdict,
    Waived,
)
from factcheck.values.dimension import Dimension
from factcheck.values.interval import Interval
from factcheck.values.period import Period
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Source

CLASSES: Final[tuple[type, ...]] = (
    *(Report, RuleResult, Finding, FindingClaim, Passage, Conversion, Waived, Verdict),
    *(Grounding, NotVerified, SourceText),
    *(Diagnostic, Label, Code, Severity, Span),
    *(Claim, Source, Unit, Dimension, Period, Interval),
)
"""Everything that a report may be made of."""

_IDLE: Final = "not_exercised"
_TOLD: Final = frozenset({"violated", "undetermined", _IDLE})
_SEVERITIES: Final = frozenset(one.value for one in Severity)


def to_plain(report: Report) -> Any:  # noqa: ANN401 (any JSON)
    """The report as JSON values; raises NotPlainError for what the list does not foresee."""
    return Writer(CLASSES).plain(report)


def from_plain(plain: Any) -> Report | None:  # noqa: ANN401 (any JSON)
    """The report that was written as these values; None when they are no report."""
    try:
        report = Reader(CLASSES).value(plain)
    except UNREADABLE:
        return None
    return report if isinstance(report, Report) and is_sound(report) else None


def is_sound(report: Report) -> bool:
    """Whether its parts are of the words that formats know, and speak of rules that it has."""
    rules = {one.id for one in report.rules}
    idle = {one.id for one in report.rules if one.status == _IDLE}
    told = {one.rule for one in report.findings if one.verdict == _IDLE}
    severities = {one.severity for one in report.rules} | {one.severity for one in report.findings}
    verdicts = {one.verdict for one in report.findings}
    states = {one.status for one in report.rules} | {one.verdict for one in report.verdicts}
    named = {one.rule for one in report.findings} | {one.rule for one in report.verdicts}
    return (
        severities <= _SEVERITIES
        and verdicts <= _TOLD
        and states <= {*_TOLD, "holds"}
        and named <= rules
        and idle <= told
    )
