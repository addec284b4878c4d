"""`claims agree` as one pass over groups: the greatest lower bound against the least upper.

Amounts of one currency are compared as whole numbers, exactly; where a group has several, all of
them are brought to one and compared as doubles. See verdicts/agreement.py.
"""

from __future__ import annotations

from factcheck.engines.sql import interval, truth, unsaid
from factcheck.engines.sql.codes import NO_DAY
from factcheck.engines.sql.expression import (
    Column,
    Expression,
    Literal,
    call,
    case,
)
from factcheck.engines.sql.facts import CLAIMS, Facts
from factcheck.engines.sql.figures import RATES, UNSTATED_CURRENCY
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.grouped import Grouped, bound_of, empty, keys_of, left_open
from factcheck.engines.sql.interval import INFINITY, LEAF, Node, Stack, size_of
from factcheck.engines.sql.query import Join, Layers, Select, Table
from factcheck.engines.sql.scans import row_tests, scanned
from factcheck.engines.sql.tests import usable
from factcheck.engines.sql.truth import HOLDS, UNDETERMINED, VIOLATED
from factcheck.plan import model
from factcheck.plan.money import target_currency
from factcheck.records import frozen
from factcheck.values.rational import ZERO, Rational

_BROUGHT = ("brought_low", "brought_high", "lost")
_PRICES = "`claims agree` on prices in several currencies"


@frozen
class Groups(Grouped):
    """The groups of one rule: claims that state a number, by the scope."""

    metric: str
    """The key that is the metric."""
    target: int | None
    """The currency that amounts in several are brought to; None where all are in one."""
    asked: int | None
    """The code of the currency of a tolerance; amounts in others are compared in it alone."""
    unstated: int | None
    """The code of amounts whose currency is not known: their groups are left to the judge."""
    scales: str | None
    """The table of the powers of ten of metrics, where a tolerance is so much of their unit."""
    dated: bool
    """Whether the claims of one group in one currency are converted on the same days."""
    filtered: bool
    """Whether doubles decide: of groups that agree by far they do first; see agreeing.py."""

    @property
    def odd(self) -> Expression:
        """Whether no query judges a claim."""
        odd = Column("odd", CLAIMS) | self.open
        if self.unstated is None:
            return odd
        return odd | Column("currency", CLAIMS).equals(self.unstated)

    @property
    def parts(self) -> tuple[str, ...]:
        """What a class has that its group asks for."""
        parts = ("n", "odd") if self.target is None else ("n", "odd", "currency", *_BROUGHT)
        return parts if self.scales is None else (*parts, "unit", "scale")

    def counted(self, table: str) -> Select:
        """By metric, how many claims are in the cases of a table."""
        metric = Column(self.metric)
        columns = {"metric": metric, "n": call("sum", Column("total"))}
        return Select(columns, Table(table), where=Column("rule").equals(0), group=(metric,))

    def classes(self) -> Select:
        """What the claims of one currency in one group have between them."""
        keys = self.key_columns()
        columns: dict[str, Expression] = {
            "low": call("maximum", Column("low", CLAIMS)),
            "high": call("minimum", Column("high", CLAIMS)),
            "n": call("count"),
            "odd": call("some", self.odd),
            "opened": call("some", Column("opened", CLAIMS)),
        }
        joins = [*self.joins]
        if self.filtered:
            joins.append(left_open(keys))
        group = tuple(keys.values())
        if self.scales is not None:
            metric = Column("metric", CLAIMS).equals(Column("metric", self.scales))
            joins.append(Join(Table(self.scales), metric))
            columns |= {
                name: call("maximum", Column(name, self.scales)) for name in ("unit", "scale")
            }
        if self.target is not None:
            currency = Column("currency", CLAIMS)
            stays, plain = currency.equals(self.target), currency.equals(0)
            day = case((stays, NO_DAY), otherwise=Column("day", CLAIMS))
            same = currency.equals(Column("currency", RATES)) & day.equals(Column("day", RATES))
            joins.append(Join(Table(RATES), same, "left"))
            columns |= {
                "brought_low": call("maximum", _brought("low")),
                "brought_high": call("minimum", _brought("high")),
                "lost": call("some", ~plain & Column("low", RATES).is_null()),
            }
            columns["currency"] = currency
            group = (*group, currency)
        return Select({**keys, **columns}, Table(CLAIMS), joins, where=self.where, group=group)


