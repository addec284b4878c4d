"""The figures of one reference: scanned, brought to the case's key, and folded to their hulls."""

from __future__ import annotations

from attrs import frozen

from factcheck.engines.sql.expression import (
    Column,
    Expression,
    all_of,
    call,
    case,
)
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.filters import UnsupportedError, heads_of, pinned
from factcheck.engines.sql.interval import INFINITY, LEAF
from factcheck.engines.sql.key_tests import KeyTests
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.engines.sql.scans import column_of, scanned
from factcheck.engines.sql.truth import HOLDS
from factcheck.plan import model
from factcheck.plan.money import components_of_references, target_currency
from factcheck.records import Record

UNSTATED_CURRENCY = "XXX"
RATES = "rates"
RATE_ENDS = ("low_over", "low_under", "high_over", "high_under")


@frozen(eq=False, repr=False)
class Step(Record):
    """A step along the calendar: table `steps` leads from a claim's period to the case's."""

    how: str
    kind: str | None
    months: int

    @property
    def name(self) -> str:
        """As the rows of the table call it."""
        return f"{self.how} {self.kind or ''} {self.months}"


@frozen(eq=False, repr=False)
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
    target: str | None
    """The currency that it may be brought to; None where all that it meets is in one."""
    exponent: int
    meets: tuple[tuple[int, int | None], ...]
    """The groups in which it may meet amounts in other currencies, with the code of a literal's."""
    unstated: int | None
    """The code of amounts whose currency is not known: what meets them is left to the judge."""

    def key_columns(self) -> dict[str, Expression]:
        """The rule and its part of the key."""
        bound = zip(self.keys, self.bound, strict=True)
        return {"rule": Column("rule", "params"), **dict(bound)}

    @property
    def said_in(self) -> str:
        """The table of the combinations that its claims say."""
        return f"hull_{self.place}"

    @property
    def said(self) -> Figures:
        """What its claims say of cases."""
        return self

    @property
    def shared(self) -> tuple[str, ...]:
        """The keys on which its figures meet others."""
        return self.keys

    def tables(self) -> dict[str, Select]:
        """What it has of each case."""
        return {f"hull_{self.place}": self.hull()}

    def combinations(self) -> Select:
        """The combinations that its claims say, each once."""
        keys = self.key_columns()
        joins = self.all_joins(money=False)
        return Select(keys, Table(CLAIMS), joins, where=self.where, distinct=True)

    def hull(self) -> Select:
        """The table `hull_i`: by key, what its figures have between them."""
        low, high = self._double("low"), self._double("high")
        place = self.place
        columns = {
            f"low_{place}": call("minimum", low),
            f"high_{place}": call("maximum", high),
            f"alone_{place}": call("minimum", low).equals(call("maximum", low))
            & call("minimum", high).equals(call("maximum", high)),
            f"odd_{place}": call("some", self.odd()),
        }
        if self.target is not None:
            currency = Column("currency", CLAIMS)
            columns |= {
                f"least_currency_{place}": call("minimum", currency),
                f"most_currency_{place}": call("maximum", currency),
                f"brought_low_{place}": call("minimum", self.brought("low")),
                f"brought_high_{place}": call("maximum", self.brought("high")),
                f"lost_{place}": call("some", Column("low", RATES).is_null()),
            }
        keys = self.key_columns()
        return Select(
            {**keys, **columns},
            Table(CLAIMS),
            self.all_joins(),
            where=self.where,
            group=tuple(keys.values()),
        )

    def of_open_cases(self) -> list[tuple[str, Select]]:
        """`distinct_i`, its distinct figures in the cases of `open`, and `few_i`, how many."""
        place = self.place
        columns: dict[str, Expression] = {
            f"low_{place}": self._double("low"),
            f"high_{place}": self._double("high"),
            f"whole_low_{place}": Column("low", CLAIMS),
            f"whole_high_{place}": Column("high", CLAIMS),
            f"unit_{place}": Column(f"unit_{place}", "params"),
            f"opened_{place}": Column("opened", CLAIMS),
        }
        if self.target is not None:
            rate = {f"rate_{end}_{place}": Column(end, RATES) for end in RATE_ENDS}
            columns |= {
                f"least_currency_{place}": Column("currency", CLAIMS),
                f"most_currency_{place}": Column("currency", CLAIMS),
                f"brought_low_{place}": self.brought("low"),
                f"brought_high_{place}": self.brought("high"),
                f"lost_{place}": Column("low", RATES).is_null(),
                f"foreign_{place}": Column("foreign", RATES),
                **rate,
            }
        keys = self.key_columns()
        named = {f"unit_of_{place}": Column("unit", CLAIMS), f"day_{place}": Column("day", CLAIMS)}
        among = Join(Table("open"), self._in("open"), "semi")
        found = Select(
            {**keys, **columns, **named},
            Table(CLAIMS),
            (*self.all_joins(), among),
            where=self.where,
            distinct=True,
        )
        name, names = f"distinct_{place}", ("rule", *self.keys)
        plain: dict[str, Expression] = {key: Column(key) for key in names}
        few = Select(
            {**plain, f"number_{place}": call("count")}, Table(name), group=tuple(plain.values())
        )
        return [(name, found), (f"few_{place}", few)]

    def rows_of(self, table: str) -> Select:
        """By rule, the rows of the claims that it takes in the cases of a table."""
        among = Join(Table(table), self._in(table), "semi")
        return Select(
            {"rule": Column("rule", "params"), "row": Column("row", CLAIMS)},
            Table(CLAIMS),
            (*self.all_joins(money=False), among),
            where=self.where,
        )

    def told(self, *, hull: bool) -> tuple[str, ...]:
        """The columns that a case, or a reading, needs of it."""
        place = self.place
        names = ["low", "high"]
        names += ["alone", "odd"] if hull else ["whole_low", "whole_high", "unit", "opened"]
        if self.target is not None:
            names += ["least_currency", "most_currency", "brought_low", "brought_high", "lost"]
            names += [] if hull else ["foreign", *(f"rate_{end}" for end in RATE_ENDS)]
        return tuple(f"{name}_{place}" for name in names)

    def _in(self, table: str) -> Expression:
        return all_of(
            *(value.equals(Column(name, table)) for name, value in self.key_columns().items())
        )

    def all_joins(self, *, money: bool = True) -> tuple[Join, ...]:
        """The parameters, the tables that lead to the case, and the rates."""
        metric = Column("metric", CLAIMS).equals(Column(f"metric_{self.place}", "params"))
        joins = [Join(Table("params"), metric), *self.joins]
        if self.target is not None and money:
            same = Column("currency", CLAIMS).equals(Column("currency", RATES))
            same &= Column("day", CLAIMS).equals(Column("day", RATES))
            joins.append(Join(Table(RATES), same, "left"))
        return tuple(joins)

    def odd(self) -> Expression:
        """Whether no query judges a claim."""
        odd = Column("odd", CLAIMS)
        if self.unstated is None:
            return odd
        return odd | Column("currency", CLAIMS).equals(self.unstated)

    def _double(self, end: str) -> Expression:
        """An end in base units."""
        own = Column(end, CLAIMS)
        nothing = -INFINITY if end == "low" else INFINITY
        scale = Column(f"scale_{self.place}", "params")
        return case((own.is_null(), nothing), otherwise=call("to_double", own) / scale)

    @property
    def slack(self) -> int:
        """Of its error; see interval.py."""
        return LEAF

    def brought(self, end: str) -> Expression:
        """An end in the target's currency; nothing without a rate."""
        own = self._double(end)
        other = "high" if end == "low" else "low"
        sides = (end, other) if self.exponent > 0 else (other, end)
        away, towards = (_times(own, Column(side, RATES), self.exponent) for side in sides)
        return away if self.non_negative else case((own >= 0.0, away), otherwise=towards)


