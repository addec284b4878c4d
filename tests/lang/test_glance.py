"""A glance at tests passes only what the parser passes."""

from __future__ import annotations

import pytest

from factcheck.lang.parser import parse
from factcheck.lang.syntax import Test

IN_ORDER = [
    "test r given capex = 160 billion CNY expect holds",
    "test r given capex[entity = a, period = 2025-Q3] = about 1_000.5 CNY/chip expect violated",
    "test r given a = more than about -3 %, b[source.published = 2025-12-23] = 5 expect holds",
    "test r given a[period = 2023/2025] = 1600亿 CNY expect not exercised",
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
]


@pytest.mark.parametrize("text", IN_ORDER)
def test_what_is_in_order_keeps_its_rule_verdict_and_place(text: str) -> None:
    whole, mistakes = parse(text, "t.rules")
    glanced, none = parse(text, "t.rules", tests=False)
    assert mistakes == none == []
    (test,), (short,) = whole.statements, glanced.statements
    assert isinstance(test, Test)
    assert isinstance(short, Test)
    assert (short.rule, short.expect, short.span) == (test.rule, test.expect, test.span)
    assert short.given == ()


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_as_the_parser_tells_it(text: str) -> None:
    assert parse(text, "t.rules", tests=False)[1] == parse(text, "t.rules")[1] != []
