"""Equality, hash and representation shared by the many small classes of the trees.

attrs would write these three methods anew for each class, and compile them at every start: for the
hundred kinds of nodes that takes half as long as the rest of a small run.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final, Protocol, cast

_COMPARED: Final[dict[type, tuple[str, ...]]] = {}
_VALUES: Final[dict[type, Callable[[object], Any]]] = {}


class _Attribute(Protocol):
    name: str
    eq: bool


def _compared(kind: type) -> tuple[str, ...]:
    """The fields of an attrs class that count for equality."""
    names = _COMPARED.get(kind)
    if names is None:
        attributes = cast("tuple[_Attribute, ...]", vars(kind)["__attrs_attrs__"])
        names = _COMPARED[kind] = tuple(one.name for one in attributes if one.eq)
    return names


def _values(kind: type) -> Callable[[object], Any]:
    """What takes the fields that count out of an object, all at once."""
    taken = _VALUES.get(kind)
    if taken is None:
        names = _compared(kind)
        taken = _VALUES[kind] = attrgetter(*names) if names else type
    return taken


class Record:
    """The base of `@frozen(eq=False, repr=False)` classes that compare by their fields."""

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
            values = [getattr(self, name) for name in _compared(type(self))]
            return hash((type(self), *map(_frozen, values)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in _compared(type(self)))
        return f"{type(self).__name__}({fields})"


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, Mapping) else value
