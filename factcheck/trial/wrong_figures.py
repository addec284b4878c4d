"""A figure made wrong: a tenth more or less, in another unit or currency, a year off."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import Claim
from factcheck.records import evolve
from factcheck.trial.given import with_bounds
from factcheck.trial.unnamed import UNNAMED_PERIOD
from factcheck.values import rational
from factcheck.values.period import shift_months
from factcheck.values.unit import Unit, parse_unit
from factcheck.vocabulary.model import Vocabulary


def wrong_figures(vocabulary: Vocabulary, claim: Claim) -> Iterator[tuple[str, Claim]]:
    """The figure with one mistake each, and what the mistake is."""
    if claim.value is not None and claim.value[0]:
        for what, factor in (("a tenth more", (11, 10)), ("a tenth less", (9, 10))):
            value = rational.multiply(claim.value, factor)
            yield what, with_bounds(vocabulary, claim, value)
    other = _other_unit(vocabulary, claim.unit)
    if other is not None:
        what = "another currency" if claim.unit.currencies else "another unit"
        yield what, evolve(claim, unit=other)
    if claim.period is not None and claim.period != UNNAMED_PERIOD:
        later = shift_months(claim.period, 12)
        if later is not None:
            yield "a year later", evolve(claim, period=later)


def _other_unit(vocabulary: Vocabulary, unit: Unit) -> Unit | None:
    """The first other unit of the same dimension: another currency, another scale."""
    for name, base in vocabulary.units.items():
        if unit.currencies:
            if not base.currency or name == unit.currencies[0][0]:
                continue
            other = parse_unit(unit.text.replace(unit.currencies[0][0], name), vocabulary.units)
        else:
            other = parse_unit(name, vocabulary.units)
        if isinstance(other, Unit) and other.dimension == unit.dimension and other != unit:
            return other
    return None
