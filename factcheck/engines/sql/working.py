"""The working table of claims: built once from their text, for all rules of a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from factcheck.claims.model import Claims
from factcheck.engines.package import Package
from factcheck.engines.sql import codes
from factcheck.engines.sql.bounds import bounded
from factcheck.engines.sql.checks import cell
from factcheck.engines.sql.codes import Days, Meanings
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, all_of, call, case
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.figures import Step
from factcheck.engines.sql.kinds import Printed, metric_places, scaled
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.lang.typed import Key
from factcheck.plan.model import RulePlan
from factcheck.values.period import Period
from factcheck.values.record import Record
from factcheck.values.unit import Unit
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Vocabulary

EXACT_DECIMALS: Final = 1_000_000
"""Stands for the decimals of a figure that is exact."""
_SHORT: Final = 18
_ORDER: Final = ("metric", "entity", "period")


@frozen(eq=False, repr=False)
class Stored(Record):
    """The text of claims in an engine: table `raw` with `row` and its columns."""

    door: Door
    columns: Mapping[str, str]
    """The stored name of each column."""
    meanings: Meanings
    """What the words of each column mean."""


@frozen(eq=False, repr=False)
class Working(Record):
    """What there is once the working table is built."""

    facts: Facts
    days: Days


def build(stored: Stored, vocabulary: Vocabulary, plans: Sequence[RulePlan]) -> Working:
    """The table `claims` for some plans; `steps` leads from claims' periods to cases'."""
    days = Days()
    known = _fill_codes(stored, vocabulary, plans, days)
    _create_coded(stored, vocabulary)
    places = _fill_kinds(stored, vocabulary, known)
    own = tuple(f"own_{number}" for number in range(len(vocabulary.dimensions)))
    names = ("row", "entity", "metric", "period", "source", "status", "unit", *own)
    names = (*names, "currency", "day", "restates", "wordless")
    joined = _with_kinds(names)
    stored.door.create("kinded", joined)
    stored.door.drop("coded")
    kept: dict[str, Expression] = {name: Column(name) for name in names}
    stored.door.create(CLAIMS, bounded("kinded", kept, _ORDER))
    stored.door.drop("kinded")
    return Working(Facts(vocabulary, known, places, _currencies(stored, vocabulary)), days)


def wanted_metrics(plans: Sequence[RulePlan]) -> frozenset[str] | None:
    """The metrics that the plans scan; None for all."""
    if any(plan.groups is not None for plan in plans):
        return None
    return frozenset(reference.scan.metric or "" for plan in plans for reference in plan.references)


def _right(stored: Stored, column: str) -> Mapping[str, Any]:
    return stored.meanings[column]


def _fill_codes(
    stored: Stored, vocabulary: Vocabulary, plans: Sequence[RulePlan], days: Days
) -> dict[str, Mapping[Key, int]]:
    door = stored.door
    currencies = codes.currency_codes(vocabulary)
    known: dict[str, Mapping[Key, int]] = {"currency": currencies}
    known["entity"] = codes.fill_plain(door, "entity", _right(stored, "entity_id"))
    known["status"] = codes.fill_plain(door, "status", _right(stored, "status"))
    sources = _right(stored, "source_id")
    known["source"] = codes.fill_sources(door, sources, vocabulary.sources, days)
    metrics = _right(stored, "metric_id")
    known["metric"] = codes.fill_metrics(door, metrics, wanted_metrics(plans))
    units: Mapping[str, Unit] = _right(stored, "unit_id")
    known["unit"] = codes.fill_units(
        door, units, {str(name): code for name, code in currencies.items()}
    )
    for number, name in enumerate(vocabulary.dimensions):
        known[name] = codes.fill_plain(door, f"own_{number}", _right(stored, name))
    periods: Mapping[str, Period | None] = _right(stored, "period")
    known["period"] = _fill_steps(door, vocabulary, plans, periods, days)
    rows = [
        (word, EXACT_DECIMALS if value is None else value)
        for word, value in _right(stored, "decimals").items()
    ]
    door.fill("code_decimals", (("word", "TEXT"), ("code", "BIGINT")), rows)
    return known


def _fill_steps(
    door: Door,
    vocabulary: Vocabulary,
    plans: Sequence[RulePlan],
    periods: Mapping[str, Period | None],
    days: Days,
) -> dict[Key, int]:
    """Periods and the steps between them: a case's may be one that no claim names."""
    package = Package(vocabulary, Claims("", ()), Exchange(()))
    stated = {one for one in periods.values() if one is not None}
    pairs = {
        Step(on.how, on.kind, on.months).name: codes.steps_of(package, on, stated)
        for on in codes.moving(plans)
    }
    more = [case for listed in pairs.values() for _, case in listed]
    known = codes.fill_periods(door, periods, more, days)
    rows = [
        (step, known[own], known[case]) for step, listed in pairs.items() for own, case in listed
    ]
    door.fill("steps", (("step", "TEXT"), ("own", "BIGINT"), ("case", "BIGINT")), rows)
    return known


