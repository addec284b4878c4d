"""Values of our own classes as plain JSON values, and back: by the fields of a closed list."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from factcheck.cache.forms import forms_of
from factcheck.records import names_of

_TUPLE, _MAPPING, _DATE, _SAME, _FIRST = range(5)
"""What a list stands for, by its first item; from the last on for a class of the list."""
_PLAIN: Final = frozenset({str, int, bool, type(None)})


class NotPlainError(Exception):
    """A value of a class that is not on the list."""


class Writer:
    """Writes an object out once; where it stands again, its number is written."""

    def __init__(self, classes: Sequence[type]) -> None:
        self._numbers = {kind: _FIRST + place for place, kind in enumerate(classes)}
        self._written: dict[int, int] = {}

    def plain(self, value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        """The value as lists, texts and numbers."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple:
            return [_TUPLE, *map(self.plain, value)]
        if isinstance(value, Mapping):
            return [_MAPPING, *(self.plain(part) for item in value.items() for part in item)]
        if kind is date:
            return [_DATE, value.isoformat()]
        if kind not in self._numbers:
            raise NotPlainError(kind.__name__)
        if isinstance(value, enum.Enum):
            return [self._numbers[kind], value.value]
        known = self._written.get(id(value))
        if known is not None:
            return [_SAME, known]
        made = [self.plain(getattr(value, name)) for name in names_of(kind)]
        self._written[id(value)] = len(self._written)
        return [self._numbers[kind], *made]


class Reader:
    """Makes of each list what it stands for; raises many things for what no `Writer` wrote."""

    def __init__(self, classes: Sequence[type]) -> None:
        self._classes = classes
        self._made: list[object] = []

    def value(self, plain: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        """The value that was written as this."""
        if type(plain) is not list:
            return plain
        kind, *rest = plain
        if kind == _SAME:
            return self._made[rest[0]]
        parts = [part if type(part) is not list else self.value(part) for part in rest]
        if kind == _TUPLE:
            return tuple(parts)
        if kind == _MAPPING:
            return dict(zip(parts[::2], parts[1::2], strict=True))
        if kind == _DATE:
            return date.fromisoformat(*parts)
        made_of: Any = self._classes[kind - _FIRST]
        if issubclass(made_of, enum.Enum):
            return made_of(*parts)
        made = made_of_parts(made_of, parts)
        self._made.append(made)
        return made


def made_of_parts(kind: Any, parts: Sequence[Any]) -> Any:  # noqa: ANN401 (any class)
    """A class of all its fields; raises TypeError or ValueError where one holds no such value."""
    names = names_of(kind)
    for name, fits, part in zip(names, forms_of(kind), parts, strict=True):
        if not fits(part):
            raise TypeError(name)
    return kind(**dict(zip(names, parts, strict=True)))


UNREADABLE: Final = (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError)
"""What a `Reader` may raise."""
