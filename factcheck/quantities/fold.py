"""Text in the form that words are looked up in, and the way back to its code points.

Folding drops what is not seen (direction marks, vowel signs, tatweel, joiners), and gives every
remaining character one character: small letters, one form for each digit and each letter.
"""

import re
import unicodedata
from bisect import bisect_right
from typing import Final

from factcheck.records import Record, frozen

_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
    "\u06e7\u06e8\u06ea-\u06ed\u0300-\u036f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff]+"
)
_STROKE: Final = re.compile(r"(?<=\d)\u0640(?=\d)")
"""A tatweel between digits, which is no part of a word: 2016ـ2021."""
_WIDE_COMMA: Final = "，"
_WIDE_GROUPS: Final = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
"""A comma as wide as the digits about it: ４，５００."""
_DECIMAL_LETTER: Final = "ر"
_DECIMAL: Final = re.compile(rf"(?<=[0-9]){_DECIMAL_LETTER}(?=[0-9])")
"""5ر5 is 5.5 in the agencies of many Arab countries."""
_ASCII: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_ACCENTED: Final = range(0xC0, 0x250)
_WIDE: Final = range(0xFF21, 0xFF5B)
_LETTERS: Final = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیې", "ي"),
    "ة": "ه",
    "ک": "ك",
    **dict.fromkeys("‐‑‒−﹣－", "-"),
    **dict.fromkeys("–—―", "–"),
    **dict.fromkeys("～〜∼˜", "~"),
    **dict.fromkeys("´`‘’ʼ＇", "'"),
    **dict.fromkeys("％﹪٪", "%"),
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "＋": "+",
    "．": ".",
    "：": ":",
    "∶": ":",
    "／": "/",
    "＄": "$",
    "﹩": "$",
    "￥": "¥",
    "￦": "₩",
    "￡": "£",
    "＃": "#",
    "＜": "<",
    "＞": ">",
    "≧": "≥",
    "≦": "≤",
    "\u202f": "\u00a0",
    "\u2009": "\u00a0",
    "\u2007": "\u00a0",
    "\u3000": " ",
    "\t": " ",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}


@frozen
class Folded(Record):
    """A text without what is not seen; `text[i]` stands at `original(i)` in the text that was."""

    text: str
    seen: str
    """The same characters, as large and as wide as they were."""
    starts: tuple[int, ...]
    """For each dropped character, the place in the folded text before which it stood."""

    def original(self, place: int) -> int:
        """The code point where the character at `place` stands."""
        return place + bisect_right(self.starts, place)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of a piece that is not empty, without what is unseen after it."""
        return self.original(start), self.original(end - 1) + 1


def fold(text: str) -> Folded:
    """`text` as words are looked up in it."""
    if "\u0640" in text:
        text = _STROKE.sub("-", text)
    dropped: list[int] = []
    for match in _UNSEEN.finditer(text):
        count = len(dropped)
        dropped += [match.start() - count] * (match.end() - match.start())
    seen = _UNSEEN.sub("", text) if dropped else text
    if _WIDE_COMMA in seen:
        seen = _WIDE_GROUPS.sub(",", seen)
    folded = _lower(seen).translate(_CHARACTERS)
    if _DECIMAL_LETTER in folded:
        folded = _DECIMAL.sub("٫", folded)
    return Folded(folded, seen, tuple(dropped))


def fold_word(word: str) -> str:
    """A word of a table, as it is looked up."""
    if word.isascii():
        return word.lower()
    return fold(word).text


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)


class _Characters(dict[int, str]):
    """Decimal digits of Unicode as ASCII, Latin letters without accents, signs that are alike.

    Each character is looked up when a text first has it: to ask for all would take longer than to
    read a short text.
    """

    def __missing__(self, place: int) -> str:
        self[place] = found = _LETTERS.get(chr(place)) or _plain(place)
        return found


def _plain(place: int) -> str:
    """A character as it is, or the one of ASCII that it stands for."""
    one = chr(place)
    if place in _WIDE:
        return chr(place - 0xFEE0).lower()
    if place in _ACCENTED and (base := unicodedata.normalize("NFD", one)[0].lower()) in _ASCII:
        return base
    digit = unicodedata.decimal(one, -1)
    return one if digit < 0 else str(digit)


_CHARACTERS: Final = _Characters()
