"""Counts of members, claims, values and independent sources of a case."""

from __future__ import annotations

from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.plan.columns import printed_value
from factcheck.plan.walk import every
from factcheck.values import rational
from factcheck.values.interval import Interval, point
from factcheck.verdicts.outcome import NoCaseError
from factcheck.verdicts.reading import Reading
from factcheck.vocabulary.origin import origin


def count(reading: Reading, what: str) -> Interval:
    """How many there are; of an open list of members, at least so many."""
    if what == "members":
        return _members(reading)
    claims = reading.row.claims
    if what == "claims":
        return _exactly(len(claims))
    if what == "values":
        return _exactly(len({printed_value(claim) for claim in claims} - {None}))
    sources = reading.package.vocabulary.sources
    return _exactly(len({origin(sources, claim.source) for claim in claims}))


def check_members(reading: Reading, test: model.Test) -> None:
    """Raises NoCaseError where a test counts members and there are none, whatever else is open."""
    if any(one.what == "members" for one in every(test, model.CountOf, reading.plan)):
        _members(reading)


def _members(reading: Reading) -> Interval:
    if reading.plan.scope == ("claim",):
        entity: Key | None = reading.row.claims[0].entity
    else:
        entity = reading.row.key[reading.plan.scope.index("entity")]
    members = reading.package.members.get(str(entity))
    if not members:
        raise NoCaseError
    number = rational.from_int(len(members))
    if reading.package.is_open(str(entity)):
        return Interval(number, rational.INFINITY, low_open=False, high_open=True)
    return point(number)


def _exactly(number: int) -> Interval:
    return point(rational.from_int(number))
