"""Builders of arithmetic: each takes all parts of one alternative of the grammar."""

from __future__ import annotations

from typing import Any, Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import literals
from factcheck.lang.mistake import Mistake
from factcheck.lang.syntax import (
    Binary,
    Call,
    Name,
    Negate,
    Number,
    Operand,
    Path,
    PeriodLiteral,
    Portion,
    Power,
    Text,
)
from factcheck.lang.words import Word
from factcheck.records import Record, evolve, frozen
from factcheck.values.rational import Rational, multiply, negate

Parts = list[Any]

ASCII: Final = {"−": "-", "×": "*", "÷": "/"}


@frozen
class Arguments(Record):
    """What stands between the brackets of a call."""

    known: bool
    operands: tuple[Operand, ...]
    axes: tuple[Name, ...]


def name(parts: Parts) -> Name:
    """`capex`, `` `net-loss` ``."""
    return literals.name(parts[0])


def text(parts: Parts) -> Text:
    """`"text"`."""
    return literals.text(parts[0])


def path(parts: Parts) -> Path:
    """`period.end`."""
    head, _, attribute = parts
    return Path(head, attribute, head.span.to(attribute.span))


def period(parts: Parts) -> PeriodLiteral:
    """`2025-Q3`."""
    return literals.period(parts[0])


def number(parts: Parts) -> Number:
    """`160`, `160 billion`, `160bn CNY`."""
    unit = parts[-1] if isinstance(parts[-1], Name) else None
    words = parts if unit is None else parts[:-1]
    return _number(words, unit, parts)


def percentage(parts: Parts) -> Number:
    """`50%`."""
    return _number(parts[:-1], Name("%", parts[-1].span), parts)


def _number(words: list[Word], unit: Name | None, parts: Parts) -> Number:
    first, *scales = words
    written = first.text
    for before, scale in zip(words, scales, strict=False):
        written += scale.text if before.end == scale.start else f" {scale.text}"
    span = parts[0].span if len(parts) == 1 else parts[0].span.to(parts[-1].span)
    if unit is not None and literals.is_year_part(first, unit.text):
        raise Mistake(literals.other_period(f"{first.text}-{unit.text.upper()}", span))
    return Number(literals.value(first, scales), written, unit, span)


def minus_number(parts: Parts) -> Number:
    """`-5 CNY` where only a literal may stand."""
    sign, positive = parts
    negative: Number = evolve(
        positive,
        value=negate(positive.value),
        text=f"-{positive.text}",
        span=sign.span.to(positive.span),
    )
    return negative


def binary(parts: Parts) -> Binary:
    """`a + b`, `a × b`."""
    left, sign, right = parts
    operator = ASCII.get(sign.text, sign.text)
    return Binary(operator, left, right, left.span.to(right.span), sign.span)


def minus(parts: Parts) -> Negate:
    """`-a`."""
    sign, operand = parts
    return Negate(operand, sign.span.to(operand.span))


def power(parts: Parts) -> Power:
    """`a ^ 2`, `a ^ -1`."""
    base, exponent = parts[0], parts[-1]
    count = literals.whole(exponent)
    if count is None:
        raise _bad_exponent(exponent)
    whole = Number((count, 1), exponent.text, None, exponent.span)
    negative = isinstance(parts[2], Word) and parts[2].type == "MINUS"
    return Power(base, whole, negative, base.span.to(exponent.span))


def _bad_exponent(exponent: Word) -> Mistake:
    message = f"`{exponent.text}` is not a whole number up to {literals.MAX_WHOLE}"
    help_ = "`^` takes a whole number, as in `x ^ 2`"
    return Mistake(Diagnostic(codes.BAD_EXPONENT, message, exponent.span, help=help_))


def fraction_of(parts: Parts) -> Portion:
    """`half of a`, `two thirds of a`."""
    fraction, _, operand = parts
    return _portion(literals.fraction(fraction.text), fraction, fraction.text, operand)


def percentage_of(parts: Parts) -> Portion:
    """`12% of a`."""
    percent, _, operand = parts
    return _portion(multiply(percent.value, (1, 100)), percent, f"{percent.text}%", operand)


def twice(parts: Parts) -> Portion:
    """`twice a`."""
    word, operand = parts
    return _portion((2, 1), word, word.text, operand)


def times(parts: Parts) -> Portion:
    """`10 times a`, `ten times a`."""
    count, word, operand = parts
    whole = literals.whole(count)
    factor = literals.value(count, []) if whole is None else (whole, 1)
    span = count.span.to(word.span)
    words = f"{count.text} {word.text}"
    return Portion(factor, words, operand, span.to(operand.span), span)


def _portion(factor: Rational, written: Word | Number, words: str, operand: Operand) -> Portion:
    return Portion(factor, words, operand, written.span.to(operand.span), written.span)


def bracketed(parts: Parts) -> Operand:
    """`(a)`: the operand itself, which then extends over its brackets."""
    opening, operand, closing = parts
    widened: Operand = evolve(operand, span=opening.span.to(closing.span))
    return widened


def call(parts: Parts) -> Call:
    """`sum(known a over members)`, `min(a, b)`."""
    function, _, arguments, closing = parts
    first, *more = arguments.operands
    span = function.span.to(closing.span)
    return Call(function, first, arguments.axes, arguments.known, span, tuple(more))


def arguments(parts: Parts) -> Arguments:
    """The inside of a call."""
    known = isinstance(parts[0], Word)
    axes: tuple[Name, ...] = parts.pop() if isinstance(parts[-1], tuple) else ()
    return Arguments(known, tuple(parts[known::2]), axes)


def axes(parts: Parts) -> tuple[Name, ...]:
    """`over members, years`."""
    names: tuple[Name, ...] = parts[1]
    return names


def listed(parts: Parts) -> tuple[Any, ...]:
    """`a, b, c`: the parts without the commas."""
    return tuple(parts[::2])


BUILDERS: Final = {
    "name": name,
    "text": text,
    "path": path,
    "period": period,
    "number": number,
    "percentage": percentage,
    "minus_number": minus_number,
    "binary": binary,
    "minus": minus,
    "power": power,
    "fraction_of": fraction_of,
    "percentage_of": percentage_of,
    "twice": twice,
    "times": times,
    "bracketed": bracketed,
    "call": call,
    "arguments": arguments,
    "axes": axes,
    "names": listed,
    "values": listed,
    "selectors": listed,
}
