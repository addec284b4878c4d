"""Which claims took part in no case, and why, counted in the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from factcheck.engines.engine import ALONE, NOT_NAMED, NOTHING_MET, RESTATES, Coverage
from factcheck.engines.sql.expression import Column, Expression, call
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.engines.sql.runner import Runner
from factcheck.engines.sql.used import USED
from factcheck.engines.stored.check import names
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.raw import RAW, ROW
from factcheck.engines.stored.words import Words
from factcheck.plan.model import RulePlan
from factcheck.vocabulary.model import Metric

_JUDGED = "judged"

_Kind: TypeAlias = tuple[str, bool]
"""The metric of a claim, and whether it restates another."""


def coverage(
    reader: Reader,
    words: Words,
    plans: Sequence[RulePlan],
    ran: Runner | None,
    judged: Collection[str],
) -> Coverage:
    """What became of the claims: those in cases of queries, and those with these ids, were used."""
    raw = reader.raw
    if not plans:
        return Coverage(raw.rows, {})
    left = _all(reader, words, ran)
    if ran is not None:
        known = ran.working.facts.codes["metric"]
        names_of = {code: str(name) for name, code in known.items()}
        used = ran.used.total().items()
        left -= Counter({(names_of[code], restates): n for (code, restates), n in used})
    if judged:
        left -= _judged_alone(reader, words, judged, ran)
    found: Counter[str] = Counter()
    named = {reference.scan.metric for plan in plans for reference in plan.references}
    otherwise = ALONE if any(plan.groups is not None for plan in plans) else NOT_NAMED
    for (metric, restates), number in left.items():
        reason = NOTHING_MET if metric in named else otherwise
        found[RESTATES if restates else reason] += number
    return Coverage(raw.rows, dict(found))


def _all(reader: Reader, words: Words, ran: Runner | None) -> Counter[_Kind]:
    """How many claims of each kind there are; those that no rule asks for as one."""
    raw = reader.raw
    if ran is None:
        return _counted(reader, words)
    found: Counter[_Kind] = Counter(
        {(one.metric, one.restates): one.number for one in ran.working.counted}
    )
    others = raw.rows - found.total()
    if others and "converts" in raw.columns:
        return _counted(reader, words)
    found["", False] += others
    return found


def _counted(reader: Reader, words: Words, *joins: Join) -> Counter[_Kind]:
    """The same, from the table itself."""
    raw = reader.raw
    metric = Column(raw.own("metric_id"), RAW)
    columns: dict[str, Expression] = {"metric": metric}
    if "converts" in raw.columns:
        columns["restates"] = Column(names(raw)["converts"], RAW).differs("")
    group = tuple(columns.values())
    rows = raw.door.rows(Select({**columns, "n": call("count")}, Table(RAW), joins, group=group))
    metrics: Mapping[str, Metric] = words.right("metric_id")
    found: Counter[_Kind] = Counter()
    for word, *restates, number in rows:
        found[metrics[word or ""].id, any(restates)] += number
    return found


def _judged_alone(
    reader: Reader, words: Words, judged: Collection[str], ran: Runner | None
) -> Counter[_Kind]:
    """Those with these ids that are in no case of a query."""
    raw = reader.raw
    raw.door.fill(_JUDGED, (("id", "TEXT"),), [(one,) for one in judged])
    same = Column(names(raw)["claim_id"], RAW).equals(Column("id", _JUDGED))
    joins = [Join(Table(_JUDGED), same, "semi")]
    if ran is not None:
        joins.append(Join(Table(USED), Column(ROW, RAW).equals(Column(ROW, USED)), "anti"))
    found = _counted(reader, words, *joins)
    raw.door.drop(_JUDGED)
    return found
