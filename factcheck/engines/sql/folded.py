"""A fold over the parts of each case as one figure: whole numbers are added, so none is rounded.

Figures of one part are taken as their hull, and a part without one may be anything that its metric
allows; see verdicts/resolve.py.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from factcheck.engines.sql import unsaid
from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    all_of,
    any_of,
    call,
    case,
)
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.figures import RATES, Figures
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.interval import INFINITY, LEAF
from factcheck.engines.sql.parts import MOST_PARTS, tables_of_parts
from factcheck.engines.sql.query import Join, Layers, Query, Select, Table
from factcheck.engines.sql.references import figures
from factcheck.engines.sql.scans import column_of
from factcheck.lang.bind.folds import AXES
from factcheck.plan import model
from factcheck.records import Record, evolve, frozen

_MADE_OF_OTHERS = (
    *(model.Comparison, model.Calculation, model.Raised),
    *(model.Every, model.Some, model.Negated),
)
_INSIDE = ("parts", "operand", "operands", "left", "right", "amount", "base")


@frozen
class Folded(Record):
    """One fold of a rule, as queries; see Figures for what cases ask of it."""

    own: Figures
    """What its parts take, by the key of their case."""
    said: Figures
    """What its claims say of cases: of parts of periods, nothing about the period."""
    parts: tuple[Expression, ...]
    """What tells a part from the others, by axis."""
    wholes: tuple[tuple[str, str], ...]
    """The part of the key whose parts are taken, and the table of how many there are, by axis."""
    function: str
    known: bool
    """Whether parts without figures are left out."""
    most: int
    """So many parts it has at most."""

    @property
    def slack(self) -> int:
        """Of its error: amounts that are brought to one currency are added as doubles."""
        return LEAF + self.most + 1

    @property
    def place(self) -> int:
        """Of its reference."""
        return self.own.place

    @property
    def optional(self) -> bool:
        """Whether a case may be without it."""
        return False

    @property
    def is_asked(self) -> bool:
        """Whether a rule asks if it is stated."""
        return False

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns of the case's key that it has."""
        return self.own.keys

    @property
    def said_fields(self) -> tuple[str, ...]:
        """The fields of the case that it says."""
        return self.said.fields

    @property
    def shared(self) -> tuple[str, ...]:
        """Those on which its figures meet others: not the one whose parts they are of."""
        return tuple(key for key in self.own.keys if key not in dict(self.wholes))

    @property
    def meets(self) -> tuple[tuple[int, int | None], ...]:
        """The groups in which it may meet amounts in other currencies."""
        return self.own.meets

    @property
    def target(self) -> int | None:
        """The currency that it may be brought to."""
        return self.own.target

    @property
    def exponent(self) -> int:
        """Of its currency."""
        return self.own.exponent

    @property
    def non_negative(self) -> bool:
        """Whether it is never below zero."""
        return self.own.non_negative

    def tables(self, metrics: tuple[int, ...]) -> dict[str, Query]:  # noqa: ARG002 (as figures)
        """What it has of each case, and what its claims say of cases."""
        found: dict[str, Query] = {f"class_{self.place}": self._hull()}
        if self.said.keys != self.keys:
            found[self.said_in] = self.said.combinations()
        return found

    @property
    def said_in(self) -> str:
        """The table of the combinations that its claims say."""
        return f"{'class' if self.said.keys == self.keys else 'said'}_{self.place}"

    def rows_of(self, metrics: tuple[int, ...], table: str) -> Layers:
        """The rows of the claims that it takes in the cases of a table."""
        return self.own.rows_of(metrics, table)

    def sizes(self, table: str) -> Select:
        """By rule and key, how many claims it takes in the cases of a table."""
        return self.own.sizes(table)

    def told(self, *, of_class: bool) -> tuple[str, ...]:
        """The columns that a case, or a reading, needs of it."""
        names = ["low", "high", "whole_low", "whole_high", "unit", "opened", "stated"]
        names += ["alone", "odd"] if of_class else []
        if self.target is not None:
            names += ["least_currency", "most_currency", "brought_low", "brought_high", "lost"]
            names += ["foreign"]
        return tuple(f"{name}_{self.place}" for name in names)

    def of_open_cases(self, metrics: tuple[int, ...]) -> Query:  # noqa: ARG002 (as figures)
        """The table `distinct_i`: what it has in the cases of `open`."""
        name = f"class_{self.place}"
        names = ("rule", *self.keys)
        among = all_of(*(Column(one, name).equals(Column(one, "open")) for one in names))
        return Select(
            {one: Column(one, name) for one in (*names, *self.told(of_class=False))},
            Table(name),
            [Join(Table("open"), among, "semi")],
        )

    def _hull(self) -> Layers:
        return Layers((("part", self._parts()), ("added", self._added())), self._whole())

    def _parts(self) -> Select:
        """The hull of the figures of each part that has some."""
        keys = self.own.key_columns()
        parts = {f"part_{axis}": part for axis, part in enumerate(self.parts)}
        low, high = Column("low", CLAIMS), Column("high", CLAIMS)
        columns = {
            "low": case(
                (call("some", low.is_null()), Literal(None)), otherwise=call("minimum", low)
            ),
            "high": case(
                (call("some", high.is_null()), Literal(None)), otherwise=call("maximum", high)
            ),
            "opened": call("some", Column("opened", CLAIMS)),
            "odd": call("some", self.own.odd()),
            "least": call("minimum", Column("currency", CLAIMS)),
            "most": call("maximum", Column("currency", CLAIMS)),
        }
        if self.target is not None:
            columns |= {
                "brought_low": call("minimum", self.own.brought("low")),
                "brought_high": call("maximum", self.own.brought("high")),
                "lost": call("some", Column("low", RATES).is_null()),
                "foreign": call("some", Column("foreign", RATES)),
            }
        return Select(
            {**keys, **parts, **columns},
            Table(CLAIMS),
            self.own.all_joins(),
            where=self.own.where,
            group=(*keys.values(), *parts.values()),
        )

    def _added(self) -> Select:
        """The stated parts of each case taken together."""
        keys: dict[str, Expression] = {name: Column(name) for name in ("rule", *self.keys)}
        columns = {
            "stated": call("count"),
            "low": _together(self.function, Column("low"), lower=True),
            "high": _together(self.function, Column("high"), lower=False),
            "opened": call("some", Column("opened")),
            "odd": call("some", Column("odd")),
            "least": call("minimum", Column("least")),
            "most": call("maximum", Column("most")),
        }
        if self.target is not None:
            # The order of a sum of doubles changes it within the slack, and no verdict.
            join = {"min": "minimum", "max": "maximum"}.get(self.function, "sum")
            columns |= {name: call(join, Column(name)) for name in ("brought_low", "brought_high")}
            columns |= {name: call("some", Column(name)) for name in ("lost", "foreign")}
        return Select({**keys, **columns}, Table("part"), group=tuple(keys.values()))

    def _whole(self) -> Select:
        """With what the parts that are not stated may be."""
        place = self.place
        stated = Column("stated", "added")
        number: Expression = Literal(1)
        for _, table in self.wholes:
            number *= Column("number", table)
        more = any_of(*(Column("more", table) for _, table in self.wholes))
        lacks: Expression = Literal(value=False)
        if not self.known:
            lacks = more | (stated < number)
        low, high = self._ends(lacks)
        odd: Expression = Column("odd", "added")
        times: Expression = Literal(1)
        if self.function == "mean":
            times = stated if self.known else number
            odd |= Literal(value=False) if self.known else more
        unit, scale = Column(f"unit_{place}", "params"), Column(f"scale_{place}", "params")
        size = scale * call("to_double", times)
        columns: dict[str, Expression] = {
            f"low_{place}": case(
                (low.is_null(), -INFINITY), otherwise=call("to_double", low) / size
            ),
            f"high_{place}": case(
                (high.is_null(), INFINITY), otherwise=call("to_double", high) / size
            ),
            f"alone_{place}": Literal(value=True),
            f"odd_{place}": odd,
            f"whole_low_{place}": low,
            f"whole_high_{place}": high,
            f"unit_{place}": call("to_wide", unit) * times,
            f"opened_{place}": Column("opened", "added"),
            f"stated_{place}": stated,
        }
        if self.target is not None:
            columns |= {
                f"least_currency_{place}": Column("least", "added"),
                f"most_currency_{place}": Column("most", "added"),
                f"brought_low_{place}": self._least_brought(lacks) / call("to_double", times),
                f"brought_high_{place}": self._most_brought(lacks) / call("to_double", times),
                f"lost_{place}": Column("lost", "added") | Literal(not self.non_negative),
                f"foreign_{place}": call(
                    "coalesce", Column("foreign", "added"), Literal(value=False)
                ),
            }
        keys: dict[str, Expression] = {name: Column(name, "added") for name in ("rule", *self.keys)}
        joins = [
            Join(Table("params"), Column("rule", "added").equals(Column("rule", "params"))),
            *(
                Join(Table(table), Column(key, "added").equals(Column("case", table)))
                for key, table in self.wholes
            ),
        ]
        return Select({**keys, **columns}, Table("added"), joins)

    def _least_brought(self, lacks: Expression) -> Expression:
        low = Column("brought_low", "added")
        return case((lacks, 0.0), otherwise=low) if self.function == "min" else low

    def _most_brought(self, lacks: Expression) -> Expression:
        high = Column("brought_high", "added")
        return high if self.function == "min" else case((lacks, INFINITY), otherwise=high)

    def _ends(self, lacks: Expression) -> tuple[Expression, Expression]:
        low, high = Column("low", "added"), Column("high", "added")
        nothing = Literal(None)
        if self.function == "min":
            zero = call("least", low, 0) if self.non_negative else nothing
            return case((lacks, zero), otherwise=low), high
        if self.function == "max":
            return low, case((lacks, nothing), otherwise=high)
        least = low if self.non_negative else case((lacks, nothing), otherwise=low)
        return least, case((lacks, nothing), otherwise=high)


