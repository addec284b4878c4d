"""A case put into words: the check with its numbers, by how much it fails, what would settle it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.values.truth import Truth
from factcheck.verdicts.margin import margin_text
from factcheck.verdicts.members import list_text
from factcheck.verdicts.outcome import Outcome
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.settle import settle_text
from factcheck.verdicts.shown import filled
from factcheck.verdicts.verdict import Explanation


def explain(reading: Reading, outcome: Outcome, *, on_hull: bool) -> Explanation:
    """The words for a case that is violated or undetermined, from the reading that decides it."""
    plan = reading.plan
    substituted = filled(reading, plan.shown)
    told = filled(reading, plan.message) if plan.message else ""
    detail = "; ".join(outcome.details)
    violated = outcome.truth is Truth.VIOLATED
    margin = "; ".join(filter(None, (margin_text(reading, one) for one in outcome.compared)))
    reasons = "; ".join(dict.fromkeys(outcome.reasons))
    message = told or detail or _plain(substituted, violated=violated)
    if not violated and reasons:
        message += f" ({reasons})"
    return Explanation(
        message,
        substituted,
        (margin or (detail if told else "")) if violated else "",
        "" if violated else settle_text(reading, outcome),
        (*_rests_on(reading, outcome), *_notes(on_hull=on_hull)),
        outcome.lists,
    )


def _plain(substituted: str, *, violated: bool) -> str:
    return f"it does not hold that {substituted}" if violated else f"open: {substituted}"


def _notes(*, on_hull: bool) -> tuple[str, ...]:
    return ("too many readings: each reference was taken as the hull of its figures",) * on_hull


def _rests_on(reading: Reading, outcome: Outcome) -> Iterator[str]:
    """The lists of members that it is about, with their rows; what was read from context."""
    yield from map(list_text, outcome.lists)
    yield from _inferred(reading)


def _inferred(reading: Reading) -> tuple[str, ...]:
    """Columns that were read from context; only those that the case rests on."""
    used = set(reading.plan.scope) | {"value", "value_to", "unit_id", "unit"}
    notes = []
    names = {f"{field}_id" for field in used} | used
    for claim in reading.row.claims:
        hit = [name for name in claim.inferred if name in names]
        if hit:
            notes.append(f"{' and '.join(hit)} of {claim.id} is read from context")
    return tuple(notes)
