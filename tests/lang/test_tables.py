"""The built tables are those of the grammar, and the grammar is sound."""

import logging
import subprocess
import sys
from typing import Any

import lark
import pytest
from lark import Lark

from factcheck.lang import grammar_files, grammar_tables, tables
from factcheck.lang.build import BUILDERS
from factcheck.lang.build_tables import tables_text
from factcheck.lang.expected import SPELT
from factcheck.lang.failure import RESERVED
from factcheck.lang.soft_tables import power_of_ten, scale_words

GRAMMAR = grammar_files.read(tables.GRAMMAR)


def test_committed_tables_are_fresh() -> None:
    assert tables_text(GRAMMAR) == tables.BUILT.read_text(encoding="ascii")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_tables_do_not_depend_on_the_order_of_sets(seed: str) -> None:
    script = (
        "from factcheck.lang import build_tables, grammar_files, tables;"
        "print(build_tables.tables_text(grammar_files.read(tables.GRAMMAR)), end='')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert tables.BUILT.read_text(encoding="ascii") == ran.stdout


def test_text_is_the_fallback_for_other_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    built = tables.tables()
    monkeypatch.setattr(tables, "digest", lambda _: "another grammar")
    plain, from_text = grammar_tables.plain_tables(GRAMMAR), []

    def plain_tables(grammar: str) -> dict[str, Any]:
        from_text.append(grammar)
        return plain

    monkeypatch.setattr(grammar_tables, "plain_tables", plain_tables)
    assert built == tables.tables.__wrapped__()
    assert from_text == [GRAMMAR]


def test_grammar_has_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    """Lark settles a shift/reduce conflict silently, unless it is asked."""
    lark.logger.setLevel(logging.DEBUG)
    lark.logger.propagate = True
    options: dict[str, Any] = {"parser": "lalr", "lexer": "basic", "keep_all_tokens": True}
    starts = list(grammar_tables.STARTS)
    try:
        with caplog.at_level(logging.DEBUG):
            Lark(GRAMMAR, start=starts, maybe_placeholders=False, debug=True, **options)
    finally:
        lark.logger.setLevel(logging.CRITICAL)
    assert "conflict" not in caplog.text.lower()


def test_every_alternative_has_its_builder() -> None:
    needed = {one.builder for one in tables.tables().reductions if not _passes_on(one)}
    assert needed - {None} == set(vars(BUILDERS))


def _passes_on(reduction: tables.Reduction) -> bool:
    """Whether an alternative is no more than another name for its only part."""
    return reduction.single and reduction.length == 1


def test_reserved_words_are_those_of_the_grammar() -> None:
    assert set(tables.tables().words.values()) == RESERVED
    assert set(SPELT) >= RESERVED


def test_scale_words() -> None:
    assert power_of_ten("billion") == power_of_ten("Billion") == power_of_ten("مليار") == 9
    assert power_of_ten("万亿") == power_of_ten("萬億") == power_of_ten("tn") == 12
    assert power_of_ten("兆") is None
    assert power_of_ten("مليونان") is None, "a dual is a number, not the scale of one"
    assert all(0 < power <= 12 for power in scale_words().values())
