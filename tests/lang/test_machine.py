"""Our machine makes of all words what Lark makes of them, and refuses at the same place."""

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lang import machine
from factcheck.lang.parser import parse
from tests.conformance import reader
from tests.format.programs import texts
from tests.lang.album import ALBUMS, TREES
from tests.lang.lark_parser import compared
from tests.lang.markdown import cases

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

CASES = [case.text for path in (*TREES, *ALBUMS) for case in cases(path)]
CONFORMANCE = [text for case in reader.cases() for text in case.rules]


def test_rule_files_of_the_project(root: Path) -> None:
    folders = ("rules", "examples", "tests")
    files = chain.from_iterable((root / folder).rglob("*.rules") for folder in folders)
    with compared() as seen:
        for file in sorted(files):
            parse(file.read_text(encoding="utf-8"), file.name)
    assert seen.count("made") > 300


@pytest.mark.parametrize("given", [CASES, CONFORMANCE], ids=["cases", "conformance"])
def test_texts_in_order_and_with_mistakes(given: list[str]) -> None:
    with compared() as seen:
        for text in given:
            parse(text, "a.rules")
    assert {"made", "mistake", "refused"} == set(seen)


@given(texts())
def test_generated_programs(text: str) -> None:
    with compared():
        parse(text, "a.rules")


@given(st.sampled_from(CASES), st.integers(0, 200), st.integers(0, 20), st.sampled_from(CASES))
def test_mutated_texts(text: str, place: int, length: int, other: str) -> None:
    with compared():
        parse(text[:place] + other[place : place + length] + text[place + length :], "a.rules")


def test_a_list_grows_in_place_and_is_not_copied_for_each_item() -> None:
    """50,000 values in one set would otherwise be written 50,000 times over."""
    built = machine._strung(machine._parts, frozenset({0}))  # noqa: SLF001 -- a cost, and no result
    so_far: list[object] = ["a", ",", "b"]
    grown = built([so_far, ",", "c"])
    assert ["a", ",", "b", ",", "c"] == grown
    assert grown is so_far
    both = machine._strung(machine._parts, frozenset({0, 1}))  # noqa: SLF001
    assert [1, 2, 3] == both([[1], [2, 3]])
