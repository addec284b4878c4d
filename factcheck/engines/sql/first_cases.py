"""Which cases of rules come back from an engine: the open ones, and the first of those to tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from factcheck.engines.budget import Budget
from factcheck.engines.sql.cases import RULE
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, any_of, call, one_of
from factcheck.engines.sql.query import Layers, Select, Table
from factcheck.engines.sql.truth import UNDETERMINED, VIOLATED
from factcheck.records import Record, evolve, frozen

TRUTH: Final = "truth"
TOLD: Final = (None, VIOLATED, UNDETERMINED)
"""The truths of the cases that come back; those of none are open."""
_AT_ONCE: Final = 10_000
"""So many cases are asked for in one query, whether all or some come back."""
_APART: Final = 8
"""So many rules and truths are asked for by a query each, which keeps no more than it gives."""

Counts: TypeAlias = Mapping[int, Mapping[int | None, int]]
"""By rule and truth, how many cases there are; of nothing, those that are open."""
Row: TypeAlias = tuple[Any, ...]


def shares(counts: Counts, open_: int, told: int, shown: int | None) -> Counts:
    """How many cases come back of each rule and truth.

    So many open ones, and as many as may be told of a truth; of those no more than are shown of
    the rule, violated ones first.
    """
    return {rule: share(own, open_, told, shown) for rule, own in counts.items()}


def room(counts: Counts, told: int, shown: Budget | None) -> int | None:
    """So many cases of a rule are shown; None for all that may be told."""
    if shown is None:
        return None
    return shown.of_each(sum(share(own, 0, told, None).values()) for own in counts.values())


def share(
    own: Mapping[int | None, int], open_: int, told: int, shown: int | None
) -> dict[int | None, int]:
    """The same of one rule."""
    violated, undetermined = (min(own.get(truth, 0), told) for truth in (VIOLATED, UNDETERMINED))
    if shown is not None:
        violated = min(violated, shown)
        undetermined = min(undetermined, shown - violated)
    return {None: min(own.get(None, 0), open_), VIOLATED: violated, UNDETERMINED: undetermined}


@frozen
class TableOfCases(Record):
    """A table of cases that may come back, by the names of its columns, rule and truth first."""

    name: str
    columns: Sequence[str]
    order: Sequence[str]

    def rows(self, where: Expression | None = None, limit: int | None = None) -> Select:
        """Its rows in their order."""
        columns: dict[str, Expression] = {name: Column(name) for name in self.columns}
        by = self.by()
        return Select(columns, Table(self.name), where=where, order=by, limit=limit)

    def by(self) -> tuple[Expression, ...]:
        """What they are in the order of."""
        return tuple(map(Column, (*self.order, RULE)))


def first_cases(door: Door, cases: TableOfCases, counts: Counts, most: Counts) -> list[Row]:
    """The first so many cases of each rule and truth."""
    numbers = {(rule, truth): own.get(truth, 0) for rule, own in counts.items() for truth in TOLD}
    left = {(rule, truth): most[rule][truth] for rule, truth in numbers}
    whole = sum(numbers.values())
    asked = [one for one, number in left.items() if number]
    if whole <= _AT_ONCE or numbers == left:
        found = door.rows(cases.rows(), whole)
    elif len(asked) <= _APART:
        found = [row for one in asked for row in door.rows(_of(cases, *one, left[one]), whole)]
    else:
        found = door.rows(_ranked(cases, most), whole)
    return [row for row in found if _takes(left, row[:2])]


def _takes(left: dict[Row, int], of: Row) -> bool:
    left[of] -= 1
    return left[of] >= 0


def _of(cases: TableOfCases, rule: int, truth: int | None, most: int) -> Select:
    return cases.rows(Column(RULE).equals(rule) & is_one_of(truth), most)


def _ranked(cases: TableOfCases, most: Counts) -> Layers:
    """The first of each rule and truth, as many as come back of any rule."""
    place = call("place_among", Column(RULE), Column(TRUTH), *cases.by())
    ranked = Select({"place": place}, Table(cases.name), everything=True)
    limits = [
        is_one_of(truth) & (Column("place") <= max(own[truth] for own in most.values()))
        for truth in TOLD
    ]
    last = evolve(cases, name="ranked").rows(any_of(*limits))
    return Layers((("ranked", ranked),), last)


def is_one_of(*truths: int | None) -> Expression:
    """Whether a case has one of some truths."""
    truth = Column(TRUTH)
    known = one_of(truth, tuple(one for one in truths if one is not None))
    return any_of(truth.is_null(), known) if None in truths else known
