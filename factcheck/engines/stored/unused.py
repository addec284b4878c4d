"""Which claims took part in no case, and why, counted in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.engines.engine import ALONE, NOT_NAMED, NOTHING_MET, RESTATES, Coverage
from factcheck.engines.sql.expression import Column, call, case, one_of
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.engines.stored.check import names
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.raw import RAW, ROW
from factcheck.engines.stored.words import Words
from factcheck.plan.model import RulePlan

USED = "used"


def coverage(
    reader: Reader, words: Words, plans: Sequence[RulePlan], used: Collection[str]
) -> Coverage:
    """What became of the claims; `used` are the ids of those in cases that were judged here."""
    raw = reader.raw
    if not plans:
        return Coverage(raw.rows, {})
    columns = names(raw)
    named = {reference.scan.metric for plan in plans for reference in plan.references}
    texts = words.right("metric_id")
    listed = tuple(text for text, metric in texts.items() if metric.id in named)
    grouped = any(plan.groups is not None for plan in plans)
    branches = [(one_of(Column(columns["metric_id"], RAW), listed), NOTHING_MET)]
    if "converts" in columns:
        branches.insert(0, (Column(columns["converts"], RAW).differs(""), RESTATES))
    reason = case(*branches, otherwise=ALONE if grouped else NOT_NAMED)
    raw.door.fill("judged", (("id", "TEXT"),), [(one,) for one in used])
    joins = [
        Join(
            Table("judged"), Column(columns["claim_id"], RAW).equals(Column("id", "judged")), "anti"
        ),
        Join(Table(USED), Column(ROW, RAW).equals(Column(ROW, USED)), "anti"),
    ]
    query = Select({"reason": reason, "n": call("count")}, Table(RAW), joins, group=(reason,))
    found = dict(raw.door.rows(query))
    raw.door.drop("judged")
    return Coverage(raw.rows, found)
