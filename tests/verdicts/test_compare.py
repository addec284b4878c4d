"""Comparisons never contradict the numbers that the sides may be."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.plan import model
from factcheck.values import interval, rational
from factcheck.values.interval import EVERYTHING, Interval, closed, point
from factcheck.values.rational import Rational
from factcheck.values.truth import Truth
from factcheck.verdicts import terms
from factcheck.verdicts.compare import truth_of
from factcheck.verdicts.terms import Term, Variable
from tests.strategies import fraction, intervals, numbers
from tests.verdicts.arithmetic import boxes, choices, names_in, positive_boxes, shapes, value_of

ANY = model.Constant(rational.ZERO)
ORDERS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
}
TOLERANCES = st.sampled_from([(0, 1), (1, 20), (1, 10), (1, 3), (1, 2), (9, 10)])
Shape = Callable[[Mapping[str, Interval]], Term]


def judged(
    operator: str,
    left: Term,
    right: Term,
    tolerance: Rational | None = None,
    kind: str = "relative",
    base: Term | None = None,
) -> Truth | None:
    amount = None if tolerance is None else terms.number(tolerance)
    test = model.Comparison(operator, ANY, ANY, "none" if amount is None else kind)
    return truth_of(test, left, right, base, amount)


def sides(left: Interval, right: Interval) -> tuple[Term, Term]:
    return Variable("a", left), Variable("b", right)


def close(one: Fraction, other: Fraction, tolerance: Rational) -> bool:
    return abs(one - other) <= fraction(tolerance) * max(abs(one), abs(other))


def assert_honest(truth: Truth | None, found: list[bool]) -> None:
    if truth is Truth.HOLDS:
        assert all(found)
    if truth is Truth.VIOLATED:
        assert not any(found)


SMALL = closed((95, 1), (100, 1))


@pytest.mark.parametrize("operator", ORDERS)
@given(left=intervals(), right=intervals())
def test_an_order_is_what_all_numbers_say(operator: str, left: Interval, right: Interval) -> None:
    truth = judged(operator, *sides(left, right))
    found = [
        ORDERS[operator](one["a"], one["b"]) for one in choices({"a": left, "b": right}, {"a", "b"})
    ]
    assert_honest(truth, found)
    if operator in "<=>=" and len(operator) == len(set(operator)) and operator != "=":
        expected = all(found), any(found)
        assert (truth is Truth.HOLDS, truth is not Truth.VIOLATED) == expected


@given(left=intervals(), right=intervals(), tolerance=TOLERANCES)
@example(left=closed((0, 1), (10, 1)), right=point((5, 1)), tolerance=(1, 20))
@example(left=point((100, 1)), right=point((95, 1)), tolerance=(1, 20))
@example(left=Interval((100, 1), (101, 1), low_open=True), right=point((95, 1)), tolerance=(1, 20))
@example(left=point((-100, 1)), right=point((-95, 1)), tolerance=(1, 20))
@example(left=point((0, 1)), right=point((0, 1)), tolerance=(0, 1))
def test_nearness_is_what_all_numbers_say(
    left: Interval, right: Interval, tolerance: Rational
) -> None:
    box = {"a": left, "b": right}
    found = [close(one["a"], one["b"], tolerance) for one in choices(box, {"a", "b"})]
    near, consistent = (
        judged(operator, *sides(left, right), tolerance) for operator in ("~=", "consistent")
    )
    assert_honest(near, found)
    assert consistent is (Truth.HOLDS if can_be_close(left, right, tolerance) else Truth.VIOLATED)
    assert (near is Truth.VIOLATED) == (consistent is Truth.VIOLATED)
    assert (near is Truth.HOLDS) == all_close(left, right, tolerance)
    for operator in ("~=", "consistent"):
        assert judged(operator, *sides(right, left), tolerance) is judged(
            operator, *sides(left, right), tolerance
        )


def can_be_close(left: Interval, right: Interval, tolerance: Rational) -> bool:
    """The two nearest numbers, one of each, are close; near open ends, those a little farther."""
    if interval.intersect(left, right) is not None:
        return True
    if not rational.less_equal(left.high, right.low):
        left, right = right, left
    one, other = fraction(left.high), fraction(right.low)
    room = fraction(tolerance) * max(abs(one), abs(other)) - (other - one)
    return room > 0 or (room == 0 and not (left.high_open or right.low_open))


def all_close(left: Interval, right: Interval, tolerance: Rational) -> bool:
    """The two pairs of farthest ends are close, as far out as they are reached or neared."""
    if not (left.is_finite() and right.is_finite()):
        return False
    for low, high in ((left.low, right.high), (right.low, left.high)):
        one, other = fraction(low), fraction(high)
        if one < other and not close(one, other, tolerance):
            return False
    return True


@given(left=intervals(), right=intervals(), tolerance=TOLERANCES, scale=st.integers(1, 10**6))
def test_other_units_change_nothing(
    left: Interval, right: Interval, tolerance: Rational, scale: int
) -> None:
    larger = sides(*(interval.scale(side, (scale, 7)) for side in (left, right)))
    for operator in ("~=", "consistent", "<", "<=", "="):
        allowed = tolerance if operator in ("~=", "consistent") else None
        assert judged(operator, *larger, allowed) is judged(operator, *sides(left, right), allowed)


@given(left=intervals(), right=intervals())
def test_only_equal_points_are_equal(left: Interval, right: Interval) -> None:
    truth = judged("=", *sides(left, right))
    points = left.is_point() and right.is_point()
    assert (truth is Truth.HOLDS) == (points and left == right)
    assert (truth is Truth.VIOLATED) == interval.disjoint(left, right)


@given(left=intervals(), right=intervals(), base=intervals(), tolerance=TOLERANCES)
def test_a_tolerance_of_a_base(
    left: Interval, right: Interval, base: Interval, tolerance: Rational
) -> None:
    box = {"a": left, "b": right, "c": base}
    truth = judged("~=", *sides(left, right), tolerance, "base", Variable("c", base))
    found = [
        abs(one["a"] - one["b"]) <= fraction(tolerance) * abs(one["c"])
        for one in choices(box, set("abc"))
    ]
    assert_honest(truth, found)


@given(left=intervals(), right=intervals(), amount=numbers(6).filter(lambda one: one[0] >= 0))
def test_an_absolute_tolerance(left: Interval, right: Interval, amount: Rational) -> None:
    box = {"a": left, "b": right}
    found = [abs(one["a"] - one["b"]) <= fraction(amount) for one in choices(box, {"a", "b"})]
    assert_honest(judged("~=", *sides(left, right), amount, "absolute"), found)
    consistent = judged("consistent", *sides(left, right), amount, "absolute")
    assert consistent in (Truth.HOLDS, Truth.VIOLATED)
    assert consistent is Truth.HOLDS or not any(found)


@given(left=shapes(), right=shapes(), box=boxes(), tolerance=TOLERANCES)
def test_sides_that_share_figures(
    left: Shape, right: Shape, box: dict[str, Interval], tolerance: Rational
) -> None:
    one, other = left(box), right(box)
    verdicts = {
        operator: judged(operator, one, other, tolerance) for operator in ("~=", "consistent")
    }
    if not set(verdicts.values()) - {None, Truth.UNDETERMINED}:
        return
    named = names_in(one) | names_in(other)
    found = [
        close(value_of(one, chosen), value_of(other, chosen), tolerance)
        for chosen in choices(box, named)
    ]
    assert_honest(verdicts["~="], found)
    if verdicts["consistent"] is Truth.VIOLATED:
        assert not any(found)


@given(left=shapes(smooth=True), right=shapes(smooth=True), box=positive_boxes())
def test_a_consistency_that_holds_has_a_witness(
    left: Shape, right: Shape, box: dict[str, Interval]
) -> None:
    """By continuity, one choice where the left side is no more, and one where it is no less."""
    one, other = left(box), right(box)
    if judged("consistent", one, other, (1, 100)) is not Truth.HOLDS:
        return
    pairs = [
        (value_of(one, chosen), value_of(other, chosen))
        for chosen in choices(box, names_in(one) | names_in(other))
    ]
    slack = Fraction(1, 10**3)
    allowed = [slack + Fraction(1, 100) * max(abs(x), abs(y)) for x, y in pairs]
    assert any(x - y <= more for (x, y), more in zip(pairs, allowed, strict=True))
    assert any(y - x <= more for (x, y), more in zip(pairs, allowed, strict=True))


@given(side=intervals(), tolerance=TOLERANCES)
def test_a_figure_is_close_to_itself(side: Interval, tolerance: Rational) -> None:
    one = Variable("a", side)
    for operator, allowed in (("~=", tolerance), ("consistent", None), ("=", None), ("<=", None)):
        assert judged(operator, one, one, allowed) is Truth.HOLDS
    assert judged("<", one, one) is Truth.VIOLATED


@pytest.mark.parametrize(
    ("raised", "truth"),
    [((104, 100), Truth.HOLDS), ((106, 100), Truth.VIOLATED), ((100, 95), Truth.HOLDS)],
)
def test_a_share_of_one_figure_is_compared_tightly(raised: Rational, truth: Truth) -> None:
    a = Variable("a", closed((100, 1), (900, 1)))
    assert judged("~=", a, terms.Product(terms.number(raised), a), (1, 20)) is truth


def test_a_divisor_that_may_be_zero_decides_nothing() -> None:
    ratio = terms.Quotient(Variable("a", SMALL), Variable("b", EVERYTHING))
    assert judged("<=", ratio, ratio) is None
    assert judged("~=", ratio, Variable("a", SMALL), (1, 10)) is None


def test_an_end_that_is_not_reached() -> None:
    below = Interval((0, 1), (5, 1), high_open=True)
    assert judged("<", *sides(below, point((5, 1)))) is Truth.HOLDS
    assert judged("=", *sides(below, point((5, 1)))) is Truth.VIOLATED
    assert judged("consistent", *sides(below, point((5, 1)))) is Truth.VIOLATED
