"""What tests of a rule would notice: rules and figures made wrong in one place."""

from pathlib import Path

import pytest

from tests.trial.bench import HALF, covered, run_text


def wrong_rules(folder: Path, rule: str) -> set[str]:
    """The mistakes that are made in a rule with one test, whatever it expects."""
    given = "test it given capex = 1 CNY expect not exercised\n"
    text = f"rule it\n  {rule}\n{given}"
    got = run_text(folder, text).tests[0].got
    return {one.what for one in covered(folder, text.replace("not exercised", got)).wrong_rules}


TEN_LEFT = "the left side ten times as large"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("check capex ≤ budget", {"`≤` read as `≥`", TEN_LEFT}),
        ("check capex != budget", {"`≠` read as `=`", TEN_LEFT}),
        (
            "check capex ≈ budget within 5%",
            {"`≈` turned round", TEN_LEFT, "ten times the tolerance", "a tenth of the tolerance"},
        ),
        (
            "check capex > 2 times budget",
            {"`>` read as `<`", TEN_LEFT, "`×` read as `÷`", "ten times 2"},
        ),
        (
            "check capex / budget - 1 > share",
            {"`>` read as `<`", TEN_LEFT, "`÷` read as `×`", "`−` read as `+`", "ten times 1"},
        ),
        (
            "check capex[status = plan] > capex[previous year]",
            {
                "`>` read as `<`",
                TEN_LEFT,
                "`[status = plan]` left out",
                "`[previous year]` left out",
            },
        ),
        (
            "check sum(capex over members) ≤ capex",
            {"`≤` read as `≥`", TEN_LEFT, "`sum` read as `max`"},
        ),
        (
            "where entity in both check capex < budget",
            {
                "`<` read as `>`",
                TEN_LEFT,
                "`where` left out",
            },
        ),
        (
            "check if capex > 1 CNY then budget is stated",
            {
                "the condition turned round",
                "what follows `if` or `where` left out",
                "`>` read as `<` in the premise",
                "ten times 1 CNY in the premise",
                f"{TEN_LEFT} in the premise",
            },
        ),
        (
            "for each metric, entity where value > 5 check count(claims) ≥ 2",
            {
                "`≥` read as `≤`",
                TEN_LEFT,
                "ten times 2",
                "`where` left out",
                "`>` read as `<` in `where`",
                f"{TEN_LEFT} in `where`",
                "ten times 5 in `where`",
            },
        ),
        (
            "for each metric, entity check claims agree within 5%",
            {"agreement turned round", "ten times the tolerance", "a tenth of the tolerance"},
        ),
        ("for each claim check status in {plan, actual}", {"the condition turned round"}),
        (
            "for each claim check period.end ≥ source.published",
            {"`≥` read as `≤`"},
        ),
    ],
)
def test_the_mistakes_that_are_made(tmp_path: Path, rule: str, expected: set[str]) -> None:
    assert expected == wrong_rules(tmp_path, rule)


def test_close_tests_notice_every_wrong_rule(tmp_path: Path) -> None:
    text = f"""{HALF}
test half given capex = 160 CNY, budget = 85 CNY expect holds
test half given capex = 160 CNY, budget = 70 CNY expect violated
test half given capex = 160 CNY, budget = 90 CNY expect violated
"""
    rule = covered(tmp_path, text)
    assert all(attempt.noticed for attempt in rule.wrong_rules)
    assert rule.would_notice


def test_a_test_that_expects_nothing_notices_no_wrong_rule(tmp_path: Path) -> None:
    rule = covered(tmp_path, f"{HALF}test half given capex = 160 CNY expect not exercised\n")
    assert rule.wrong_rules
    assert not rule.would_notice


def test_wrong_figures_are_told_by_metric(tmp_path: Path) -> None:
    text = """rule small
  check capex ≤ 100 CNY
test small given capex[period = 2025] = 95 CNY expect holds
"""
    rule = covered(tmp_path, text)
    assert {
        "capex: a tenth more": True,
        "capex: a tenth less": False,
        "capex: another currency": True,
        "capex: a year later": False,
    } == {attempt.what: attempt.noticed for attempt in rule.wrong_figures}


def test_another_unit_of_the_same_dimension(tmp_path: Path) -> None:
    text = """rule heavy
  check weight ≥ 1 tonne
test heavy given weight = 1000 kg expect holds
"""
    found = {one.what: one.noticed for one in covered(tmp_path, text).wrong_figures}
    assert {"weight: a tenth more", "weight: a tenth less", "weight: another unit"} == set(found)


def test_nothing_is_tried_where_no_test_passes(tmp_path: Path) -> None:
    text = f"{HALF}test half given capex = 160 CNY, budget = 85 CNY expect violated\n"
    rule = covered(tmp_path, text)
    assert (1, 0, (), ()) == (rule.tests, rule.passed, rule.wrong_rules, rule.wrong_figures)


def test_rules_without_tests_are_counted(tmp_path: Path) -> None:
    text = (
        f"{HALF}rule other check capex > 1 CNY\ntest half given capex = 1 CNY expect not exercised"
    )
    assert [("half", 1), ("other", 0)] == [
        (rule.rule, rule.tests) for rule in run_text(tmp_path, text).rules
    ]
