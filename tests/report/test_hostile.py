"""Whatever a stranger's package or rule file holds, no output is steered by it."""

import unicodedata
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.json_report import render_json
from factcheck.report.model import Report
from factcheck.report.text import render_text
from factcheck.report.width import width
from tests.report.samples import broken_report, report

OURS = set("\u2066\u2068\u2069\n")
"""What the layout itself may write: closed isolates, and the ends of lines."""

FIXED = {"verdict", "severity", "status", "relation", "kind", "lower", "upper"}
"""Fields whose values come from a closed list, or from arithmetic."""

HOSTILE = (
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07\x1b]8;;https://example.org\x1b\\link",
    "\x9b31m\x90q\x9c",
    "safe\u202eelif\u202c\u2066x",
    "two\nlines\r\n::error::injected\u2028\u2029\x85",
    "\u200bhid\u200dden\ufeff\u00ad\U000e0041",
    "\ud83dlone\udc80",
    "\0\t\v\f\x08\x08\x08\x7f",
    "e" + "\u0301" * 400,
    "w" * 5000,
    "宽" * 300,
    "إنفاق " * 80,
    "",
)


def poisoned(value: Any, text: str, name: str = "") -> Any:  # noqa: ANN401 (any of our values)
    """The value with this text in every field that holds any."""
    if name in FIXED or isinstance(value, date):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(poisoned(each, text) for each in value)
    kind: Any = type(value)
    if not attrs.has(kind) or kind.__name__ in {"Interval", "Period", "Severity"}:
        return value
    names = [field.name for field in attrs.fields(kind)]
    return attrs.evolve(
        value, **{each: poisoned(getattr(value, each), text, each) for each in names}
    )


def poison(made: Report, text: str) -> Report:
    lines = {(text, line): text for line in (2, 4, 14, 17)}
    evolved = poisoned(made, text)
    assert isinstance(evolved, Report)
    return attrs.evolve(evolved, lines=lines)


def steering(text: str) -> set[str]:
    return {
        character
        for character in set(text) - OURS
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    }


def balanced(line: str) -> bool:
    depth = 0
    for character in line:
        depth += (character in "\u2066\u2068") - (character == "\u2069")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("made", [report(), broken_report()], ids=["report", "broken"])
@pytest.mark.parametrize("quiet", [False, True])
def test_a_hostile_text_shows_as_plain_text(*, text: str, made: Report, quiet: bool) -> None:
    rendered = render_text(poison(made, text), quiet=quiet)
    assert set() == steering(rendered)
    assert all(map(balanced, rendered.split("\n")))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_does_not_break_the_layout(text: str) -> None:
    lines = render_text(poison(report(), text), columns=60).split("\n")
    assert max(map(width, lines)) <= 60


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_cannot_add_lines(text: str) -> None:
    plain = render_text(poison(report(), "text"), quiet=True)
    assert plain.count("\n") == render_text(poison(report(), text), quiet=True).count("\n")


@given(st.text(st.characters(codec=None), max_size=300), st.integers(40, 120))
def test_no_data_steers_the_terminal(text: str, columns: int) -> None:
    for made in (report(), broken_report()):
        rendered = render_text(poison(made, text), columns=columns)
        assert set() == steering(rendered)
        assert all(map(balanced, rendered.split("\n")))


@pytest.mark.parametrize("text", HOSTILE)
def test_json_holds_no_character_that_steers(text: str) -> None:
    rendered = render_json(poison(report(), text))
    rendered.encode("utf-8")
    assert set() == steering(rendered)
