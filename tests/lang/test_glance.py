"""A glance at tests takes out only what the parser passes, and hides no mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lang import syntax
from factcheck.lang.glance import lift_tests
from factcheck.lang.parser import parse

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "rules").glob("*.rules"))
IN_ORDER = [
    "test r given capex = 160 billion CNY expect holds",
    "test r given capex[entity = a, period = 2025-Q3] = about 1_000.5 CNY/chip expect violated",
    "test r\n  given a = more than 3%,\n  b[source.published = 2025-12-23] = 5\n  expect violated",
    "test r given a[period = 2023/2025] = 1600 million CNY expect not exercised",
    "test r expect not exercised",
]
WRONG = [
    "test r given capex = 160 billion CNY expect hold",
    "test r given capex = 160 billion CNY",
    "test r given capex 160 CNY expect holds",
    "test r given capex[period = 2025-13] = 160 CNY expect holds",
    "test r given capex = 1__6 CNY expect holds",
    "test given capex = 1 CNY expect holds",
    "test r given capex = half of 1 CNY expect holds",
    "test r given capex = 5 CNY, expect holds",
    "test r given capex = 5 where expect holds",
    "test r expect holds severity error",
    "test r expect holds\nfactcheck 1",
    "test r expect holds\n  severity error",
]
PIECES = ["test r", "given", "expect", "holds", ",", "=", "5", "CNY", "capex", "[", "]", "2025-Q3"]
PIECES += [
    "about",
    "more than",
    "%",
    "/",
    "-",
    "\n",
    "#",
    "rule x",
    "billion",
    "not exercised",
    ".",
]


def both(text: str) -> None:
    """The mistakes are the same, whether tests are read or glanced at."""
    assert parse(text, "t.rules", tests=False)[1] == parse(text, "t.rules")[1]


@pytest.mark.parametrize("text", IN_ORDER)
def test_what_is_in_order_is_taken_out_with_its_rule_and_verdict(text: str) -> None:
    whole, mistakes = parse(text, "t.rules")
    blank, (short,) = lift_tests(text, "t.rules")
    (test,) = whole.statements
    assert isinstance(test, syntax.Test)
    assert mistakes == []
    assert blank.split() == []
    assert len(blank) == len(text)
    assert (short.rule, short.expect) == (test.rule, test.expect)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_as_the_parser_tells_it(text: str) -> None:
    both(text)
    assert parse(text, "t.rules")[1] != []


@given(st.sampled_from(IN_ORDER), st.integers(0, 90), st.integers(0, 9), st.sampled_from(PIECES))
def test_a_changed_test_is_told_as_the_parser_tells_it(
    text: str, place: int, length: int, piece: str
) -> None:
    changed = f"{text[:place]} {piece} {text[place + length :]}"
    both(f"rule a check x > 1\n{changed}\ntest a expect holds\n# end\nrule b check y > > 2\n{text}")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_pieces_of_tests_are_told_as_the_parser_tells_them(text: str) -> None:
    both(f"test r {text}")


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.name))
def test_rules_are_the_same_with_and_without_their_tests(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    whole, short = parse(text, "t.rules"), parse(text, "t.rules", tests=False)
    assert short[1] == whole[1] == []
    for kind in (syntax.Rule, syntax.Define):
        found = [
            [one for one in program.statements if isinstance(one, kind)]
            for program, _ in (whole, short)
        ]
        assert found[0] == found[1]
    tested = [
        sorted(one.rule.text for one in program.statements if isinstance(one, syntax.Test))
        for program, _ in (whole, short)
    ]
    assert tested[0] == tested[1]
