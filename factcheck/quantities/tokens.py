"""Folded text as a row of tokens."""

from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.quantities.cut import kinds_of, piece_at, word_behind
from factcheck.quantities.fold import Folded
from factcheck.quantities.lexicon import Lexicon, Roles
from factcheck.quantities.printed import Printed, printed_numbers
from factcheck.records import Record, frozen

_NOTHING: Final[Roles] = {}
_AND: Final[Roles] = {"sum_link": True, "and_link": True}
_DEFINITE: Final[Roles] = {"definite": True}
_COUNTED: Final = frozenset({"units", "money", "nouns"})
_NUMERALS: Final = frozenset({"digit", "scale", "number", "several"})
_VALUES: Final = frozenset({"number", "scale", "order", "fraction"})
_BEHIND_NUMBERS: Final = frozenset(
    {"scale", "counter", "tenths", "relation_inside", "hedge_inside"}
)
_INSIDE: Final = frozenset({"relation_inside", "hedge_inside"})
_BY_CODE: Final = frozenset({"units", "money", "code"})
_HEADS: Final = frozenset(
    {"worn", "race", "list_name", "globe", "globe_after", "sub", "day_led", "many", "counted_verb"}
    | {
        "against",
        "of_noun",
        "heat_word",
        "measured",
        "only_word",
        "negator_of_verb",
        "bounding",
        "bounding_after",
        "negator",
        "by_number",
    }
)
"""Words that only tell a name or a label beside a number, and may be counted as any other."""


@frozen
class Token(Record):
    """A word, a number in digits, a sign, or a piece that means nothing to a figure."""

    start: int
    end: int
    text: str
    kind: str
    """digits, word (with spaces around), unspaced, sign or other."""
    roles: Roles
    gap: str
    """What stood before it: nothing, a space or a new line."""
    printed: Printed | None = None
    capital: bool = False

    def has(self, role: str) -> bool:
        """Whether the word can be this."""
        return role in self.roles

    @property
    def is_plain(self) -> bool:
        """Whether it means nothing to a figure, or only beside a name."""
        return not self.roles or self.roles.keys() <= _HEADS

    @property
    def may_name(self) -> bool:
        """Whether a number behind it may be part of a name: iPhone, the P of S&P, Series X."""
        single = len(self.text) == 1 and self.text.isascii() and "one" not in self.roles
        return self.capital and (self.is_plain or single or "shorthand" in self.roles)


def tokenize(folded: Folded, lexicon: Lexicon) -> list[Token]:
    """Every piece of the text but spaces, in order."""
    return list(_tokens(folded.text.translate(lexicon.variants), folded.seen, lexicon))


def _tokens(text: str, seen: str, lexicon: Lexicon) -> Iterator[Token]:
    """Words that mean nothing to a figure are most of a text: they are told apart first."""
    signs, firsts = lexicon.signs, lexicon.longest
    phrases, following = lexicon.phrases, lexicon.following
    gap, place, size, kinds = "", 0, len(text), kinds_of(text)
    while place < size:
        char = text[place]
        if char == " ":
            gap, place = gap or " ", place + 1
            continue
        if char in firsts and kinds[place] == "c" and char not in signs:
            token = _unspaced(text, lexicon, place, gap)
            yield token
            gap, place = "", token.end
            continue
        kind, end = piece_at(text, kinds, place, signs, firsts)
        word = text[place:end]
        if kind == "word" and word not in phrases and word not in following:
            capital = _is_capital(seen, place, word)
            yield Token(place, end, word, "word", _NOTHING, gap, None, capital)
            gap = ""
        elif kind == "space":
            gap = gap or " "
        elif kind == "line":
            gap = "\n"
        else:
            for token in _piece(text, seen, lexicon, place, end, kind, gap):
                yield token
                end = token.end
            gap = ""
        place = end


def _is_capital(seen: str, start: int, word: str) -> bool:
    """Whether the folded word has a capital as it is printed."""
    printed = seen[start : start + len(word)]
    return printed != word and printed != printed.lower()


def _piece(
    text: str, seen: str, lexicon: Lexicon, start: int, end: int, kind: str, gap: str
) -> Iterator[Token]:
    if kind == "digits":
        for one in printed_numbers(text[start:end], lexicon):
            first, last = start + one.start, start + one.end
            before = gap if one.start == 0 else " "
            yield Token(first, last, text[first:last], "digits", _NOTHING, before, one)
    elif kind == "unspaced":
        yield _unspaced(text, lexicon, start, gap)
    elif kind == "sign":
        longer = _unspaced(text, lexicon, start, gap) if text[start] in lexicon.longest else None
        if longer is not None and longer.end > end and longer.roles:
            yield longer  # 元/天
            return
        yield Token(start, end, text[start:end], "sign", lexicon.symbols[text[start:end]], gap)
    elif kind == "word":
        end, roles = _phrase(text, lexicon, start, end)
        if "code" in roles and not seen[start:end].isupper():
            roles = {role: value for role, value in roles.items() if role not in _BY_CODE}
        word = text[start:end]
        yield Token(start, end, word, "word", roles, gap, None, _is_capital(seen, start, word))
    elif kind == "arabic":
        yield from _arabic(text, lexicon, start, end, gap)
    else:
        kind = "unspaced" if kind == "letters" else "other"
        yield Token(start, end, text[start:end], kind, _NOTHING, gap)


