"""Whether a condition can hold and can be violated at all, by simple reasoning on signs."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.lang import typed
from factcheck.lang.lint.bounds import contradict
from factcheck.lang.lint.ranges import Sum, added, linear, range_of, range_of_sum, scaled
from factcheck.records import Record, frozen
from factcheck.values.interval import Interval
from factcheck.vocabulary.model import Vocabulary

_ALWAYS_EQUAL = ("=", "<=", ">=", "~=", "consistent")
_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@frozen
class Possible(Record):
    """What the verdict of a condition can be; both, where nothing is known."""

    holds: bool = True
    violated: bool = True


def possible(
    condition: typed.Condition, vocabulary: Vocabulary, scope: tuple[str, ...] = ()
) -> Possible:
    """What a condition can be, in cases that are told apart by the fields of `scope`."""
    if isinstance(condition, typed.Compare):
        return _of_numbers(condition, vocabulary)
    if isinstance(condition, typed.CompareKeys):
        return _of_keys(condition)
    if isinstance(condition, typed.Agreeing):
        heads = {field.path.partition(".")[0] for field in condition.fields}
        return Possible(violated=not heads or not heads <= set(scope))
    if isinstance(condition, typed.Negated):
        inner = possible(condition.operand, vocabulary, scope)
        return Possible(inner.violated, inner.holds)
    if isinstance(condition, typed.Every):
        parts = [possible(part, vocabulary, scope) for part in condition.parts]
        holds = all(part.holds for part in parts) and not contradict(condition.parts, vocabulary)
        return Possible(holds, any(part.violated for part in parts))
    if isinstance(condition, typed.Some):
        parts = [possible(part, vocabulary, scope) for part in condition.parts]
        denied = [opposite(part) for part in condition.parts]
        violated = all(part.violated for part in parts) and not contradict(denied, vocabulary)
        return Possible(any(part.holds for part in parts), violated)
    return Possible()


def opposite(condition: typed.Condition) -> typed.Condition:
    """A condition that is true where this one is not."""
    if isinstance(condition, typed.Negated):
        return condition.operand
    if isinstance(condition, typed.Some):
        return typed.Every(tuple(opposite(part) for part in condition.parts))
    if isinstance(condition, typed.Compare) and condition.operator in _OPPOSITE:
        return typed.Compare(_OPPOSITE[condition.operator], condition.left, condition.right)
    return typed.Negated(condition)


def difference(compare: typed.Compare, vocabulary: Vocabulary) -> Sum:
    """The left side less the right one."""
    right = linear(compare.right, vocabulary)
    return added(linear(compare.left, vocabulary), scaled(right, (-1, 1)))


def _of_numbers(compare: typed.Compare, vocabulary: Vocabulary) -> Possible:
    found = range_of_sum(difference(compare, vocabulary), vocabulary)
    operator = compare.operator
    if operator in ("<", "<=", ">", ">="):
        return _ordered(operator, found)
    only_zero = found.is_point() and found.contains_zero()
    if operator == "!=":
        return Possible(holds=not only_zero, violated=found.contains_zero())
    if operator == "=" or (operator == "consistent" and compare.tolerance is None):
        return Possible(holds=found.contains_zero(), violated=not only_zero)
    relative = compare.tolerance is not None and compare.tolerance.kind == "relative"
    return Possible(not (relative and _unlike_signs(compare, vocabulary)), not only_zero)


def _ordered(operator: str, difference_: Interval) -> Possible:
    """Of a difference that has to be below or above zero."""
    low, high = difference_.low[0], difference_.high[0]
    reaches_low = low < 0 or (low == 0 and not difference_.low_open)
    reaches_high = high > 0 or (high == 0 and not difference_.high_open)
    return {
        "<": Possible(low < 0, reaches_high),
        "<=": Possible(reaches_low, high > 0),
        ">": Possible(high > 0, reaches_low),
        ">=": Possible(reaches_high, low < 0),
    }[operator]


def _unlike_signs(compare: typed.Compare, vocabulary: Vocabulary) -> bool:
    """Whether one side is never negative and the other always."""
    left, right = range_of(compare.left, vocabulary), range_of(compare.right, vocabulary)
    return any(
        one.low[0] >= 0 and (other.high[0] < 0 or (other.high[0] == 0 and other.high_open))
        for one, other in ((left, right), (right, left))
    )


def _of_keys(compare: typed.CompareKeys) -> Possible:
    if compare.left != compare.right:
        return Possible()
    equal = compare.operator in _ALWAYS_EQUAL
    return Possible(equal, not equal)


def implied(
    premises: Iterable[typed.Condition], check: typed.Condition, vocabulary: Vocabulary
) -> bool:
    """Whether the premises leave no way to violate the check."""
    return contradict([*premises, opposite(check)], vocabulary)
