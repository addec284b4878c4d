"""`claims agree`, in one pass: the greatest lower bound against the least upper bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow
from factcheck.plan import model
from factcheck.plan.money import target_currency
from factcheck.records import Record, evolve, frozen
from factcheck.values import interval as intervals
from factcheck.values import rational
from factcheck.values.interval import Interval, point
from factcheck.values.interval.ends import extreme
from factcheck.values.period import Period
from factcheck.values.rational import Rational
from factcheck.values.truth import Truth
from factcheck.values.unit import Unit
from factcheck.verdicts import terms
from factcheck.verdicts.claim_numbers import currency_pair, implied_rate
from factcheck.verdicts.digits import enough, to_tell_apart
from factcheck.verdicts.natural import natural
from factcheck.verdicts.outcome import Outcome, UnsettledError, every
from factcheck.verdicts.reading import UNKNOWN_CURRENCY, Reading
from factcheck.verdicts.units import NO_UNIT, common_unit, in_currency, in_unit
from factcheck.verdicts.wording import key_text, percent_text, ratio_text

NUMBERS = ("value", "lower", "upper", "implied_rate")


@frozen
class Agreed(Record):
    """Whether claims agree, and between which of them it was decided."""

    outcome: Outcome
    decisive: tuple[Claim, ...]


def narrowed(package: Package, plan: model.RulePlan, row: CaseRow) -> CaseRow:
    """The case without the claims that state nothing of what has to agree."""
    test = plan.check
    if not isinstance(test, model.Agreement):
        return row
    names = test.fields or ("value",)
    stating = [claim for claim in row.claims if any(_states(package, claim, one) for one in names)]
    return row if len(stating) == len(row.claims) else evolve(row, claims=tuple(stating))


def _states(package: Package, claim: Claim, name: str) -> bool:
    if name == "value":
        return claim.value is not None
    if name in NUMBERS:
        return _bounds(package, claim, name) is not None
    return package.lookup(claim)(name) is not None


def agree(reading: Reading, test: model.Agreement) -> Agreed | None:
    """Whether the claims of the case agree; None when there are not two to compare."""
    known = reading.agreed.get(id(test), False)
    if known is False:
        known = reading.agreed[id(test)] = _agree(reading, test)
    assert known is None or isinstance(known, Agreed)  # noqa: S101 (nothing else is kept there)
    return known


def _agree(reading: Reading, test: model.Agreement) -> Agreed | None:
    found = [_on(reading, test, name) for name in test.fields or ("value",)]
    compared = [one for one in found if one is not None]
    if not compared:
        return None
    outcome = every([one.outcome for one in compared])
    decisive = [
        claim for one in compared if one.outcome.truth is outcome.truth for claim in one.decisive
    ]
    return Agreed(outcome, tuple(dict.fromkeys(decisive)))


def _on(reading: Reading, test: model.Agreement, name: str) -> Agreed | None:
    if name in NUMBERS:
        return _on_numbers(reading, test, name)
    claims = reading.row.claims
    values: dict[object, list[Claim]] = {}
    for claim in claims:
        value = reading.package.lookup(claim)(name)
        if value is not None:
            values.setdefault(value, []).append(claim)
    known = sum(len(listed) for listed in values.values())
    if known < 2:  # noqa: PLR2004 (nothing was compared)
        return None
    stated = tuple(claim for listed in values.values() for claim in listed)
    if len(values) == 1 or _close(test, list(values)):
        return Agreed(Outcome(Truth.HOLDS), stated)
    texts = sorted(key_text(value) for value in values)
    detail = f"{name} is {', '.join(texts[:-1])} and {texts[-1]}"
    return Agreed(Outcome(Truth.VIOLATED, details=(detail,)), stated)


def _close(test: model.Agreement, values: list[object]) -> bool:
    """Times within a tolerance in days: their first days, and their last days.

    Beside a number a tolerance is that of the number.
    """
    if not isinstance(test.amount, model.Constant) or set(test.fields) & set(NUMBERS):
        return False
    periods = [value for value in values if isinstance(value, Period)]
    firsts, lasts = [one.start for one in periods], [one.end for one in periods]
    spread = max((max(days) - min(days)).days for days in (firsts, lasts))
    return rational.less_equal(rational.from_int(spread), test.amount.value)


def _on_numbers(reading: Reading, test: model.Agreement, name: str) -> Agreed | None:
    """Amounts in one currency as they stand; all of them together brought to one."""
    classes: dict[tuple[str, ...], list[tuple[Interval, Claim]]] = {}
    for claim in reading.row.claims:
        bounds = _bounds(reading.package, claim, name)
        if bounds is not None:
            kind = (
                currency_pair(reading.package, claim)
                if name == "implied_rate"
                else tuple(one for one, _ in claim.unit.currencies)
            )
            classes.setdefault(kind, []).append((bounds, claim))
    unknown = classes.pop((UNKNOWN_CURRENCY,), [])
    total = sum(len(listed) for listed in classes.values())
    if total + len(unknown) < 2:  # noqa: PLR2004 (nothing was compared)
        return None
    asked = _currency_of_tolerance(reading, test)
    found = [
        _spread(test, listed, partial(_told_in, listed, name))
        for kind, listed in classes.items()
        if len(listed) > 1 and asked in (None, *kind)
    ]
    if name != "implied_rate" and (
        len(classes) > 1 or any(asked not in (None, *k) for k in classes)
    ):
        across = _across(reading, test, classes.values())
        found += [] if across is None else [across]
    if unknown:
        reason = "the currency of an amount is not stated"
        settle = "state the currency of the claims in XXX"
        outcome = Outcome(Truth.UNDETERMINED, (reason,), (settle,))
        found.append(Agreed(outcome, tuple(claim for _, claim in unknown)))
    if not found:
        return None
    outcome = every([one.outcome for one in found])
    led = [one for one in found if one.outcome.truth is outcome.truth]
    return Agreed(outcome, tuple(dict.fromkeys(claim for one in led for claim in one.decisive)))


def _currency_of_tolerance(reading: Reading, test: model.Agreement) -> str | None:
    """The currency of an absolute tolerance, to which amounts in others are brought."""
    if test.tolerance != "absolute":
        return None
    return reading.plan.components[reading.plan.components[test.component].group].currency


def _bounds(package: Package, claim: Claim, name: str) -> Interval | None:
    if name == "implied_rate":
        return implied_rate(package, claim)
    if claim.value is None:
        return None
    bounds = intervals.scale(claim.bounds, claim.unit.factor)
    if name == "value":
        return bounds
    end = bounds.low if name == "lower" else bounds.high
    return point(end) if rational.is_finite(end) else None


def _across(
    reading: Reading,
    test: model.Agreement,
    classes: Iterable[list[tuple[Interval, Claim]]],
) -> Agreed | None:
    """All claims brought to one currency; None when one stands alone there."""
    component = reading.plan.components[reading.plan.components[test.component].group]
    target = target_currency(reading.package.vocabulary, component)
    converted: list[tuple[Interval, Claim]] = []
    missing: list[UnsettledError] = []
    for listed in classes:
        for bounds, claim in listed:
            try:
                term = reading.convert(
                    terms.Fixed(bounds), claim, claim.unit.currencies, target or ""
                )
                converted.append((natural(term), claim))
            except UnsettledError as unsettled:
                missing.append(unsettled)
    found = []
    if len(converted) > 1:
        found.append(_spread(test, converted, lambda: _brought(reading, converted, target or "")))
    if missing:
        reasons = tuple(dict.fromkeys(one.reason for one in missing))
        settle = tuple(dict.fromkeys(one.settle for one in missing))
        found.append(Agreed(Outcome(Truth.UNDETERMINED, reasons, settle), ()))
    if not found:
        return None
    outcome = every([one.outcome for one in found])
    led = [one for one in found if one.outcome.truth is outcome.truth]
    return Agreed(outcome, tuple(claim for one in led for claim in one.decisive))


def _brought(reading: Reading, figures: list[tuple[Interval, Claim]], target: str) -> Unit:
    return in_currency(reading, _told_in(figures, "value"), target)


def _told_in(figures: list[tuple[Interval, Claim]], name: str) -> Unit:
    return NO_UNIT if name == "implied_rate" else common_unit(claim for _, claim in figures)


def _spread(
    test: model.Agreement, figures: list[tuple[Interval, Claim]], told_in: Callable[[], Unit]
) -> Agreed:
    """L - U against what is allowed, L the greatest lower bound and U the least upper.

    `told_in` gives the unit that a gap is told in, once there is one.
    """
    low, high = figures[0][0].lower(), figures[0][0].upper()
    for bounds, _ in figures[1:]:
        low = extreme(low, bounds.lower(), -1, prefer_open=True)
        high = extreme(high, bounds.upper(), 1, prefer_open=True)
    decisive = tuple(
        claim for bounds, claim in figures if bounds.lower() == low or bounds.upper() == high
    )
    order = rational.compare(low[0], high[0])
    missing = low[1] or high[1]
    if order < 0 or (order == 0 and not missing):
        return Agreed(Outcome(Truth.HOLDS), decisive)
    gap = rational.subtract(low[0], high[0])
    size = rational.maximum(rational.absolute(low[0]), rational.absolute(high[0]))
    if test.amount is not None:
        room = rational.compare(gap, _allowed(test, size))
        if room < 0 or (room == 0 and not missing):
            return Agreed(Outcome(Truth.HOLDS), decisive)
    share = percent_text(rational.divide(gap, size)) if size[0] else "0%"
    unit = told_in()
    detail = f"{_ends(in_unit(Interval(high[0], low[0]), unit), unit)} are {share} apart"
    if isinstance(test.amount, model.Constant) and test.tolerance == "relative":
        detail += f", and {percent_text(test.amount.value)} is allowed"
    return Agreed(Outcome(Truth.VIOLATED, details=(detail,)), decisive)


def _allowed(test: model.Agreement, size: Rational) -> Rational:
    if not isinstance(test.amount, model.Constant):
        return rational.ZERO
    if test.tolerance == "absolute":
        return test.amount.value
    return rational.multiply(test.amount.value, size)


def _ends(gap: Interval, unit: Unit) -> str:
    """`at least 180 billion and at most 160.5 billion CNY`: the bounds that do not meet."""
    before = unit.text if unit == NO_UNIT else ""
    low, high = gap.high, gap.low
    digits = to_tell_apart(low, high)
    low_text = ratio_text(low, before, max(digits, enough(low)))
    high_text = ratio_text(high, unit.text, max(digits, enough(high)))
    return f"at least {low_text} and at most {high_text}"
