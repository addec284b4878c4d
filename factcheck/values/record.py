"""Equality, hash and representation shared by the many small classes of the trees.

attrs would write these three methods anew for each class, and compile them at every start: for the
hundred kinds of nodes that takes half as long as the rest of a small run.
"""

from collections.abc import Mapping
from typing import Final, Protocol, cast

_COMPARED: Final[dict[type, tuple[str, ...]]] = {}


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


class Record:
    """The base of `@frozen(eq=False, repr=False)` classes that compare by their fields."""

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _compared(type(self)))

    def __hash__(self) -> int:
        values = [getattr(self, name) for name in _compared(type(self))]
        return hash((type(self), *[_frozen(value) for value in values]))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in _compared(type(self)))
        return f"{type(self).__name__}({fields})"


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, Mapping) else value