def _brought(end: str) -> Expression:
    """An end in the target's currency, in the places of its metric."""
    own = call("to_double", Column(end, CLAIMS))
    other = "high" if end == "low" else "low"
    amount = case(
        (Column("currency", CLAIMS).equals(0), own),
        (own >= 0.0, own * Column(end, RATES)),
        otherwise=own * Column(other, RATES),
    )
    nothing = -INFINITY if end == "low" else INFINITY
    return case((Column(end, CLAIMS).is_null(), nothing), otherwise=amount)


def groups_of(
    plan: model.RulePlan, facts: Facts, *, filtered: bool
) -> tuple[Groups, Layers, tuple[Rational, ...]]:
    """The groups, their cases, and the literals; UnsupportedError where no query says them."""
    check, scan = plan.check, plan.groups
    if not isinstance(check, model.Agreement) or scan is None:
        raise UnsupportedError(unsaid.test(check))
    amount = check.amount.value if isinstance(check.amount, model.Constant) else ZERO
    if check.fields not in ((), ("value",)) or scan.restatements:
        raise UnsupportedError(f"`agree on {', '.join(check.fields)}`")
    if "metric" not in plan.scope:
        raise UnsupportedError("`claims agree` on values, for groups of several metrics")
    if not usable(amount):
        raise UnsupportedError(unsaid.LITERAL)
    tests = row_tests(facts)
    where = scanned(scan, tests) & ~Column("wordless", CLAIMS)
    currencies = facts.codes["currency"]
    asked, target = _currencies(plan, facts, check)
    met = set().union(*facts.currencies.values())
    bound, joins = bound_of(plan, facts)
    groups = Groups(
        keys_of(plan),
        bound,
        where,
        (*joins, *tests.joins.values()),
        f"key_{plan.scope.index('metric')}",
        target,
        None if asked is None else currencies[asked],
        currencies[UNSTATED_CURRENCY] if UNSTATED_CURRENCY in met else None,
        scales_of(facts) if check.tolerance == "absolute" else None,
        {"metric", "period"} <= set(plan.scope) and "source" not in facts.columns,
        filtered,
    )
    return groups, _cases(groups), (amount,)


def scales_of(facts: Facts) -> str:
    """The table of the powers of ten in which the bounds of each metric stand."""
    name = facts.side.name("scales")
    if name is not None:
        return name
    codes = facts.codes["metric"]
    rows = [
        (code, 10 ** facts.places.get(str(metric), 0), 10.0 ** facts.places.get(str(metric), 0))
        for metric, code in codes.items()
    ]
    columns = (("metric", "INTEGER"), ("unit", "BIGINT"), ("scale", "DOUBLE"))
    return facts.side.add("scales", columns, rows)


def _currencies(
    plan: model.RulePlan, facts: Facts, check: model.Agreement
) -> tuple[str | None, int | None]:
    """The currency of an absolute tolerance, and the one that amounts are brought to."""
    component = plan.components[plan.components[check.component].group]
    asked = component.currency if check.tolerance == "absolute" else None
    stated = {name: one - {UNSTATED_CURRENCY} for name, one in facts.currencies.items()}
    if all(len(one | ({asked} - {None})) < 2 for one in stated.values()):  # noqa: PLR2004 (no other)
        return asked, None
    used = [one for name, one in facts.vocabulary.metrics.items() if facts.currencies.get(name)]
    if any(tuple(power for _, power in one.unit.currencies) not in ((), (1,)) for one in used):
        raise UnsupportedError(_PRICES)
    target = target_currency(facts.vocabulary, component)
    if target is None:
        raise UnsupportedError(_PRICES)
    return asked, facts.codes["currency"][target]