def _create_coded(stored: Stored, vocabulary: Vocabulary) -> None:
    """The claims with codes for words, and digits for numbers."""
    cells = {name: cell(stored.columns, name) for name in SHAPES["claims"].columns}
    for name in vocabulary.dimensions:
        cells[name] = cell(stored.columns, name)
    fields = {"entity": "entity_id", "metric": "metric_id", "source": "source_id"}
    fields |= {"unit": "unit_id", "period": "period", "status": "status", "decimals": "decimals"}
    fields |= {f"own_{place}": name for place, name in enumerate(vocabulary.dimensions)}
    tables = {field: f"code_{field}" for field in fields}
    columns: dict[str, Expression] = {"row": Column("row", "raw")}
    columns |= {field: Column("code", table) for field, table in tables.items()}
    done = all_of(cells["status"].equals("") | cells["status"].equals("actual"))
    of_period = case(
        (Column("is_stock", "code_metric"), Column("stock", "code_period")),
        otherwise=Column("flow", "code_period"),
    )
    stated = Column("code", "code_period").differs(0)
    columns |= {
        "day": case((done & stated, of_period), otherwise=Column("published", "code_source")),
        "currency": Column("currency", "code_unit"),
        "non_negative": Column("non_negative", "code_metric"),
        "relation": case((cells["relation"].equals(""), "eq"), otherwise=cells["relation"]),
        "hedge": cells["hedge"],
        "wordless": cells["value"].equals(""),
        "ranged": cells["value_to"].differs(""),
        "restates": cells["converts"].differs(""),
        "strange": Column("currency", "code_unit").equals(codes.STRANGE_CURRENCY),
        "digits": _digits(cells["value"]),
        "digits_to": _digits(cells["value_to"]),
        "places": _places(cells["value"]),
        "places_to": _places(cells["value_to"]),
    }
    joins = [
        Join(Table(table), cells[fields[field]].equals(Column("word", table)))
        for field, table in tables.items()
    ]
    stored.door.create("coded", Select(columns, Table("raw"), joins))
    for table in tables.values():
        stored.door.drop(table)


def _digits(text: Expression) -> Expression:
    """The digits of a number as one whole number; nothing where they are many."""
    short = text.differs("") & (call("length", text) <= _SHORT)
    return case((short, call("to_bigint", call("replace", text, ".", ""))))


def _places(text: Expression) -> Expression:
    point = call("position", text, ".")
    return case((point.equals(0), 0), otherwise=call("length", text) - point)


def _fill_kinds(
    stored: Stored, vocabulary: Vocabulary, known: Mapping[str, Mapping[Key, int]]
) -> dict[str, int]:
    """The table `kinds`, and by metric the places of its whole numbers."""
    names = ("metric", "unit", "places", "places_to", "hedge", "decimals")
    plain: dict[str, Expression] = {name: Column(name) for name in names}
    greatest = call("maximum", call("abs", Column("digits")))
    query = Select({**plain, "n": greatest}, Table("coded"), group=tuple(plain.values()))
    found = [(_printed(*row[:6]), (row[6] or 0) / 10 ** row[2]) for row in stored.door.rows(query)]
    units = {known["unit"][word]: unit for word, unit in stored.meanings["unit_id"].items()}
    places = metric_places(found, units, vocabulary.hedges)
    rows = []
    for kind, _ in found:
        hedge = vocabulary.hedges.get(kind.hedge)
        own = scaled(kind, units[kind.unit], places[kind.metric], hedge)
        decimals = EXACT_DECIMALS if kind.decimals is None else kind.decimals
        rows.append((*kind[:5], decimals, *own))
    whole = ("multiplier", "multiplier_to", "half", "low_share", "high_share", "of")
    columns = [(name, "TEXT" if name == "hedge" else "BIGINT") for name in (*names, *whole)]
    stored.door.fill("kinds", columns, rows)
    by_code = {code: str(name) for name, code in known["metric"].items()}
    return {by_code[code]: number for code, number in places.items()}


def _printed(
    metric: int, unit: int, places: int, places_to: int, hedge: str, decimals: int
) -> Printed:
    exact = decimals == EXACT_DECIMALS
    return Printed(metric, unit, places, places_to, hedge, None if exact else decimals)


def _with_kinds(names: tuple[str, ...]) -> Select:
    """The coded claims, each beside what its kind does."""
    kind = ("metric", "unit", "places", "places_to", "hedge", "decimals")
    on = all_of(*(Column(name, "coded").equals(Column(name, "kinds")) for name in kind))
    words = ("relation", "hedge", "ranged", "strange", "non_negative")
    columns: dict[str, Expression] = {
        name: Column(name, "coded") for name in (*names, *words, "digits", "digits_to")
    }
    whole = ("multiplier", "multiplier_to", "half", "low_share", "high_share", "of")
    columns |= {name: Column(name, "kinds") for name in whole}
    return Select(columns, Table("coded"), [Join(Table("kinds"), on)])


def _currencies(stored: Stored, vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """By metric, the currencies of its claims."""
    metric, unit = (Column(stored.columns[name]) for name in ("metric_id", "unit_id"))
    query = Select({"metric": metric, "unit": unit}, Table("raw"), distinct=True)
    found: dict[str, set[str]] = {name: set() for name in vocabulary.metrics}
    for word, text in stored.door.rows(query):
        own = stored.meanings["unit_id"][text].currencies
        found[stored.meanings["metric_id"][word].id].update(name for name, _ in own)
    return {name: frozenset(listed) for name, listed in found.items()}
