"""The range of a term: no number escapes, and where it says exact, none is imagined."""

import sys
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.values import rational
from factcheck.values.interval import EVERYTHING, NON_NEGATIVE, Interval, closed, point
from factcheck.values.rational import INFINITY, Rational
from factcheck.verdicts import terms
from factcheck.verdicts.range import Range
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.terms import Term, Variable, number
from tests.strategies import fraction, pair
from tests.verdicts.arithmetic import (
    boxes,
    choices,
    names_in,
    nearest,
    positive_boxes,
    shapes,
    value_of,
)

Box = Mapping[str, Interval]
Shape = Callable[[Box], Term]
CLOSE = Fraction(1, 10**4)
HUGE = 10**3


def assert_sound(term: Term, box: Box) -> None:
    found = range_of(term)
    if found is None:
        return
    for chosen in choices(box, names_in(term)):
        value = value_of(term, chosen)
        assert found.bounds.contains(pair(value)), (found, chosen, value)


def assert_reached(term: Term, box: Box, found: Range) -> None:
    """Some choice comes as near to each end as can be, and reaches it where it is closed."""
    at = list(choices(box, names_in(term)))
    values: list[Fraction] = [value_of(term, chosen) for chosen in at]
    for direction, end in ((-1, found.bounds.low), (1, found.bounds.high)):
        best: Fraction = sorted(values)[-1 if direction > 0 else 0]
        start = values.index(best)
        if rational.is_finite(end) and abs(best - fraction(end)) > CLOSE:
            best = nearest(term, box, at[start], direction)
        if rational.is_finite(end):
            assert abs(best - fraction(end)) <= CLOSE * max(Fraction(1), abs(best)), (found, best)
        else:
            assert best * direction > HUGE, (found, best)


def a_plus_c_over_a(box: Box) -> Term:
    a, c = Variable("a", box["a"]), Variable("c", box["c"])
    return terms.Sum(a, terms.Product(c, terms.Quotient(number((1, 1)), a)))


def two_denominators(box: Box) -> Term:
    a, b, c = (Variable(name, box[name]) for name in "abc")
    left = terms.Product(terms.Quotient(b, a), number((1, 1)))
    right = terms.Product(terms.Quotient(c, terms.Sum(a, number((1, 1)))), number((1, 1)))
    return terms.Difference(left, right)


HALF_TO_TWO = dict.fromkeys("abc", closed((1, 2), (2, 1)))
ONE_TO_THREE = dict.fromkeys("abc", closed((1, 1), (3, 1)))


@given(shape=shapes(), box=boxes())
@example(shape=a_plus_c_over_a, box={**HALF_TO_TWO, "c": point((1, 1))})
@example(shape=two_denominators, box=ONE_TO_THREE)
def test_no_number_escapes(shape: Shape, box: Box) -> None:
    assert_sound(shape(box), box)


@given(shape=shapes(smooth=True), box=positive_boxes())
def test_no_number_escapes_from_calculations_with_positive_figures(shape: Shape, box: Box) -> None:
    assert_sound(shape(box), box)


@given(shape=shapes(), box=boxes())
def test_an_exact_range_is_reached(shape: Shape, box: Box) -> None:
    term = shape(box)
    found = range_of(term)
    if found is not None and found.exact:
        assert_reached(term, box, found)


@given(shape=shapes(smooth=True), box=positive_boxes())
def test_an_exact_range_of_positive_figures_is_reached(shape: Shape, box: Box) -> None:
    term = shape(box)
    found = range_of(term)
    if found is not None and found.exact:
        assert_reached(term, box, found)


def difference(left: Term, right: Term) -> Term:
    return terms.Difference(left, right)


def quotient(left: Term, right: Term) -> Term:
    return terms.Quotient(left, right)


def plus(*parts: Term) -> Term:
    total = parts[0]
    for part in parts[1:]:
        total = terms.Sum(total, part)
    return total


ONE = number((1, 1))
FORMS: Mapping[str, Callable[[Term, Term, Term], Term]] = {
    "(a - b) / b": lambda a, b, _: quotient(difference(a, b), b),
    "a / b - 1": lambda a, b, _: difference(quotient(a, b), ONE),
    "a / (a + b)": lambda a, b, _: quotient(a, plus(a, b)),
    "a / (b + a)": lambda a, b, _: quotient(a, plus(b, a)),
    "a / (a + b + c)": lambda a, b, c: quotient(a, plus(a, b, c)),
    "(a + b) / (a + b + c)": lambda a, b, c: quotient(plus(a, b), plus(a, b, c)),
    "(a - b) / (a + b)": lambda a, b, _: quotient(difference(a, b), plus(a, b)),
    "a - a × 0.2": lambda a, _b, _c: difference(a, terms.Product(a, number((1, 5)))),
    "a / a": lambda a, _b, _c: quotient(a, a),
    "a - a": lambda a, _b, _c: difference(a, a),
    "b × (a / b)": lambda a, b, _: terms.Product(b, quotient(a, b)),
    "(a/b - 1) - (b/c - 1)": lambda a, b, c: difference(
        difference(quotient(a, b), ONE), difference(quotient(b, c), ONE)
    ),
    "1 / (1/a + 1/b)": lambda a, b, _: quotient(ONE, plus(quotient(ONE, a), quotient(ONE, b))),
    "|a - b| / (|a - b| + c)": lambda a, b, c: quotient(
        terms.Magnitude(difference(a, b)), plus(terms.Magnitude(difference(a, b)), c)
    ),
    "a × b / (a × b + c)": lambda a, b, c: quotient(
        terms.Product(a, b), plus(terms.Product(a, b), c)
    ),
    "a^2 + a": lambda a, _b, _c: plus(terms.PowerTerm(a, 2), a),
}


