"""Small classes as attrs makes them, at a sixth of the cost.

attrs writes the methods of each class and compiles them at every start: a sixth of a run on a
small package, 1.2 million instructions for each of 230 classes. Here all classes with as many
fields share the code of one `__init__`; how they compare and what they show is the business of
`Record`. Type checkers see the decorators of attrs itself, and `attrs.fields` is answered by attrs,
which is loaded once somebody asks: a run on a small package never does.

What needs more (`kw_only`, `order`, `field(eq=…)` with a function, `super()`) imports attrs
instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from operator import attrgetter
from types import CellType, CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from factcheck.records import initializers

if TYPE_CHECKING:
    from attrs import Factory, define, evolve, field, frozen

__all__ = ["Class", "Factory", "compared", "define", "evolve", "field", "frozen", "names_of"]

Class: TypeAlias = Any
"""A class that this module made, or attrs: no annotation says what they have."""

Marked: TypeAlias = Any
"""What stands behind a field: a value, or what attrs makes one of, which has no type."""

_NOTHING: Final = object()
"""What a field without a default starts from."""


class _Factory:
    """A default that is made for each object: what attrs has as `Factory`."""

    def __init__(self, factory: Callable[..., object], *, takes_self: bool = False) -> None:
        self.factory, self.takes_self = factory, takes_self


class _Field:
    """A field that is marked: what attrs has as `field`."""

    def __init__(self, *, default: object = _NOTHING, eq: bool) -> None:
        self.default, self.eq = default, eq


if not TYPE_CHECKING:
    Factory = _Factory
    field = _Field

    def frozen(kind: Class = None, *, order: bool = False) -> Class:  # noqa: ARG001 (for mypy)
        """The class with slots for its fields and an `__init__`; its objects do not change.

        No class has an order made for it; one whose signs of comparison are its own says so.
        """
        return frozen if kind is None else _made(kind, _FROZEN)

    def define(kind: Class) -> Class:
        """As `frozen`, of objects that change; no keys of a dict if they are compared by value."""
        by_value = kind.__eq__ is not object.__eq__
        return _made(kind, {"__hash__": None} if by_value else {})

    def evolve(instance: object, /, **changes: object) -> object:
        """A copy with other values in some fields."""
        arguments, values = _arguments(type(instance))
        return type(instance)(**dict(zip(arguments, values(instance), strict=True)) | changes)


_NAMES: Final[dict[type, tuple[str, ...]]] = {}


def names_of(kind: type) -> tuple[str, ...]:
    """The fields of a class, in order; none if neither attrs nor this module made it."""
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES[kind] = tuple(one.name for one in getattr(kind, "__attrs_attrs__", ()))
    return names


@cache
def _arguments(kind: type) -> tuple[tuple[str, ...], Callable[[object], Iterable[object]]]:
    """What `__init__` calls the fields of a class, and what takes their values out of an object."""
    names = names_of(kind)
    some = len(names) > 1
    values = attrgetter(*names) if some else lambda one: (getattr(one, name) for name in names)
    return tuple(name.lstrip("_") for name in names), values


def compared(kind: Class) -> tuple[str, ...]:
    """Those that count for equality."""
    if _is_ours(kind):
        return tuple(name for name in names_of(kind) if name not in kind.__uncompared__)
    return tuple(one.name for one in kind.__attrs_attrs__ if one.eq)


def _made(kind: Class, methods: Mapping[str, object]) -> Class:
    """The class anew, since slots are known when a class is made."""
    namespace = vars(kind).copy()
    own, inherited = tuple(kind.__annotations__), getattr(kind, "__match_args__", ())
    given = {name: namespace.pop(name) for name in own if name in namespace}
    marked = {name: value for name, value in given.items() if isinstance(value, _Field)}
    defaults = _defaults(kind) | given | {name: one.default for name, one in marked.items()}
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    namespace |= {
        **methods,
        "__qualname__": kind.__qualname__,
        "__slots__": tuple(name for name in own if name not in inherited),
        "__match_args__": (*(name for name in inherited if name not in own), *own),
        "__uncompared__": (*getattr(kind, "__uncompared__", ()), *marked),
        "__attrs_attrs__": _ATTRIBUTES,
    }
    made: Class = type(kind)(kind.__name__, kind.__bases__, namespace)
    _NAMES[made] = made.__match_args__
    made.__init__ = _initializer(made, defaults)
    return made


def _defaults(kind: Class) -> dict[str, object]:
    """The fields of a class of ours that have a value to start from, with it."""
    names = getattr(kind, "__match_args__", ())
    values = kind.__init__.__defaults__ if names else ()
    return dict(zip(names[len(names) - len(values) :], values, strict=True))


def _initializer(kind: Class, defaults: Mapping[str, Marked]) -> FunctionType:
    """What sets the fields, by the setters of their slots, which know of no freezing."""
    names = kind.__match_args__
    given = (name for name in names if defaults.get(name, _NOTHING) is not _NOTHING)
    values = {name: defaults[name] for name in given}
    setters = [getattr(kind, name).__set__ for name in names]
    for place, name in enumerate(names):
        if isinstance(values.get(name), _Factory):
            setters[place] = _making(setters[place], values[name])
    code = _code(len(names), hasattr(kind, "__attrs_post_init__")).replace(
        co_varnames=("self", *(name.lstrip("_") for name in names)),
        co_qualname=f"{kind.__qualname__}.__init__",
    )
    cells = tuple(map(CellType, setters))
    return FunctionType(code, globals(), "__init__", tuple(values.values()), cells)


def _making(setter: Callable[[object, object], None], default: Marked) -> Callable[..., None]:
    """A setter that makes a value where none is given; the factory itself stands for none."""
    make_value = default.factory
    if default.takes_self:

        def make_of(instance: object, value: object) -> None:
            setter(instance, make_value(instance) if value is default else value)

        return make_of

    def make(instance: object, value: object) -> None:
        setter(instance, make_value() if value is default else value)

    return make


@cache
def _code(count: int, has_more: bool) -> CodeType:  # noqa: FBT001 (a key of what is kept)
    """The code of an `__init__` of so many arguments, which hands each to a setter of its own."""
    name = f"around_{count}"
    around = None if has_more else getattr(initializers, name, None)
    if around is None:
        made: dict[str, Any] = {}
        exec(written(count, has_more=has_more), made)  # noqa: S102 (our own text but for a number)
        around = made[name]
    code: CodeType = around(*range(count)).__code__
    return code


def written(count: int, *, has_more: bool = False) -> str:
    """The function that makes an `__init__` of so many arguments, as Python has it."""
    setters = [f"set_{number:03}" for number in range(count)]  # in the order of a closure's cells
    values = [f"value_{number}" for number in range(count)]
    calls = [f"{setter}(self, {value})" for setter, value in zip(setters, values, strict=True)]
    calls += ["self.__attrs_post_init__()"] if has_more else []
    return (
        f"def around_{count}({', '.join(setters)}):\n"
        f"    def __init__({', '.join(('self', *values))}):\n"
        f"        {'; '.join(calls) or 'pass'}\n"
        "    return __init__\n"
    )


def _refuse(_instance: object, _name: str, _value: object = None) -> NoReturn:
    from attrs.exceptions import FrozenInstanceError  # noqa: PLC0415 (takes long, is rarely asked)

    raise FrozenInstanceError


def _state(instance: object) -> dict[str, object]:
    return {name: getattr(instance, name) for name in names_of(type(instance))}


def _restore(instance: object, state: Mapping[str, object]) -> None:
    for name, value in state.items():
        object.__setattr__(instance, name, value)


_FROZEN: Final = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
}


class _Attributes:
    """The fields of a class as attrs has them, which attrs makes when they are first asked for."""

    def __get__(self, _instance: object, kind: Class) -> tuple[Any, ...]:
        return _attributes(next(one for one in kind.__mro__ if _is_ours(one)))


_ATTRIBUTES: Final = _Attributes()


def _is_ours(kind: type) -> bool:
    """Whether `frozen` or `define` made the class."""
    return vars(kind).get("__attrs_attrs__") is _ATTRIBUTES


@cache
def _attributes(kind: Class) -> tuple[Any, ...]:
    """The fields of a class of ours, as of one that attrs made."""
    import attrs  # noqa: PLC0415 (as above)

    ours = [one for one in reversed(kind.__mro__) if _is_ours(one)]
    hints = {name: hint for one in ours for name, hint in one.__annotations__.items()}
    defaults = _defaults(kind)
    fields = {
        name: attrs.field(
            default=_as_of_attrs(defaults.get(name, _NOTHING)),
            eq=name not in kind.__uncompared__,
            type=hints[name],
        )
        for name in kind.__match_args__
    }
    like: Class = attrs.make_class(kind.__name__, fields)
    attributes: tuple[Any, ...] = like.__attrs_attrs__
    return attributes


def _as_of_attrs(default: Marked) -> Marked:
    """What attrs has for a default."""
    from attrs import NOTHING, Factory  # noqa: PLC0415 (as above)

    if isinstance(default, _Factory):
        if default.takes_self:
            return Factory(default.factory, takes_self=True)
        return Factory(default.factory)
    return NOTHING if default is _NOTHING else default
