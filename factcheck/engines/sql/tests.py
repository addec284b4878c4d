"""Tests of the plan as truths of every row, in doubles and then in whole numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from factcheck.engines.sql import truth, unsaid
from factcheck.engines.sql.arithmetic import ENDS, Constants, Doubles, Exactly, number
from factcheck.engines.sql.expression import Column, Expression, Literal, any_of, case
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.fractions import whole
from factcheck.engines.sql.interval import MOST_FACTORS
from factcheck.engines.sql.key_tests import KeyTests
from factcheck.lang.bind.folds import AXES
from factcheck.plan import model
from factcheck.records import frozen
from factcheck.values.rational import Rational, is_finite

_ORDERS = ("<", "<=", ">", ">=")
_APART = [{"same", step} for step in ("previous", "ago", "other", "group", "longer", "earlier")]
"""Steps on one field that never lead from one case to one claim."""
_OF_KEYS = (
    *(model.KeyComparison, model.OneOf, model.Holding, model.FieldStated),
    model.FigureStated,
)
"""Tests that ask for no number."""


@frozen
class Judge:
    """Judges one test of every row: `exact` are the rows in which no number stands twice."""

    plan: model.RulePlan
    constants: Constants
    doubles: Doubles
    exactly: Exactly | None
    """None where doubles are enough: on hulls, which rarely tie."""
    exact: Expression
    keys: KeyTests
    filtered: bool = True
    """Whether doubles decide what they can; else all is left to whole numbers and the judge."""
    unsettled: Mapping[tuple[int, int], Expression] = {}
    """By reference and component, whether a row has no such number."""
    stated: Mapping[int, Expression] = {}
    """By reference, the truth of its being stated."""

    def judge(self, test: model.Test) -> Expression:
        """The truth; UnsupportedError for what no query says."""
        stack = self.doubles.stack
        if isinstance(test, model.Every):
            return truth.conjunction(stack, [self.judge(one) for one in test.parts])
        if isinstance(test, model.Some):
            return truth.disjunction(stack, [self.judge(one) for one in test.parts])
        if isinstance(test, model.Negated):
            return truth.negation(self.judge(test.operand))
        if isinstance(test, model.Comparison):
            known = len(self.doubles.lost)
            found = self._comparison(test)
            return self._settled(test, found, self.doubles.lost[known:])
        if isinstance(test, model.FigureStated):
            return self.stated[test.reference]
        return self.keys.truth(test)

    def _settled(
        self, test: model.Comparison, found: Expression, lost: Sequence[Expression]
    ) -> Expression:
        """A truth, where all times and ends in its comparison are such as it asks for."""
        unknown = list(lost)
        for one in leaves(test):
            if isinstance(one, model.CaseNumber):
                unknown.append(self.keys.number(one).is_null())
            elif isinstance(one, model.Slot) and (one.reference, one.component) in self.unsettled:
                unknown.append(self.unsettled[one.reference, one.component])
        if not unknown:
            return found
        return case((any_of(*unknown), truth.UNDETERMINED), otherwise=found)

    def _comparison(self, test: model.Comparison) -> Expression:
        if _factors(test) > MOST_FACTORS:
            raise UnsupportedError(f"a comparison of more than {MOST_FACTORS} figures and literals")
        _check_ends(self.plan, test)
        exact = self.exact if stands_once(self.plan, test) else Literal(value=False)
        sides = [(test.left, test.right)]
        if test.operator in (">", ">="):
            sides = [(test.right, test.left)]
        elif test.operator not in _ORDERS:
            sides.append((test.right, test.left))
        halves = [self._half(test, *pair, exact) for pair in sides]
        if test.operator == "consistent":
            halves = [case((one.equals(0), 0), (~one.is_null() & exact, 2)) for one in halves]
        found = truth.conjunction(self.doubles.stack, halves)
        return truth.negation(found) if test.operator == "!=" else found

    def _half(
        self, test: model.Comparison, upper: model.Number, lower: model.Number, exact: Expression
    ) -> Expression:
        """Whether `upper` does not lie too far above `lower`."""
        rough = self._in_doubles(test, upper, lower, exact)
        if not self.filtered:
            rough = Literal(None)
        if self.exactly is None:
            return rough
        try:
            fine = self._in_whole_numbers(self.exactly, test, upper, lower, exact)
        except UnsupportedError:
            return rough
        return truth.either(self.doubles.stack, rough, fine)

    def _in_doubles(
        self, test: model.Comparison, upper: model.Number, lower: model.Number, exact: Expression
    ) -> Expression:
        stack = self.doubles.stack
        if test.tolerance == "relative" and isinstance(test.amount, model.Constant):
            left = number(self.doubles, self.constants, upper)
            right = number(self.doubles, self.constants, lower)
            place = self.constants.place(test.amount.value)
            return truth.not_far_above(stack, left, right, Column(f"value_{place}"), exact)
        short = number(self.doubles, self.constants, _short_of(test, upper))
        return truth.at_most(stack, short, number(self.doubles, self.constants, lower), exact)

    def _in_whole_numbers(
        self,
        exactly: Exactly,
        test: model.Comparison,
        upper: model.Number,
        lower: model.Number,
        exact: Expression,
    ) -> Expression:
        stack = self.doubles.stack
        if test.tolerance == "relative" and isinstance(test.amount, model.Constant):
            left = number(exactly, self.constants, upper)
            right = number(exactly, self.constants, lower)
            place = self.constants.place(test.amount.value)
            tolerance = whole(Column(f"over_{place}")), whole(Column(f"under_{place}"))
            return truth.not_far_above_exactly(stack, left, right, tolerance, exact)
        short = number(exactly, self.constants, _short_of(test, upper))
        right = number(exactly, self.constants, lower)
        strict = test.operator in ("<", ">")
        return truth.at_most_exactly(stack, short, right, exact, strict=strict)


def _short_of(test: model.Comparison, upper: model.Number) -> model.Number:
    """What is left of a side when an absolute tolerance, or a part of a base, is taken away."""
    if test.amount is None:
        return upper
    allowed: model.Number = test.amount
    if test.tolerance == "base" and test.base is not None:
        size = model.Calculation("abs", (test.base,))
        allowed = model.Calculation("multiply", (test.amount, size))
    return model.Calculation("subtract", (upper, allowed))


Leaf: TypeAlias = model.Slot | model.Constant | model.CaseNumber | model.CountOf


def leaves(node: object) -> Iterator[Leaf]:
    """The figures, literals and times of a test, as often as they stand in it."""
    if isinstance(node, Leaf):
        yield node
    elif node is not None and not isinstance(node, _OF_KEYS):
        inside = _inside(node)
        if inside is None:
            raise UnsupportedError(unsaid.number(node))
        for one in inside:
            yield from leaves(one)


def _inside(node: object) -> tuple[object, ...] | None:
    """What a test or a number is made of; None for what no query says."""
    if isinstance(node, model.Comparison):
        return node.left, node.right, node.amount, node.base
    if isinstance(node, model.Calculation):
        return node.operands
    if isinstance(node, model.Raised):
        return (node.base,)
    if isinstance(node, model.Every | model.Some):
        return node.parts
    return (node.operand,) if isinstance(node, model.Negated) else None


def _every(node: object) -> Iterator[object]:
    """The numbers in a comparison, itself first."""
    yield node
    for one in _inside(node) or ():
        yield from _every(one)


def _factors(test: model.Comparison) -> int:
    """How many leaves stand in a comparison, those of a power as often as they are multiplied."""
    powers = (one for one in _every(test) if isinstance(one, model.Raised))
    more = sum((abs(one.exponent) - 1) * len(list(leaves(one))) for one in powers)
    return len(list(leaves(test))) + more


def _check_ends(plan: model.RulePlan, test: model.Comparison) -> None:
    """Ends are asked for of single figures; of others they may be nearer than the natural ones."""
    for one in _every(test):
        if isinstance(one, model.Calculation) and one.operator in ENDS:
            slots = [leaf.reference for leaf in leaves(one) if isinstance(leaf, model.Slot)]
            if len(slots) > 1 or any(plan.references[slot].fold is not None for slot in slots):
                raise UnsupportedError(f"`{one.operator}(…)` of more than one figure")


def stands_once(plan: model.RulePlan, test: model.Comparison) -> bool:
    """Whether no figure can stand twice in a comparison, so that its natural range is exact."""
    counted = [one.what for one in leaves(test) if isinstance(one, model.CountOf)]
    if len(set(counted)) != len(counted):
        return False
    slots = [one.reference for one in leaves(test) if isinstance(one, model.Slot)]
    references = [plan.references[place] for place in slots]
    if len(set(slots)) != len(slots):
        return False
    return not any(
        _may_meet(one, other)
        for number, one in enumerate(references)
        for other in references[number + 1 :]
    )


def _may_meet(one: model.Reference, other: model.Reference) -> bool:
    """Whether two references may choose one figure: of one metric, and not of two periods."""
    if one.scan.metric != other.scan.metric:
        return False
    if any({_is_part(one, on), _is_part(other, on)} == {True, False} for on in AXES.values()):
        return False
    steps = [{on.field: on.how for on in each.on if not on.part} for each in (one, other)]
    return not any({steps[0][field], steps[1].get(field)} in _APART for field in steps[0])


def _is_part(reference: model.Reference, field: str) -> bool | None:
    """Whether it takes a part of the case, which is never the whole; None where it takes others."""
    found = [on for on in reference.on if on.field == field and on.how == "same"]
    return found[0].part if found else None


def usable(value: Rational) -> bool:
    """Whether a literal is within the range for which the bounds of errors are proven."""
    if not is_finite(value):
        return False
    return value[0] == 0 or value[1] < abs(value[0]) * 10**30 < value[1] * 10**60
