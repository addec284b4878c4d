"""The dictionaries of a working table: words to codes in the order of their values, with days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from factcheck.engines.exact.moves import backward
from factcheck.engines.package import Package
from factcheck.engines.sql.checks import cell
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.query import Select, Table
from factcheck.lang.typed import Key
from factcheck.plan.model import JoinOn, RulePlan
from factcheck.records import Factory, define
from factcheck.values.period import Period
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Metric, Source, Vocabulary

if TYPE_CHECKING:  # which asks for the codes
    from factcheck.engines.sql.coded import Stored

NO_DAY: Final = 0
STRANGE_CURRENCY: Final = -1
MOST_TEXTS: Final = 100_000
"""A field of text with more different ones gets no codes."""


class Coded(NamedTuple):
    """A field by codes."""

    codes: dict[Key, int]
    """Of its values."""
    words: Mapping[str, int]
    """Of the words that a table has for them."""


@define
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
        if isinstance(case, Period)
    ]


def plain(words: Mapping[str, str], more: Iterable[str] = ()) -> Coded:
    """A field whose words name themselves; an empty word is code 0."""
    codes = numbered([*(value for value in words.values() if value), *more])
    return Coded(codes, {word: codes.get(value, 0) for word, value in words.items()})


def texts_of(stored: Stored, asked: Collection[str]) -> dict[str, Mapping[str, str]]:
    """What each text of some fields is, of those that are asked for; none of what has too many."""
    found: dict[str, Mapping[str, str]] = {}
    if "inferred" in asked:
        words = stored.meanings["inferred"]
        found["inferred"] = {word: ";".join(names) for word, names in words.items()}
    if "attributed_to" in asked:
        text = cell(stored.columns, "attributed_to")
        query = Select({"word": text}, Table("raw"), distinct=True, limit=MOST_TEXTS + 1)
        texts = stored.door.rows(query, MOST_TEXTS + 1)
        if len(texts) <= MOST_TEXTS:
            found["attributed_to"] = {word: word for (word,) in texts}
    return found


def text(field: str, texts: Mapping[str, str]) -> Coded:
    """A field that is text; empty is a value of what a claim leaves to be inferred."""
    codes = numbered(value for value in texts.values() if value or field == "inferred")
    return Coded(codes, {word: codes.get(value, 0) for word, value in texts.items()})


def listed(words: Iterable[str]) -> dict[str, int]:
    """Words of a field in their order, with codes that start at 0."""
    return {word: code for code, word in enumerate(words)}


def fill_sources(
    door: Door, words: Mapping[str, str], sources: Mapping[str, Source], days: Days
) -> Coded:
    """Sources; the table `published` has the day of each."""
    codes = numbered(words.values())
    rows = []
    for name, code in codes.items():
        published = sources[name].published
        rows.append((code, days.number(None if published is None else (published, published))))
    door.fill("published", (("source", "INTEGER"), ("day", "INTEGER")), rows)
    return Coded(codes, {word: codes[name] for word, name in words.items()})


def fill_periods(
    door: Door, words: Mapping[str, Period | None], more: Iterable[Period], days: Days
) -> Coded:
    """Periods; the table `elapsed` has the days of each, and its last one."""
    codes = numbered([*(one for one in words.values() if one is not None), *more])
    stated = {one for one in words.values() if one is not None}
    rows = [(0, NO_DAY, NO_DAY)] + [
        (codes[one], days.number((one.start, one.end)), days.number((one.end, one.end)))
        for one in sorted(stated)
    ]
    columns = (("period", "INTEGER"), ("flow", "INTEGER"), ("stock", "INTEGER"))
    door.fill("elapsed", columns, rows)
    return Coded(codes, {word: codes.get(one, 0) for word, one in words.items()})


def metrics(words: Mapping[str, Metric], wanted: frozenset[str] | None) -> Coded:
    """All metrics, and the words of those that are wanted: claims of others are left out."""
    codes = numbered(one.id for one in words.values())
    kept = {word: one.id for word, one in words.items() if wanted is None or one.id in wanted}
    return Coded(codes, {word: codes[name] for word, name in kept.items()})


def currency_of(unit: Unit, currencies: Mapping[Key, int]) -> int:
    """The code of a unit's currency; 0 without one."""
    if not unit.currencies:
        return 0
    if len(unit.currencies) > 1 or unit.currencies[0][1] not in (1, -1):
        return STRANGE_CURRENCY
    return currencies[unit.currencies[0][0]]


def currency_codes(vocabulary: Vocabulary) -> dict[Key, int]:
    """All currencies of a package."""
    return numbered(unit.id for unit in vocabulary.units.values() if unit.currency)
