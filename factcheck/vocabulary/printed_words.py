"""Words of figures that a package adds to those of the languages: what its sources call a unit."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from factcheck.diagnostics.package_codes import DESCRIPTOR_VALUE, UNKNOWN_KEY
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.vocabulary.resources import THE_KEY, Problem
from factcheck.vocabulary.wrong import Wrong, shorten

Words: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Of each kind the meaning, and the words that have it: `{"units": {"CNY": ("yuanes",)}}`."""

KINDS: Final = ("units", "counted", "hedges", "relations")
RELATIONS: Final = ("gt", "ge", "lt", "le")
MAX_WORDS: Final = 1000
MAX_WORD_LENGTH: Final = 60
_FORM: Final = 'for example {"units": {"CNY": ["kuai"]}}'


def read_words(value: object) -> tuple[Words, list[Problem]]:
    """The words, and what is wrong with them, by the path of the value."""
    if value is None:
        return {}, []
    problems = list(_problems(value))
    if problems or not isinstance(value, dict):
        return {}, problems
    words = {
        kind: {meaning: tuple(words) for meaning, words in meanings.items()}
        for kind, meanings in value.items()
    }
    return words, []


def _problems(value: object) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield ("words",), Wrong(DESCRIPTOR_VALUE, "`words` has to be an object", _FORM)
        return
    count = 0
    for kind, meanings in value.items():
        if kind not in KINDS:
            help_ = did_you_mean(kind, KINDS) or f"the kinds are {', '.join(KINDS)}"
            wrong = Wrong(UNKNOWN_KEY, f"`words` has no kind `{shorten(kind)}`", help_)
            yield ("words", kind, THE_KEY), wrong
        elif not isinstance(meanings, dict):
            message = f"`{kind}` has to be an object of lists of words"
            yield ("words", kind), Wrong(DESCRIPTOR_VALUE, message, _FORM)
        else:
            for meaning, words in meanings.items():
                count += len(words) if isinstance(words, list) else 0
                yield from _of_meaning(kind, meaning, words)
    if count > MAX_WORDS:
        message = f"`words` has {count} words, more than {MAX_WORDS}"
        yield ("words",), Wrong(DESCRIPTOR_VALUE, message, "keep those that the quotes need")


def _of_meaning(kind: str, meaning: str, words: object) -> Iterator[Problem]:
    if kind == "relations" and meaning not in RELATIONS:
        message = f"`{shorten(meaning)}` is not a relation that words before a figure state"
        help_ = f"one of {', '.join(RELATIONS)}"
        yield ("words", kind, meaning), Wrong(DESCRIPTOR_VALUE, message, help_)
    if not isinstance(words, list):
        message = f"the words for `{shorten(meaning)}` have to be a list"
        yield ("words", kind, meaning), Wrong(DESCRIPTOR_VALUE, message, _FORM)
        return
    for index, word in enumerate(words):
        if not _is_word(word):
            message = "a word is text without digits, in one line"
            help_ = f"at most {MAX_WORD_LENGTH} characters, no space around it"
            yield ("words", kind, meaning, index), Wrong(DESCRIPTOR_VALUE, message, help_)


def _is_word(word: object) -> bool:
    return (
        isinstance(word, str)
        and 0 < len(word) <= MAX_WORD_LENGTH
        and word == word.strip()
        and word.isprintable()
        and not any(one.isdigit() for one in word)
    )
