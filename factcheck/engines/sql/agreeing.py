"""Groups that agree by far, found in doubles in one pass before that of agreement.py.

Each end of a claim is brought to one currency by whichever end of its rate is the worse for
agreement: the lower end up, the upper end down. Where the greatest lower end, L, and the least
upper, U, agree even so, and by more than doubles err, the group agrees:

- All claims brought to one currency do, since there no lower end is above L and no upper below U.
- The claims of one currency do as they stand. There is one rate that lies within what each of them
  was brought by: that of their day, or where their days may differ the middle of all rates of the
  currency, up to which every rate is widened. By it, again, no lower end is above L and no upper
  below U; and whether ends agree within a share of the greater is the same in every currency.

An end that is infinite is beyond all others and stays so; a claim that no query judges, and one
without a rate, has a lower end above all. What this leaves open is asked for in full.
"""

from __future__ import annotations

from typing import Final

from factcheck.engines.sql.agreement import Groups
from factcheck.engines.sql.codes import NO_DAY
from factcheck.engines.sql.expression import Column, Expression, Literal, call, case, one_of
from factcheck.engines.sql.facts import CLAIMS
from factcheck.engines.sql.figures import RATES
from factcheck.engines.sql.grouped import AGREEING
from factcheck.engines.sql.interval import LEAF, ROUNDING
from factcheck.engines.sql.query import Join, Layers, Select, Table, Union, Values
from factcheck.engines.sql.truth import HOLDS
from factcheck.records import Record, frozen

_BEYOND: Final = 1e200
"""Greater than all ends, which are whole numbers of 64 bits times a rate."""
_NEVER: Final = 1e250
"""So far beyond that nothing agrees with it, not even what is endless."""
_WIDE: Final = "wide"
_ENDS: Final = ("low", "high")


@frozen
class Agreeing(Record):
    """The table of groups of two claims or more: those that agree by far, and the others."""

    groups: Groups

    def table(self, *, each: bool) -> Layers:
        """`rule`, the keys, `truth`, `n` groups, their claims in `total`.

        Where not `each` of the groups that agree is asked for, they are counted by metric: there is
        nothing in their other keys.
        """
        own = self.groups
        keys: dict[str, Expression] = {name: Column(name) for name in own.keys}
        truth = Column("truth")
        if not each:
            keys |= {
                name: case((truth.is_null(), Column(name)))
                for name in own.keys
                if name != own.metric
            }
        by = {"rule": Column("rule"), **keys, "truth": truth}
        counts = {"n": call("count"), "total": call("sum", Column("total"))}
        last = Select({**by, **counts}, Table("judged"), group=tuple(by.values()))
        if each:
            last = Select({**by, "n": Literal(1), "total": Column("total")}, Table("judged"))
        wide = () if own.target is None else self._wide()
        return Layers((*wide, ("hull", self._hulls()), ("judged", self._judged())), last)

    def cases(self) -> Select:
        """Rule and keys of the groups that agree by far."""
        names = {name: Column(name) for name in ("rule", *self.groups.keys)}
        return Select(names, Table(AGREEING), where=_agrees())

    def held(self) -> Select:
        """By rule, how many groups agree by far."""
        rule = Column("rule")
        columns = {"rule": rule, "n": call("sum", Column("n"))}
        return Select(columns, Table(AGREEING), where=_agrees(), group=(rule,))

    def counted(self) -> Select:
        """By metric, how many claims are in them."""
        metric = Column(self.groups.metric)
        columns = {"metric": metric, "n": call("sum", Column("total"))}
        where = Column("rule").equals(0) & _agrees()
        return Select(columns, Table(AGREEING), where=where, group=(metric,))

    def _hulls(self) -> Select:
        own = self.groups
        keys = own.key_columns()
        joins, odd = [*own.joins], own.odd
        low, high = (call("to_double", Column(end, CLAIMS)) for end in _ENDS)
        if own.target is not None:
            stays = one_of(Column("currency", CLAIMS), (0, own.target))
            day = case((stays, NO_DAY), otherwise=Column("day", CLAIMS))
            same = Column("currency", CLAIMS).equals(Column("currency", _WIDE))
            joins.append(Join(Table(_WIDE), same & day.equals(Column("day", _WIDE)), "left"))
            least, most = (Column(end, _WIDE) for end in _ENDS)
            odd |= most.is_null()
            low *= case((low >= 0.0, most), otherwise=least)
            high *= case((high >= 0.0, least), otherwise=most)
        columns = {
            "low": call("maximum", case((odd, _NEVER), otherwise=call("coalesce", low, -_BEYOND))),
            "high": call("minimum", call("coalesce", high, _BEYOND)),
            "total": call("count"),
        }
        group = tuple(keys.values())
        return Select({**keys, **columns}, Table(CLAIMS), joins, where=own.where, group=group)

    def _wide(self) -> tuple[tuple[str, Select | Union], ...]:
        """The rates of each currency and days, the worse for agreement the wider they are."""
        none = Values(("currency", "day", *_ENDS), ((0, NO_DAY, 1.0, 1.0),), "none")
        plain = Select({name: Column(name, "none") for name in none.columns}, none)
        rates = {name: Column(name, RATES) for name in none.columns}
        if self.groups.dated:
            return ((_WIDE, Union((Select(rates, Table(RATES)), plain))),)
        low, high = (Column(end) for end in _ENDS)
        currency, middle = Column("currency"), Column("middle", "middles")
        between = (call("minimum", low) + call("maximum", high)) * 0.5
        middles = Select({"currency": currency, "middle": between}, Table(RATES), group=(currency,))
        widened = rates | {
            "low": call("least", rates["low"], middle),
            "high": call("greatest", rates["high"], middle),
        }
        same = rates["currency"].equals(Column("currency", "middles"))
        every = Select(widened, Table(RATES), [Join(Table("middles"), same)])
        return ("middles", middles), (_WIDE, Union((every, plain)))

    def _judged(self) -> Select:
        """Whether low - high is less than a share of the greater magnitude, by more than its error.

        The share is below 1, so x(1 - t sgn x) grows with x, and what is below 0 agrees with more.
        """
        low, high = Column("low", "hull"), Column("high", "hull")
        share = Column("value_0", "params")
        size = call("abs", low) + call("abs", high)
        joins = [Join(Table("params"), Literal(value=True))]
        if self.groups.scales is None:
            kept = Literal(1.0) - share
            gap = case((low >= 0.0, low * kept - high), otherwise=low - high * kept)
        else:
            scales = self.groups.scales
            metric = Column(self.groups.metric, "hull").equals(Column("metric", scales))
            joins.append(Join(Table(scales), metric))
            room = share * Column("scale", scales)
            gap, size = low - room - high, size + call("abs", room)
        agrees = gap < size * (-2 * (LEAF + 6) * ROUNDING)
        plain = {name: Column(name, "hull") for name in (*self.groups.keys, "total")}
        columns = {"rule": Column("rule", "params"), **plain, "truth": case((agrees, HOLDS))}
        two = Column("total", "hull") >= 2  # noqa: PLR2004 (of one, nothing is compared)
        return Select(columns, Table("hull"), joins, where=two)


def agreeing_of(groups: object) -> Agreeing | None:
    """That of the groups of a rule; None where doubles do not decide whether they agree."""
    return Agreeing(groups) if isinstance(groups, Groups) and groups.filtered else None


def _agrees() -> Expression:
    return ~Column("truth").is_null()
