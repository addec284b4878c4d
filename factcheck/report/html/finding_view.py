"""A finding as the page shows it: message, pictures, evidence, and how it was checked."""

from __future__ import annotations

from factcheck.records import Record, frozen
from factcheck.report.cases import written_case
from factcheck.report.derivation import rate_text
from factcheck.report.html.derivation import Line, derivation
from factcheck.report.html.evidence import Evidence, evidence
from factcheck.report.html.isolates import message_parts
from factcheck.report.html.limits import CLAIMS_IN_BRIEF, CLAIMS_SHOWN
from factcheck.report.html.names import Names
from factcheck.report.html.picture import Picture, SaidTable
from factcheck.report.html.pictures import pictures
from factcheck.report.html.rows import subject
from factcheck.report.model import Finding
from factcheck.values.truth import Truth, word
from factcheck.verdicts.steps import CaseSteps


@frozen
class Reasons(Record):
    """How the bounds of a figure came about."""

    name: str
    claims: tuple[str, ...]
    how: tuple[str, ...]


@frozen
class FindingView(Record):
    """What the page says of one finding."""

    number: int
    """Its place on the page, from 0."""
    finding: Finding
    message: tuple[tuple[str, bool], ...]
    """In parts; those from right to left inside it are set apart."""
    case: tuple[str, ...]
    """Its values as people call them."""
    written: str
    """The case as it is written elsewhere: `entity=bytedance;period=2026`."""
    pictures: tuple[Picture | SaidTable, ...]
    evidence: tuple[Evidence, ...]
    more_claims: int
    steps: tuple[Line, ...]
    reasons: tuple[Reasons, ...]
    settling: tuple[tuple[str, str], ...]
    """What the verdict would be if a figure were exactly its printed number."""
    rates: tuple[str, ...]
    brief: bool = False


def finding_view(
    number: int, finding: Finding, steps: CaseSteps | None, names: Names
) -> FindingView:
    """A finding with all that is known of it."""
    marked = not all(found.decisive for found in finding.claims)
    shown = sorted(finding.claims, key=lambda found: not found.decisive)[:CLAIMS_SHOWN]
    kept = {found.claim.id for found in shown}
    return FindingView(
        number,
        finding,
        message_parts(finding),
        names.case(finding),
        written_case(finding.case),
        pictures(subject(finding, names), steps),
        tuple(
            evidence(finding, found, names, marked=marked)
            for found in finding.claims
            if found.claim.id in kept
        ),
        len(finding.claims) - len(shown),
        derivation(steps) if steps else (),
        _reasons(steps, names) if steps else (),
        _settling(steps) if steps else (),
        tuple(dict.fromkeys(map(rate_text, finding.conversions))),
    )


def brief_view(number: int, finding: Finding, names: Names) -> FindingView:
    """A finding of a report that has too many to draw all: what is wrong, and who says what."""
    return FindingView(
        number,
        finding,
        message_parts(finding),
        names.case(finding),
        written_case(finding.case),
        (),
        tuple(
            evidence(finding, found, names, marked=False)
            for found in finding.claims[:CLAIMS_IN_BRIEF]
        ),
        max(0, len(finding.claims) - CLAIMS_IN_BRIEF),
        (),
        (),
        (),
        (),
        brief=True,
    )


def _reasons(steps: CaseSteps, names: Names) -> tuple[Reasons, ...]:
    figures = [
        Reasons(names.reference(one.name), tuple(claim.id for claim, _ in one.claims), one.how)
        for one in steps.figures
    ]
    claims = [
        Reasons(names.metric(one.claim.metric), (one.claim.id,), one.how) for one in steps.claims
    ]
    return tuple(one for one in (*figures, *claims) if one.how)[:CLAIMS_SHOWN]


def _settling(steps: CaseSteps) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.what, word(one.truth)) for one in steps.settling if one.truth is not Truth.UNDETERMINED
    )
