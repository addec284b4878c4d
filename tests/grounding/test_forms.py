"""Claims made from the table of forms: each is borne out by its words, and a slip in it is not."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.values.rational import has_finite_decimal, to_decimal_text
from tests.grounding.package import Row, write
from tests.quantities.forms import Form, forms

KNOWN = {"CNY", "USD", "EUR"}
"""Currencies of the package of tests."""
FIXED = re.compile(r"\??([A-Z]{3})")

MONEY = [form for form in forms() if form.kind == "money" and FIXED.match(form.units[0])]
SHARES = [form for form in forms() if form.kind == "ratio"]


def row(form: Form, factor: int = 1) -> Row:
    """The claim that a form states, its value times a factor."""
    code = FIXED.match(form.units[0])
    unit = code[1] if code and form.kind == "money" else "ratio"
    places = next((one for one in form.decimals if one not in {"-", "*"}), "")
    return {
        "quote": form.figure,
        "value": text(form.values[0] * factor),
        "value_to": text(form.value_to * factor) if form.value_to is not None else "",
        "unit_id": unit if unit in {*KNOWN, "ratio"} else "XXX",
        "metric_id": "any" if unit == "ratio" else "money",
        "relation": "" if form.relations[0] == "eq" else form.relations[0],
        "hedge": form.hedges[0],
        "decimals": places if factor == 1 else "",
    }


def text(value: Fraction) -> str:
    pair = value.as_integer_ratio()
    return to_decimal_text(pair) if has_finite_decimal(pair) else f"{float(value):.4f}"


def told(folder: Path, rows: list[Row]) -> dict[int, list[str]]:
    """The codes that are told of each row, by its number."""
    found: dict[int, list[str]] = {}
    for one in check(str(write(folder / "p", rows))).diagnostics:
        found.setdefault(one.span.line - 2, []).append(one.code.id)
    return found


@pytest.mark.parametrize("table", [MONEY, SHARES], ids=["money", "shares"])
def test_no_form_contradicts_the_claim_that_it_states(tmp_path: Path, table: list[Form]) -> None:
    rows = [row(form) for form in table if form.units[0].lstrip("?")[:3] in {*KNOWN, "rat"}]
    result = check(str(write(tmp_path / "p", rows)))
    errors = [(rows[one.span.line - 2], one.message) for one in result.diagnostics if one.is_error]
    assert [] == errors
    assert result.grounding
    assert result.grounding.verified >= 0.8 * len(rows), result.grounding.not_verified


@pytest.mark.parametrize("factor", [10, 100, 1000])
def test_a_zero_too_many_is_found_in_most_forms_of_money(tmp_path: Path, factor: int) -> None:
    rows = [row(form, factor) for form in MONEY if form.units[0].lstrip("?")[:3] in KNOWN]
    found = told(tmp_path, rows)
    missed = [one for number, one in enumerate(rows) if "Q801" not in found.get(number, [])]
    assert len(missed) <= 0.05 * len(rows), missed
