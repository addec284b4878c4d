"""The working table of claims: built once from their text, for all rules of a run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.claims.model import Claims
from factcheck.engines.package import Package
from factcheck.engines.sql import bounds, codes
from factcheck.engines.sql.coded import CODED, Coding, Stored, code
from factcheck.engines.sql.codes import Days
from factcheck.engines.sql.domains import unbound
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, all_of, case
from factcheck.engines.sql.facts import CLAIMS, OF_KINDS, Facts
from factcheck.engines.sql.kind_table import (
    KINDS,
    NAMED,
    Counted,
    Dictionaries,
    Kinds,
    fill_kinds,
)
from factcheck.engines.sql.printed import asks_for_values, fill_valued
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.steps import Step
from factcheck.lang.typed import Key
from factcheck.plan.model import RulePlan
from factcheck.records import Record, frozen, names_of
from factcheck.values.period import Period
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Metric, Vocabulary

_ALWAYS = ("entity", "period")


@frozen
class Working(Record):
    """What there is once the working table is built."""

    facts: Facts
    days: Days
    counted: tuple[Counted, ...]
    columns: Mapping[str, str]
    """The stored name of each column of the text."""
    claims: Layers
    """The query of the table `claims`, over the table `coded`."""


def build(stored: Stored, vocabulary: Vocabulary, plans: Sequence[RulePlan]) -> Working:
    """The table `claims` for some plans; `steps` leads from claims' periods to cases'."""
    days = Days()
    asked = set(_words_of(plans))
    own = {
        f"own_{number}": name for number, name in enumerate(vocabulary.dimensions) if name in asked
    }
    texts = codes.texts_of(stored, asked)
    own |= {name: name for name in texts}
    periods: Mapping[str, Period | None] = stored.meanings["period"]
    dictionaries = _fill_codes(stored, vocabulary, plans, own, texts, days)
    known = dict(dictionaries.known)
    known["period"], words = _fill_steps(stored.door, vocabulary, plans, periods, days)
    done = set(dictionaries.statuses.values()) <= {"", "actual"} and None not in periods.values()
    # A plan is converted on the day of its source.
    fields = (*_ALWAYS, "source") if "source" in asked or not done else _ALWAYS
    sizes = {
        name: max(known[name].values(), default=0) + 1 for name in ("metric", "unit", "status")
    }
    sizes |= {name: len(listed) for name, listed in dictionaries.listed.items()}
    coding = code(stored, {**dictionaries.words, "period": words}, sizes, fields, own)
    kinds = fill_kinds(stored, coding, vocabulary, dictionaries)
    columns = (*fields, *own)
    claims = _claims(coding, kinds, columns, by_source="source" in fields)
    stored.door.view(CLAIMS, claims)
    has_values = kinds.short and asks_for_values(plans)
    if has_values:
        fill_valued(stored.door, coding)
    facts = Facts(
        vocabulary,
        known,
        kinds.places,
        kinds.currencies,
        frozenset(columns),
        dictionaries.units,
        {name: stored.columns.get(name, "") for name in ("quote",)},
        has_values,
    )
    return Working(facts, days, kinds.counted, stored.columns, claims)


def wanted_metrics(plans: Sequence[RulePlan]) -> frozenset[str] | None:
    """The metrics that the plans scan; None for all."""
    if any(plan.groups is not None or unbound(plan) for plan in plans):
        return None
    return frozenset(reference.scan.metric or "" for plan in plans for reference in plan.references)


def _words_of(node: object) -> Iterator[str]:
    """Every name in some plans, of paths the first: among them are all fields that they ask for."""
    if isinstance(node, str):
        yield node.partition(".")[0]
    elif isinstance(node, tuple | list):
        for one in node:
            yield from _words_of(one)
    elif isinstance(node, Record):
        for name in names_of(type(node)):
            yield from _words_of(getattr(node, name))


def _fill_codes(
    stored: Stored,
    vocabulary: Vocabulary,
    plans: Sequence[RulePlan],
    own: Mapping[str, str],
    texts: Mapping[str, Mapping[str, str]],
    days: Days,
) -> Dictionaries:
    meanings = stored.meanings
    groups = [row.group for row in vocabulary.memberships] if any(p.folds for p in plans) else []
    if any(on.how == "group" for plan in plans for one in plan.references for on in one.on):
        groups += [row.member for row in vocabulary.memberships]
    metrics: Mapping[str, Metric] = meanings["metric_id"]
    units = codes.numbered(meanings["unit_id"])
    coded = {
        "entity": codes.plain(meanings["entity_id"], groups),
        "status": codes.plain(meanings["status"]),
        "source": codes.fill_sources(stored.door, meanings["source_id"], vocabulary.sources, days),
        "metric": codes.metrics(metrics, wanted_metrics(plans)),
        "unit": codes.Coded(units, units),
    }
    words = {name: one.words for name, one in coded.items()}
    known: dict[str, Mapping[Key, int]] = {name: one.codes for name, one in coded.items()}
    known["currency"] = codes.currency_codes(vocabulary)
    for column, name in own.items():
        found = codes.text(name, texts[name]) if name in texts else codes.plain(meanings[name])
        known[name], words[column] = found
    listed: dict[str, Sequence[Any]] = {}
    for name, of in NAMED.items():
        words[name] = codes.listed(meanings[name])
        listed[name] = list(meanings[name].values())
        known[name] = codes.numbered(of(value) for value in listed[name])
    by_id = {one.id: one for one in metrics.values()}
    return Dictionaries(
        known,
        {code: by_id[str(name)] for name, code in known["metric"].items()},
        {code: meanings["unit_id"][str(word)] for word, code in known["unit"].items()},
        {0: "", **{code: str(name) for name, code in known["status"].items()}},
        listed,
        words,
    )


def _fill_steps(
    door: Door,
    vocabulary: Vocabulary,
    plans: Sequence[RulePlan],
    periods: Mapping[str, Period | None],
    days: Days,
) -> codes.Coded:
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
        (step, known.codes[own], known.codes[case])
        for step, listed in pairs.items()
        for own, case in listed
    ]
    door.fill("steps", (("step", "TEXT"), ("own", "INTEGER"), ("case", "INTEGER")), rows)
    return known


def _claims(coding: Coding, kinds: Kinds, fields: Sequence[str], *, by_source: bool) -> Layers:
    """The claims, each beside what its kind does."""
    same = all_of(
        *(Column(name, CODED).equals(Column(name, KINDS)) for name in coding.packing.names)
    )
    elapsed = Column("period", CODED).equals(Column("period", "elapsed"))
    joins = [Join(Table(KINDS), same), Join(Table("elapsed"), elapsed)]
    plain = ("row", *fields)
    columns: dict[str, Expression] = {name: Column(name, CODED) for name in plain}
    of_kinds = (*OF_KINDS, "low_is_finite", "high_is_finite", "strange", "floor")
    columns |= {name: Column(name, KINDS) for name in of_kinds}
    kept = (*plain, *OF_KINDS, "day")
    columns["day"] = _day(joins, by_source=by_source)
    ended = Select({**columns, **bounds.ends(kinds)}, Table(CODED), joins)
    last: dict[str, Expression] = {name: Column(name) for name in kept}
    last |= {"low": bounds.low(), "high": Column("upper"), "odd": bounds.is_odd()}
    return Layers((("ended", ended),), Select(last, Table("ended")))


def _day(joins: list[Join], *, by_source: bool) -> Expression:
    """The number of the days on which a claim is converted."""
    own = case(
        (Column("stock", KINDS), Column("stock", "elapsed")), otherwise=Column("flow", "elapsed")
    )
    if not by_source:
        return own
    source = Column("source", CODED).equals(Column("source", "published"))
    joins.append(Join(Table("published"), source))
    stated = Column("done", KINDS) & Column("period", CODED).differs(0)
    return case((stated, own), otherwise=Column("day", "published"))
