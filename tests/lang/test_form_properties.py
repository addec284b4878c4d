"""Whatever the text: a program, and mistakes whose places are in the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span
from factcheck.lang.expected import SPELT
from factcheck.lang.nesting import MAX_NESTING
from factcheck.lang.parser import parse
from factcheck.lang.syntax import Program
from factcheck.lang.tables import tables
from tests.counting import calls
from tests.lang.album import TREES
from tests.lang.markdown import cases
from tests.lang.tree_text import program_text

GOOD = [case.text for path in TREES for case in cases(path)]
PIECES = sorted({piece for text in GOOD for piece in re.findall(r"\w+|\s+|[^\w\s]", text)})
STRANGE = list("(){}[]\"`'“”（），１%^\x00\u202e\ud800\n\r#@$~!&|.,;:²½／٣é\u0301")

TERMINALS = {*tables().words.values(), *tables().patterns, *SPELT}

good = st.sampled_from(GOOD)
pieces = st.lists(st.sampled_from(PIECES + STRANGE), max_size=40).map("".join)
any_text = st.text(alphabet=st.characters(codec=None), max_size=80)


def read(text: str) -> tuple[Program, list[Diagnostic]]:
    program, diagnostics = parse(text, "a.rules")
    lines = text.split("\n")
    for diagnostic in diagnostics:
        for span in (diagnostic.span, *(label.span for label in diagnostic.labels)):
            assert_inside(span, lines)
        assert "$END" not in diagnostic.message
        own_words = re.sub("`[^`]*`", "", diagnostic.message)
        assert TERMINALS.isdisjoint(re.findall(r"\w+", own_words))
    return program, diagnostics


def assert_inside(span: Span, lines: list[str]) -> None:
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert (span.line, span.column) <= (span.end_line, span.end_column)


@given(any_text)
def test_any_text(text: str) -> None:
    read(text)


@given(pieces)
def test_pieces_of_rules(text: str) -> None:
    read("rule a check " + text)


@given(good, st.integers(0, 200), st.integers(0, 20), pieces)
def test_mutated_rules(text: str, place: int, length: int, inserted: str) -> None:
    read(text[:place] + inserted + text[place + length :])


@given(pieces)
def test_a_broken_rule_hides_no_other(broken: str) -> None:
    broken = re.sub("\\b(rule|define|test)\\b|[\"`“”'‘’]", " ", broken)
    _, diagnostics = read(f"rule broken check x > > {broken}\nrule last check y > > z")
    last = broken.count("\n") + 2
    assert [21] == [d.span.column for d in diagnostics if d.span.line == last]


@given(good)
def test_space_between_words_carries_no_meaning(text: str) -> None:
    program, _ = read(text)
    spread, _ = read(re.sub(r"(?<=[a-z>]) (?=[a-z<])", "\n   # note\n\t", _without_texts(text)))
    assert program_text(read(_without_texts(text))[0]) == program_text(spread)
    assert program.text == text


def _without_texts(text: str) -> str:
    return re.sub(r'"(?:[^"\\]|\\.)*"|`[^`]*`|#.*', "x0", text)


MONSTERS = {
    "brackets": "(" * 50_000,
    "closed brackets": "(" * 50_000 + "x" + ")" * 50_000,
    "minus": "-" * 50_000 + "x > 1",
    "not": "not " * 50_000 + "x",
    "half of": "half of " * 50_000 + "x > 1",
    "a long sum": "x + " * 50_000 + "x > 1",
    "a huge exponent": "x > 1e5000000",
    "many digits": "x > " + "9" * 100_000,
    "many conditions": "x > 1 and " * 2_000 + "x > 1",
    "a large set": "x in {" + "a, " * 5_000 + "a}",
    "mixed brackets": "[{(" * 20_000,
    "many comparisons": "a < " * 20_000 + "b",
    "open quotes": '"' * 50_001,
    "open backticks": "`" * 50_001,
    "comments of C": "/* " * 30_000,
    "curly quotes": "“" * 10_000,
    "strange characters": "@" * 10_000,
    "full-width characters": "（" * 10_000,
    "surrogates": "\ud800" * 10_000,
    "misspelt words": "chek x " * 10_000,
    "lets": "x > 1" + " let y = 1" * 1_000,
    "broken lets": "x > 1" + " let y =" * 1_000,
    "scale words": "x > 1" + " trillion" * 10_000,
}


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS.keys())
def test_monsters_cost_no_more_than_their_length(text: str) -> None:
    assert calls(lambda: read("rule a check " + text)) < 100 * len(text)


@pytest.mark.parametrize("prefix", ["-", "not ", "half of ", "(", "x + ", "twice ", "abs("])
def test_nesting_ends_at_the_limit(prefix: str) -> None:
    def deep(count: int) -> list[str]:
        closing = ")" * count if "(" in prefix else ""
        return [d.code.id for d in read(f"define a = {prefix * count}x{closing}")[1]]

    # `half of` and its like count twice: as a fraction and as its `of`.
    assert deep(MAX_NESTING // 2 - 1) == []
    assert deep(MAX_NESTING) == ["L125"]
    assert deep(2000) == ["L125"]


def test_deep_trees_can_be_walked() -> None:
    """The limit leaves room for recursive walks over what it lets through."""
    text = "rule a check " + "(" * 49 + "x" + " + x)" * 49 + " > 1"
    program, diagnostics = read(text)
    assert not diagnostics
    assert program_text(program).count("(+") == 49
    assert hash(program) == hash(read(text)[0])


@pytest.mark.parametrize("text", ["\u0e33", "\u0301x", "\u0bbe\u0bbe", "x\u0e33\u1369", "٣\u0301"])
def test_a_name_that_begins_inside_a_name_ends_somewhere(text: str) -> None:
    read(f"rule a check {text} > 1")
