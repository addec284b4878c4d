"""An edited rule is judged alone, and comes to the same as in a run without a cache."""

from collections.abc import Callable

import pytest

from factcheck import check as check_module
from factcheck.cache import rules as rules_module
from factcheck.cache.store import Store
from factcheck.engines.engine import Loaded
from factcheck.plan.model import RulePlan
from factcheck.verdicts.verdict import RuleVerdict
from tests.cache.world import World

DEFINES = """\
define half_of_it = half of capex
rule by_half "By half"
  check chips <= half_of_it
rule in_order "In order"
  let all_of_it = capex
  check chips <= all_of_it
"""
ANOTHER_FIGURE = ("150000000000,CNY,150 billion", "151000000000,CNY,151 billion")
RULES = {"one_plan", "chips_fit", "by_half", "in_order"}


@pytest.fixture
def judged(world: World, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that were judged, in order; with one run made."""
    names: list[str] = []
    judge = check_module.judge_plan

    def noted(claims: Loaded, plan: RulePlan, max_readings: int) -> RuleVerdict:
        names.append(plan.id)
        return judge(claims, plan, max_readings)

    monkeypatch.setattr(rules_module, "judge_plan", noted)
    world.write("rules/defines.rules", DEFINES)
    world.validate()
    assert set(names) == RULES
    names.clear()
    return names


def both(world: World, *options: str) -> None:
    """The report is the one of a run without a cache."""
    arguments = ("--format", "json", *options)
    assert world.validate(*arguments) == world.validate(*arguments, "--no-cache")


def edit(name: str, old: str, new: str) -> Callable[[World], None]:
    return lambda world: world.change(f"rules/{name}.rules", old, new)


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (edit("chips", "half of capex", "capex"), {"chips_fit"}),
        (edit("chips", '"Chips fit"', '"Chips have room"'), {"chips_fit"}),
        (edit("chips", "chips_fit", "chips_have_room"), {"chips_have_room"}),
        (edit("chips", "capex\n", 'capex\n  because "so it is"\n'), {"chips_fit"}),
        (edit("chips", "capex\n", "capex\n  severity warning\n"), {"chips_fit"}),
        (edit("defines", "half of", "a third of"), {"by_half"}),
        (edit("defines", "let all_of_it = capex", "let all_of_it = twice capex"), {"in_order"}),
        (edit("agree", "for each metric", "# further down\n\n  for each metric"), set()),
        (edit("agree", "rule one_plan", "\n\n\n  rule one_plan"), set()),
        (edit("chips", "rule", 'rule more "More" check capex > 0 CNY\nrule'), {"more"}),
        (lambda w: (w.folder / "rules/chips.rules").unlink(), set()),
        (lambda w: w.change("datapackage/data/claims.csv", *ANOTHER_FIGURE), RULES),
        (lambda w: w.change("datapackage/data/entities.csv", "ByteDance", "Bytedance"), RULES),
        (lambda w: w.change("datapackage/datapackage.json", "plans", "goals"), RULES),
    ],
)
def test_only_what_changed_is_judged_again(
    world: World, judged: list[str], change: Callable[[World], object], again: set[str]
) -> None:
    change(world)
    both(world)
    assert again == set(judged)


@pytest.mark.parametrize(
    ("options", "again"),
    [(["--select", "chips_*"], set()), (["--max-readings", "1"], RULES), (["--strict"], set())],
)
def test_options_that_change_no_verdict_judge_nothing_again(
    world: World, judged: list[str], options: list[str], again: set[str]
) -> None:
    both(world, *options)
    assert again == set(judged)


def test_a_rule_that_comes_back_is_not_judged_again(world: World, judged: list[str]) -> None:
    world.change("rules/chips.rules", "half of capex", "capex")
    world.validate()
    world.change("rules/chips.rules", "<= capex", "<= half of capex # as before")
    both(world)
    assert judged == ["chips_fit"]


@pytest.mark.parametrize(
    "value",
    [
        *(None, 5, [], {"x": 5}),
        *("each rule is a list", "each rule has a case of nothing"),
        "each count is a text",
    ],
)
def test_verdicts_of_another_form_are_none(world: World, judged: list[str], value: object) -> None:
    (entry,) = world.entries("rules")
    store = Store(world.cache)
    known = store.get(entry.stem)
    if value == "each rule is a list":
        value = {name: [] for name in known}
    elif value == "each rule has a case of nothing":
        value = {name: [0, [0, [0, "nothing"]], 0, ""] for name in known}
    elif value == "each count is a text":
        value = {name: [*verdict[:2], "1", *verdict[3:]] for name, verdict in known.items()}
    store.put(entry.stem, value)
    world.change("rules/chips.rules", "half of capex", "capex")
    both(world)
    assert RULES == set(judged)


def test_only_a_case_that_holds_may_be_unexplained(world: World, judged: list[str]) -> None:
    (entry,) = world.entries("rules")
    store = Store(world.cache)
    unexplained = {
        name: [kind, [cases[0], *([*case[:-1], None] for case in cases[1:])], *rest]
        for name, (kind, cases, *rest) in store.get(entry.stem).items()
    }
    store.put(entry.stem, unexplained)
    world.change("rules/chips.rules", "half of capex", "capex")
    both(world)
    assert set(judged) == RULES - {"in_order"}


def test_so_many_verdicts_are_kept(
    world: World, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules_module, "MAX_RULES", 4)
    world.change("rules/chips.rules", "half of capex", "capex")
    world.validate()
    (entry,) = world.entries("rules")
    assert len(Store(world.cache).get(entry.stem)) == 4
    assert judged == ["chips_fit"]
