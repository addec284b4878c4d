"""The built tables are those of the grammar, and the grammar is sound."""

import logging
from types import SimpleNamespace
from typing import Any

import lark
import pytest
from lark import Lark

from factcheck.lang import grammar_files, tables
from factcheck.lang.build import BUILDERS
from factcheck.lang.build_tables import tables_text
from factcheck.lang.expected import SPELT
from factcheck.lang.failure import RESERVED
from factcheck.lang.scan import Scanner
from factcheck.lang.soft_tables import power_of_ten, scale_words

GRAMMAR = grammar_files.read(tables.GRAMMAR)


def test_committed_tables_are_fresh() -> None:
    assert tables_text(GRAMMAR) == tables.TABLES.read_text(encoding="ascii")


def test_text_is_the_fallback_for_other_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "digest", lambda _: "another grammar")
    from_text: list[str] = []
    monkeypatch.setattr(tables, "from_text", from_text.append)
    tables.parser.__wrapped__()
    assert from_text == [GRAMMAR]


def test_tables_and_text_give_the_same_parser() -> None:
    table = Scanner(tables.parser()).reserved
    assert table == Scanner(tables.from_text(GRAMMAR)).reserved


def test_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """Lark settles a shift/reduce conflict silently, unless it is asked."""
    lark.logger.setLevel(logging.DEBUG)
    lark.logger.propagate = True
    options: dict[str, Any] = {"parser": "lalr", "lexer": "basic", "keep_all_tokens": True}
    try:
        with caplog.at_level(logging.DEBUG):
            Lark(GRAMMAR, start=tables.STARTS, maybe_placeholders=False, debug=True, **options)
    finally:
        lark.logger.setLevel(logging.CRITICAL)
    assert "conflict" not in caplog.text.lower()


def test_every_alternative_has_its_builder() -> None:
    plain = tables.from_text(GRAMMAR, SimpleNamespace())
    rules = [rule for rule in plain.rules if not rule.origin.name.startswith("_")]
    names = {rule.alias or rule.origin.name for rule in rules if _builds(rule)}
    assert names == set(vars(BUILDERS))


def _builds(rule: Any) -> bool:  # noqa: ANN401 (a rule of Lark)
    """Whether an alternative is more than another name for its only part."""
    return not (rule.options.expand1 and len(rule.expansion) == 1 and not rule.alias)


def test_reserved_words_are_those_of_the_grammar() -> None:
    assert set(Scanner(tables.parser()).reserved.values()) == RESERVED
    assert set(SPELT) >= RESERVED


def test_scale_words() -> None:
    assert power_of_ten("billion") == power_of_ten("Billion") == power_of_ten("مليار") == 9
    assert power_of_ten("万亿") == power_of_ten("萬億") == power_of_ten("tn") == 12
    assert power_of_ten("兆") is None
    assert power_of_ten("مليونان") is None, "a dual is a number, not the scale of one"
    assert all(0 < power <= 12 for power in scale_words().values())
