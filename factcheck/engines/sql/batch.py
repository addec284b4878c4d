"""Rules of one shape run at once: their cases, those left open read by readings, and counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import Factory, define

from factcheck.engines.exact.align import canonical
from factcheck.engines.exact.engine import run
from factcheck.engines.exact.nearest import LOOKED_AT, nearest_miss
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseKey, Decided, RuleRows
from factcheck.engines.sql.agreement import Groups
from factcheck.engines.sql.bring import WANTED, Brought, claim_rows, fitting, listed
from factcheck.engines.sql.cases import CASES, OPEN, RULE, Taken
from factcheck.engines.sql.claim_tests import ClaimCases
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, all_of, call
from factcheck.engines.sql.field_agreement import FieldGroups
from factcheck.engines.sql.figures import RATES
from factcheck.engines.sql.params import fill_params, fill_rates
from factcheck.engines.sql.query import Join, Select, Table, Union
from factcheck.engines.sql.rule import GroupShape, Lowered, Shape
from factcheck.engines.sql.truth import DROPPED, HOLDS, UNDETERMINED, VIOLATED
from factcheck.engines.sql.working import Working
from factcheck.lang.typed import Key
from factcheck.plan.model import RulePlan

USED: Final = "used"
JUDGED: Final = "judged_cases"
"""Those that are cases: of some reading the premise is not violated."""

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
    told: int
    """So many violated cases of a rule, and as many undetermined, are brought back to be told."""
    open: int
    """As above, of the cases that no query decides."""
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
                for name, query in figure.tables().items():
                    self.door.create(name, query)
            self._create_cases(self.shape)
        counts = self._counts()
        missed = self._all_missed(self.shape) if isinstance(self.shape, Shape) else {}
        wanted = [self._brought(rule, counts.get(rule, {})) for rule in range(len(self.plans))]
        package, keys = self._package(wanted)
        found = [
            (package, self._rows(rule, package, keys[rule], counts.get(rule, {}), missed))
            for rule in range(len(self.plans))
        ]
        dropped = DROPPED if self.plans[0].premises else UNDETERMINED
        # Of what is left to the exact judge, premises may drop every reading: it says so.
        judged = call("coalesce", Column("truth"), dropped).differs(DROPPED)
        names: dict[str, Expression] = {name: Column(name) for name in self._names()}
        self.door.create(JUDGED, Select(names, Table(CASES), where=judged))
        for one in self._parts():
            self.door.insert(USED, one.rows_of(JUDGED))
        for figure in self.shape.figures if isinstance(self.shape, Shape) else ():
            for name in figure.tables():
                self.door.drop(name)
        for table in (CASES, JUDGED, RATES, "params"):
            self.door.drop(table)
        return found

    def _parts(self) -> Sequence[Taken | Groups | FieldGroups | ClaimCases]:
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

    def _counts(self) -> dict[int, dict[int | None, int]]:
        """By rule and truth, how many cases there are."""
        by = (Column(RULE), Column("truth"))
        columns = {RULE: by[0], "truth": by[1], "n": call("count")}
        found: dict[int, dict[int | None, int]] = {}
        for rule, truth, number in self.door.rows(Select(columns, Table(CASES), group=by)):
            found.setdefault(rule, {})[truth] = number
        return found

    def _brought(self, rule: int, counts: Mapping[int | None, int]) -> Brought:
        """The cases of a rule that are brought back: open ones, and the first of those to tell."""
        own, truth = Column(RULE).equals(rule), Column("truth")
        found: Brought = {}
        if counts.get(None):
            found[None] = self._keys(own & truth.is_null(), self.open)
        for each in (VIOLATED, UNDETERMINED):
            if counts.get(each):
                found[each] = self._keys(own & truth.equals(each), self.told)
        return found

    def _rows(
        self,
        rule: int,
        package: Package,
        brought: Brought,
        counts: Mapping[int | None, int],
        missed: Mapping[int, tuple[int, str]],
    ) -> RuleRows:
        """The cases brought back, made by the exact engine, and the number of the others."""
        plan = self.plans[rule]
        wanted = {self._key(plan, key) for keys in brought.values() for key in keys}
        cases = (
            tuple(case for case in run(package, plan).cases if case.key in wanted) if wanted else ()
        )
        left = {truth: n - len(brought.get(truth, ())) for truth, n in counts.items()}
        decided = Decided(
            left.get(HOLDS, 0),
            left.get(VIOLATED, 0),
            left.get(UNDETERMINED, 0) + left.get(None, 0),
            _said(left.get(None, 0), len(brought.get(None, ()))),
        )
        return RuleRows(plan, cases, *missed.get(rule, (0, "")), decided)

    def _keys(self, where: Expression, most: int) -> list[tuple[int, ...]]:
        columns = {name: Column(name) for name in self.shape.keys}
        order = tuple(columns.values())
        query = Select(columns, Table(CASES), where=where, order=order, limit=most)
        return self.door.rows(query, most)

    def _package(self, wanted: Sequence[Brought]) -> tuple[Package, Sequence[Brought]]:
        """The claims of the cases that are brought back, and which these are."""
        rows = self._claims_of(wanted, self.door.most.claims)
        if rows is None:
            self._fill_wanted(wanted)
            wanted = fitting(self.door, self._parts(), self.shape.keys, wanted)
            self.door.drop(WANTED)
            rows = self._claims_of(wanted, self.door.most.claims)
        return self.fetch(rows or ()), wanted

    def _claims_of(self, wanted: Sequence[Brought], most: int) -> list[int] | None:
        if not listed(wanted):
            return []
        self._fill_wanted(wanted)
        rows = claim_rows(self.door, self._parts(), most)
        self.door.drop(WANTED)
        return rows

    def _fill_wanted(self, wanted: Sequence[Brought]) -> None:
        self.door.fill(WANTED, [(name, "BIGINT") for name in self._names()], listed(wanted))

    def _key(self, plan: RulePlan, codes: Sequence[int], fields: Sequence[str] = ()) -> CaseKey:
        found = []
        for field, code in zip(fields or plan.scope, codes, strict=True):
            if field not in self.values:
                known = self.working.facts.codes[field]
                self.values[field] = {number: value for value, number in known.items()}
            found.append(self.values[field].get(code))
        return canonical(tuple(found))

    def _all_missed(self, shape: Shape) -> dict[int, tuple[int, str]]:
        """By rule, how many combinations are no case, and which came nearest to being one."""
        groups: dict[tuple[str, ...], list[int]] = {}
        for one in shape.figures:
            groups.setdefault(one.said.fields, []).append(one.place)
        totals: dict[int, int] = {}
        listed: dict[int, Missed] = {}
        for fields, places in groups.items():
            keys = shape.figures[places[0]].said.keys
            said = {place: shape.figures[place].said_in for place in places}
            self.door.create("missed", _without_case(keys, said))
            plain: dict[str, Expression] = {name: Column(name) for name in (RULE, *keys)}
            self.door.create("apart", Select(plain, Table("missed"), distinct=True))
            by = (Column(RULE),)
            counted = Select({RULE: by[0], "n": call("count")}, Table("apart"), group=by)
            for rule, number in self.door.rows(counted):
                totals[rule] = totals.get(rule, 0) + number
                near = self._near(rule, fields, keys, len(places))
                listed.setdefault(rule, {})[fields] = near
            self.door.drop("missed")
            self.door.drop("apart")
        return {
            rule: (total, nearest_miss(self.plans[rule], listed[rule]))
            for rule, total in totals.items()
        }

    def _near(
        self, rule: int, fields: tuple[str, ...], keys: tuple[str, ...], places: int
    ) -> dict[CaseKey, list[int]]:
        """The first combinations of a rule that are no case, with the references that say them."""
        plain = tuple(Column(key) for key in keys)
        query = Select(
            {**{one.name: one for one in plain}, "place": Column("place")},
            Table("missed"),
            where=Column(RULE).equals(rule),
            order=(*plain, Column("place")),
            limit=LOOKED_AT * places,
        )
        found: dict[CaseKey, list[int]] = {}
        for *codes, place in self.door.rows(query):
            found.setdefault(self._key(self.plans[rule], codes, fields), []).append(place)
        return found


Missed: TypeAlias = dict[tuple[str, ...], dict[CaseKey, list[int]]]
"""Combinations that are no case, by their fields, with the references that say them."""


def _said(left: int, looked_at: int) -> str:
    """What is left open, if anything is."""
    if not left:
        return ""
    cases = "1 case is" if left == 1 else f"{left:,} cases are"
    return (
        f"{cases} undetermined: no query decides them, "
        f"and no more than {looked_at:,} of their kind were brought back"
    )


def _without_case(keys: tuple[str, ...], said: Mapping[int, str]) -> Union:
    """What some references say of cases, where there is none."""
    parts = []
    for place, name in said.items():
        names = (RULE, *keys)
        on = all_of(*(Column(one, name).equals(Column(one, CASES)) for one in names))
        columns: Mapping[str, Expression] = {one: Column(one, name) for one in names}
        parts.append(
            Select(
                {**columns, "place": call("to_bigint", place)},
                Table(name),
                [Join(Table(CASES), on, "anti")],
            )
        )
    return Union(tuple(parts))