def _times(own: Expression, rate: Expression, exponent: int) -> Expression:
    return own * rate if exponent > 0 else own / rate


def figures(plan: model.RulePlan, facts: Facts, place: int, parts: str | None = None) -> Figures:
    """A reference as queries; UnsupportedError where they cannot say it.

    `parts` is the table that leads from the part that it takes in a fold to the case.
    """
    reference = plan.references[place]
    scan = reference.scan
    if scan.metric is None or (reference.fold is not None and parts is None):
        raise UnsupportedError
    fields, bound, joins = _bound(plan, facts, reference, parts)
    tests = KeyTests(facts, lambda field: column_of(facts, field))
    where = [scanned(scan, tests)]
    pins = scan.pins.pins if scan.pins else ()
    where += [pinned(facts, pin.field, pin.values, CLAIMS) for pin in pins]
    of_cases = KeyTests(facts, dict(zip(fields, bound, strict=True)).__getitem__, "case_")
    where += [
        of_cases.truth(test).equals(HOLDS)
        for test in plan.case_filters
        if heads_of(test) <= set(fields)
    ]
    meets, target = _money(plan, facts, place)
    unit = facts.vocabulary.metrics[scan.metric].unit
    unstated = UNSTATED_CURRENCY in facts.currencies.get(scan.metric, ())
    return Figures(
        place,
        fields,
        tuple(f"key_{plan.scope.index(field)}" for field in fields),
        bound,
        (*joins, *tests.joins.values(), *of_cases.joins.values()),
        all_of(*where),
        facts.vocabulary.metrics[scan.metric].non_negative,
        target,
        sum(exponent for _, exponent in unit.currencies) if target else 0,
        meets,
        facts.codes["currency"][UNSTATED_CURRENCY] if unstated else None,
    )


