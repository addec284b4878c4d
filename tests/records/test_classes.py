"""Our small classes do what those of attrs do."""

import copy
import pickle
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from factcheck.records import Factory, Record, define, evolve, field, frozen, names_of
from factcheck.records.build_initializers import BUILT, MOST, initializers_text


@frozen
class Point(Record):
    """A place."""

    x: int
    y: int = 2
    tags: list[str] = Factory(list)
    note: str = field(default="", eq=False)

    def moved(self, by: int) -> "Point":
        return evolve(self, x=self.x + by)


@frozen
class Named(Point):
    name: str = "here"


@define
class Counter:
    number: int = 0
    _seen: list[int] = Factory(list)

    def saw(self) -> int:
        return len(self._seen)


@define
class Sum(Record):
    number: int


@frozen
class Nothing(Record):
    pass


@attrs.frozen(eq=False, repr=False)
class PointOfAttrs(Record):
    """A place."""

    x: int
    y: int = 2
    tags: list[str] = attrs.Factory(list)
    note: str = attrs.field(default="", eq=False)


@attrs.frozen(eq=False, repr=False)
class NamedOfAttrs(PointOfAttrs):
    name: str = "here"


PAIRS: Any = [(Point, PointOfAttrs), (Named, NamedOfAttrs)]


def made(kind: type, values: tuple[Any, ...], named: dict[str, Any]) -> object:
    """What comes of the arguments: the values of the fields, or the refusal."""
    try:
        one = kind(*values, **named)
    except TypeError as error:
        return str(error).replace("OfAttrs", "")
    return {name: getattr(one, name) for name in names_of(kind)}


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
@given(
    values=st.lists(st.integers(), max_size=6).map(tuple),
    named=st.dictionaries(st.sampled_from(["x", "y", "tags", "note", "name", "z"]), st.integers()),
)
def test_the_same_arguments_make_the_same(
    ours: type, theirs: type, values: tuple[int, ...], named: dict[str, int]
) -> None:
    assert made(theirs, values, named) == made(ours, values, named)


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_attrs_knows_the_fields(ours: type, theirs: type) -> None:
    def told(kind: Any) -> list[Any]:  # noqa: ANN401 (a class of attrs)
        return [(one.name, one.default, one.eq, one.type) for one in attrs.fields(kind)]

    assert told(theirs) == told(ours)
    assert attrs.has(ours)
    assert ours.__match_args__ == theirs.__match_args__  # type: ignore[attr-defined]


def test_attrs_evolves_them() -> None:
    assert Named(1, 5, [], "", "there") == attrs.evolve(Named(1, 5), name="there")


def test_evolved_as_attrs_does() -> None:
    assert Point(4, 3) == Point(1, 3).moved(3)
    assert PointOfAttrs(4, 3) == evolve(PointOfAttrs(1, 3), x=4)
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        evolve(Point(1), z=1)  # type: ignore[call-arg]


def test_no_two_share_what_a_factory_made() -> None:
    first, second = Point(1), Point(1)
    assert first.tags == second.tags == []
    assert first.tags is not second.tags


def test_a_factory_may_be_given_what_it_makes_a_value_for() -> None:
    @frozen
    class Counted(Record):
        parts: tuple[int, ...]
        number: int = Factory(lambda self: len(self.parts), takes_self=True)

    assert [2, 7] == [Counted((1, 2)).number, Counted((1, 2), 7).number]
    fields: Any = attrs.fields(Counted)
    assert fields.number.default.takes_self
    assert 2 == fields.number.default.factory(Counted((1, 2)))


def test_signs_of_comparison_may_be_those_of_the_class() -> None:
    @frozen(order=False)
    class Sign(Record):
        name: str

        def __lt__(self, other: str) -> str:
            return f"{self.name} < {other}"

    assert "a < b" == (Sign("a") < "b")
    assert Sign("a") == Sign("a")


def test_what_is_left_out_does_not_count() -> None:
    assert Point(1, note="a") == Point(1, note="b")
    assert Point(1, tags=["a"]) != Point(1, tags=["b"])
    assert Named(1, note="a") == Named(1, note="b")
    assert Point(1) != Named(1)


def test_frozen_ones_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Point(1).x
    with pytest.raises(FrozenInstanceError):
        Point(1).z = 2  # type: ignore[attr-defined]


def test_others_change_and_have_no_further_fields() -> None:
    counter = Counter(seen=[1])
    counter.number += 1
    assert (1, 1) == (counter.number, counter.saw())
    with pytest.raises(AttributeError):
        counter.other = 1  # type: ignore[attr-defined]


def test_what_changes_is_no_key_if_it_is_compared_by_value() -> None:
    assert Sum(1) == Sum(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Sum(1))
    assert Counter() != Counter()
    assert len({Counter(), Counter()}) == 2


def test_what_follows_the_fields_is_set_after_them() -> None:
    @frozen
    class Later(Point):
        def __attrs_post_init__(self) -> None:
            object.__setattr__(self, "y", self.x + 1)

    assert (4, 5) == (Later(4).x, Later(4).y)


def test_they_are_shown_by_their_fields() -> None:
    assert "Named(x=1, y=2, tags=[], name='here')" == repr(Named(1))
    assert "Nothing()" == repr(Nothing())


def test_they_keep_what_the_class_says() -> None:
    assert ("Point", "A place.", __name__) == (Point.__name__, Point.__doc__, Point.__module__)
    assert "Point.__init__" == Point.__init__.__qualname__


def test_patterns_match_them() -> None:
    match Named(1, 2, [], "", "there"):
        case Named(x, _, _, _, name):
            assert (1, "there") == (x, name)


@pytest.mark.parametrize("one", [Named(1, 2, ["a"]), Nothing(), Counter(3)])
def test_they_are_copied_and_kept(one: Any) -> None:  # noqa: ANN401 (any of them)
    copies = [copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))]  # noqa: S301
    assert [repr_of(one)] * 3 == list(map(repr_of, copies))


def repr_of(one: object) -> list[object]:
    return [type(one), *(getattr(one, name) for name in names_of(type(one)))]


def test_a_default_goes_on_with_its_field() -> None:
    @frozen
    class Wider(Point):
        y: int = 3

    assert {"x": 1, "tags": [], "note": "", "y": 3} == made(Wider, (1,), {})


def test_committed_initializers_are_fresh() -> None:
    assert initializers_text() == BUILT.read_text("ascii")


def test_more_fields_than_are_written_make_no_difference() -> None:
    names = [f"field_{number}" for number in range(MOST + 2)]
    made: Any = frozen(type("Wide", (Record,), {"__annotations__": dict.fromkeys(names, int)}))
    values = range(len(names))
    assert [*values] == [getattr(made(*values), name) for name in names]
