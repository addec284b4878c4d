"""Alignment against nested loops over small packages."""

from collections.abc import Sequence
from random import Random

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow, Figure
from factcheck.lang.typed import Key
from factcheck.values.interval import closed
from factcheck.values.period import Period, parts
from tests.engines import nested_loops
from tests.engines.nested_loops import Figures, Selected
from tests.engines.packages import claim, judged, metric, package, plan_of, rows_of, vocabulary

METRICS = {name: metric(name) for name in ("m", "n", "other_one")}
MEMBERS = [("g", "x", False), ("g", "y", False), ("h", "y", True), ("h", "g", True)]
WORDS = vocabulary(METRICS.values(), memberships=MEMBERS, dimensions=("region",))
PERIODS = ["2024", "2025", "2025", "2025-Q1", "2025-Q2", "2024-Q4", "2025-H1", "2023/2024", ""]
SELECTORS = {
    "entity": ["x", "g", "other entity", "any entity", "any group"],
    "period": [
        "2025",
        "previous year",
        "previous quarter",
        "previous",
        "year ago",
        "2 quarters ago",
        "any period",
        "any longer period",
        "any earlier period",
    ],
    "status": ["actual", "target", "any status"],
    "source": ["s1", "any source"],
    "region": ["north", "any region"],
}


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """Up to a dozen claims, of few values, so that they meet."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from("mn"),
                st.sampled_from([1, 2]),
                st.sampled_from("xyg"),
                st.sampled_from(PERIODS),
                st.sampled_from(["s1", "s2"]),
                st.sampled_from(["actual", "actual", "plan", "target", ""]),
                st.sampled_from(["north", "north", "south", ""]),
            ),
            min_size=1,
            max_size=12,
        )
    )
    return package(
        WORDS,
        [
            claim(
                number,
                METRICS[row[0]],
                closed((row[1], 1), (row[1] + 1, 1)),
                row[2],
                row[3],
                row[4],
                row[5],
                (row[6],),
            )
            for number, row in enumerate(rows)
        ],
    )


@st.composite
def references(draw: st.DrawFn) -> list[Selected]:
    """One that says what cases there are, and one or two of any shape."""
    first = draw(st.sampled_from([{}, {}, {"period": "previous year"}, {"period": "year ago"}]))
    others = st.fixed_dictionaries(
        {}, optional={field: st.sampled_from(listed) for field, listed in SELECTORS.items()}
    )
    drawn = draw(st.lists(others, min_size=1, max_size=2))
    return [
        Selected("m", first),
        *(Selected(draw(st.sampled_from("mn")), selectors) for selectors in drawn),
    ]


SCOPES = st.sampled_from(
    [
        ("entity", "period"),
        ("entity",),
        ("period",),
        ("entity", "period", "status"),
        ("entity", "period", "source"),
    ]
)
ALLOWED = st.sampled_from([None, None, {"actual"}, {"plan", "target"}])


def rule(scope: Sequence[str], listed: Sequence[Selected], allowed: set[str] | None) -> str:
    where = f"where status in {{{', '.join(sorted(allowed))}}} " if allowed else ""
    total = " + ".join(one.text() for one in listed)
    return f"rule one for each {', '.join(scope)} {where}check {total} > 0 person"


def told(figures: Sequence[Figure]) -> Figures:
    return frozenset(frozenset(one.id for one in figure.claims) for figure in figures)


def distinct(listed: Sequence[Selected]) -> list[Selected]:
    return [one for place, one in enumerate(listed) if one not in listed[:place]]


@settings(max_examples=2 * settings().max_examples)
@given(over=packages(), listed=references(), scope=SCOPES, allowed=ALLOWED)
def test_the_same_cases_and_figures_as_nested_loops(
    over: Package, listed: list[Selected], scope: tuple[str, ...], allowed: set[str] | None
) -> None:
    if "status" in scope:
        allowed = None
    rows = rows_of(rule(scope, listed, allowed), over)
    fields = (*scope, "region")
    listed = distinct(listed)
    expected = nested_loops.cases(over, fields, listed, allowed)
    found = {
        row.key: [told(row.figures[place]) for place in range(len(listed))] for row in rows.cases
    }
    assert rows.plan.scope == fields
    assert found == expected
    left = nested_loops.unmatched(over, fields, listed, allowed, list(expected))
    assert rows.unmatched == len(left)


def shape(rows: Sequence[CaseRow]) -> list[object]:
    return [
        (row.key, [told(listed) for listed in row.figures.values()], [one.id for one in row.claims])
        for row in rows
    ]


@given(over=packages(), listed=references(), scope=SCOPES, seed=st.integers(0, 99))
def test_the_order_of_rows_does_not_matter(
    over: Package, listed: list[Selected], scope: tuple[str, ...], seed: int
) -> None:
    mixed = list(over.claims.rows)
    Random(seed).shuffle(mixed)  # noqa: S311 (no secret)
    text = rule(scope, listed, None)
    one, other = rows_of(text, over), rows_of(text, package(WORDS, mixed))
    assert shape(one.cases) == shape(other.cases)
    assert (one.unmatched, one.nearest_miss) == (other.unmatched, other.nearest_miss)


def with_claims(over: Package, more: Sequence[Claim]) -> Package:
    return package(WORDS, [*over.claims.rows, *more])


@given(over=packages(), listed=references(), scope=SCOPES)
def test_an_unrelated_claim_and_copies_change_nothing(
    over: Package, listed: list[Selected], scope: tuple[str, ...]
) -> None:
    if "source" in scope or any("source" in one.selectors for one in listed):
        return
    text = rule(scope, listed, None)
    before = judged(text, over)
    unrelated = claim(900, METRICS["other_one"], closed((7, 1), (8, 1)), "z", dimensions=("east",))
    assert judged(text, with_claims(over, [unrelated])) == before
    copies = [
        evolve(one, id=f"{one.id}-{copy}", source="s3", line=1000 * copy + one.line)
        for copy in range(1, 31)
        for one in over.claims.rows
    ]
    after = judged(text, with_claims(over, copies))
    assert [(one.key, one.truth, one.deciding, one.total) for one in after.cases] == [
        (one.key, one.truth, one.deciding, one.total) for one in before.cases
    ]


def part_keys(axis: str, key: dict[str, Key | None]) -> list[Key]:
    """The parts of a case on an axis, from the words of the language."""
    if axis == "members":
        return [member for group, member, _ in MEMBERS if group == key["entity"]]
    whole = key["period"]
    return list(parts(whole, axis[:-1])) if isinstance(whole, Period) else []


@given(
    over=packages(),
    axis=st.sampled_from(["members", "quarters", "years"]),
    known=st.booleans(),
)
def test_the_parts_of_sums_as_nested_loops(over: Package, axis: str, known: bool) -> None:  # noqa: FBT001 (drawn)
    word = "known " if known else ""
    rows = rows_of(f"rule one check sum({word}m over {axis}) <= n", over)
    moving = "entity" if axis == "members" else "period"
    fields = ("entity", "period", "region")
    expected = {}
    for case in nested_loops.combinations(over, fields):
        whole = nested_loops.finds(over, Selected("n", {}), case, None)
        listed = [
            (part, nested_loops.finds(over, Selected("m", {}), {**case, moving: part}, None))
            for part in part_keys(axis, case)
        ]
        if whole and any(found for _, found in listed):
            expected[tuple(case.values())] = [
                (part, nested_loops.figures(found)) for part, found in listed if found or not known
            ]
    (fold,) = range(len(rows.plan.folds))
    found_parts = {
        row.key: [
            (part.key[0], told([one for listed in part.figures.values() for one in listed]))
            for part in row.parts[fold]
            if not part.unnamed
        ]
        for row in rows.cases
    }
    assert found_parts == expected
    for row in rows.cases:
        unnamed = [part for part in row.parts[fold] if part.unnamed]
        assert bool(unnamed) == (axis == "members" and row.key[0] == "h" and not known)


def test_a_plan_is_made_once_for_each_distinct_reference() -> None:
    plan = plan_of("rule one check m + m[period = 2025] > m", WORDS)
    assert len(plan.references) == 2
