"""Equality, hash and representation shared by the many small classes of the trees."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final

from factcheck.records.classes import compared

_VALUES: Final[dict[type, Callable[[object], Any]]] = {}


class Record:
    """The base of classes that compare by their fields."""

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        values = _values(type(self))
        return bool(values(self) == values(other))

    def __hash__(self) -> int:
        try:
            return hash((type(self), _values(type(self))(self)))
        except TypeError:  # a mapping, which is not hashed as it is
            values = [getattr(self, name) for name in compared(type(self))]
            return hash((type(self), *map(_hashed, values)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in compared(type(self)))
        return f"{type(self).__name__}({fields})"


def _hashed(value: object) -> object:
    return tuple(value) if isinstance(value, Mapping) else value


def _values(kind: type) -> Callable[[object], Any]:
    """What takes the fields that count out of an object, all at once."""
    taken = _VALUES.get(kind)
    if taken is None:
        names = compared(kind)
        taken = _VALUES[kind] = attrgetter(*names) if names else type
    return taken
