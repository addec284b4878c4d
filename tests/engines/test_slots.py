"""Rules that differ in metrics, literals and words alone are lowered once, to their own queries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from factcheck.check import check
from factcheck.engines.sql import lowering
from factcheck.engines.sql.batch import Fetch
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.filters import UnsupportedError
from factcheck.engines.sql.lowering import Lowering
from factcheck.engines.sql.rule import Lowered, lower
from factcheck.engines.sql.working import Working
from factcheck.engines.stored import loaded
from factcheck.plan.model import RulePlan
from tests.engines.drawn.package import write
from tests.engines.drawn.pairs import draw
from tests.engines.drawn.vocabulary import COLUMNS
from tests.engines.drawn.worlds import WORLD, World, draw_world
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

READINGS = 1000
RULES = 40
CLAIMS = 200


class PreparedError(Exception):
    """The claims are ready for rules."""


def ready(
    folder: Path, seed: int, rules: Sequence[str], world: World
) -> tuple[Facts, Sequence[RulePlan]]:
    """What is known of drawn claims, and the plans of some rules about them."""
    write(folder, draw(seed, CLAIMS, 0, world)[0], "\n".join(rules), world)
    found: list[tuple[Facts, Sequence[RulePlan]]] = []

    def stop(
        _: Door,
        working: Working,
        __: Fetch,
        plans: Sequence[RulePlan],
        *___: object,
        **____: object,
    ) -> None:
        found.append((working.facts, plans))
        raise PreparedError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loaded, "runner", stop)
        with pytest.raises(PreparedError):
            check(str(folder), engine="duckdb")
    return found[0]


def by_itself(plan: RulePlan, facts: Facts, *, filtered: bool) -> tuple[str, Lowered | None]:
    """A rule lowered as if there were no other; or why it is not."""
    try:
        found = lower(plan, facts, READINGS, filtered=filtered)
    except UnsupportedError as error:
        return str(error), None
    return str(found), found  # the text too, as it has the order of columns


def with_others(plan: RulePlan, known: Lowering) -> tuple[str, Lowered | None]:
    """The same, with those before it."""
    try:
        found = known.lower(plan)
    except UnsupportedError as error:
        return str(error), None
    return str(found), found


def hold(folder: Path, seed: int) -> int:
    """How many drawn rules are lowered with others."""
    world = draw_world(Random(f"world {seed}"))  # noqa: S311 (no secret)
    facts, plans = ready(folder, seed, draw(seed, 1, RULES, world)[1], world)
    return len(plans) - lowered(facts, plans, filtered=bool(seed % 2))


def lowered(facts: Facts, plans: Sequence[RulePlan], *, filtered: bool = True) -> int:
    """How many are lowered until each has its queries: those that it has by itself."""
    known = Lowering(facts, READINGS, filtered=filtered)
    for plan in plans:
        assert by_itself(plan, facts, filtered=filtered) == with_others(plan, known)
    return len(known.known)


@pytest.mark.parametrize("seed", range(3))
def test_rules_have_the_queries_that_they_have_by_themselves(seed: int, tmp_path: Path) -> None:
    assert hold(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 100 + settings().max_examples // 3))
def test_more_rules_have_the_queries_that_they_have_by_themselves(
    seed: int, tmp_path: Path
) -> None:
    assert hold(tmp_path, seed)


def test_an_amount_of_a_day_is_not_one_of_a_time(tmp_path: Path) -> None:
    columns = [name for name in COLUMNS if name != "status"]  # no plan asks for its source's day
    rules = ["rule flows check part ≤ whole\n", "rule stock check debt ≤ whole\n"]
    assert lowered(*ready(tmp_path, 0, rules, World(columns=columns))) == len(rules)


LIKE = (
    "check part ≈ half of whole within 10%",
    'check whole ≈ 45% of part within 5% severity warning because "it is so"',
)
UNLIKE = (
    "check part ≈ 10% of whole within 10%",  # one number twice
    "check part ≈ −half of whole within 10%",
    "check part ≈ half of gain within 10%",  # which may be below zero
    "check part ≈ half of part[previous year] within 10%",
    "check made ≈ half of units within 10%",  # which are no money
)


@pytest.mark.parametrize(("rules", "number"), [(LIKE, 1), ((LIKE[0], *UNLIKE), 6)])
def test_like_rules_are_lowered_once(
    rules: Sequence[str], number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"rule r{place} {text}\n" for place, text in enumerate(rules)]
    facts, plans = ready(tmp_path, 0, texts, WORLD)
    in_full: list[RulePlan] = []

    def noted(plan: RulePlan, facts: Facts, most: int, *, filtered: bool) -> Lowered:
        in_full.append(plan)
        return lower(plan, facts, most, filtered=filtered)

    monkeypatch.setattr(lowering, "lower", noted)
    known = Lowering(facts, READINGS, filtered=True)
    found = [known.lower(plan) for plan in plans]
    assert number == len(in_full) == len({id(one.shape) for one in found})
    assert [lower(plan, facts, READINGS) for plan in plans] == found
