"""Random terms, and what they are at chosen numbers, in fractions: the oracle of all ranges."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from factcheck.values import rational
from factcheck.values.interval import Interval
from factcheck.verdicts import terms
from factcheck.verdicts.terms import Fixed, Term, Variable
from tests.strategies import fraction, intervals, numbers, pair

Values = Mapping[str, Fraction]
NAMES = ("a", "b", "c")
NEAR = Fraction(1, 10**9)
FAR = Fraction(10**9)

OPERATIONS: Mapping[type, Callable[[Fraction, Fraction], Fraction]] = {
    terms.Sum: lambda one, other: one + other,
    terms.Difference: lambda one, other: one - other,
    terms.Product: lambda one, other: one * other,
    terms.Quotient: lambda one, other: one / other,
    terms.Least: min,
    terms.Greatest: max,
}


def value_of(term: Term, values: Values) -> Fraction:
    """The number that a term is; raises ZeroDivisionError."""
    if isinstance(term, Variable):
        return values[term.name]
    if isinstance(term, Fixed):
        return fraction(term.range.low)
    if isinstance(term, terms.PowerTerm):
        return value_of(term.base, values) ** term.exponent
    if isinstance(term, terms.Magnitude):
        return abs(value_of(term.inner, values))
    return OPERATIONS[type(term)](value_of(term.left, values), value_of(term.right, values))


def boxes(*, infinite: bool = True) -> st.SearchStrategy[dict[str, Interval]]:
    """An interval for each name."""
    return st.fixed_dictionaries({name: intervals(infinite=infinite) for name in NAMES})


def positive_boxes() -> st.SearchStrategy[dict[str, Interval]]:
    """Intervals above zero, as figures mostly are."""
    ends = st.tuples(
        st.integers(1, 12), st.integers(0, 12), st.booleans(), st.booleans(), st.booleans()
    )
    return st.fixed_dictionaries({name: ends.map(_positive) for name in NAMES})


def _positive(drawn: tuple[int, int, bool, bool, bool]) -> Interval:
    low, width, low_open, high_open, infinite = drawn
    if not width:
        return Interval((low, 2), (low, 2))
    high = rational.INFINITY if infinite and width % 3 == 0 else (low + width, 2)
    return Interval((low, 2), high, low_open=low_open, high_open=high_open)


def shapes(*, smooth: bool = False) -> st.SearchStrategy[Callable[[Mapping[str, Interval]], Term]]:
    """Terms of up to some ten places over the names, once their boxes are known."""
    leaves: st.SearchStrategy[object] = st.one_of(
        st.sampled_from(NAMES), st.sampled_from(NAMES), numbers(5, 3)
    )
    pairs = [terms.Sum, terms.Difference, terms.Product, terms.Quotient]
    if not smooth:
        pairs += [terms.Least, terms.Greatest]

    def grown(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        joined = st.tuples(st.sampled_from(pairs), inner, inner)
        if smooth:
            return joined
        return st.one_of(
            joined,
            joined,
            st.tuples(st.just(terms.PowerTerm), inner, st.integers(0, 3)),
            st.tuples(st.just(terms.Magnitude), inner),
        )

    shape = st.recursive(leaves, grown, max_leaves=7)
    return shape.map(lambda drawn: lambda box: _term(drawn, box))


def _term(shape: object, box: Mapping[str, Interval]) -> Term:
    if isinstance(shape, str):
        return Variable(shape, box[shape])
    assert isinstance(shape, tuple)
    if isinstance(shape[0], int):
        return terms.number(shape)
    kind, *parts = shape
    if kind is terms.PowerTerm:
        return terms.PowerTerm(_term(parts[0], box), parts[1])
    made: Term = kind(*(_term(part, box) for part in parts))
    return made


def samples(box: Interval) -> list[Fraction]:
    """The closed ends, numbers near the open ones, far out, zero, and some between."""
    low = fraction(box.low) if rational.is_finite(box.low) else -FAR
    high = fraction(box.high) if rational.is_finite(box.high) else FAR
    width = high - low
    found = {low, high, low + NEAR, high - NEAR, Fraction(0), Fraction(1)}
    found |= {low + width / 2, low + width / 3, low + 1, high - 1, low + width * Fraction(7, 8)}
    return sorted(one for one in found if box.contains(pair(one)))


def choices(box: Mapping[str, Interval], names: set[str]) -> Iterator[dict[str, Fraction]]:
    """All combinations of samples."""
    listed = sorted(names)
    for chosen in product(*(samples(box[name]) for name in listed)):
        yield dict(zip(listed, chosen, strict=True))


def names_in(term: Term) -> set[str]:
    """The variables of a term."""
    return {one.name for one in terms.variables(term)}


def nearest(
    term: Term, box: Mapping[str, Interval], start: dict[str, Fraction], direction: int
) -> Fraction:
    """The least (direction -1) or greatest value that a search from a sample finds."""
    best, at = value_of(term, start), dict(start)
    step = Fraction(1)
    for _ in range(40):
        moved = False
        for name in sorted(at):
            for change in (step, -step):
                tried = {**at, name: at[name] + change}
                if not box[name].contains(pair(tried[name])):
                    continue
                value = value_of(term, tried)
                if (value - best) * direction > 0:
                    best, at, moved = value, tried, True
        if not moved:
            step /= 4
    return best
