import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.escape import for_json, for_terminal

ANY_TEXT = st.text(st.characters(codec=None))
"""Lone surrogates included."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("160 billion RMB", "160 billion RMB"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]8;;https://example.org\x07", "␛]8;;https://example.org␇"),
        ("one\ntwo\rthree\tfour\0", "one␊two␍three␉four␀"),
        ("\x7f\x9b31m", "␡\\x9b31m"),
        ("abc\u202egnp", "abc\\u202egnp"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("line\u2028separator", "line\\u2028separator"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("lone\ud800", "lone\\ud800"),
        ("资本开支约1600亿元", "资本开支约1600亿元"),
        ("إنفاق 23 مليار دولار", "إنفاق 23 مليار دولار"),
        ("5\u00a0Mrd.\u3000円", "5\u00a0Mrd.\u3000円"),
    ],
)
def test_what_steers_a_terminal_is_made_visible(text: str, shown: str) -> None:
    assert shown == for_terminal(text)


@given(ANY_TEXT)
def test_only_printable_characters_and_spaces_reach_a_terminal(text: str) -> None:
    kinds = {unicodedata.category(character) for character in for_terminal(text)}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@given(ANY_TEXT)
def test_escaping_twice_changes_nothing(text: str) -> None:
    once = for_terminal(text)
    assert once == for_terminal(once)


@given(st.text())
def test_json_readers_get_the_same_text(text: str) -> None:
    assert text == json.loads(for_json(json.dumps(text, ensure_ascii=False)))


@given(ANY_TEXT)
def test_json_can_be_encoded_and_printed(text: str) -> None:
    document = for_json(json.dumps([text], ensure_ascii=False, indent=2))
    document.encode("utf-8")
    kinds = {unicodedata.category(character) for character in document.replace("\n", "")}
    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert '"a\ufffdb"' == for_json(json.dumps("a\udc80b", ensure_ascii=False))
