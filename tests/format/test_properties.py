"""What holds for every program: it says the same, nothing is lost, and once is enough."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from factcheck.lang.format.layout import WIDTH
from factcheck.lang.format.pieces import words_of
from factcheck.lang.format.same import same
from factcheck.lang.format.text import format_text
from factcheck.lang.parser import parse
from tests.format.programs import texts

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

_UNBREAKABLE = re.compile(r'["#`]')


def comments(text: str) -> list[str]:
    return [comment.text for comment in words_of(text, "")[1]]


def formatted(text: str) -> str:
    """The text in the layout; texts with mistakes are not asked for."""
    found = format_text(text, "")
    assume(not found.mistakes)
    return found.text


@given(texts())
def test_a_formatted_program_says_the_same(text: str) -> None:
    made = formatted(text)
    program, _ = parse(text, "")
    again, mistakes = parse(made, "")
    assert [] == mistakes
    assert same(program, again)


@given(texts())
@example("rule a check (known (x)) over known (x) > 1")
@example("rule a check b let c = 5 t may be empty")
@example("rule a check 1 / (2025-Q3) = capex / (2025-Q3)")
@example("rule a check sum((known (x)) over members) > 1")
def test_to_format_twice_is_to_format_once(text: str) -> None:
    made = formatted(text)
    assert made == formatted(made)


@given(texts())
def test_no_comment_is_lost(text: str) -> None:
    made = formatted(text)
    assert sorted(comments(text)) == sorted(comments(made))


@given(texts())
def test_comments_keep_their_order_where_clauses_do(text: str) -> None:
    made = formatted(text)
    numbered = re.sub(r"#.*", lambda match: f"{match[0]} {match.start()}", made)
    again = formatted(numbered)
    assert comments(numbered) == comments(again)


@given(texts())
def test_lines_are_no_wider_than_they_must_be(text: str) -> None:
    lines = formatted(text).splitlines()
    assert [] == [line for line in lines if len(line) > WIDTH and not _UNBREAKABLE.search(line)]


@given(texts())
def test_no_line_ends_with_space_and_the_text_ends_with_a_line(text: str) -> None:
    made = formatted(text)
    assert [] == [line for line in made.split("\n") if line.rstrip(" \t") != line]
    assert not made or made.endswith("\n")
    assert "\n\n\n" not in made.replace("\r", "")


@given(st.text(max_size=60))
def test_any_text_is_formatted_or_left_alone(text: str) -> None:
    found = format_text(text, "")
    assert not found.mistakes or text == found.text
