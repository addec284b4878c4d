"""The words around a quote, for readers of a report."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.grounding.model import Passage
from factcheck.grounding.passage import passage


def test_a_short_text_is_given_whole() -> None:
    assert Passage("Acme spends ", "5 million", " a year.") == passage(
        "Acme spends 5 million a year.\n", 12, 21
    )


def test_a_long_text_is_cut_where_sentences_end() -> None:
    text = "One. Two is longer. Three has 5 in it. Four is here. Five."
    assert Passage("Three has ", "5", " in it.") == passage(text, 30, 31, most=14)
    assert Passage("他说。花了", "5亿", "。其余不明。") == passage(
        "前面的句子。他说。花了5亿。其余不明。后面还有许多许多许多字。", 11, 13, most=9
    )


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    text = "a long sentence in which 5 stands among many other words without end"
    assert Passage("in which ", "5", " stands among") == passage(text, 25, 26, most=15)


@given(st.text(), st.integers(0, 50), st.integers(0, 50), st.integers(1, 30))
def test_a_passage_stands_in_its_text_and_is_not_longer_than_asked(
    text: str, start: int, length: int, most: int
) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = passage(text, start, end, most)
    assert found.before + found.quote + found.after in text
    assert max(len(found.before), len(found.after)) <= most
    assert text[start:end] == found.quote
