"""Equal figures collapsed: copies of one figure give one reading with several sources."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import Figure


def collapse(package: Package, claims: Sequence[Claim], target: str | None) -> tuple[Figure, ...]:
    """The distinct figures that claims state; `target` is the currency when one is converted to."""
    if len(claims) == 1:
        return (Figure(claims[0].bounds, claims[0].unit, tuple(claims)),)
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        key = (claim.unit, claim.bounds, _rate_key(package, claim, target))
        groups.setdefault(key, []).append(claim)
    return tuple(Figure(same[0].bounds, same[0].unit, tuple(same)) for same in groups.values())


def _rate_key(package: Package, claim: Claim, target: str | None) -> object:
    """What tells the rates of two claims apart: the rows of the table, or that there are none.

    Of what is in the target's currency no day matters.
    """
    foreign = [currency for currency, _ in claim.unit.currencies if currency != target]
    if target is None or not foreign:
        return None
    days = package.rate_days(claim)
    if days is None:
        return "no day"
    found = [package.exchange.rate(currency, target, *days) for currency in foreign]
    return tuple(rate and rate.rows for rate in found)