def _unspaced(text: str, lexicon: Lexicon, start: int, gap: str) -> Token:
    """The longest word that begins here, or one character."""
    words = lexicon.unspaced
    for length in range(lexicon.longest.get(text[start], 0), 0, -1):
        roles = words.get(text[start : start + length])
        if roles is not None:
            end = min(start + length, len(text))
            if (
                "stop" in roles
                and "whole" not in roles
                and (_is_cut(text, lexicon, start, end) or _scales(text, lexicon, start))
            ):
                continue
            if end - start > 1 and _ends_numeral(text, lexicon, start, roles):
                continue
            return Token(start, end, text[start:end], "unspaced", roles, gap)
    return Token(start, start + 1, text[start], "unspaced", _NOTHING, gap)


def _is_cut(text: str, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a word begins inside and ends behind: 十分 (very) is none in 十分钟 (ten minutes)."""
    words = lexicon.unspaced
    for first in range(start + 1, end):
        for last in range(end + 1, first + lexicon.longest.get(text[first], 0) + 1):
            roles = words.get(text[first:last]) if last <= len(text) else None
            if roles is not None and "stop" not in roles:
                return True
    return False


def _scales(text: str, lexicon: Lexicon, start: int) -> bool:
    """Whether a word begins with what belongs to a number before it: 五万户, 一千万一套, 三个人."""
    words = lexicon.unspaced
    if not start or not words.get(text[start], _NOTHING).keys() & _BEHIND_NUMBERS:
        return False
    place = start - 1
    if place and not words.get(text[place], _NOTHING).keys().isdisjoint(_INSIDE):
        place -= 1  # 1300多万户
    before = words.get(text[place], _NOTHING)
    return text[place].isdecimal() or bool(before.keys() & _NUMERALS)


def _ends_numeral(text: str, lexicon: Lexicon, start: int, roles: Roles) -> bool:
    """Whether the digit a word begins with ends a number before it: 二十一天, 九千零九台."""
    words = lexicon.unspaced
    if roles.keys().isdisjoint(("per", "month", "stop")):
        return False
    if not start or words.get(text[start], _NOTHING).keys().isdisjoint(("digit", "scale")):
        return False
    if "over_denominator" in words.get(text[max(0, start - 2) : start], _NOTHING):
        return True  # 三分之一来自
    before = words.get(text[start - 1], _NOTHING)
    if "stop" in roles:
        return before.get("digit") == 0 or _is_in_row(text, words, start)
    return "digit" in before or before.get("scale") == 1


def _is_in_row(text: str, words: Mapping[str, Roles], start: int) -> bool:
    """Whether three digits stand in a row: 民國一一三年, where 一一 is no word."""
    row = text[start : start + 3]
    return len(row) == 3 and all("digit" in words.get(one, _NOTHING) for one in row)  # noqa: PLR2004


def _phrase(text: str, lexicon: Lexicon, start: int, end: int) -> tuple[int, Roles]:
    """The end and the roles of the longest phrase that begins with this word."""
    phrase = text[start:end]
    best, roles = end, lexicon.phrases.get(phrase, _NOTHING)
    for _ in range(lexicon.following.get(phrase, 0)):
        behind = word_behind(text, end)
        if behind is None:
            break
        word, end = behind
        phrase = f"{phrase} {word}"
        if phrase in lexicon.phrases:
            best, roles = end, lexicon.phrases[phrase]
    return best, roles


def _arabic(text: str, lexicon: Lexicon, start: int, end: int, gap: str) -> Iterator[Token]:
    """A word with what is written together with it: conjunction, preposition, article."""
    last, roles = _phrase(text, lexicon, start, end)
    word = text[start:end]
    best: tuple[str, str, int, Roles] | None = None
    for prefix, kind in lexicon.prefixes:
        if not word.startswith(prefix) or len(word) == len(prefix):
            continue
        further, inner = _phrase(text, lexicon, start + len(prefix), end)
        if not inner or (roles and further <= last):
            continue
        if best is None or (inner.keys() & _VALUES and not best[3].keys() & _VALUES):
            best = (prefix, kind, further, inner)  # وألفي is و and ألفي, not وال and في
    if best is not None:
        prefix, kind, further, inner = best
        first = start + len(prefix)
        if "preposition" in kind:
            inner = {role: value for role, value in inner.items() if role not in _COUNTED}
        if "fraction_of" in inner and prefix.endswith(lexicon.article):
            inner = {**inner, "articled": True}
        if "and" in kind:
            yield Token(start, first, text[start:first], "word", _AND, gap)
            gap = ""
        yield Token(first, further, text[first:further], "word", inner, gap)
        return
    definite = not roles and word.startswith(lexicon.article) and bool(lexicon.article)
    yield Token(start, last, text[start:last], "word", _DEFINITE if definite else roles, gap)
