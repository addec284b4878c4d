"""Waivers beside the findings of a run: what they accept, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.diagnostics.waiver_codes import EXPIRED, NO_FINDING, OTHER_FIGURES, TWICE
from factcheck.records import evolve
from factcheck.report.cases import written_case
from factcheck.report.model import Finding, Report, Waived
from factcheck.waivers.model import Waiver

_CASES_NAMED: Final = 3


def with_waivers(
    report: Report, waivers: Sequence[Waiver], today: date, *, whole: bool
) -> tuple[Report, list[Diagnostic]]:
    """The report with the accepted findings marked, and what is to be said of the waivers.

    `today` decides what has expired, and nothing else. `whole`: every rule was run, so that a
    waiver of an unknown finding has none.
    """
    places = _Places(report.findings)
    findings = list(report.findings)
    told: list[Diagnostic] = []
    for waiver in waivers:
        matching = places.of(waiver)
        if not matching:
            told += _unmatched(report, waiver, whole=whole)
        for place in matching:
            finding = findings[place]
            wrong = _refusal(waiver, finding, today)
            if wrong is None:
                findings[place] = evolve(finding, waived=_waived(waiver))
            else:
                told.append(wrong)
    return evolve(report, findings=tuple(findings)), told


class _Places:
    """The places of findings, looked up by what a waiver says."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._findings = findings
        self._by_fingerprint: dict[str, list[int]] = {}
        self._by_rule: dict[str, list[int]] = {}
        for place, finding in enumerate(findings):
            self._by_fingerprint.setdefault(finding.fingerprint, []).append(place)
            self._by_rule.setdefault(finding.rule, []).append(place)

    def of(self, waiver: Waiver) -> list[int]:
        """The findings that everything in the waiver fits; figures aside."""
        if waiver.fingerprint is not None:
            found = self._by_fingerprint.get(waiver.fingerprint, [])
        else:
            found = self._by_rule.get(waiver.rule or "", [])
        return [place for place in found if _fits(waiver, self._findings[place])]


def _fits(waiver: Waiver, finding: Finding) -> bool:
    return (
        waiver.rule in (None, finding.rule)
        and waiver.verdict in (None, finding.verdict)
        and (waiver.case is None or waiver.case == tuple(sorted(finding.case)))
    )


def _waived(waiver: Waiver) -> Waived:
    expires = waiver.expires.isoformat() if waiver.expires else ""
    return Waived(waiver.reason, waiver.by, expires, waiver.location)


def _refusal(waiver: Waiver, finding: Finding, today: date) -> Diagnostic | None:
    """Why a waiver does not excuse the finding that it names; None when it does."""
    named = _named(finding)
    if finding.waived is not None:
        label = Label(finding.waived.location, "already here")
        return Diagnostic(TWICE, f"{named} is waived twice", waiver.location, (label,))
    if waiver.has_expired(today):
        return Diagnostic(
            EXPIRED,
            f"the waiver of {named} expired after {waiver.expires}, so the finding counts again",
            waiver.expires_location,
            help="settle it, or give it a new date",
        )
    if waiver.figures not in (None, finding.figures):
        return Diagnostic(
            OTHER_FIGURES,
            f"the figures of {named} are not those that were waived, so the finding counts again",
            waiver.figures_location,
            help=f"look at them; if they are accepted too, write `{finding.figures}`",
        )
    return None


def _named(finding: Finding) -> str:
    case = f" ({written_case(finding.case)})" if finding.case else ""
    return f"`{finding.rule}`{case}"


def _unmatched(report: Report, waiver: Waiver, *, whole: bool) -> Iterator[Diagnostic]:
    """A warning, unless the rule in question was left out of the run or nothing was judged."""
    known = {rule.id for rule in report.rules}
    if not known or (waiver.rule not in known and not whole):
        return
    if waiver.rule is None:
        message = "no finding has this fingerprint"
    elif waiver.rule not in known:
        message = f"there is no rule `{waiver.rule}`"
    else:
        message = f"`{waiver.rule}` has no such finding"
        if waiver.case:
            message = f"`{waiver.rule}` has no finding for the case {written_case(waiver.case)}"
        if waiver.verdict:
            message += f" that is {waiver.verdict.replace('_', ' ')}"
    yield Diagnostic(NO_FINDING, message, waiver.location, help=_help(report, waiver, known))


def _help(report: Report, waiver: Waiver, known: set[str]) -> str:
    """What would be right: another name, the cases there are, or to take the row out."""
    if waiver.rule is not None and waiver.rule not in known:
        return did_you_mean(waiver.rule, known) or "take the row out"
    cases = [
        f"{written_case(finding.case) or 'no case'} ({finding.verdict.replace('_', ' ')})"
        for finding in report.findings
        if finding.rule == waiver.rule
    ]
    if not cases:
        return "it is settled: take the row out"
    more = f", and {len(cases) - _CASES_NAMED} more" if len(cases) > _CASES_NAMED else ""
    return f"its findings are {', '.join(cases[:_CASES_NAMED])}{more}"
