"""`claims agree` as one pass over groups: the greatest lower bound against the least upper.

Amounts of one currency are compared as whole numbers, exactly; where a group has several, all of
them are brought to one and compared as doubles. See verdicts/agreement.py.
"""

from __future__ import annotations

from attrs import frozen

from factcheck.engines.sql import truth
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
from factcheck.engines.sql.figures import NORM, RATES, UNSTATED_CURRENCY
from factcheck.engines.sql.filters import UnsupportedError, head_of, passing
from factcheck.engines.sql.interval import INFINITY, LEAF, Node, Stack, size_of
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.tests import usable
from factcheck.engines.sql.truth import HOLDS, UNDETERMINED, VIOLATED
from factcheck.plan import model
from factcheck.plan.money import target_currency
from factcheck.values.rational import ZERO, Rational
from factcheck.values.record import Record

_BROUGHT = ("brought_low", "brought_high", "lost")


@frozen(eq=False, repr=False)
class Groups(Record):
    """The groups of one rule: claims that state a number, by the scope."""

    keys: tuple[str, ...]
    bound: tuple[Expression, ...]
    where: Expression
    target: str | None
    """The currency that amounts in several are brought to; None where all are in one."""

    @property
    def parts(self) -> tuple[str, ...]:
        """What a class has that its group asks for."""
        return ("n", "odd") if self.target is None else ("n", "odd", *_BROUGHT)

    def key_columns(self) -> dict[str, Expression]:
        """The rule and its part of the key."""
        bound = zip(self.keys, self.bound, strict=True)
        return {"rule": Column("rule", "params"), **dict(bound)}

    def rows_of(self, table: str) -> Select:
        """By rule, the rows of the claims in the cases of a table."""
        same = all_of(
            *(value.equals(Column(name, table)) for name, value in self.key_columns().items())
        )
        joins = (_params(), Join(Table(table), same, "semi"))
        columns = {"rule": Column("rule", "params"), "row": Column("row", CLAIMS)}
        return Select(columns, Table(CLAIMS), joins, where=self.where)

    def classes(self) -> Select:
        """What the claims of one currency in one group have between them."""
        keys = self.key_columns()
        columns: dict[str, Expression] = {
            "low": call("maximum", Column("low", CLAIMS)),
            "high": call("minimum", Column("high", CLAIMS)),
            "n": call("count"),
            "odd": call("some", Column("odd", CLAIMS)),
            "opened": call("some", Column("opened", CLAIMS)),
        }
        joins = [_params()]
        group = tuple(keys.values())
        if self.target is not None:
            same = Column("currency", CLAIMS).equals(Column("currency", RATES))
            same &= Column("day", CLAIMS).equals(Column("day", RATES))
            joins.append(Join(Table(RATES), same, "left"))
            columns |= {
                "brought_low": call("maximum", _brought("low")),
                "brought_high": call("minimum", _brought("high")),
                "lost": call("some", Column("low", RATES).is_null()),
            }
            group = (*group, Column("currency", CLAIMS))
        return Select({**keys, **columns}, Table(CLAIMS), joins, where=self.where, group=group)


def _params() -> Join:
    return Join(Table("params"), Literal(value=True))


def _brought(end: str) -> Expression:
    """An end in the target's currency, in the places of its metric."""
    own = call("to_double", Column(end, CLAIMS))
    other = "high" if end == "low" else "low"
    amount = case((own >= 0.0, own * Column(end, RATES)), otherwise=own * Column(other, RATES))
    nothing = -INFINITY if end == "low" else INFINITY
    return case((Column(end, CLAIMS).is_null(), nothing), otherwise=amount)


def groups_of(
    plan: model.RulePlan, facts: Facts, *, filtered: bool
) -> tuple[Groups, Layers, tuple[Rational, ...]]:
    """The groups, their cases, and the literals; UnsupportedError where no query says them."""
    check, scan = plan.check, plan.groups
    if not isinstance(check, model.Agreement) or scan is None or scan.restatements:
        raise UnsupportedError
    if (
        plan.premises
        or plan.claim_tests
        or plan.case_filters
        or check.fields not in ((), ("value",))
    ):
        raise UnsupportedError
    amount = check.amount.value if isinstance(check.amount, model.Constant) else ZERO
    if check.tolerance not in ("none", "relative") or "metric" not in plan.scope:
        raise UnsupportedError
    if not usable(amount):
        raise UnsupportedError
    groups = Groups(
        tuple(f"key_{place}" for place in range(len(plan.scope))),
        tuple(_column(facts, field) for field in plan.scope),
        _where(scan, facts),
        _target(plan, facts, check),
    )
    return groups, _cases(groups, filtered=filtered), (amount,)


def _column(facts: Facts, field: str) -> Expression:
    name = facts.column(field)
    if name is None:
        raise UnsupportedError
    return Column(name, CLAIMS)


