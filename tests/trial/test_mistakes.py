"""Mistakes in the givens of tests: their code, the text they point at, and what helps."""

from pathlib import Path

import pytest

from tests.trial.bench import HALF, run_text

WIRE = "capex[source = wire, source.published = 2025-01-0{}] = 1 CNY"


@pytest.mark.parametrize(
    ("given", "code", "marked", "said"),
    [
        ("cappex = 1 CNY", "E501", "cappex", "did you mean `capex`?"),
        ("capex = 1 chip", "E502", "chip", "write it in `CNY`"),
        ("capex = 1", "E502", "1", "a number without a unit"),
        ("capex = 1 CNX", "E502", "CNX", "did you mean `CNY`?"),
        ("share = 1 CNY", "E502", "CNY", "measured in `ratio`"),
        ("capex[previous year] = 1 CNY", "E503", "previous year", "leads to no other"),
        ("capex[any entity] = 1 CNY", "E503", "any entity", "leads to no other"),
        ("capex[entity in both] = 1 CNY", "E503", "entity in both", "one value"),
        ("capex[entity in {acme, bolt}] = 1 CNY", "E503", "entity in {acme, bolt}", "one value"),
        ("capex[unit = CNY] = 1 CNY", "E503", "unit", "behind the number"),
        ("capex[source.publisher = Agency] = 1 CNY", "E503", "source.publisher", "it fixes"),
        ("capex[entity = acme, entity = acme] = 1 CNY", "E503", "entity = acme", "given twice"),
        ("capex[entity = acmee] = 1 CNY", "N202", "acmee", "did you mean `acme`?"),
        ("capex[status = planned] = 1 CNY", "N202", "planned", "did you mean `plan`?"),
        ("capex[period = acme] = 1 CNY", "U304", "acme", "periods as values"),
        ("capex = circa 1 CNY", "E504", "circa 1 CNY", "the hedge `circa`"),
        ("capex[relation = gt] = at least 1 CNY", "E504", "at least 1 CNY", "keep one of the two"),
        ("capex[hedge = about] = about 1 CNY", "E504", "about 1 CNY", "keep one of the two"),
        ("capex = -1 CNY", "E505", "-1 CNY", "non-negative"),
        ("capex = less than 0 CNY", "E505", "less than 0 CNY", "non-negative"),
        ("profit[relation = order] = 0 CNY", "E505", "0 CNY", "starts above 0"),
        ("weight = 1 kg", "E506", "weight", "asks for no figure of `weight`"),
        ("capex[claim = a] = 1 CNY, capex[claim = a] = 2 CNY", "E503", "claim = a", "called `a`"),
        ("capex[converts = a] = 1 CNY", "E509", "converts = a", "no given of this test"),
        (
            "capex[claim = abc] = 1 CNY, capex[converts = abd] = 1 USD",
            "E509",
            "converts = abd",
            "did you mean `abc`?",
        ),
        ("capex[claim = a, converts = a] = 1 CNY", "E509", "converts = a", "restates itself"),
        (
            "capex[converts = given_2] = 1 CNY, capex[converts = given_1] = 1 USD",
            "E509",
            "converts = given_2",
            "restates itself",
        ),
        (
            "capex[claim = a] = 1 CNY, capex[converts = a] = 1 CNY",
            "E509",
            "converts = a",
            "both amounts are in `CNY`",
        ),
        (
            f"{WIRE.format(1)}, budget{WIRE.format(2)[5:]}",
            "E507",
            f"budget{WIRE.format(2)[5:]}",
            "published on 2025-01-01 and on 2025-01-02",
        ),
    ],
)
def test_a_mistake_in_a_given(
    tmp_path: Path, given: str, code: str, marked: str, said: str
) -> None:
    text = f"{HALF}test half given {given} expect holds\n"
    problem = run_text(tmp_path, text).diagnostics[0]
    line = text.splitlines()[problem.span.line - 1]
    assert (code, marked) == (
        problem.code.id,
        line[problem.span.column - 1 : problem.span.end_column - 1],
    )
    assert said in f"{problem.message} {problem.help}"


def test_what_is_no_money_restates_nothing(tmp_path: Path) -> None:
    given = "capex[claim = a] = 1 CNY, weight[converts = a] = 1 kg"
    told = run_text(tmp_path, f"{HALF}test half given {given} expect holds\n").diagnostics
    assert ["E506", "E509"] == [one.code.id for one in told]
    assert "`kg` has no currency in it" in told[1].message


def test_every_mistake_is_told_and_nothing_is_run(tmp_path: Path) -> None:
    text = f"{HALF}test half given cappex = 1 CNY, budget = 1 kg expect holds\n"
    result = run_text(tmp_path, text + "test half given capex = 1 CNY expect not exercised\n")
    assert ["E501", "E502"] == [problem.code.id for problem in result.diagnostics]
    assert () == result.tests


def test_an_idle_given_is_a_warning(tmp_path: Path) -> None:
    text = f"{HALF}test half given capex = 2 CNY, budget = 1 CNY, weight = 1 kg expect holds\n"
    result = run_text(tmp_path, text)
    assert [("E506", False)] == [(one.code.id, one.is_error) for one in result.diagnostics]
    assert [True] == [test.passed for test in result.tests]


def test_no_tests_is_an_error(tmp_path: Path) -> None:
    assert ["E508"] == [problem.code.id for problem in run_text(tmp_path, HALF).diagnostics]


def test_a_mistake_in_a_rule_is_the_only_thing_told(tmp_path: Path) -> None:
    result = run_text(tmp_path, "rule half\n  check budgett > 1 CNY\n")
    assert ["N201"] == [problem.code.id for problem in result.diagnostics]
