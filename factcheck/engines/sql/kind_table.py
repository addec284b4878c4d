"""The table `kinds`: of each kind of claim, what its codes stand for and what they do to digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from factcheck.engines.sql import codes
from factcheck.engines.sql.coded import NO_NUMBER, TOO_LONG, Coding, Kind, Stored, kinds_of
from factcheck.engines.sql.kinds import (
    MOST_PLACES,
    End,
    Number,
    Printed,
    Scaled,
    metric_places,
    scaled,
)
from factcheck.lang.typed import Key
from factcheck.records import Record, frozen
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Metric, Vocabulary

KINDS: Final = "kinds"
NUMBER: Final = "number"
"""The column that has how many claims are of a kind."""
OF_AN_END: Final = ("over", "under", "half", "moved_over", "moved_under", "most")
_OPENED: Final = ("gt", "lt", "order")
_DONE: Final = ("", "actual")
_CODES: Final = ("metric", "unit", "status", "currency", "relation", "hedge", "decimals")


NAMED: Final[Mapping[str, Callable[[Any], str]]] = {
    "relation": lambda value: value or "eq",
    "hedge": lambda value: value or "none",
    "decimals": lambda value: "exact" if value is None else str(value),
}
"""What an empty cell is, where empty is a value; see plan/columns.py."""


@frozen
class Dictionaries(Record):
    """What the codes of kinds stand for."""

    known: Mapping[str, Mapping[Key, int]]
    metrics: Mapping[int, Metric]
    units: Mapping[int, Unit]
    statuses: Mapping[int, str]
    listed: Mapping[str, Sequence[Any]]
    """Of relation, hedge and decimals: the values by their codes."""
    words: Mapping[str, Mapping[str, int]]
    """By field: the codes of the words that the table has for it."""

    def named(self) -> Mapping[str, Sequence[int]]:
        """The codes that rules know these values by."""
        return {
            name: [self.known[name][of(value)] for value in self.listed[name]]
            for name, of in NAMED.items()
        }


@frozen
class Counted(Record):
    """How many claims there are of a metric that do, or do not, restate another."""

    metric: str
    restates: bool
    number: int


@frozen
class Kinds(Record):
    """What is known of all kinds."""

    places: Mapping[str, int]
    """By metric."""
    currencies: Mapping[str, frozenset[str]]
    """By metric: those of its claims."""
    counted: tuple[Counted, ...]
    ranged: bool
    """Whether a claim prints a range."""
    divided: bool
    """Whether the numbers of some kind are divided."""
    limited: bool
    """Whether the numbers of some kind may be too long."""
    short: bool
    """Whether all numbers are."""
    done: bool
    """Whether all claims are of what is done, and not planned or the like."""


def fill_kinds(stored: Stored, coding: Coding, vocabulary: Vocabulary, own: Dictionaries) -> Kinds:
    """Fill the table."""
    found = kinds_of(stored, coding)
    printed = [_printed(one.codes, own) for one in found]
    sizes = [
        (one.codes["metric"], kind, _size(kind, one))
        for one, kind in zip(found, printed, strict=True)
    ]
    places = metric_places(sizes, own.units, vocabulary.hedges)
    done: dict[tuple[Printed, int], Scaled] = {}
    rows, divided, limited = [], False, False
    named = own.named()
    for one, kind in zip(found, printed, strict=True):
        key = kind, places[one.codes["metric"]]
        if key not in done:
            done[key] = scaled(kind, own.units[kind.unit].factor, key[1], vocabulary.hedges)
        does = done[key]
        rows.append((*one.numbers, one.claims, *_row(one.codes, kind, does, own, named)))
        divided = divided or does.is_divided
        limited = limited or does.has_longer(one.greatest, one.greatest_to)
    stored.door.fill(KINDS, _columns(coding), rows)
    return Kinds(
        {own.metrics[code].id: number for code, number in places.items()},
        _currencies(vocabulary, found, own),
        tuple(_counted(found, own)),
        any(kind.value_to is not None for kind in printed),
        divided,
        limited,
        not any(
            one is not None and one.places == TOO_LONG
            for kind in printed
            for one in (kind.value, kind.value_to)
        ),
        all(own.statuses[one.codes["status"]] in _DONE for one in found),
    )


def _printed(one: Mapping[str, int], own: Dictionaries) -> Printed:
    return Printed(
        one["unit"],
        own.listed["relation"][one["relation"]] or "eq",
        own.listed["hedge"][one["hedge"]],
        own.listed["decimals"][one["decimals"]],
        _number(one, "value"),
        _number(one, "value_to") if "value_to_places" in one else None,
    )


def _number(one: Mapping[str, int], name: str) -> Number | None:
    places = one[f"{name}_places"]
    return None if places == NO_NUMBER else Number(places, bool(one[f"{name}_below"]))


def _size(kind: Printed, one: Kind) -> float:
    """The greatest number of a kind, as it is printed."""
    size = one.greatest / 10**kind.value.places if kind.value else 0.0
    return max(size, one.greatest_to / 10**kind.value_to.places) if kind.value_to else size


def _columns(coding: Coding) -> list[tuple[str, str]]:
    columns = [(name, "INTEGER") for name in coding.packing.names]
    columns.append((NUMBER, "BIGINT"))
    columns += [(name, "INTEGER") for name in _CODES]
    flags = ("restates", "wordless", "opened", "ranged", "stock", "done", "strange")
    columns += [(name, "BOOLEAN") for name in flags]
    columns += [(name, "BIGINT") for name in ("floor", "value_scale", "value_to_scale")]
    for side in ("low", "high"):
        columns.append((f"{side}_is_finite", "BOOLEAN"))
        columns += [(f"{side}_{name}", "BIGINT") for name in OF_AN_END]
    return columns


def _row(
    one: Mapping[str, int],
    kind: Printed,
    does: Scaled,
    own: Dictionaries,
    named: Mapping[str, Sequence[int]],
) -> tuple[Any, ...]:
    metric, unit = own.metrics[one["metric"]], own.units[one["unit"]]
    currency = codes.currency_of(unit, own.known["currency"])
    return (
        *(one["metric"], one["unit"], one["status"], currency),
        *(listed[one[name]] for name, listed in named.items()),
        bool(one.get("restates")),
        kind.value is None,
        kind.value is not None and kind.relation in _OPENED,
        kind.value_to is not None,
        metric.kind == "stock",
        own.statuses[one["status"]] in _DONE,
        currency == codes.STRANGE_CURRENCY,
        0 if metric.non_negative else None,
        _scale(kind.value),
        _scale(kind.value_to),
        *(does.low_is_finite, *_end(does.low, kind.value)),
        *(does.high_is_finite, *_end(does.high, kind.value_to or kind.value)),
    )


def _scale(number: Number | None) -> int | None:
    """What its digits are multiplied with, so that all numbers have the same places."""
    if number is None or number.places == TOO_LONG:
        return None
    scale: int = 10 ** (MOST_PLACES - number.places)
    return scale


def _end(end: End | None, number: Number | None) -> tuple[int | None, ...]:
    if end is None or number is None or number.places == TOO_LONG:
        return (None,) * len(OF_AN_END)
    return (*end, end.most)


def _currencies(
    vocabulary: Vocabulary, found: Sequence[Kind], own: Dictionaries
) -> dict[str, frozenset[str]]:
    by_metric: dict[str, set[str]] = {name: set() for name in vocabulary.metrics}
    for one in found:
        currencies = own.units[one.codes["unit"]].currencies
        by_metric[own.metrics[one.codes["metric"]].id].update(name for name, _ in currencies)
    return {name: frozenset(listed) for name, listed in by_metric.items()}


def _counted(found: Sequence[Kind], own: Dictionaries) -> list[Counted]:
    numbers: dict[tuple[str, bool], int] = {}
    for one in found:
        key = own.metrics[one.codes["metric"]].id, bool(one.codes.get("restates"))
        numbers[key] = numbers.get(key, 0) + one.claims
    return [Counted(*key, number) for key, number in sorted(numbers.items())]
