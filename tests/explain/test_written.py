"""Plans written back in the words of the language: what is written reads as the same plan."""

from pathlib import Path

import pytest

from factcheck.plan.model import RulePlan
from factcheck.plan.prepare import prepare
from factcheck.verdicts.written import writer

PACKAGE = str(Path(__file__).resolve().parent.parent / "trial" / "package")


def planned(folder: Path, rule: str) -> RulePlan:
    path = folder / "it.rules"
    path.write_text(f"rule it\n  {rule}\n", "utf-8")
    ready = prepare(PACKAGE, [str(path)])
    assert ready.diagnostics == ()
    return ready.plans[0]


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("capex <= budget", "capex ≤ budget"),
        ("capex ~= half of budget within 10%", "capex ≈ 50% × budget within 10%"),
        ("capex ≈ budget within 5% of budget", "capex ≈ budget within 5% of budget"),
        ("capex consistent with budget", "capex consistent with budget"),
        ("capex != 5 CNY", "capex ≠ 5 CNY"),
        ("(capex - budget) / budget < 3", "(capex − budget) ÷ budget < 3"),
        ("capex - (budget - profit) < 3 CNY", "capex − (budget − profit) < 3 CNY"),
        ("capex - budget - profit < 3 CNY", "capex − budget − profit < 3 CNY"),
        ("capex / (budget / capex) < 3 CNY", "capex ÷ (budget ÷ capex) < 3 CNY"),
        ("-profit < abs(capex)", "−profit < abs(capex)"),
        ("share^2 < 3", "share^2 < 3"),
        ("(share + 1)^2 < 3", "(share + 1)^2 < 3"),
        ("capex between 1 CNY and 5 CNY", "capex ≥ 1 CNY and capex ≤ 5 CNY"),
        ("capex > 1 CNY or not budget > 1 CNY", "capex > 1 CNY or not budget > 1 CNY"),
        (
            "not (capex > 1 CNY and budget > 1 CNY)",
            "not (capex > 1 CNY and budget > 1 CNY)",
        ),
        (
            "capex[status = plan] < capex[previous year]",
            "capex[status = plan] < capex[previous year]",
        ),
        ("capex < capex[year ago]", "capex < capex[year ago]"),
        ("capex < capex[10 years ago]", "capex < capex[10 years ago]"),
        ("capex < capex[2 quarters ago]", "capex < capex[half ago]"),
        ("capex < capex[previous]", "capex < capex[previous]"),
        ("capex < capex[any period]", "capex < capex[any period]"),
        ("capex < capex[other entity]", "capex < capex[other entity]"),
        ("capex < capex[any group]", "capex < capex[any group]"),
        ("capex < capex[any longer period]", "capex < capex[any longer period]"),
        ("capex < capex[any earlier period]", "capex < capex[any earlier period]"),
        (
            "capex[status in {plan, actual}] < budget",
            "capex[status in {plan, actual}] < budget",
        ),
        ("sum(capex over members) < budget", "sum(capex over members) < budget"),
        ("sum(known capex over quarters) < budget", "sum(known capex over quarters) < budget"),
        ("stated_members = count(members)", "stated_members = count(members)"),
        ("capex / days(period) = daily_profit", "capex ÷ days(period) = daily_profit"),
        ("if budget > 0 CNY then capex is stated", "capex is stated"),
    ],
)
def test_a_check_as_written(tmp_path: Path, check: str, expected: str) -> None:
    plan = planned(tmp_path, f"check {check}")
    assert expected == writer(plan).test(plan.check)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("for each metric, entity check claims agree within 5%", "claims agree within 5%"),
        (
            "for each metric, value check claims agree on period, entity",
            "claims agree on period, entity",
        ),
        ("for each claim check period.end >= source.published", "period.end ≥ source.published"),
        ("for each claim check status in {plan, actual}", "status in {plan, actual}"),
        ('for each claim check quote contains "x"', "quote contains “x”"),
        ("for each claim check period is stated", "period is stated"),
        ("for each claim check lower between 0 and 1", "lower ≥ 0 and lower ≤ 1"),
        ("for each metric, value check count(sources) >= 2", "count(sources) ≥ 2"),
        ("check members agree", "members agree"),
    ],
)
def test_a_rule_about_claims(tmp_path: Path, rule: str, expected: str) -> None:
    plan = planned(tmp_path, rule)
    assert expected == writer(plan).test(plan.check)


def test_lets_keep_their_names_and_tell_their_meaning(tmp_path: Path) -> None:
    plan = planned(tmp_path, "let order = order_units × unit_price check order / 2 ≤ budget")
    pen = writer(plan)
    assert "order ÷ 2 ≤ budget" == pen.test(plan.check)
    assert ["order"] == list(pen.names.values())
    assert ["order_units × unit_price"] == [pen.meaning(node) for node in pen.names]