def _where(scan: model.Scan, facts: Facts) -> Expression:
    where = [~Column("restates", CLAIMS), ~Column("wordless", CLAIMS)]
    if not scan.norms and NORM in facts.codes["status"]:
        where.append(Column("status", CLAIMS).differs(facts.codes["status"][NORM]))
    where += [passing(facts, test, _column(facts, head_of(test))) for test in scan.filters]
    return all_of(*where)


def _target(plan: model.RulePlan, facts: Facts, check: model.Agreement) -> str | None:
    met = set().union(*facts.currencies.values())
    if UNSTATED_CURRENCY in met:
        raise UnsupportedError
    if all(len(one) < 2 for one in facts.currencies.values()):  # noqa: PLR2004 (none meets another)
        return None
    used = [one for name, one in facts.vocabulary.metrics.items() if facts.currencies.get(name)]
    if any(tuple(power for _, power in one.unit.currencies) not in ((), (1,)) for one in used):
        raise UnsupportedError
    component = plan.components[plan.components[check.component].group]
    target = target_currency(facts.vocabulary, component)
    if target is None or component.currency is not None:
        raise UnsupportedError
    return target


def _cases(groups: Groups, *, filtered: bool) -> Layers:
    """The truth of each group of two claims or more."""
    names = ("rule", *groups.keys)
    tolerance: dict[str, Expression] = {
        name: Column(f"{name}_0", "params") for name in ("value", "over", "under")
    }
    same = Column("rule", "class").equals(Column("rule", "params"))
    classed = Select(
        {
            **{name: Column(name, "class") for name in (*names, *groups.parts)},
            "value_0": tolerance["value"],
            "agrees": _class_truth(tolerance),
        },
        Table("class"),
        [Join(Table("params"), same)],
    )
    plain: dict[str, Expression] = {name: Column(name) for name in names}
    columns: dict[str, Expression] = {
        "total": call("sum", Column("n")),
        "odd": call("some", Column("odd")),
        "broken": call("some", Column("agrees").equals(VIOLATED)),
        "unsure": call("some", Column("agrees").is_null()),
        "share": call("maximum", Column("value_0")),
    }
    if groups.target is not None:
        columns |= {
            "classes": call("count"),
            "brought_low": call("maximum", Column("brought_low")),
            "brought_high": call("minimum", Column("brought_high")),
            "lost": call("some", Column("lost")),
        }
    grouped = Select({**plain, **columns}, Table("classed"), group=tuple(plain.values()))
    stack = Stack("grouped")
    across: Expression = Literal(HOLDS)
    if groups.target is not None:
        apart = _across(stack) if filtered else Literal(None)
        across = case((Column("classes").equals(1), HOLDS), otherwise=apart)
    empty = any_of(*(Column(key).equals(0) for key in groups.keys))
    broken = Column("broken") | call("coalesce", across.equals(VIOLATED), Literal(value=False))
    found = case(
        (Column("odd"), Literal(None)),
        (broken & empty, UNDETERMINED),
        (broken, VIOLATED),
        (Column("unsure") | across.is_null(), Literal(None)),
        otherwise=HOLDS,
    )
    last = Select(
        {**plain, "truth": found, "odd": Column("odd")},
        Table(stack.top),
        where=Column("total") >= 2,  # noqa: PLR2004 (of one, nothing is compared)
    )
    layers = (("class", groups.classes()), ("classed", classed), ("grouped", grouped))
    return Layers((*layers, *stack.layers), last)


def _class_truth(tolerance: dict[str, Expression]) -> Expression:
    """Whether the claims of one class agree, exactly; nothing where an open end decides."""
    low, high = Column("low", "class"), Column("high", "class")
    gap = (call("to_wide", low) - high) * tolerance["under"]
    size = call("greatest", call("abs", low), call("abs", high))
    room = call("to_wide", size) * tolerance["over"]
    shut = ~Column("opened", "class")
    return case(
        (Column("n", "class") < 2, HOLDS),  # noqa: PLR2004 (nothing is compared)
        (low.is_null() | high.is_null() | (low < high), HOLDS),
        (low.equals(high), case((shut, HOLDS))),
        (tolerance["over"].is_null(), Literal(None)),
        (tolerance["over"].equals(0) | (gap > room), VIOLATED),
        (gap < room, HOLDS),
        (shut, HOLDS),
    )


def _across(stack: Stack) -> Expression:
    """Whether all claims agree in one currency, where they are in several."""
    low, high = Column("brought_low"), Column("brought_high")
    size = case((Column("lost"), INFINITY), otherwise=size_of(low, high))
    (own,) = stack.add(size=size)
    left, right = Node(low, low, own, LEAF), Node(high, high, own, LEAF)
    return truth.not_far_above(stack, left, right, Column("share"), Literal(value=False))
