"""Builders of references and of the selectors in their brackets."""

from __future__ import annotations

from typing import Any, Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import literals
from factcheck.lang.mistake import Mistake
from factcheck.lang.soft_tables import MONTHS
from factcheck.lang.syntax import Binary, Loosen, Name, Pin, Reference, Shift
from factcheck.lang.words import Word

Parts = list[Any]


def _over(parts: Parts) -> Span:
    """The span from the first part to the last."""
    span: Span = parts[0].span.to(parts[-1].span)
    return span


def reference(parts: Parts) -> Reference:
    """`capex[entity = x, previous year]`."""
    name, _, selectors, _ = parts
    return Reference(name, selectors, _over(parts))


def pin(parts: Parts) -> Pin:
    """`entity = x`."""
    field, _, value = parts
    return Pin(field, (value,), None, _over(parts))


def pin_set(parts: Parts) -> Pin:
    """`status in {plan, target}`."""
    return Pin(parts[0], parts[3], None, _over(parts))


def pin_group(parts: Parts) -> Pin:
    """`entity in GROUP`."""
    return Pin(parts[0], (), parts[2], _over(parts))


def value_range(parts: Parts) -> Binary:
    """`2023/2025`: a range of periods, written as a division."""
    left, sign, right = parts
    return Binary("/", left, right, _over(parts), sign.span)


def previous(parts: Parts) -> Shift:
    """`previous`, `previous year`."""
    if len(parts) == 1:
        return Shift(None, None, parts[0].span)
    kind = parts[1]
    if kind.text not in MONTHS:
        raise _unknown_step(kind, MONTHS, "previous year")
    return Shift(kind.text, None, _over(parts))


def ago(parts: Parts) -> Shift:
    """`year ago`, `10 years ago`, `two quarters ago`."""
    *counts, kind, _ = parts
    months = MONTHS.get(_singular(kind.text))
    if months is None:
        raise _unknown_step(kind, [*MONTHS, *(f"{word}s" for word in MONTHS)], "10 years ago")
    count = _count(counts[0]) if counts else 1
    return Shift(None, count * months, _over(parts))


def _singular(word: str) -> str:
    return "half" if word == "halves" else word.removesuffix("s")


def _count(word: Word) -> int:
    count = literals.whole(word)
    if count is not None:
        return count
    message = f"`{word.text}` is not a whole number up to {literals.MAX_WHOLE}"
    raise Mistake(Diagnostic(codes.UNKNOWN_STEP, message, word.span, help="as in `10 years ago`"))


def _unknown_step(kind: Name, known: Any, example: str) -> Mistake:  # noqa: ANN401
    message = f"`{kind.text}` is no step along the calendar"
    steps = f"a step is a year, half, quarter or month, as in `[{example}]`"
    notes = (question,) if (question := did_you_mean(kind.text, known)) else ()
    return Mistake(Diagnostic(codes.UNKNOWN_STEP, message, kind.span, notes=notes, help=steps))


def free(parts: Parts) -> Loosen:
    """`any period`, `any group`."""
    field = parts[1]
    return Loosen("group" if field.text == "group" else "any", field, _over(parts))


def any_other_period(parts: Parts) -> Loosen:
    """`any longer period`, `any earlier period`."""
    return Loosen(parts[1].text, parts[2], _over(parts))


def other(parts: Parts) -> Loosen:
    """`other entity`."""
    return Loosen("other", parts[1], _over(parts))


BUILDERS: Final = {
    "reference": reference,
    "pin": pin,
    "pin_set": pin_set,
    "pin_group": pin_group,
    "range": value_range,
    "previous": previous,
    "ago": ago,
    "any": free,
    "any_other_period": any_other_period,
    "other": other,
}
