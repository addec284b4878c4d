"""What the hull of many figures decides, and what only each of them can."""

import pytest

from factcheck.values.interval import closed, point
from factcheck.values.truth import Truth
from factcheck.verdicts.fold import judge_rule
from tests.engines.packages import claim, judged, metric, package, rows_of, vocabulary

FEW, MANY = 2, 40
PART, WHOLE = metric("part"), metric("whole")
WORDS = vocabulary([PART, WHOLE])


def verdict(check: str, figures: int) -> tuple[Truth, int, int]:
    """Of figures 1, 2, … for the part, and 1 to 2 for the whole."""
    parts = [claim(number, PART, point((number, 1))) for number in range(1, figures + 1)]
    over = package(WORDS, [*parts, claim(999, WHOLE, closed((1, 1), (2, 1)))])
    (case,) = judged(f"rule r check {check}", over).cases
    return case.truth, case.deciding, case.total


def test_what_holds_of_the_hull_holds_of_each() -> None:
    assert (Truth.HOLDS, MANY, MANY) == verdict("part > 0 person", MANY)


def test_that_a_hull_is_consistent_says_nothing_of_each() -> None:
    assert (Truth.HOLDS, FEW, FEW) == verdict("part consistent with whole", FEW)
    assert (Truth.VIOLATED, MANY - 2, MANY) == verdict("part consistent with whole", MANY)


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("part > 0 person", Truth.HOLDS),
        ("part > 9 person", Truth.VIOLATED),
        ("part > 1 person", Truth.UNDETERMINED),
        ("part consistent with 7 person", Truth.UNDETERMINED),
        ("not (part consistent with 7 person)", Truth.UNDETERMINED),
        ("part consistent with 9 person", Truth.VIOLATED),
        ("not (part consistent with 9 person)", Truth.UNDETERMINED),
        ("lower(part) < 3 person", Truth.UNDETERMINED),
        ("upper(part) < 3 person", Truth.UNDETERMINED),
    ],
)
def test_beyond_the_limit_of_readings_nothing_is_said_of_each_that_only_the_hull_has(
    check: str, expected: Truth
) -> None:
    over = package(WORDS, [claim(1, PART, point((1, 1))), claim(2, PART, point((8, 1)))])
    (case,) = judge_rule(over, rows_of(f"rule r check {check}", over), 1).cases
    assert (expected, True) == (case.truth, case.on_hull)
