"""The fields of the case that a claim says: the same, or a step along the calendar or elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engines.sql import unsaid
from factcheck.engines.sql.expression import Column, Expression
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.pairs import MET, pairs_of
from factcheck.engines.sql.query import Join, Table
from factcheck.engines.sql.scans import column_of
from factcheck.plan import model
from factcheck.records import Record, frozen


@frozen
class Step(Record):
    """A step along the calendar: table `steps` leads from a claim's period to the case's."""

    how: str
    kind: str | None
    months: int

    @property
    def name(self) -> str:
        """As the rows of the table call it."""
        return f"{self.how} {self.kind or ''} {self.months}"


def bound_by(
    plan: model.RulePlan,
    facts: Facts,
    reference: model.Reference,
    parts: Mapping[str, str] | None,
) -> tuple[tuple[str, ...], tuple[Expression, ...], tuple[Join, ...]]:
    """The fields that a reference binds, their values, and the tables that lead to them."""
    fields, bound, joins = [], [], []
    for on in reference.on:
        if on.field not in plan.scope:
            raise UnsupportedError(unsaid.unbound(on.field))
        own = column_of(facts, on.field)
        if on.part and parts is not None and on.how == "same":
            table = parts[on.field]
            joins.append(Join(Table(table), own.equals(Column("own", table))))
            own = Column("case", table)
        elif on.part:
            raise UnsupportedError(f"{unsaid.selector(reference, on)} over the parts of a fold")
        elif on.how in ("previous", "ago") and on.field == "period":
            step = Step(on.how, on.kind, on.months)
            same = own.equals(Column("own", "steps")) & Column("step", "steps").equals(step.name)
            joins.append(Join(Table("steps"), same))
            own = Column("case", "steps")
        elif on.how in MET and reference.fold is not None:
            raise UnsupportedError(f"{unsaid.selector(reference, on)} in a fold")
        elif on.how == "group" or on.how in MET:
            pairs = f"met_{on.field}"
            joins.append(Join(Table(pairs_of(facts, on), pairs), own.equals(Column("own", pairs))))
            own = Column("case", pairs)
        elif on.how != "same":
            raise UnsupportedError(unsaid.selector(reference, on))
        fields.append(on.field)
        bound.append(own)
    return tuple(fields), tuple(bound), tuple(joins)