def _cases(groups: Groups) -> Layers:
    """The truth of each group of two claims or more."""
    names = ("rule", *groups.keys)
    tolerance: dict[str, Expression] = {
        name: Column(f"{name}_0", "params") for name in ("value", "over", "under")
    }
    own = {name: Column(name, "class") for name in groups.keys}
    rule = {"rule": Column("rule", "params")}
    classed = Select(
        {
            **rule,
            **own,
            **{name: Column(name, "class") for name in groups.parts},
            "value_0": tolerance["value"],
            "agrees": _class_truth(groups, tolerance),
        },
        Table("class"),
        [
            Join(Table("params"), Literal(value=True)),
            *([left_open({**rule, **own})] if groups.filtered else []),
        ],
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
            "foreign": call("some", _is_foreign(groups)),
        }
    if groups.scales is not None:
        columns["scale"] = call("maximum", Column("scale"))
    grouped = Select({**plain, **columns}, Table("classed"), group=tuple(plain.values()))
    stack = Stack("grouped")
    across: Expression = Literal(HOLDS)
    if groups.target is not None:
        apart = _across(stack, groups) if groups.filtered else Literal(None)
        alone = Column("classes").equals(1) & ~Column("foreign")
        across = case((alone, HOLDS), otherwise=apart)
    broken = Column("broken") | call("coalesce", across.equals(VIOLATED), Literal(value=False))
    found = case(
        (Column("odd"), Literal(None)),
        (broken & empty(groups.keys), UNDETERMINED),
        (broken, VIOLATED),
        (Column("unsure") | across.is_null(), Literal(None)),
        otherwise=HOLDS,
    )
    last = Select(
        {**plain, "truth": found, "total": Column("total")},
        Table(stack.top),
        where=Column("total") >= 2,  # noqa: PLR2004 (of one, nothing is compared)
    )
    layers = (("class", groups.classes()), ("classed", classed), ("grouped", grouped))
    return Layers((*layers, *stack.layers), last)


def _is_foreign(groups: Groups) -> Expression:
    """Whether a class is in another currency than that of the tolerance."""
    if groups.asked is None:
        return Literal(value=False)
    return Column("currency").differs(groups.asked)


def _class_truth(groups: Groups, tolerance: dict[str, Expression]) -> Expression:
    """Whether the claims of one class agree, exactly; nothing where an open end decides."""
    low, high = Column("low", "class"), Column("high", "class")
    gap = (call("to_wide", low) - high) * tolerance["under"]
    size = call("greatest", call("abs", low), call("abs", high))
    if groups.scales is not None:
        size = Column("unit", "class")
    room = call("to_wide", size) * tolerance["over"]
    shut = ~Column("opened", "class")
    beside: list[tuple[Expression, int]] = []
    if groups.target is not None and groups.asked is not None:
        beside = [(Column("currency", "class").differs(groups.asked), HOLDS)]
    return case(
        *beside,
        (Column("n", "class") < 2, HOLDS),  # noqa: PLR2004 (nothing is compared)
        (low.is_null() | high.is_null() | (low < high), HOLDS),
        (low.equals(high), case((shut, HOLDS))),
        (tolerance["over"].is_null(), Literal(None)),
        (tolerance["over"].equals(0) | (gap > room), VIOLATED),
        (gap < room, HOLDS),
        (shut, HOLDS),
    )


def _across(stack: Stack, groups: Groups) -> Expression:
    """Whether all claims agree in one currency, where they are in several."""
    low, high = Column("brought_low"), Column("brought_high")
    size = case((Column("lost"), INFINITY), otherwise=size_of(low, high))
    (own,) = stack.add(size=size)
    left, right = Node(low, low, own, LEAF), Node(high, high, own, LEAF)
    unsure = Literal(value=False)
    if groups.scales is None:
        return truth.not_far_above(stack, left, right, Column("share"), unsure)
    (room,) = stack.add(room=Column("share") * Column("scale"))
    short = interval.subtract(stack, left, Node(room, room, room, LEAF, non_negative=True))
    return truth.at_most(stack, short, right, unsure)
