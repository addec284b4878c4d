"""The figures of one reference: scanned, brought to the case's key, and folded to classes."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engines.sql.codes import NO_DAY
from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    all_of,
    call,
    case,
    columns_of,
    one_of,
)
from factcheck.engines.sql.facts import CLAIMS, OF_KINDS
from factcheck.engines.sql.interval import INFINITY, LEAF
from factcheck.engines.sql.kind_table import KINDS, NUMBER
from factcheck.engines.sql.query import Join, Layers, Query, Select, Table
from factcheck.records import Record, frozen

UNSTATED_CURRENCY = "XXX"
RATES = "rates"
_OF_CLASSES = ("least_currency", "most_currency", "brought_low", "brought_high", "lost")
_DAYS = ("first_day", "last_day")
_NEVER = 2**31 - 1
"""A day after all others."""
LONGEST = 2**63 - 2
"""Stands for an end that is infinite; bounds are shorter."""
_ODD = -LONGEST - 1
"""Stands for the low end of a figure that no query judges; of several it is the least."""
_LOST = float("nan")
"""Stands for an amount without a rate; of several it is the greatest."""


@frozen
class Figures(Record):
    """One reference of a rule, as queries."""

    place: int
    fields: tuple[str, ...]
    keys: tuple[str, ...]
    """The columns of the case's key that it binds."""
    bound: tuple[Expression, ...]
    """Their values."""
    joins: tuple[Join, ...]
    where: Expression
    non_negative: bool
    target: int | None
    """The currency that it may be brought to; None where all that it meets is in one."""
    exponent: int
    meets: tuple[tuple[int, int | None], ...]
    """The groups in which it may meet amounts in other currencies, with the code of a literal's."""
    unstated: int | None
    """The code of amounts whose currency is not known: what meets them is left to the judge."""
    binding: Figures | None = None
    """What its claims say of cases, where some of its steps say nothing of them."""
    optional: bool = False
    """Whether a case may be without it: nothing is calculated of it."""
    is_asked: bool = False
    """Whether a rule asks if it is stated."""
    is_plain: bool = False
    """Whether its part of the key stands in each row of claims."""
    of_one_day: bool = False
    """Whether all rates that a case asks for are of the same days."""

    def key_columns(self) -> dict[str, Expression]:
        """The rule and its part of the key."""
        bound = zip(self.keys, self.bound, strict=True)
        return {"rule": Column("rule", "params"), **dict(bound)}

    @property
    def said_in(self) -> str:
        """The table of the combinations that its claims say."""
        return f"said_{self.place}"

    @property
    def said(self) -> Figures:
        """What its claims say of cases."""
        return self.binding or self

    @property
    def said_fields(self) -> tuple[str, ...]:
        """The fields of the case that it says."""
        return () if self.optional else self.said.fields

    @property
    def shared(self) -> tuple[str, ...]:
        """The keys on which its figures meet others."""
        return self.keys

    @property
    def is_kept(self) -> bool:
        """Whether what it has of each case is asked for more than once, so that it is a table."""
        return self.optional or self.is_asked

    def tables(self, metrics: tuple[int, ...]) -> dict[str, Query]:
        """What it has of each case, and what its claims say of cases."""
        found: dict[str, Query] = {}
        if self.is_kept:
            found[f"class_{self.place}"] = self.classes(metrics)
        if self.binding is not None:
            found[self.said_in] = self.binding.combinations()
        return found

    def of_open_cases(self, metrics: tuple[int, ...]) -> Query:
        """The table `distinct_i`: its distinct figures in the cases of `open`."""
        return self._distinct(metrics, "open")

    def combinations(self) -> Select:
        """The combinations that its claims say, each once."""
        keys = self.key_columns()
        joins = self.all_joins(money=False)
        return Select(keys, Table(CLAIMS), joins, where=self.where, distinct=True)

    def classes(self, metrics: tuple[int, ...]) -> Select:
        """The table `class_i`: what the figures of one key have between them.

        Its ends are whole numbers, `LONGEST` where they are infinite; `alone` where there is one
        figure. Ends that are brought to the target's currency are doubles, each by its own rate;
        `first_day` and `last_day` are of those that a rate is for.
        """
        low = call("minimum", case((self.odd(), _ODD), otherwise=self._whole("low")))
        high = call("maximum", self._whole("high"))
        odd = low.equals(_ODD)
        columns = {"low": low, "high": high, "odd": odd, "n": call("count")}
        alone = self._is_one(low, high, odd)
        keys, joins = self._keys(metrics), self.joins
        if self.target is not None:
            currency = Column("currency", CLAIMS)
            alone &= _one(currency)
            joins = (*joins, self._rates())
            brought_high = call("maximum", call("coalesce", self._brought("high"), _LOST))
            columns |= {
                "least_currency": call("minimum", currency),
                "most_currency": call("maximum", currency),
                "brought_low": call("minimum", self._brought("low")),
                "brought_high": brought_high,
                "lost": brought_high > INFINITY,
            }
            if not self.of_one_day:
                day = self._day()
                alone &= _one(day)
                converted = case((day.equals(NO_DAY), _NEVER), otherwise=day)
                columns["first_day"] = call("minimum", converted)
                columns["last_day"] = call("maximum", day)
        columns["alone"] = alone
        if self.is_asked:
            columns["stated"] = call("some", ~Column("wordless", CLAIMS))
        return Select(
            {**keys, **self._named(columns)},
            Table(CLAIMS),
            joins,
            where=self._where(metrics),
            group=tuple(one for one in keys.values() if isinstance(one, Column)),
        )

    def _is_one(self, low: Expression, high: Expression, odd: Expression) -> Expression:
        """Whether all figures have the ends that they have between them.

        They do when the narrowest is as wide as all of them. Only of ends that are not below zero
        is the width as short as a whole number may be.
        """
        if not self.non_negative:
            return all_of(*(_one(self._whole(end)) for end in ("low", "high")))
        width = call("minimum", self._whole("high") - Column("low", CLAIMS))
        return case((odd, False), otherwise=width.equals(high - low))

    def _distinct(self, metrics: tuple[int, ...], table: str) -> Layers:
        """The table `distinct_i`: the distinct figures in the cases of a table."""
        columns: dict[str, Expression] = {"low": self._whole("low"), "high": self._whole("high")}
        columns |= {name: Column(name, CLAIMS) for name in ("opened", "unit")}
        if self.target is not None:
            columns |= {"currency": Column("currency", CLAIMS), "day": self._day()}
        select = Select(
            {**self._keys(metrics), **self._named(columns)},
            Table(CLAIMS),
            (*self.joins, self._asked()),
            where=self._where(metrics),
            distinct=True,
        )
        return Layers((("asked", self._of(table)),), select)

    def rows_of(self, metrics: tuple[int, ...], table: str) -> Layers:
        """The rows of the claims that it takes in the cases of a table."""
        select = Select(
            {"row": Column("row", CLAIMS)},
            Table(CLAIMS),
            (*self.joins, self._asked()),
            where=self._where(metrics),
            distinct=bool(self.joins),
        )
        return Layers((("asked", self._of(table)),), select)

    def sizes(self, table: str) -> Select:
        """By rule and key, how many claims it takes in the cases of a table."""
        keys = self.key_columns()
        same = all_of(*(value.equals(Column(name, table)) for name, value in keys.items()))
        joins = (*self.all_joins(money=False), Join(Table(table), same, "semi"))
        columns, by = {**keys, "n": call("count")}, tuple(keys.values())
        return Select(columns, Table(CLAIMS), joins, where=self.where, group=by)

    def counted(self, metrics: tuple[int, ...], table: str | None = None) -> Query:
        """By metric, how many claims it takes, in the cases of a table or in all."""
        metric = Column("metric", CLAIMS)
        columns = {"metric": metric, "n": call("count")}
        if table is None and not self.joins and columns_of(self.where) <= set(OF_KINDS):
            columns["n"] = call("sum", Column(NUMBER, CLAIMS))
            where = self._where(metrics)
            return Select(columns, Table(KINDS, CLAIMS), where=where, group=(metric,))
        joins = self.joins if table is None else (*self.joins, self._asked())
        select = Select(columns, Table(CLAIMS), joins, where=self._where(metrics), group=(metric,))
        return select if table is None else Layers((("asked", self._of(table)),), select)

    def told(self, *, of_class: bool) -> tuple[str, ...]:
        """The columns that a case, or a reading, needs of it."""
        names = ["low", "high", *(["alone", "odd", "n"] if of_class else ["opened"])]
        if self.target is not None:
            names += _OF_CLASSES if of_class else ["currency"]
            names += _DAYS if of_class and not self.of_one_day else []
        return tuple(f"{name}_{self.place}" for name in names)

    def rate(self, source: str) -> Join | None:
        """The rate of its currency, as the table `rate_i`; none where none is needed."""
        if self.target is None:
            return None
        own = f"rate_{self.place}"
        same = Column(f"currency_{self.place}", source).equals(Column("currency", own))
        same &= Column(f"day_{self.place}", source).equals(Column("day", own))
        return Join(Table(RATES, own), same, "left")

    def _keys(self, metrics: tuple[int, ...]) -> dict[str, Expression]:
        """The metric and its part of the key; one metric is no column to group by, beside others.

        Without a column to group by there would be a row where there is no claim.
        """
        own: Expression = Column("metric", CLAIMS)
        metric = Literal(metrics[0]) if len(metrics) == 1 and self.keys else own
        return {"metric": metric, **dict(zip(self.keys, self.bound, strict=True))}

    def _day(self) -> Expression:
        """The number of the days on which it is converted; 0 where it is not."""
        stays = Column("currency", CLAIMS).equals(self.target)
        return case((stays, NO_DAY), otherwise=Column("day", CLAIMS))

    def _named(self, columns: Mapping[str, Expression]) -> dict[str, Expression]:
        return {f"{name}_{self.place}": value for name, value in columns.items()}

    def _where(self, metrics: tuple[int, ...]) -> Expression:
        return one_of(Column("metric", CLAIMS), metrics) & self.where

    def _whole(self, end: str) -> Expression:
        nothing = -LONGEST if end == "low" else LONGEST
        return call("coalesce", Column(end, CLAIMS), nothing)

    def _of(self, table: str) -> Select:
        """Its metric and its part of the key in the cases of a table."""
        columns = {"metric": Column(f"metric_{self.place}", "params")}
        columns |= {name: Column(name, table) for name in self.keys}
        same = Column("rule", table).equals(Column("rule", "params"))
        return Select(columns, Table(table), [Join(Table("params"), same)], distinct=True)

    def _asked(self) -> Join:
        same = Column("metric", CLAIMS).equals(Column("metric", "asked"))
        for name, value in zip(self.keys, self.bound, strict=True):
            same &= value.equals(Column(name, "asked"))
        return Join(Table("asked"), same, "semi")

    def all_joins(self, *, money: bool = True) -> tuple[Join, ...]:
        """The parameters, the tables that lead to the case, and the rates."""
        metric = Column("metric", CLAIMS).equals(Column(f"metric_{self.place}", "params"))
        joins = [Join(Table("params"), metric), *self.joins]
        return (*joins, self._rates()) if self.target is not None and money else tuple(joins)

    def _rates(self) -> Join:
        """The rate of a claim to the target's currency, where there is one."""
        same = Column("currency", CLAIMS).equals(Column("currency", RATES))
        same &= self._day().equals(Column("day", RATES))
        return Join(Table(RATES), same, "left")

    def odd(self) -> Expression:
        """Whether no query judges a claim."""
        odd = Column("odd", CLAIMS)
        if self.unstated is None:
            return odd
        return odd | Column("currency", CLAIMS).equals(self.unstated)

    def _double(self, end: str) -> Expression:
        """An end in its metric's whole numbers."""
        own = Column(end, CLAIMS)
        if end == "low" and self.non_negative:
            return call("to_double", own)  # there is one
        nothing = -INFINITY if end == "low" else INFINITY
        return case((own.is_null(), nothing), otherwise=call("to_double", own))

    @property
    def slack(self) -> int:
        """Of its error; see interval.py."""
        return LEAF

    def brought(self, end: str) -> Expression:
        """An end in the target's currency, in base units; nothing without a rate."""
        return self._brought(end) / Column(f"scale_{self.place}", "params")

    def _brought(self, end: str) -> Expression:
        """The same in the whole numbers of its metric."""
        own = self._double(end)
        other = "high" if end == "low" else "low"
        sides = (end, other) if self.exponent > 0 else (other, end)
        away, towards = (_times(own, Column(side, RATES), self.exponent) for side in sides)
        return away if self.non_negative else case((own >= 0.0, away), otherwise=towards)


def _times(own: Expression, rate: Expression, exponent: int) -> Expression:
    return own * rate if exponent > 0 else own / rate


def _one(column: Expression) -> Expression:
    """Whether a column has one value alone."""
    return call("minimum", column).equals(call("maximum", column))
