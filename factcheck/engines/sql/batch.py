"""Rules of one shape run at once: their cases, those left open read by readings, and counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from factcheck.engines.budget import Budget
from factcheck.engines.exact.align import canonical
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseKey, Decided, RuleRows
from factcheck.engines.sql import params
from factcheck.engines.sql.agreeing import Agreeing, agreeing_of
from factcheck.engines.sql.agreement import Groups
from factcheck.engines.sql.bring import WANTED, Brought, Part, claim_rows, fitting, listed
from factcheck.engines.sql.cases import CASES, RULE
from factcheck.engines.sql.complete import NOTHING_KNOWN, Complete, complete
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, call
from factcheck.engines.sql.figures import RATES, Figures
from factcheck.engines.sql.first_cases import (
    TOLD,
    TRUTH,
    Counts,
    TableOfCases,
    first_cases,
    is_one_of,
    room,
    share,
    shares,
)
from factcheck.engines.sql.grouped import AGREEING, PASSING
from factcheck.engines.sql.missed import all_missed
from factcheck.engines.sql.near import Near
from factcheck.engines.sql.printed import texts_of
from factcheck.engines.sql.query import Query, Select, Table, Union
from factcheck.engines.sql.rule import GroupShape, Lowered, Shape
from factcheck.engines.sql.stages import ClaimsTaken, create_cases
from factcheck.engines.sql.taken import Taken
from factcheck.engines.sql.truth import DROPPED, HOLDS, UNDETERMINED, VIOLATED
from factcheck.engines.sql.used import Used
from factcheck.engines.sql.working import Working
from factcheck.lang.typed import Key
from factcheck.plan.asks import may_drop
from factcheck.plan.model import RulePlan
from factcheck.records import Factory, define

JUDGED: Final = "judged_cases"
"""Those that are cases: of some reading the premise is not violated."""
TOLD_CASES: Final = "told"

Fetch = Callable[[Sequence[int]], Package]
"""The claims of some rows, as a package."""


@define
class Batch:
    """Rules of one shape over the working table."""

    door: Door
    working: Working
    fetch: Fetch
    plans: Sequence[RulePlan]
    lowered: Sequence[Lowered]
    used: Used
    told: int
    """So many violated cases of a rule, and as many undetermined, are brought back to be told."""
    open: int
    """As above, of the cases that no query decides."""
    shown: Budget | None = None
    """As many of those to be told come back as it has room for; None for all of them."""
    room: int | None = None
    """So many of a rule, violated ones first, once it is known how many there are."""
    values: dict[str, dict[int, Key]] = Factory(dict)

    @property
    def shape(self) -> Shape | GroupShape:
        """What they have in common."""
        return self.lowered[0].shape

    @property
    def agreeing(self) -> Agreeing | None:
        """Groups of which it is known before all others that they agree."""
        return agreeing_of(self.shape.groups) if isinstance(self.shape, GroupShape) else None

    def run(self) -> list[tuple[Package, RuleRows]]:
        """By rule, the cases that are left to judge or to be told, and counts of the others."""
        params.fill_params(self.door, self.working, self.lowered)
        if isinstance(self.shape, GroupShape):
            params.fill_rates(self.door, self.working, self.lowered[0])
            if self.shape.passing is not None:
                self.door.create(PASSING, self.shape.passing)
            if self.agreeing is not None:
                # Where claims are noted by row, the key of each group is asked for.
                self.door.create(AGREEING, self.agreeing.table(each=self.used.by_row))
            self.door.create(CASES, self.shape.cases)
            taken: ClaimsTaken = {}
        else:
            params.fill_rates(self.door, self.working, self.lowered[0], self._all_metrics())
            for name, query in self._tables(self.shape).items():
                self.door.create(name, query)
            taken = create_cases(self.door, self.working.claims, self.shape, self._by_place())
        counts = self._counts()
        self.room = room(counts, self.told, self.shown)
        missed: Mapping[int, tuple[int, str]] = {}
        known = NOTHING_KNOWN
        if isinstance(self.shape, Shape):
            known = self._complete(self.shape, taken)
            missed = all_missed(
                self.door, self.shape, self.lowered, self.plans, self._key, known.rules
            )
        package, keys = self._package(self._all_brought(counts))
        found = [
            (package, self._rows(rule, package, keys[rule], counts.get(rule, {}), missed))
            for rule in range(len(self.plans))
        ]
        self._use(known, counts)
        for name in self._tables(self.shape) if isinstance(self.shape, Shape) else ():
            self.door.drop(name)
        if isinstance(self.shape, GroupShape) and self.shape.passing is not None:
            self.door.drop(PASSING)
        if self.agreeing is not None:
            self.door.drop(AGREEING)
        for table in (CASES, RATES, "params"):
            self.door.drop(table)
        return found

    def _tables(self, shape: Shape) -> dict[str, Query]:
        """What the references have of each case."""
        found: dict[str, Query] = {}
        for figure in shape.figures:
            found |= figure.tables(self._metrics(figure.place))
        return found | {one.table: one.values() for one in shape.domains}

    def _metrics(self, place: int) -> tuple[int, ...]:
        """The codes of the metrics that the rules have in one place."""
        known = self.working.facts.codes["metric"]
        return tuple(sorted({known.get(one.metrics[place], 0) for one in self.lowered}))

    def _by_place(self) -> dict[int, tuple[int, ...]]:
        return {place: self._metrics(place) for place in range(len(self.lowered[0].metrics))}

    def _all_metrics(self) -> tuple[int, ...]:
        places = range(len(self.lowered[0].metrics))
        return tuple(sorted({code for place in places for code in self._metrics(place)}))

    def _parts(self) -> Sequence[Part]:
        """What takes claims into cases, or says which there are."""
        if isinstance(self.shape, GroupShape):
            return (self.shape.groups,)
        return (*self.shape.figures, *self.shape.domains)

    def _rows_of(
        self, table: str, over: Callable[[Taken, Query], Query] = lambda _, query: query
    ) -> list[Query]:
        """The rows of the claims in the cases of a table."""
        if isinstance(self.shape, GroupShape):
            return [self.shape.groups.rows_of(table)]
        return [
            over(one, one.rows_of(self._metrics(one.place), table)) for one in self.shape.figures
        ]

    def _saying(self, table: str) -> list[Query]:
        """The rows of claims that are in no case of a table, and without which there is none."""
        domains = self.shape.domains if isinstance(self.shape, Shape) else ()
        return [one.rows_of(table) for one in domains]

    def _complete(self, shape: Shape, taken: ClaimsTaken) -> Complete:
        """The references of which nothing is missed."""
        codes = self.working.facts.codes["metric"]
        return complete(self.door, shape, self.lowered, taken, codes)

    def _use(self, known: Complete, counts: Counts) -> None:
        """Note which claims are in cases."""
        dropped = DROPPED if may_drop(self.plans[0]) else UNDETERMINED
        truths = {dropped if truth is None else truth for own in counts.values() for truth in own}
        if truths <= {DROPPED}:
            return
        if self.used.by_row:
            # Of what is left to the exact judge it says itself what takes part.
            judged = call("coalesce", Column("truth"), dropped).differs(DROPPED)
            names: dict[str, Expression] = {name: Column(name) for name in self._names()}
            parts = [Select(names, Table(CASES), where=judged)]
            if self.agreeing is not None:
                parts.append(self.agreeing.cases())
            self.door.create(JUDGED, Union(tuple(parts)))
            self.used.add(self._rows_of(JUDGED))
            self.door.drop(JUDGED)
        elif isinstance(self.shape, GroupShape):
            if isinstance(self.shape.groups, Groups):
                self.used.count([self.shape.groups.counted(CASES)])
            if self.agreeing is not None:
                self.used.count([self.agreeing.counted()])
        else:
            for one in self.shape.figures:
                numbers = {
                    code: known.claims.get((one.place, code)) for code in self._metrics(one.place)
                }
                if all(number is not None for number in numbers.values()):
                    self.used.know({code: number or 0 for code, number in numbers.items()})
                elif isinstance(one, Figures):
                    self.used.count([one.counted(self._metrics(one.place), CASES)])

    def _names(self) -> tuple[str, ...]:
        return (RULE, *self.shape.keys)

    def _counts(self) -> dict[int, dict[int | None, int]]:
        """By rule and truth, how many cases there are."""
        by = (Column(RULE), Column("truth"))
        columns = {RULE: by[0], "truth": by[1], "n": call("count")}
        found: dict[int, dict[int | None, int]] = {}
        for rule, truth, number in self.door.rows(Select(columns, Table(CASES), group=by)):
            found.setdefault(rule, {})[truth] = number
        for rule, number in self.door.rows(self.agreeing.held()) if self.agreeing else ():
            own = found.setdefault(rule, {})
            own[HOLDS] = own.get(HOLDS, 0) + int(number)
        return found

    def _all_brought(self, counts: Counts) -> list[Brought]:
        """By rule, the cases that are brought back: open ones, and the first of those to tell."""
        found: list[Brought] = [{} for _ in self.plans]
        most = shares(counts, self.open, self.told, self.room)
        if not any(number for own in most.values() for number in own.values()):
            return found
        self.door.create(TOLD_CASES, self.to_tell())
        for rule, truth, *key in self._first(counts, most):
            found[rule].setdefault(truth, []).append(tuple(key))
        self.door.drop(TOLD_CASES)
        scope = self.plans[0].scope
        if "value" in scope:
            place = scope.index("value")
            codes = (key[place] for own in found for keys in own.values() for key in keys)
            self.values["value"] = dict(texts_of(self.door, self.working.columns, codes))
        return found

    def to_tell(self) -> Select:
        """Rule, truth and key of the cases that may come back."""
        columns: dict[str, Expression] = {name: Column(name, CASES) for name in self._told_by()}
        return Select(columns, Table(CASES), where=is_one_of(*TOLD))

    def _first(self, counts: Counts, most: Counts) -> list[tuple[Any, ...]]:
        """The first of them, in the order of their keys."""
        cases = TableOfCases(TOLD_CASES, self._told_by(), self.shape.keys)
        return first_cases(self.door, cases, counts, most)

    def _told_by(self) -> tuple[str, ...]:
        return (RULE, TRUTH, *self.shape.keys)

    def _aside(self, counts: Mapping[int | None, int]) -> int:
        """How many more would be brought back if they were looked at."""
        shown, all_ = (share(counts, 0, self.told, most) for most in (self.room, None))
        return sum(all_.values()) - sum(shown.values())

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
            self._aside(counts),
        )
        return RuleRows(plan, cases, *missed.get(rule, (0, "")), decided)

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
        near = Near(self.door, self.working.claims, WANTED)
        queries = [*self._rows_of(WANTED, near.over), *self._saying(WANTED)]
        rows = claim_rows(self.door, queries, most)
        near.drop()
        self.door.drop(WANTED)
        return rows

    def _fill_wanted(self, wanted: Sequence[Brought]) -> None:
        self.door.fill(WANTED, [(name, "BIGINT") for name in self._names()], listed(wanted))

    def _key(
        self, plan: RulePlan, codes: Sequence[int], fields: Sequence[str] | None = None
    ) -> CaseKey:
        found = []
        for field, code in zip(plan.scope if fields is None else fields, codes, strict=True):
            if field not in self.values:
                known = self.working.facts.codes[field]
                self.values[field] = {number: value for value, number in known.items()}
            found.append(self.values[field].get(code))
        return canonical(tuple(found))


def _said(left: int, looked_at: int) -> str:
    """What is left open, if anything is."""
    if not left:
        return ""
    cases = "1 case is" if left == 1 else f"{left:,} cases are"
    return (
        f"{cases} undetermined: no query decides them, "
        f"and no more than {looked_at:,} of their kind were brought back"
    )