def _together(function: str, end: Expression, *, lower: bool) -> Expression:
    """One end of all stated parts: nothing where it is infinite."""
    endless = call("some", end.is_null())
    if function in ("sum", "mean"):
        return case((endless, Literal(None)), otherwise=call("sum", call("to_wide", end)))
    taken = call("to_wide", call("minimum" if function == "min" else "maximum", end))
    if (function == "min") is lower:
        return case((endless, Literal(None)), otherwise=taken)
    return taken


def folded(plan: model.RulePlan, facts: Facts, place: int) -> Folded:
    """A reference in a fold as queries; UnsupportedError where they cannot say it."""
    reference = plan.references[place]
    fold = plan.folds[reference.fold or 0]
    if fold.roots or fold.outer is not None or fold.body != _only_slot(fold, place):
        raise UnsupportedError(unsaid.fold(fold))
    fields = [AXES[axis] for axis in fold.axes]
    moving = {on.field for on in reference.on if on.part}
    if not set(fields) <= set(plan.scope) or moving != set(fields):
        raise UnsupportedError(unsaid.fold(fold))
    if any(on.rooted or on.levels > 1 for on in reference.on):
        raise UnsupportedError(unsaid.fold(fold))
    tables = {AXES[axis]: tables_of_parts(facts, axis) for axis in fold.axes}
    most = prod(number for _, _, number in tables.values())
    if most > MOST_PARTS:
        raise UnsupportedError(f"{unsaid.fold(fold)} of more than {MOST_PARTS:,} parts")
    owns = {field: owns for field, (owns, _, _) in tables.items()}
    own = figures(plan, facts, place, owns)
    said = own
    if "period" in fields:
        on = tuple(one for one in reference.on if not one.part or one.field != "period")
        alone = evolve(reference, on=on, fold=None)
        listed = (*plan.references[:place], alone, *plan.references[place + 1 :])
        said = figures(evolve(plan, references=listed), facts, place, owns)
    wholes = tuple(
        (f"key_{plan.scope.index(field)}", wholes) for field, (_, wholes, _) in tables.items()
    )
    parts = tuple(column_of(facts, field) for field in fields)
    return Folded(own, said, parts, wholes, fold.function, fold.known, most)


def _only_slot(fold: model.Fold, place: int) -> model.Slot | None:
    """The body, where it is nothing but the reference."""
    body = fold.body
    return body if isinstance(body, model.Slot) and body.reference == place else None


def unfolded(plan: model.RulePlan) -> model.RulePlan:
    """The rule with the figure of a fold in its place; UnsupportedError where it has several."""

    def figure(node: object) -> object:
        return plan.folds[node.fold].body if isinstance(node, model.FoldSlot) else node

    if not plan.folds:
        return plan
    check, premises = replaced(plan.check, figure), replaced(plan.premises, figure)
    return evolve(plan, check=check, premises=premises)


def replaced(node: Any, leaf: Callable[[object], object]) -> Any:  # noqa: ANN401 (tests of many classes)
    """A test, or several, with other leaves."""
    if isinstance(node, tuple):
        return tuple(replaced(one, leaf) for one in node)
    if not isinstance(node, _MADE_OF_OTHERS):
        return leaf(node)
    own = {name: replaced(getattr(node, name), leaf) for name in _INSIDE if hasattr(node, name)}
    return evolve(node, **own)
