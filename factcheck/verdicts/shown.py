"""Texts of a rule with the values of one reading put in."""

from __future__ import annotations

from factcheck.claims.model import Claim
from factcheck.plan import model
from factcheck.verdicts.outcome import NoCaseError, UnsettledError
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import lookup, resolve
from factcheck.verdicts.units import in_unit, measure_of
from factcheck.verdicts.wording import (
    RELATION_WORDS,
    full_text,
    interval_text,
    key_text,
    range_text,
)


def filled(reading: Reading, shown: model.Shown) -> str:
    """The text with every place filled."""
    text, at = "", 0
    for start, end, value in shown.places:
        found = value_text(reading, value)
        raised = shown.text[end:].lstrip().startswith("^")
        text += shown.text[at:start] + (f"({found})" if raised and not found.isdigit() else found)
        at = end
    return text + shown.text[at:]


def value_text(reading: Reading, value: model.Number | model.Path) -> str:
    """One value for people: a figure as printed, a calculation as its range."""
    if isinstance(value, model.Path):
        return key_text(lookup(reading, value.path))
    if isinstance(value, model.Slot):
        figures = reading.chosen.get(value.reference, ())
        if len(figures) == 1:
            return printed(figures[0].claims[0])
    if isinstance(value, model.ClaimNumber) and value.field == "value":
        return printed(reading.row.claims[0])
    return _calculated(reading, value)


def printed(claim: Claim) -> str:
    """A figure in the words of its claim: relation, hedge, number, unit."""
    if claim.value is None:
        return "a figure without a number"
    unit = claim.unit.text
    text = full_text(claim.value, unit)
    if claim.value_to is not None:
        text = range_text(claim.value, claim.value_to, unit)
    hedge = f"{claim.hedge} " if claim.hedge else ""
    return RELATION_WORDS.get(claim.relation, "") + hedge + text


def _calculated(reading: Reading, value: model.Number) -> str:
    try:
        reading.settle_currencies(value)
        term = resolve(reading, value)
        unit = measure_of(reading, value)
    except UnsettledError as unsettled:
        return f"({unsettled.reason})"
    except NoCaseError:
        return "(nothing to count)"
    found = range_of(term)
    if found is None:
        return "(divided by zero)"
    return interval_text(in_unit(found.bounds, unit), unit.text)
