"""Whether a value is what a field of a class is declared to hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

from factcheck.records import names_of

Form: TypeAlias = Callable[[Any], bool]

_ABSENT: Final = {"Details": NoneType}
"""What only type checkers see: no value of such a class is written."""


@cache
def forms_of(kind: type) -> tuple[Form, ...]:
    """What each field of a class may hold, in their order; raises TypeError for other hints.

    Of a value of a class only the class is looked at: its fields were, when it was made.
    """
    hints = get_type_hints(kind, localns=_ABSENT)
    return tuple(_form(hints[name]) for name in names_of(kind))


@cache
def _form(hint: Any) -> Form:  # noqa: ANN401 (any annotation)
    origin, parts = get_origin(hint), tuple(part for part in get_args(hint) if part is not ...)
    if origin is None and isinstance(hint, type):
        return lambda value: type(value) is hint
    made = [_form(part) for part in parts]
    if origin is UnionType:
        return lambda value: any(form(value) for form in made)
    if origin is tuple:
        return _all_of(made[0]) if ... in get_args(hint) else _one_each(made)
    if origin is Mapping:
        return _mapping(*made)
    raise TypeError(hint)


def _all_of(form: Form) -> Form:
    return lambda value: type(value) is tuple and all(map(form, value))


def _one_each(forms: list[Form]) -> Form:
    def fits(value: Any) -> bool:  # noqa: ANN401 (any value)
        if type(value) is not tuple or len(value) != len(forms):
            return False
        return all(form(part) for form, part in zip(forms, value, strict=True))

    return fits


def _mapping(key: Form, part: Form) -> Form:
    return lambda value: (
        type(value) is dict and all(map(key, value)) and all(map(part, value.values()))
    )
