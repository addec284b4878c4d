"""The dictionaries of a working table: words to codes in the order of their values, with days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import Factory, define

from factcheck.engines.exact.moves import backward, forward
from factcheck.engines.package import Package
from factcheck.engines.sql.door import Door
from factcheck.lang.typed import Key
from factcheck.plan.model import JoinOn, RulePlan
from factcheck.values.period import Period
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Metric, Source, Vocabulary

Meanings = Mapping[str, Mapping[str, Any]]
"""By column: what each of its words means."""

NO_DAY: Final = 0
STRANGE_CURRENCY: Final = -1


@define(eq=False)
class Days:
    """The days on which amounts are converted, by number; 0 is no day."""

    listed: list[tuple[date, date]] = Factory(list)
    numbers: dict[tuple[date, date], int] = Factory(dict)

    def number(self, days: tuple[date, date] | None) -> int:
        """The number of some days."""
        if days is None:
            return NO_DAY
        if days not in self.numbers:
            self.listed.append(days)
            self.numbers[days] = len(self.listed)
        return self.numbers[days]


def numbered(values: Iterable[Any]) -> dict[Any, int]:
    """Codes from 1 in the order of the values."""
    return {value: number for number, value in enumerate(sorted(set(values)), start=1)}


def moving(plans: Sequence[RulePlan]) -> list[JoinOn]:
    """The steps along the calendar that some plans take, each once."""
    found: dict[tuple[str, str | None, int], JoinOn] = {}
    for plan in plans:
        for reference in plan.references:
            for on in reference.on:
                if on.field == "period" and on.how in ("previous", "ago") and not on.part:
                    found.setdefault((on.how, on.kind, on.months), on)
    return list(found.values())


def steps_of(
    package: Package, on: JoinOn, periods: Iterable[Period]
) -> list[tuple[Period, Period]]:
    """Pairs of a claim's period and a case's from which a step leads to it."""
    return [
        (own, case)
        for own in periods
        for case in backward(package, on, own)
        if isinstance(case, Period) and own in forward(package, on, case)
    ]


def fill_plain(door: Door, field: str, words: Mapping[str, str]) -> dict[Key, int]:
    """The table of a field whose words name themselves, `code_FIELD`; an empty word is code 0."""
    codes = numbered(value for value in words.values() if value)
    rows = [(word, codes.get(value, 0)) for word, value in words.items()]
    door.fill(f"code_{field}", (("word", "TEXT"), ("code", "BIGINT")), rows)
    return codes


def fill_sources(
    door: Door, words: Mapping[str, str], sources: Mapping[str, Source], days: Days
) -> dict[Key, int]:
    """Sources, each with the day on which it was published."""
    codes = numbered(words.values())
    rows = []
    for word, name in words.items():
        published = sources[name].published
        day = days.number(None if published is None else (published, published))
        rows.append((word, codes[name], day))
    columns = (("word", "TEXT"), ("code", "BIGINT"), ("published", "BIGINT"))
    door.fill("code_source", columns, rows)
    return codes


def fill_periods(
    door: Door, words: Mapping[str, Period | None], more: Iterable[Period], days: Days
) -> dict[Key, int]:
    """Periods, each with its days and with its last day."""
    codes = numbered([*(one for one in words.values() if one is not None), *more])
    rows = [
        (word, 0, NO_DAY, NO_DAY)
        if one is None
        else (word, codes[one], days.number((one.start, one.end)), days.number((one.end, one.end)))
        for word, one in words.items()
    ]
    columns = (("word", "TEXT"), ("code", "BIGINT"), ("flow", "BIGINT"), ("stock", "BIGINT"))
    door.fill("code_period", columns, rows)
    return codes


def fill_metrics(
    door: Door, words: Mapping[str, Metric], wanted: frozenset[str] | None
) -> dict[Key, int]:
    """The metrics that are wanted: claims of others are left out."""
    codes = numbered(one.id for one in words.values())
    rows = [
        (word, codes[one.id], one.kind == "stock", one.non_negative)
        for word, one in words.items()
        if wanted is None or one.id in wanted
    ]
    columns = (
        ("word", "TEXT"),
        ("code", "BIGINT"),
        ("is_stock", "BOOLEAN"),
        ("non_negative", "BOOLEAN"),
    )
    door.fill("code_metric", columns, rows)
    return codes


def fill_units(
    door: Door, words: Mapping[str, Unit], currencies: Mapping[str, int]
) -> dict[Key, int]:
    """Units, each with its currency."""
    codes = numbered(words)
    rows = [(word, code, _currency(words[word], currencies)) for word, code in codes.items()]
    columns = (("word", "TEXT"), ("code", "BIGINT"), ("currency", "BIGINT"))
    door.fill("code_unit", columns, rows)
    return codes


def _currency(unit: Unit, currencies: Mapping[str, int]) -> int:
    if not unit.currencies:
        return 0
    if len(unit.currencies) > 1 or unit.currencies[0][1] not in (1, -1):
        return STRANGE_CURRENCY
    return currencies[unit.currencies[0][0]]


def currency_codes(vocabulary: Vocabulary) -> dict[Key, int]:
    """All currencies of a package."""
    return numbered(unit.id for unit in vocabulary.units.values() if unit.currency)
