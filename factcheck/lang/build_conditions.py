"""Builders of conditions: each takes all parts of one alternative of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from factcheck.diagnostics.span import Span
from factcheck.lang.syntax import (
    Agree,
    Between,
    Comparison,
    Contains,
    IfThen,
    InGroup,
    InSet,
    IsStated,
    Logical,
    Name,
    Not,
    Number,
    Operand,
    Path,
    Portion,
    Tolerance,
)
from factcheck.values.rational import multiply, reduce

Parts = list[Any]

ASCII: Final = {"≈": "~=", "≤": "<=", "≥": ">=", "≠": "!="}


def _over(parts: Parts) -> Span:
    """The span from the first part to the last."""
    span: Span = parts[0].span.to(parts[-1].span)
    return span


def if_then(parts: Parts) -> IfThen:
    """`if A then B`."""
    _, premise, _, conclusion = parts
    return IfThen(premise, conclusion, _over(parts))


def any_of(parts: Parts) -> Logical:
    """`a or b or c`."""
    return Logical("or", tuple(parts[::2]), _over(parts))


def all_of(parts: Parts) -> Logical:
    """`a and b and c`."""
    return Logical("and", tuple(parts[::2]), _over(parts))


def negation(parts: Parts) -> Not:
    """`not a`."""
    return Not(parts[1], _over(parts))


def compared(parts: Parts) -> Comparison:
    """`a = b`, `a < b`, `a ≈ b within t`."""
    left, sign, right, *tolerance = parts
    operator = ASCII.get(sign.text, sign.text)
    return Comparison(
        operator, left, right, tolerance[0] if tolerance else None, _over(parts), sign.span
    )


def consistent(parts: Parts) -> Comparison:
    """`a consistent with b`, `a consistent with b within t`."""
    left, first, second, right, *tolerance = parts
    return Comparison(
        "consistent",
        left,
        right,
        tolerance[0] if tolerance else None,
        _over(parts),
        first.span.to(second.span),
    )


def tolerance(parts: Parts) -> Tolerance:
    """`within 5%`, `within 5% of b`, `within 2 billion CNY`."""
    _, amount = parts
    if isinstance(amount, Portion):
        return Tolerance(_percent(amount), amount.operand, _over(parts))
    return Tolerance(amount, None, _over(parts))


def _percent(portion: Portion) -> Number:
    """The factor of a base as a percentage, also where it is written `half of b`."""
    percent = reduce(multiply(portion.factor, (100, 1)))
    words = portion.words.removesuffix("%")
    return Number(percent, words, Name("%", portion.words_span), portion.words_span)


def between(parts: Parts) -> Between:
    """`x between a and b`."""
    operand, _, low, _, high = parts
    return Between(operand, low, high, _over(parts))


def in_set(parts: Parts) -> InSet:
    """`status in {plan, target}`."""
    operand, _, _, items, _ = parts
    return InSet(operand, items, _over(parts))


def in_group(parts: Parts) -> InGroup:
    """`entity in GROUP`."""
    operand, _, group = parts
    return InGroup(operand, group, _over(parts))


def stated(parts: Parts) -> IsStated:
    """`x is stated`."""
    return IsStated(parts[0], _over(parts))


def contains(parts: Parts) -> Contains:
    """`quote contains "text"`."""
    operand, _, text = parts
    return Contains(operand, text, _over(parts))


def denied(build: Callable[[Parts], Operand], place: int) -> Callable[[Parts], Not]:
    """The builder of `x not in GROUP` and its like: the negation of the same without `not`."""

    def build_denied(parts: Parts) -> Not:
        operand = build(parts[:place] + parts[place + 1 :])
        return Not(operand, operand.span)

    return build_denied


def agree(parts: Parts) -> Agree:
    """`claims agree on period within 5%`, `members agree`."""
    fields = next((part for part in parts if isinstance(part, tuple)), ())
    allowed = parts[-1] if isinstance(parts[-1], Tolerance) else None
    last = fields[-1] if isinstance(parts[-1], tuple) else parts[-1]
    return Agree(parts[0].text, fields, allowed, parts[0].span.to(last.span))


def shared(parts: Parts) -> tuple[Name | Path, ...]:
    """`on period, status`."""
    return tuple(parts[1::2])


BUILDERS: Final = {
    "if_then": if_then,
    "any_of": any_of,
    "all_of": all_of,
    "negation": negation,
    "compared": compared,
    "consistent": consistent,
    "tolerance": tolerance,
    "between": between,
    "not_between": denied(between, 1),
    "in_set": in_set,
    "not_in_set": denied(in_set, 1),
    "in_group": in_group,
    "not_in_group": denied(in_group, 1),
    "stated": stated,
    "not_stated": denied(stated, 2),
    "contains": contains,
    "agree": agree,
    "shared": shared,
}
