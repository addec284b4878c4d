"""Equality, hash and representation shared by the many small classes of the trees."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final, TypeAlias

from factcheck.records.classes import compared

Getter: TypeAlias = Callable[[object], tuple[Any, ...]]


class _Getters(dict[type, Getter]):
    """What takes the fields that count out of an object, all at once, for each class."""

    def __missing__(self, kind: type) -> Getter:
        names = compared(kind)
        self[kind] = getter = attrgetter(*names) if len(names) > 1 else _getter(*names)
        return getter


def _getter(name: str | None = None) -> Getter:
    """As `attrgetter` of many names, for a class with one or none."""
    if name is None:
        return lambda _: ()
    value = attrgetter(name)
    return lambda record: (value(record),)


_GETTERS: Final = _Getters()


class Record:
    """The base of classes that compare by their fields."""

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        values = _GETTERS[type(self)]
        return values(self) == values(other)

    def __hash__(self) -> int:
        try:
            return hash((type(self), _GETTERS[type(self)](self)))
        except TypeError:  # a mapping, which is not hashed as it is
            values = [getattr(self, name) for name in compared(type(self))]
            return hash((type(self), *map(_hashed, values)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in compared(type(self)))
        return f"{type(self).__name__}({fields})"


def _hashed(value: object) -> object:
    return tuple(value) if isinstance(value, Mapping) else value


def values_of(record: object) -> tuple[Any, ...]:
    """The fields of a record that count, in order."""
    return _GETTERS[type(record)](record)