@pytest.mark.parametrize("name", FORMS)
@given(box=positive_boxes())
def test_the_forms_of_fact_checking_are_exact(name: str, box: Box) -> None:
    term = FORMS[name](*(Variable(one, box[one]) for one in "abc"))
    found = range_of(term)
    assert found is not None
    assert_sound(term, box)
    assert found.exact
    assert_reached(term, box, found)


def variable(name: str, low: Rational, high: Rational) -> Variable:
    return Variable(name, closed(low, high))


X = variable("x", (1, 5), (4, 5))


def test_natural_where_the_extremes_lie_inside() -> None:
    found = range_of(terms.Product(X, difference(ONE, X)))
    assert found == Range(closed((1, 25), (16, 25)), exact=False)


def test_a_share_without_upper_bound_ends_at_one() -> None:
    a = Variable("a", Interval((300, 1), INFINITY, low_open=True))
    found = range_of(quotient(a, plus(a, variable("b", (100, 1), (100, 1)))))
    assert found == Range(Interval((3, 4), (1, 1), low_open=True, high_open=True), exact=True)


def test_the_growth_of_a_figure_that_is_only_more_than_nothing() -> None:
    b = Variable("b", Interval((0, 1), (10, 1), low_open=True))
    found = range_of(quotient(difference(variable("a", (5, 1), (20, 1)), b), b))
    assert found == Range(Interval((-1, 2), INFINITY), exact=True)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("bounds", [EVERYTHING, NON_NEGATIVE, point((0, 1))], ids=str)
def test_no_bounds_are_too_wide(form: Callable[[Term, Term, Term], Term], bounds: Interval) -> None:
    box = dict.fromkeys("abc", bounds)
    assert_sound(form(*(Variable(name, bounds) for name in "abc")), box)


@given(st.data())
def test_huge_numbers_are_no_trouble(data: st.DataObject) -> None:
    digits = data.draw(st.integers(0, 3000))
    box = {name: closed((1, 10**digits), (10**digits + 1, 1)) for name in "abc"}
    form = data.draw(st.sampled_from(list(FORMS.values())))
    assert range_of(form(*(Variable(name, box[name]) for name in "abc"))) is not None


def test_a_power_of_too_many_digits_is_everything() -> None:
    found = range_of(terms.PowerTerm(variable("x", (2, 1), (3, 1)), 10**6))
    assert found == Range(NON_NEGATIVE, exact=False)
    squared: Term = variable("x", (2, 1), (3, 1))
    for _ in range(40):
        squared = terms.Product(squared, squared)
    found = range_of(squared)
    assert found is not None
    assert not found.exact


def nested(depth: int) -> Term:
    """a / (b + a / (b + …))."""
    a, b = variable("a", (1, 1), (2, 1)), variable("b", (1, 1), (3, 1))
    term: Term = b
    for _ in range(depth):
        term = quotient(a, plus(b, term))
    return term


def balanced(parts: Sequence[Term]) -> Term:
    while len(parts) > 1:
        pairs = [parts[place : place + 2] for place in range(0, len(parts), 2)]
        parts = [plus(*pair) for pair in pairs]
    return parts[0]


def converted(parts: int) -> Term:
    """x0·rate + x1·rate + … twice: each figure stands twice, the rate everywhere."""
    rate = variable("rate", (6, 1), (7, 1))
    figures = [variable(f"x{place}", (place, 1), (place + 1, 1)) for place in range(parts)]
    half = number((1, 2))
    return balanced(
        [terms.Product(one, rate) for one in figures]
        + [terms.Product(terms.Product(one, half), rate) for one in figures]
    )


def calls(term: Term) -> int:
    """How many functions of the project finding a range calls."""
    made = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal made
        made += event == "call" and "factcheck" in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        range_of(term)
    finally:
        sys.setprofile(None)
    return made


def test_nested_quotients_do_not_blow_up() -> None:
    shallow, deep = calls(nested(10)), calls(nested(30))
    assert deep < 10 * shallow
    assert range_of(nested(30)) is not None


def test_a_sum_with_repeats_takes_time_for_its_parts() -> None:
    small, large = calls(converted(40)), calls(converted(240))
    assert large < 10 * small


@pytest.mark.slow
def test_a_thousand_parts_of_which_half_are_known() -> None:
    figures = [variable(f"x{place}", (place, 1), (place + 1, 1)) for place in range(1000)]
    total, known = balanced(figures), balanced(figures[::2])
    expected = Range(closed((250_000, 1), (250_500, 1)), exact=True)
    assert range_of(difference(total, known)) == expected


def test_terms_of_any_depth() -> None:
    total: Term = variable("x", (1, 1), (2, 1))
    for place in range(5000):
        total = plus(total, variable(f"y{place}", (0, 1), (1, 1)))
    assert range_of(total) == Range(closed((1, 1), (5002, 1)), exact=True)
    assert range_of(difference(total, total)) == Range(point((0, 1)), exact=True)
