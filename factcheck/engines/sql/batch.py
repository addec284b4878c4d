"""Rules of one shape run at once: their cases, those left open read by readings, and counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import Factory, define

from factcheck.engines.exact.align import canonical
from factcheck.engines.exact.engine import run
from factcheck.engines.exact.nearest import LOOKED_AT, nearest_miss
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseKey, CaseRow, Decided, RuleRows
from factcheck.engines.sql.agreement import Groups
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, all_of, call
from factcheck.engines.sql.figures import RATES, Figures
from factcheck.engines.sql.params import fill_params, fill_rates
from factcheck.engines.sql.query import Join, Select, Table, Union
from factcheck.engines.sql.rule import CASES, OPEN, RULE, GroupShape, Lowered, Shape
from factcheck.engines.sql.truth import HOLDS, UNDETERMINED, VIOLATED
from factcheck.engines.sql.working import Working
from factcheck.lang.typed import Key
from factcheck.plan.model import RulePlan

USED: Final = "used"
WANTED: Final = "wanted"

Fetch = Callable[[Sequence[int]], Package]
"""The claims of some rows, as a package."""


@define(eq=False)
class Batch:
    """Rules of one shape over the working table."""

    door: Door
    working: Working
    fetch: Fetch
    plans: Sequence[RulePlan]
    lowered: Sequence[Lowered]
    most: int
    """So many violated cases of a rule, and as many undetermined, are brought back to be told."""
    values: dict[str, dict[int, Key]] = Factory(dict)

    @property
    def shape(self) -> Shape | GroupShape:
        """What they have in common."""
        return self.lowered[0].shape

    def run(self) -> list[tuple[Package, RuleRows]]:
        """By rule, the cases that are left to judge or to be told, and counts of the others."""
        fill_params(self.door, self.working, self.lowered)
        fill_rates(self.door, self.working, self.lowered)
        if isinstance(self.shape, GroupShape):
            self.door.create(CASES, self.shape.cases)
        else:
            for figure in self.shape.figures:
                self.door.create(f"hull_{figure.place}", figure.hull())
            self._create_cases(self.shape)
        found = [self._rows(number) for number in range(len(self.plans))]
        for one in self._parts():
            self.door.insert(USED, one.rows_of(CASES))
        for figure in self.shape.figures if isinstance(self.shape, Shape) else ():
            self.door.drop(f"hull_{figure.place}")
        for table in (CASES, RATES, "params"):
            self.door.drop(table)
        return found

    def _parts(self) -> Sequence[Figures | Groups]:
        """What takes claims into cases."""
        return (self.shape.groups,) if isinstance(self.shape, GroupShape) else self.shape.figures

    def _names(self) -> tuple[str, ...]:
        return (RULE, *self.shape.keys)

    def _create_cases(self, shape: Shape) -> None:
        """The table of cases, with their truths as far as queries know them."""
        self.door.create("first", shape.cases)
        plain: dict[str, Expression] = {name: Column(name) for name in self._names()}
        undecided = Column("truth").is_null() & ~Column("odd")
        self.door.create(OPEN, Select(plain, Table("first"), where=undecided))
        (number,) = self.door.rows(Select({"n": call("count")}, Table(OPEN)))[0]
        own: dict[str, Expression] = {name: Column(name, "first") for name in self._names()}
        if not number:
            self.door.create(
                CASES, Select({**own, "truth": Column("truth", "first")}, Table("first"))
            )
        else:
            self.door.create("reading", shape.figures_of_readings)
            self.door.create("second", shape.readings)
            self.door.drop("reading")
            same = all_of(*(Column(n, "first").equals(Column(n, "second")) for n in self._names()))
            truth = call("coalesce", Column("truth", "first"), Column("truth", "second"))
            join = Join(Table("second"), same, "left")
            self.door.create(CASES, Select({**own, "truth": truth}, Table("first"), [join]))
            self.door.drop("second")
        self.door.drop(OPEN)
        self.door.drop("first")

    def _rows(self, rule: int) -> tuple[Package, RuleRows]:
        own = Column(RULE).equals(rule)
        truth = Column("truth")
        query = Select(
            {"truth": truth, "n": call("count")}, Table(CASES), where=own, group=(truth,)
        )
        counts: dict[int | None, int] = dict(self.door.rows(query))
        keys = self._keys(own & truth.is_null())
        shown = {}
        for each in (VIOLATED, UNDETERMINED):
            listed = self._keys(own & truth.equals(each), self.most) if counts.get(each) else []
            shown[each] = len(listed)
            keys += listed
        plan = self.plans[rule]
        package, cases = self._cases(rule, plan, keys)
        decided = Decided(
            counts.get(HOLDS, 0),
            counts.get(VIOLATED, 0) - shown[VIOLATED],
            counts.get(UNDETERMINED, 0) - shown[UNDETERMINED],
        )
        unmatched, nearest = 0, ""
        if isinstance(self.shape, Shape):
            unmatched, nearest = self._missed(self.shape, rule, plan)
        return package, RuleRows(plan, cases, unmatched, nearest, decided)

    def _keys(self, where: Expression, most: int | None = None) -> list[tuple[int, ...]]:
        columns = {name: Column(name) for name in self.shape.keys}
        order = tuple(columns.values())
        query = Select(columns, Table(CASES), where=where, order=order, limit=most)
        return self.door.rows(query)

    def _cases(
        self, rule: int, plan: RulePlan, keys: Sequence[tuple[int, ...]]
    ) -> tuple[Package, tuple[CaseRow, ...]]:
        """The rows of some cases, made by the exact engine of the claims that they take."""
        if not keys:
            return self.fetch(()), ()
        columns = [(name, "BIGINT") for name in self._names()]
        self.door.fill(WANTED, columns, [(rule, *key) for key in keys])
        rows: set[int] = set()
        for one in self._parts():
            rows.update(row for (row,) in self.door.rows(one.rows_of(WANTED)))
        self.door.drop(WANTED)
        package = self.fetch(sorted(rows))
        wanted = {self._key(plan, key) for key in keys}
        found = run(package, plan).cases
        return package, tuple(case for case in found if case.key in wanted)

    def _key(self, plan: RulePlan, codes: Sequence[int], fields: Sequence[str] = ()) -> CaseKey:
        found = []
        for field, code in zip(fields or plan.scope, codes, strict=True):
            if field not in self.values:
                known = self.working.facts.codes[field]
                self.values[field] = {number: value for value, number in known.items()}
            found.append(self.values[field].get(code))
        return canonical(tuple(found))

    def _missed(self, shape: Shape, rule: int, plan: RulePlan) -> tuple[int, str]:
        """How many combinations are no case, and which came nearest to being one."""
        groups: dict[tuple[str, ...], list[int]] = {}
        for one in shape.figures:
            groups.setdefault(one.fields, []).append(one.place)
        total = 0
        missed: dict[tuple[str, ...], dict[CaseKey, list[int]]] = {}
        for fields, places in groups.items():
            keys = shape.figures[places[0]].keys
            union = self._without_case(rule, keys, places)
            self.door.create("missed", union)
            plain: dict[str, Expression] = {key: Column(key) for key in keys}
            distinct = Select(plain, Table("missed"), distinct=True)
            self.door.create("apart", distinct)
            (number,) = self.door.rows(Select({"n": call("count")}, Table("apart")))[0]
            if number:
                total += number
                order = (*plain.values(), Column("place"))
                most = LOOKED_AT * len(places)
                query = Select(
                    {**plain, "place": Column("place")}, Table("missed"), order=order, limit=most
                )
                known = missed.setdefault(fields, {})
                for *codes, place in self.door.rows(query):
                    known.setdefault(self._key(plan, codes, fields), []).append(place)
            self.door.drop("missed")
            self.door.drop("apart")
        return total, nearest_miss(plan, missed)

    def _without_case(self, rule: int, keys: tuple[str, ...], places: Sequence[int]) -> Union:
        parts = []
        for place in places:
            name = f"hull_{place}"
            on = all_of(*(Column(k, name).equals(Column(k, CASES)) for k in (RULE, *keys)))
            columns: Mapping[str, Expression] = {key: Column(key, name) for key in keys}
            parts.append(
                Select(
                    {**columns, "place": call("to_bigint", place)},
                    Table(name),
                    [Join(Table(CASES), on, "anti")],
                    where=Column(RULE, name).equals(rule),
                )
            )
        return Union(tuple(parts))
