"""Words that a package adds to those of the languages."""

from factcheck.quantities import with_words
from factcheck.quantities.lexicon import Entries
from factcheck.quantities.tables import lexicon
from tests.quantities.reading import reading

WORDS = with_words(
    {
        "units": {"CNY": ("kuai", "大洋"), "carat": ("karats",)},
        "counted": {"merchant": ("stallholders",)},
        "hedges": {"about": ("suppose",), "roundly": ("整整",)},
        "relations": {"gt": ("shooting past",)},
    }
)


def test_added_words_are_read_beside_those_of_the_languages() -> None:
    assert "amount gt about 5000000 d-6 CNY" == reading(
        "shooting past suppose 5 million kuai", WORDS
    )
    assert "amount roundly 300 d0 CNY" == reading("整整300大洋", WORDS)
    assert "amount 5 d0 carat; count 1200 merchant" == reading(
        "5 karats from 1,200 busy stallholders", WORDS
    )
    assert "amount 23000000000 d-9 USD/HKD/…" == reading("23 مليار دولار", WORDS)


def test_without_added_words_the_lexicon_is_the_usual_one() -> None:
    assert with_words({}) is lexicon()


def test_a_word_of_nothing_that_is_seen_is_no_word() -> None:
    entries = Entries()
    entries.add("\u200f\u0640", "units", "day")
    assert {} == entries.roles
