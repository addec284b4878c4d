"""The numbers of a single claim: its value, its bounds, the rate that a restatement implies."""

from __future__ import annotations

from factcheck.claims.bounds import bounds_of
from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.plan.money import target_currency
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval, point
from factcheck.verdicts import terms
from factcheck.verdicts.outcome import UnsettledError
from factcheck.verdicts.reading import UNKNOWN_CURRENCY, Reading
from factcheck.verdicts.terms import Term


def claim_number(reading: Reading, node: model.ClaimNumber) -> Term:
    """A number of the claim that is the case, in base units; UnsettledError when there is none."""
    claim = reading.row.claims[0]
    if node.field == "implied_rate":
        rate = implied_rate(reading.package, claim)
        if rate is None:
            raise UnsettledError("the claim restates no amount in another currency")
        return terms.Variable("implied_rate", rate)
    if node.field == "decimals":
        if claim.decimals is None:
            raise UnsettledError("the figure is exact: it has no last printed digit")
        return terms.number(rational.from_int(claim.decimals))
    _check_dimension(claim, node)
    bounds = intervals.scale(claim.bounds, claim.unit.factor)
    if node.field != "value":
        end = bounds.low if node.field == "lower" else bounds.high
        if not rational.is_finite(end):
            raise UnsettledError(f"the claim has no {node.field} bound")
        bounds = point(end)
    return _in_currency(reading, claim, node, terms.Variable(node.field, bounds))


def _check_dimension(claim: Claim, node: model.ClaimNumber) -> None:
    if node.expected is not None and claim.unit.dimension != node.expected:
        raise UnsettledError(
            f"the claim is in {claim.unit.text}, and is compared with {node.expected.text()}",
            "filter the claims by metric",
        )


def _in_currency(reading: Reading, claim: Claim, node: model.ClaimNumber, term: Term) -> Term:
    """Brought to the currency of a literal that it meets."""
    if node.component == NOWHERE or not claim.unit.currencies:
        return term
    component = reading.plan.components[node.component]
    literal = reading.plan.components[component.group].currency
    if literal is None:
        return term
    return reading.convert(term, claim, claim.unit.currencies, literal)


def implied_rate(package: Package, claim: Claim) -> Interval | None:
    """The quotient of a restatement and what it restates, as printed with rounding.

    In units of the package's currency for one of the other; of two others, in units of the
    currency restated. None for a claim that restates nothing, or a pair without numbers.
    """
    original = package.claim(claim.converts) if claim.converts else None
    if original is None or claim.value is None or original.value is None:
        return None
    if UNKNOWN_CURRENCY in (claim.unit.text, original.unit.text):
        return None
    home = target_currency(package.vocabulary, model.Component(0, None))
    restated, printed = _as_printed(original), _as_printed(claim)
    if claim.unit.currencies and claim.unit.currencies[0][0] == home:
        return intervals.divide(printed, restated)
    return intervals.divide(restated, printed)


def currency_pair(package: Package, claim: Claim) -> tuple[str, ...]:
    """The two currencies of a restatement, in a fixed order."""
    original = package.claim(claim.converts) if claim.converts else None
    units = [claim.unit, *([original.unit] if original else [])]
    return tuple(sorted({name for unit in units for name, _ in unit.currencies}))


def _as_printed(claim: Claim) -> Interval:
    assert claim.value is not None  # noqa: S101 (asked by the caller)
    bounds = bounds_of(claim.value, claim.value_to, "eq", None, claim.decimals, non_negative=False)
    return intervals.scale(bounds, claim.unit.factor)
