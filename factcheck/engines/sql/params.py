"""What the rules of one shape differ in, and the rates that they need, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from factcheck.engines.sql.cases import PARAMS
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, one_of
from factcheck.engines.sql.facts import CLAIMS
from factcheck.engines.sql.figures import RATES
from factcheck.engines.sql.query import Select, Table
from factcheck.engines.sql.rule import Lowered
from factcheck.engines.sql.working import Working
from factcheck.values import rational
from factcheck.values.rational import Rational
from factcheck.vocabulary.exchange import Exchange

_LONGEST: Final = 9 * 10**18


def fill_params(door: Door, working: Working, lowered: Sequence[Lowered]) -> None:
    """The table `params`: one row a rule, with its metrics and its literals."""
    columns = [("rule", "BIGINT")]
    for place in range(len(lowered[0].metrics)):
        columns += [(f"metric_{place}", "BIGINT"), (f"scale_{place}", "DOUBLE")]
        columns += [(f"unit_{place}", "BIGINT")]
    for place in range(len(lowered[0].constants)):
        columns += [(f"value_{place}", "DOUBLE"), (f"over_{place}", "BIGINT")]
        columns += [(f"under_{place}", "BIGINT")]
    rows = []
    for number, one in enumerate(lowered):
        row: list[int | float | None] = [number]
        for metric in one.metrics:
            places = working.facts.places.get(metric, 0)
            code = working.facts.codes["metric"].get(metric, 0)
            row += [code, 10.0**places, 10**places]
        for value in one.constants:
            row += [rational.to_float(value), *fraction(value)]
        rows.append(row)
    door.fill(PARAMS, columns, rows)


def fraction(value: Rational) -> tuple[int | None, int | None]:
    """Numerator and denominator, where both are short."""
    over, under = rational.reduce(value)
    return (over, under) if abs(over) < _LONGEST and under < _LONGEST else (None, None)


def fill_rates(door: Door, working: Working, lowered: Sequence[Lowered]) -> None:
    """The table `rates`: by currency and days, the rate to the currency that all are brought to."""
    columns = [("currency", "BIGINT"), ("day", "BIGINT"), ("low", "DOUBLE"), ("high", "DOUBLE")]
    columns += [("foreign", "BOOLEAN")]
    columns += [(name, "BIGINT") for name in ("low_over", "low_under", "high_over", "high_under")]
    target = lowered[0].target
    rows = [] if target is None else _rates(door, working, lowered, target)
    door.fill(RATES, columns, rows)


def _rates(
    door: Door, working: Working, lowered: Sequence[Lowered], target: str
) -> list[tuple[object, ...]]:
    facts, exchange = working.facts, Exchange(working.facts.vocabulary.rates)
    names = {code: str(name) for name, code in facts.codes["currency"].items()}
    known = facts.codes["metric"]
    metrics = {known[one] for each in lowered for one in each.metrics if one in known}
    query = Select(
        {"currency": Column("currency"), "day": Column("day")},
        Table(CLAIMS),
        where=one_of(Column("metric"), tuple(sorted(metrics))) if metrics else None,
        distinct=True,
    )
    rows: list[tuple[object, ...]] = []
    for code, day in door.rows(query):
        name = names.get(code)
        if name == target:
            rows.append((code, day, 1.0, 1.0, False, 1, 1, 1, 1))
        elif name is not None and day:
            row = _rate(exchange, name, target, working.days.listed[day - 1])
            rows += [(code, day, *row)] if row else []
    return rows


def _rate(
    exchange: Exchange, name: str, target: str, days: tuple[date, date]
) -> tuple[object, ...] | None:
    """Both ends of a rate, as doubles and exactly; None where there is none, or none to use."""
    rate = exchange.rate(name, target, *days)
    if rate is None or not (rational.is_finite(rate.bounds.high) and rate.bounds.low[0] > 0):
        return None
    low, high = rate.bounds.low, rate.bounds.high
    ends = rational.to_float(low), rational.to_float(high)
    if not 1e-30 < ends[0] <= ends[1] < 1e30:  # noqa: PLR2004 (where errors are proven)
        return None
    return (*ends, True, *fraction(low), *fraction(high))
