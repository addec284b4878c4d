"""What SQL a rule becomes over the claims of a package, or why it becomes none."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.choose import chosen
from factcheck.engines.sql.dialect import DUCKDB, SPARK
from factcheck.engines.stored.loaded import InTables
from factcheck.plan.model import RulePlan
from factcheck.records import Record, frozen
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.model import Vocabulary

DIALECTS: Final = {one.name: one for one in (DUCKDB, SPARK)}


@frozen
class Queries(Record):
    """The statements in the order in which they run; none, and a reason, where no query runs."""

    statements: tuple[str, ...]
    reason: str = ""


def queries_of(
    descriptor: Descriptor,
    vocabulary: Vocabulary,
    plan: RulePlan,
    dialect: str,
    max_readings: int,
) -> tuple[Queries | None, list[Diagnostic]]:
    """The queries of one rule, which DuckDB runs meanwhile, in its dialect or in another."""
    engine = chosen("duckdb", descriptor)
    if isinstance(engine, Diagnostic):
        return None, [engine]
    with engine.load(descriptor, vocabulary, (plan,)) as (claims, found):
        if claims is None or any(one.is_error for one in found):
            return None, found
        if not isinstance(claims, InTables):
            return Queries((), "only the exact reader takes the table of its claims apart"), found
        telling = claims.told_in(DIALECTS[dialect])
        claims.run(plan, max_readings)
        if claims.runner is None or plan.id not in claims.runner.lowered:
            unsaid = claims.runner.unsaid[plan.id] if claims.runner else "it"
            place = f"{plan.span.path}, line {plan.span.line}"
            return Queries((), f"no query says {unsaid} ({place})"), found
        return Queries(tuple(telling.said)), found
