"""Tests on names and times as truths: each value of a field is judged once, by the exact judge.

Only where two fields are compared with one another do queries compare, what both stand for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factcheck.engines.exact.align import canonical
from factcheck.engines.sql import truth, unsaid
from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    any_of,
    call,
    case,
    expression,
    one_of,
)
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.filters import UnsupportedError, heads_of
from factcheck.engines.sql.query import Join, Table
from factcheck.lang.fields import TIMES_OF_SOURCE
from factcheck.lang.typed import Key
from factcheck.plan import model
from factcheck.plan.columns import attribute
from factcheck.plan.keys import judge_keys
from factcheck.plan.times import number_of
from factcheck.records import Factory, define
from factcheck.values.period import Period
from factcheck.values.truth import Truth

PRINTED: Final = "printed"
"""A function of a field that is a whole number, written out."""
_TIMES: Final = (("code", "INTEGER"), ("first", "INTEGER"), ("last", "INTEGER"))
_TEXTS: Final = (("code", "INTEGER"), ("text", "TEXT"))


MOST_LISTED: Final = 1_000
"""So many codes are written into a query; more are looked up."""
ANY_NUMBER: Final = 10**9
"""Where no table can be looked up, all codes are written."""


@define
class KeyTests:
    """Judges tests on the fields of a row; `joins` are the tables that its truths look up."""

    facts: Facts
    column: Callable[[str], Expression]
    """A field as its code; UnsupportedError where it has none."""
    prefix: str = ""
    """Of the names that looked up tables have in the query."""
    joins: dict[str, Join] = Factory(dict)
    text: Callable[[str], tuple[Expression, Join] | None] = lambda _: None
    """A field that has no codes as its text, and the table that has it."""
    most_listed: int = Factory(lambda: MOST_LISTED)
    """Of more codes the truth is looked up in a table."""

    def truth(self, test: model.Test) -> Expression:
        """0, 1 or 2, whatever is empty; UnsupportedError for what no query says."""
        if isinstance(test, model.Every):
            return call("least", *map(self.truth, test.parts))
        if isinstance(test, model.Some):
            return call("greatest", *map(self.truth, test.parts))
        if isinstance(test, model.Negated):
            return truth.negation(self.truth(test.operand))
        heads = heads_of(test)
        if not heads:
            found = judge_keys(test, lambda _: None)
            return expression(_number(found))
        if len(heads) == 1:
            return self._of_one(test, next(iter(heads)))
        if isinstance(test, model.KeyComparison):
            return self._of_two(test)
        raise UnsupportedError(f"one test of {unsaid.fields(heads)}")

    def _of_one(self, test: model.Test, head: str) -> Expression:
        found = self.text(head)
        if found is not None:
            self.joins[f"{self.prefix}{head}"] = found[1]
            return _of_text(test, found[0])
        column = self.column(head)
        codes: dict[int, list[int]] = {truth.VIOLATED: [], truth.HOLDS: []}
        for code, value in self._values(head).items():
            which = _number(judge_keys(test, self._finder(head, value)))
            codes.setdefault(which, []).append(code)
        if self.most_listed < sum(map(len, codes.values())):
            return self.looked_up(head, column, codes)
        branches = [
            (one_of(column, tuple(codes[which])), which)
            for which in (truth.VIOLATED, truth.HOLDS)
            if codes[which]
        ]
        return case(*branches, otherwise=truth.UNDETERMINED) if branches else Literal(1)

    def looked_up(
        self, head: str, column: Expression, codes: Mapping[int, Sequence[int]]
    ) -> Expression:
        """The truth of each code, from a table of all of them."""
        rows = [(code, which) for which, listed in sorted(codes.items()) for code in listed]
        key = "truths", head, tuple(rows)
        columns = (("code", "INTEGER"), ("truth", "INTEGER"))
        name = self.facts.side.name(key) or self.facts.side.add(key, columns, rows)
        alias = f"{self.prefix}{name}"
        self.joins[alias] = Join(Table(name, alias), column.equals(Column("code", alias)))
        return Column("truth", alias)

    def _values(self, head: str) -> Mapping[int, Key | None]:
        if head not in self.facts.codes:
            raise UnsupportedError(unsaid.field(head))
        return {0: None, **{code: value for value, code in self.facts.codes[head].items()}}

    def _finder(self, head: str, value: Key | None) -> Callable[[str], Key | None]:
        def find(path: str) -> Key | None:
            name = path.partition(".")[2]
            return attribute(self.facts.vocabulary, head, name, value) if name else value

        return find

    def _of_two(self, test: model.KeyComparison) -> Expression:
        assert isinstance(test.left, model.Path)  # noqa: S101 (two heads are two paths)
        assert isinstance(test.right, model.Path)  # noqa: S101 (as above)
        (left, times), (right, others) = self.meaning(test.left), self.meaning(test.right)
        if times != others:
            raise UnsupportedError("a comparison of a time with a text")
        column = "first" if times else "text"
        unknown = Column(column, left).is_null() | Column(column, right).is_null()
        if test.operator in ("=", "!="):
            names = ("first", "last") if times else ("text",)
            apart = any_of(*(Column(one, left).differs(Column(one, right)) for one in names))
            same = test.operator == "="
            known = case((apart, _of(not same)), otherwise=_of(same))
        elif times:
            known = case((_ordered(test.operator, left, right), 2), otherwise=0)
        else:
            known = Literal(truth.UNDETERMINED)
        return case((unknown, truth.UNDETERMINED), otherwise=known)

    def number(self, node: model.CaseNumber) -> Expression:
        """A whole number of a time, as its days; nothing where it has none."""
        if isinstance(node.time, model.KeyConstant):
            return expression(_number_of(node.function, node.time.value))
        head = node.time.path.partition(".")[0]
        found: dict[int, list[int]] = {}
        for code, value in self._values(head).items():
            named = self._finder(head, value)(node.time.path)
            number = _number_of(node.function, named)
            if number is not None:
                found.setdefault(number, []).append(code)
        column = self.column(head)
        branches = [(one_of(column, tuple(codes)), number) for number, codes in found.items()]
        return case(*branches) if branches else Literal(None)

    def meaning(self, path: model.Path) -> tuple[str, bool]:
        """A joined table that says what a path stands for, by its alias; and whether it is a time.

        Columns `first` and `last` are days, `text` is text; without a row, nothing is known.
        """
        head = path.path.partition(".")[0]
        find = {code: self._finder(head, value) for code, value in self._values(head).items()}
        values = {code: one(path.path) for code, one in find.items()}
        known = {code: value for code, value in values.items() if value is not None}
        times = is_time(path.path)
        name = self.facts.side.name(("meaning", path.path))
        if name is None:
            rows = [(code, *_told(value)) for code, value in known.items()]
            columns = _TIMES if times else _TEXTS
            name = self.facts.side.add(("meaning", path.path), columns, rows)
        alias = f"{self.prefix}{name}"
        on = self.column(head).equals(Column("code", alias))
        self.joins[alias] = Join(Table(name, alias), on, "left")
        return alias, times


def _ordered(operator: str, left: str, right: str) -> Expression:
    """Wholly before, wholly after; `<=` ends no later, `>=` starts no earlier."""
    if operator == "<":
        return Column("last", left) < Column("first", right)
    if operator == ">":
        return Column("first", left) > Column("last", right)
    if operator == "<=":
        return Column("last", left) <= Column("last", right)
    return Column("first", left) >= Column("first", right)


def _of_text(test: model.Test, text: Expression) -> Expression:
    """A test on a field that is text in each row, empty where it is unknown."""
    if isinstance(test, model.FieldStated):
        return case((text.differs(""), truth.HOLDS), otherwise=truth.VIOLATED)
    known: Expression | None = None
    if isinstance(test, model.Holding):
        known = call("position", text, test.text) > 0
    elif isinstance(test, model.OneOf):
        known = one_of(text, tuple(one for one in test.values if isinstance(one, str)))
    elif isinstance(test, model.KeyComparison) and test.operator in ("=", "!="):
        constants = [one for one in (test.left, test.right) if isinstance(one, model.KeyConstant)]
        if len(constants) == 1 and isinstance(constants[0].value, str):
            same = text.equals(constants[0].value)
            known = same if test.operator == "=" else ~same
    if known is None:
        raise UnsupportedError("a text that stands in each row in this test")
    return case(
        (text.equals(""), truth.UNDETERMINED), (known, truth.HOLDS), otherwise=truth.VIOLATED
    )


def _number_of(function: str, time: Key | None) -> int | None:
    if function == PRINTED:
        return int(time) if isinstance(time, str) and time != "exact" else None
    (named,) = canonical((time,))
    return number_of(function, named) if isinstance(named, Period) else None


def is_time(path: str) -> bool:
    """Whether a path stands for a period or a day."""
    head, _, name = path.partition(".")
    return head == "period" or (head == "source" and name in TIMES_OF_SOURCE)


def _told(value: Key) -> tuple[int, ...] | tuple[str]:
    if isinstance(value, Period):
        return value.start.toordinal(), value.end.toordinal()
    return (value,)


def _of(holds: bool) -> int:  # noqa: FBT001 (a truth made from one)
    return truth.HOLDS if holds else truth.VIOLATED


def _number(found: Truth | None) -> int:
    if found is None:
        raise UnsupportedError("a number in a test of names")
    return int(found)
