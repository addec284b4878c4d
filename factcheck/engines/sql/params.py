"""What the rules of one shape differ in, and the rates that they need, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from factcheck.engines.sql.arithmetic import columns_of_literals, fraction, literals
from factcheck.engines.sql.cases import PARAMS
from factcheck.engines.sql.codes import NO_DAY
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, one_of
from factcheck.engines.sql.facts import CLAIMS
from factcheck.engines.sql.figures import RATES
from factcheck.engines.sql.query import Select, Table
from factcheck.engines.sql.rule import Lowered
from factcheck.engines.sql.working import Working
from factcheck.values import rational
from factcheck.vocabulary.exchange import Exchange

_FEW_RATES: Final = 500
"""So many rates are looked up sooner than all claims are asked which of them they need."""


def fill_params(door: Door, working: Working, lowered: Sequence[Lowered]) -> None:
    """The table `params`: one row a rule, with its metrics and its literals."""
    columns = [("rule", "INTEGER")]
    for place in range(len(lowered[0].metrics)):
        columns += [(f"metric_{place}", "INTEGER"), (f"scale_{place}", "DOUBLE")]
        columns += [(f"unit_{place}", "BIGINT")]
    columns += columns_of_literals(len(lowered[0].constants))
    rows = []
    for number, one in enumerate(lowered):
        row: list[int | float | None] = [number]
        for metric in one.metrics:
            places = working.facts.places.get(metric, 0)
            code = working.facts.codes["metric"].get(metric, 0)
            row += [code, 10.0**places, 10**places]
        row += literals(one.constants)
        rows.append(row)
    door.fill(PARAMS, columns, rows)


def fill_rates(
    door: Door, working: Working, lowered: Lowered, metrics: tuple[int, ...] | None = None
) -> None:
    """The table `rates`: by currency and days, the rate to the currency that all are brought to.

    It has those of the claims of some metrics, or of all.
    """
    columns = [("currency", "INTEGER"), ("day", "INTEGER"), ("low", "DOUBLE"), ("high", "DOUBLE")]
    columns += [("foreign", "BOOLEAN")]
    columns += [(name, "BIGINT") for name in ("low_over", "low_under", "high_over", "high_under")]
    target, rows = lowered.target, []
    if target is not None:
        rows = list(_rates(working, _met(door, working, metrics), target))
    door.fill(RATES, columns, rows)


def _met(
    door: Door, working: Working, metrics: tuple[int, ...] | None
) -> Iterable[tuple[int, int]]:
    """The currencies of claims with their days, or all that there may be where they are few."""
    facts = working.facts
    names = [name for name, code in facts.codes["metric"].items() if code in (metrics or ())]
    currencies = {one for name in names for one in facts.currencies.get(str(name), ())}
    days = len(working.days.listed)
    if metrics is not None and len(currencies) * days <= _FEW_RATES:
        codes = facts.codes["currency"]
        return [
            (codes[one], day + 1)
            for one in sorted(currencies & codes.keys())
            for day in range(days)
        ]
    where = None if metrics is None else one_of(Column("metric"), metrics)
    pairs = {name: Column(name) for name in ("currency", "day")}
    return door.rows(Select(pairs, Table(CLAIMS), where=where, distinct=True))


def _rates(
    working: Working, met: Iterable[tuple[int, int]], target: int
) -> Iterator[tuple[object, ...]]:
    exchange = Exchange(working.facts.vocabulary.rates)
    names = {code: str(name) for name, code in working.facts.codes["currency"].items()}
    yield (target, NO_DAY, 1.0, 1.0, False, 1, 1, 1, 1)
    for code, day in met:
        if code in names and code != target and day != NO_DAY:
            days = working.days.listed[day - 1]
            row = _rate(exchange, names[code], names[target], days)
            if row is not None:
                yield (code, day, *row)


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
