"""Which claims took part in no case, and why, counted in the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from factcheck.engines.engine import ALONE, NOT_NAMED, NOTHING_MET, RESTATES, Coverage
from factcheck.engines.sql.expression import Column, Expression, call
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.engines.stored.check import names
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.raw import RAW, ROW, Raw
from factcheck.engines.stored.words import Words
from factcheck.plan.model import RulePlan
from factcheck.vocabulary.model import Metric

USED = "used"
_JUDGED = "judged"

_Kind: TypeAlias = tuple[str, bool]
"""The metric of a claim, as it is written, and whether it restates another."""


def coverage(
    reader: Reader, words: Words, plans: Sequence[RulePlan], judged: Collection[str]
) -> Coverage:
    """What became of the claims: those in the table `used`, and those with these ids, were."""
    raw = reader.raw
    if not plans:
        return Coverage(raw.rows, {})
    left = _counted(raw) - _counted(raw, Join(Table(USED), _same_row(USED), "semi"))
    if judged:
        left -= _judged_alone(raw, judged)
    found: Counter[str] = Counter()
    named = _named(words, plans)
    otherwise = ALONE if any(plan.groups is not None for plan in plans) else NOT_NAMED
    for (metric, restates), number in left.items():
        reason = NOTHING_MET if metric in named else otherwise
        found[RESTATES if restates else reason] += number
    return Coverage(raw.rows, dict(found))


def _named(words: Words, plans: Sequence[RulePlan]) -> set[str]:
    """The metrics that some plan names, as they are written."""
    named = {reference.scan.metric for plan in plans for reference in plan.references}
    texts: Mapping[str, Metric] = words.right("metric_id")
    return {text for text, metric in texts.items() if metric.id in named}


def _same_row(table: str) -> Expression:
    return Column(ROW, RAW).equals(Column(ROW, table))


def _counted(raw: Raw, *joins: Join) -> Counter[_Kind]:
    """How many claims of each kind there are."""
    metric = Column(raw.own("metric_id"), RAW)
    columns: dict[str, Expression] = {"metric": metric}
    if "converts" in raw.columns:
        columns["restates"] = Column(names(raw)["converts"], RAW).differs("")
    group = tuple(columns.values())
    rows = raw.door.rows(Select({**columns, "n": call("count")}, Table(RAW), joins, group=group))
    found: Counter[_Kind] = Counter()
    for word, *restates, number in rows:
        found[word or "", any(restates)] += number
    return found


def _judged_alone(raw: Raw, judged: Collection[str]) -> Counter[_Kind]:
    """Those with these ids that are in no case of a query."""
    raw.door.fill(_JUDGED, (("id", "TEXT"),), [(one,) for one in judged])
    same = Column(names(raw)["claim_id"], RAW).equals(Column("id", _JUDGED))
    found = _counted(
        raw, Join(Table(_JUDGED), same, "semi"), Join(Table(USED), _same_row(USED), "anti")
    )
    raw.door.drop(_JUDGED)
    return found
