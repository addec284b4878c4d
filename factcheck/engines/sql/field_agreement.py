"""`claims agree on FIELD` as one pass over groups: the least and greatest value of each field."""

from __future__ import annotations

from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    any_of,
    call,
    case,
)
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.grouped import Grouped, bound_of, empty, keys_of
from factcheck.engines.sql.key_tests import KeyTests, is_time
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.scans import row_tests, scanned
from factcheck.engines.sql.truth import HOLDS, UNDETERMINED, VIOLATED
from factcheck.plan import model
from factcheck.records import frozen
from factcheck.values.rational import Rational


@frozen
class FieldGroups(Grouped):
    """The groups of one rule: claims that state some of the fields, by the scope."""

    parts: tuple[tuple[Expression, ...], ...]
    """Of each field, the columns in which claims that agree have one value; empty where unknown."""

    def grouped(self) -> Select:
        """Of each group, how many claims state a field, and its values at both ends."""
        keys = self.key_columns()
        columns: dict[str, Expression] = {"open": call("some", self.open)}
        for number, parts in enumerate(self.parts):
            columns[f"known_{number}"] = call("sum", case((parts[0].is_null(), 0), otherwise=1))
            for place, part in enumerate(parts):
                columns[f"least_{number}_{place}"] = call("minimum", part)
                columns[f"most_{number}_{place}"] = call("maximum", part)
        group = tuple(keys.values())
        return Select(
            {**keys, **columns},
            Table(CLAIMS),
            self.joins,
            where=self.where,
            group=group,
        )


def field_groups_of(
    plan: model.RulePlan, facts: Facts
) -> tuple[FieldGroups, Layers, tuple[Rational, ...]]:
    """The groups, their cases, and the literals; UnsupportedError where no query says them."""
    check, scan = plan.check, plan.groups
    assert isinstance(check, model.Agreement)  # noqa: S101 (asked by the caller)
    assert scan is not None  # noqa: S101 (as above)
    tests = row_tests(facts)
    where = scanned(scan, tests)
    parts = tuple(_parts(tests, path, check) for path in check.fields)
    amounts = [check.amount.value] if isinstance(check.amount, model.Constant) else []
    bound, joins = bound_of(plan, facts)
    stating = any_of(*(~listed[0].is_null() for listed in parts))
    groups = FieldGroups(
        keys_of(plan), bound, where & stating, (*joins, *tests.joins.values()), parts
    )
    return groups, _cases(groups, spread=bool(amounts)), tuple(amounts)


def _parts(tests: KeyTests, path: str, check: model.Agreement) -> tuple[Expression, ...]:
    if "." not in path and check.amount is None:
        code = tests.column(path)
        return (case((code.differs(0), code)),)
    table, times = tests.meaning(model.Path(path))
    if check.amount is not None and not (times and isinstance(check.amount, model.Constant)):
        raise UnsupportedError(f"`agree on {path} within …`")
    names = ("first", "last") if is_time(path) else ("text",)
    return tuple(Column(name, table) for name in names)


def _cases(groups: FieldGroups, *, spread: bool) -> Layers:
    """The truth of each group in which some field is stated twice."""
    compared, apart = [], []
    for number, parts in enumerate(groups.parts):
        twice = Column(f"known_{number}") >= 2  # noqa: PLR2004 (of one, nothing is compared)
        ends = [
            (Column(f"least_{number}_{place}"), Column(f"most_{number}_{place}"))
            for place in range(len(parts))
        ]
        compared.append(twice)
        apart.append(twice & any_of(*(_apart(*pair, spread=spread) for pair in ends)))
    plain: dict[str, Expression] = {"rule": Column("rule", "params")}
    plain |= {name: Column(name, "grouped") for name in groups.keys}
    broken = any_of(*apart)
    found = case(
        (Column("open", "grouped"), Literal(None)),
        (broken & empty(groups.keys), UNDETERMINED),
        (broken, VIOLATED),
        otherwise=HOLDS,
    )
    last = Select(
        {**plain, "truth": found},
        Table("grouped"),
        [Join(Table("params"), Literal(value=True))],
        where=any_of(*compared),
    )
    return Layers((("grouped", groups.grouped()),), last)


def _apart(least: Expression, most: Expression, *, spread: bool) -> Expression:
    if not spread:
        return least.differs(most)
    days = call("to_wide", most - least) * Column("under_0", "params")
    return days > call("to_wide", Column("over_0", "params"))