def _bound(
    plan: model.RulePlan, facts: Facts, reference: model.Reference, parts: str | None
) -> tuple[tuple[str, ...], tuple[Expression, ...], tuple[Join, ...]]:
    """The fields that a reference binds, their values, and the tables that lead to them."""
    fields, bound, joins = [], [], []
    for on in reference.on:
        if on.field not in plan.scope:
            raise UnsupportedError
        own = column_of(facts, on.field)
        if on.part and parts is not None and on.how == "same":
            joins.append(Join(Table(parts), own.equals(Column("own", parts))))
            own = Column("case", parts)
        elif on.part:
            raise UnsupportedError
        elif on.how in ("previous", "ago") and on.field == "period":
            step = Step(on.how, on.kind, on.months)
            same = own.equals(Column("own", "steps")) & Column("step", "steps").equals(step.name)
            joins.append(Join(Table("steps"), same))
            own = Column("case", "steps")
        elif on.how != "same":
            raise UnsupportedError
        fields.append(on.field)
        bound.append(own)
    return tuple(fields), tuple(bound), tuple(joins)


def _money(
    plan: model.RulePlan, facts: Facts, place: int
) -> tuple[tuple[tuple[int, int | None], ...], str | None]:
    """The groups in which a reference meets other currencies, and the one it is brought to."""
    groups = components_of_references(plan)
    found: dict[int, int | None] = {}
    targets: set[str | None] = set()
    for group in sorted(groups.get(place, ())):
        component = plan.components[group]
        met = {component.currency} - {None, UNSTATED_CURRENCY}
        for other, theirs in groups.items():
            if group in theirs:
                met |= facts.currencies.get(plan.references[other].scan.metric or "", frozenset())
        if len(met - {UNSTATED_CURRENCY}) < 2:  # noqa: PLR2004 (one currency meets no other)
            continue
        literal = component.currency
        found[group] = None if literal is None else facts.codes["currency"][literal]
        targets.add(target_currency(facts.vocabulary, component))
    if not found:
        return (), None
    unit = facts.vocabulary.metrics[plan.references[place].scan.metric or ""].unit
    simple = len(unit.currencies) == 1 and unit.currencies[0][1] in (1, -1)
    if len(targets) > 1 or None in targets or not simple:
        raise UnsupportedError
    return tuple(found.items()), next(iter(targets))
