"""What a run costs grows as the claims do: counted in calls of functions, not in seconds."""

import sys
from types import FrameType

import pytest

from factcheck.engines.package import Package
from factcheck.values.interval import closed
from tests.engines.packages import claim, judged, metric, package, vocabulary

METRICS = {name: metric(name, non_negative=True) for name in ("m", "n")}
PERIODS = ("2024", "2025", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2")
RULES = {
    "ratio": "check m / (m + n) between 0 and 0.4",
    "previous year": "check m > m[previous year]",
    "agreement": "for each metric, entity, period check claims agree within 5%",
    "one claim": "for each claim check value > 3 person",
    "quarters": "check sum(m over quarters) <= m",
    "members": "check sum(m over members) <= m",
    "groups": "check m <= m[any group]",
    "lists": "for each entity check members agree",
    "sources": "for each metric, entity, period check count(sources) >= 3",
    "unmatched": "check m > n[period = 2023]",
}


def made(claims: int) -> Package:
    """Claims on as many entities as it takes; a tenth of them are groups of the others."""
    entities = [f"e{number}" for number in range(claims // len(PERIODS) // 2)]
    groups = entities[::10]
    members = [(entities[n - n % 10], one, False) for n, one in enumerate(entities) if n % 10]
    words = vocabulary(METRICS.values(), entities, memberships=members)
    assert groups
    rows = [(entity, period, name) for entity in entities for period in PERIODS for name in METRICS]
    return package(
        words,
        [
            claim(
                number,
                METRICS[name],
                closed((number % 7 + 1, 1), (number % 7 + 2, 1)),
                entity,
                period,
                f"s{number % 3 + 1}",
            )
            for number, (entity, period, name) in enumerate(rows)
        ],
    )


def calls(rule: str, over: Package) -> int:
    """How many calls running and judging a rule makes, built-in ones included."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        judged(f"rule one {rule}", over)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("name", RULES)
def test_twice_the_claims_cost_twice(name: str) -> None:
    calls(RULES[name], made(80))  # the grammar is read, and the caches are warm
    counts = [calls(RULES[name], made(claims)) for claims in (160, 320, 640)]
    first, second = counts[1] - counts[0], counts[2] - counts[1]
    assert second < 2.3 * max(first, 3000), counts
