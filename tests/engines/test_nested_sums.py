"""Sums inside sums against loops over every part."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.engines.package import Package
from factcheck.plan.model import Comparison
from factcheck.values import rational
from factcheck.values.interval import closed
from factcheck.values.truth import Truth
from factcheck.verdicts.outcome import UnsettledError
from factcheck.verdicts.ranges import range_of
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.resolve import resolve
from tests.engines.nested_sums import Leaf, Loops, Nest, Plus, Tree, UnknownNumberError
from tests.engines.packages import claim, judged, metric, package, rows_of, vocabulary
from tests.strategies import known_period

METRICS = {"m": metric("m", non_negative=True), "n": metric("n")}
ENTITIES = ("x", "y", "z", "g", "h", "k", "t")
MEMBERS = [
    ("g", "x", False),
    ("g", "y", False),
    ("k", "z", False),
    ("h", "y", True),
    ("h", "z", True),
    ("t", "g", False),
    ("t", "k", False),
]
WORDS = vocabulary(METRICS.values(), entities=ENTITIES, memberships=MEMBERS)
PERIODS = ["2025", "2025-H1", "2025-H2", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-02"]


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """Some dozen claims of few entities and periods."""
    cells = st.tuples(
        st.sampled_from("mmn"),
        st.integers(0, 6),
        st.integers(0, 2),
        st.sampled_from("xyzzgk"),
        st.sampled_from(PERIODS),
    )
    listed = draw(st.lists(cells, min_size=8, max_size=40))
    return package(
        WORDS,
        [
            claim(number, METRICS[of], closed((low, 1), (low + width, 1)), entity, period)
            for number, (of, low, width, entity, period) in enumerate(listed)
        ],
    )


@st.composite
def trees(
    draw: st.DrawFn,
    axes: tuple[str, ...] = ("members", "halves", "quarters", "months"),
    depth: int = 3,
) -> Nest:
    """A fold that may have folds inside it, of shorter parts of time each time."""
    time = [axis for axis in axes if axis != "members"]
    own = draw(st.sampled_from([(axis,) for axis in axes] + [("members", one) for one in time[:2]]))
    order = ["halves", "quarters", "months"]
    longest = next((order.index(axis) for axis in own if axis in order), -1)
    left = ("members", *(axis for axis in time if order.index(axis) > longest))
    leaf = Leaf(draw(st.sampled_from("mmn")))
    body: Tree = leaf
    if depth > 1 and draw(st.booleans()):
        body = draw(trees(axes=left, depth=depth - 1))
        if draw(st.integers(0, 3)) == 0:
            body = Plus(leaf, body)
    function = draw(st.sampled_from(["sum", "sum", "min", "max", "mean"]))
    return Nest(function, own, draw(st.integers(0, 3)) == 0, body)


@settings(max_examples=3 * settings().max_examples)
@given(packages(), trees())
def test_the_range_is_that_of_the_loops(over: Package, tree: Nest) -> None:
    found = rows_of(f"rule r where period = 2025 check {tree.text()} ≤ 5 person", over)
    loops = Loops(over)
    whole = {"period": known_period("2025")}
    expected = [name for name in ENTITIES if loops.stated(tree, {**whole, "entity": name})]
    assert sorted(expected) == sorted(str(row.key[0]) for row in found.cases)
    assert isinstance(found.plan.check, Comparison)
    for row in found.cases:
        at = {**whole, "entity": row.key[0]}
        reading = Reading(over, found.plan, row, dict(row.figures))
        try:
            ends = loops.end(tree, at, -1), loops.end(tree, at, 1)
        except UnknownNumberError:
            with pytest.raises(UnsettledError):
                resolve(reading, found.plan.check.left)
            continue
        bounds = range_of(resolve(reading, found.plan.check.left))
        assert bounds is not None
        assert ends == pytest.approx((_float(bounds.bounds.low), _float(bounds.bounds.high)))
        assert bounds.exact


def _float(end: rational.Rational) -> float:
    if rational.is_finite(end):
        return end[0] / end[1]
    return inf if end == rational.INFINITY else -inf


@pytest.mark.parametrize(
    "tree",
    [
        "sum(m over months)",
        "max(sum(m over months) over years)",
        "sum(sum(m over months) over members)",
    ],
)
def test_a_fold_of_too_many_parts_is_undetermined(tree: str) -> None:
    entity = "g" if "members" in tree else "x"
    rows = [
        claim(0, METRICS["m"], closed((9, 1), (9, 1)), entity, "0001/9999"),
        claim(1, METRICS["m"], closed((10, 1), (10, 1)), "x", "0001-01"),
    ]
    found = judged(f"rule r where period = 0001/9999 check {tree} ≤ m", package(WORDS, rows))
    assert [Truth.UNDETERMINED] == [case.truth for case in found.cases]
    explained = found.cases[0].explanation
    assert explained is not None
    assert "more than 100,000 parts" in " ".join(explained.notes) + explained.message
