"""Words of wrong types: each is reported, and then read as what was meant."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import decimal, normalize

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.span import Span, at
from factcheck.lang.failure import SECTIONS, STATEMENTS
from factcheck.lang.nesting import CLOSING, OPENING
from factcheck.lang.scan import WRONG_TYPES, Scanner
from factcheck.lang.words import Word
from factcheck.lang.wrong_signs import WRONG_SIGNS
from factcheck.records import evolve

_FULL_WIDTH: Final = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    "\u3000": " ",
    "、": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٪": "%",
    "٫": ".",
    "﹪": "%",
    "。": ".",
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
}
_LETTER: Final = "[Ａ-Ｚａ-ｚ０-９＿،؛؟]"
_IN_BRACKETS: Final = {":": "=", ";": ","}
"""What is meant by a sign within brackets, where it has no meaning elsewhere."""
_LEFT_OUT: Final = ":;'\"“”„‘’"
"""What may be left out without a change of the meaning."""
_CURRENCY: Final = "[$€£¥￥₹₽₩﷼]"
_LOOKED_AT: Final = 200
"""In so much of a name the strange character is looked for."""
_QUOTED: Final = ("TEXT", "OPEN_TEXT", "BACKTICKED", "OPEN_BACKTICK", "WRONG_QUOTES")


def mended(words: list[Word], text: str, scanner: Scanner) -> tuple[list[Word], list[Diagnostic]]:
    """The words with the wrong ones put right, and what was wrong with them."""
    if not any(word.type in WRONG_TYPES or _is_odd_name(word) for word in words):
        return words, []
    path = words[0].path
    text, found = _narrowed(words, text)
    if found:
        words = list(scanner.words(text, path))
    done: list[Word] = []
    for word in words:
        if word.type in WRONG_TYPES:
            done += _put_right(word, done, scanner, found)
        else:
            if _is_odd_name(word):
                found.append(_odd_name(word))
            done.append(word)
    return done, found


def _is_odd_name(word: Word) -> bool:
    """Whether a name has more than letters, digits and `_` in it."""
    if word.type != "NAME" or word.text.isascii():
        return False
    return (
        not normalize("NFC", word.text).isidentifier() or re.search(_LETTER, word.text) is not None
    )


def _odd_name(word: Word) -> Diagnostic:
    places = range(1, min(len(word.text), _LOOKED_AT) + 1)
    parts = (normalize("NFC", "a" + word.text[:end]).isidentifier() for end in places)
    # A first character that only goes on with a name is right behind the `a`, and wrong alone.
    good = next((place for place, right in enumerate(parts) if not right), 0)
    strange = word.text[good : good + 1]
    span = at(word.path, word.line, word.column + good)
    message = f"`{strange}` is no letter and cannot be part of a name"
    help_ = f"quote such a name in backticks: `` `{word.text}` ``"
    return Diagnostic(codes.STRANGE_CHARACTER, message, span, help=help_)


def _narrowed(words: list[Word], text: str) -> tuple[str, list[Diagnostic]]:
    """The text with full-width characters and other digits narrowed; no place changes."""
    letters = list(text)
    found: list[Diagnostic] = []
    run: list[Word] = []
    for word in words:
        if word.type in _QUOTED or not _narrow(word):
            continue
        letters[word.start : word.end] = _narrow(word)
        if run and run[-1].end != word.start:
            found.append(_full_width(run))
            run = []
        run.append(word)
    if run:
        found.append(_full_width(run))
    return "".join(letters), found


def _narrow(word: Word) -> str:
    """The word in characters of the language; empty where they are so already, or unknown."""
    if word.text.isascii():
        return ""
    if word.type == "STRANGE":
        digit = decimal(word.text, -1)
        return str(digit) if digit >= 0 else _FULL_WIDTH.get(word.text, "")
    if word.type == "NAME" and re.search(_LETTER, word.text):
        return re.sub(_LETTER, lambda match: _FULL_WIDTH[match[0]], word.text)
    return ""


def _full_width(run: list[Word]) -> Diagnostic:
    wide = "".join(word.text for word in run)
    narrow = "".join(map(_narrow, run))
    first = run[0]
    strange = [place for place, sign in enumerate(wide) if sign != narrow[place]]
    start, end = strange[0], strange[-1] + 1
    message = f"`{wide[start:end]}` is written in characters that rules do not use"
    meant = narrow[start:end]
    help_ = f"write `{meant}`" if meant.strip() else "write a plain space"
    span = at(first.path, first.line, first.column + start, end - start)
    return Diagnostic(codes.FULL_WIDTH, message, span, help=help_)


def _put_right(
    word: Word, before: list[Word], scanner: Scanner, found: list[Diagnostic]
) -> list[Word]:
    """What a wrong word is read as, after it was reported."""
    diagnostic, meant = _WRONG[word.type](word)
    if word.text in _IN_BRACKETS and _in_brackets(before):
        meant = _IN_BRACKETS[word.text]
        diagnostic = evolve(diagnostic, help=f"write `{meant}`")
    found.append(diagnostic)
    lost = word.type == "STRANGE" and not meant and word.text not in _LEFT_OUT
    if lost or word.type == "OPEN_BACKTICK":
        return [word]  # nobody knows what was meant: its clause is not read
    return [_moved(part, word) for part in scanner.words(meant, word.path)]


def _in_brackets(before: list[Word]) -> bool:
    """Whether a bracket of the clause is open behind these words."""
    depth = 0
    for word in reversed(before):
        if word.type in SECTIONS | STATEMENTS:
            return False
        depth += (word.type in OPENING) - (word.type in CLOSING)
        if depth > 0:
            return True
    return False


def _moved(part: Word, word: Word) -> Word:
    """A word read in the stead of another, at the other's place."""
    moved = Word(part.type, part.text, word.path, (word.line, word.column, word.start))
    moved.end_line, moved.end_column, moved.end = word.end_line, word.end_column, word.end
    return moved


def _open_text(word: Word) -> tuple[Diagnostic, str]:
    message = "this text has no closing quotation mark on its line"
    help_ = 'a text stands on one line between `"` and `"`'
    diagnostic = Diagnostic(codes.OPEN_QUOTE, message, at_start(word), help=help_)
    return diagnostic, '"' + word.text[1:].replace("\\", "") + '"'


def _open_backtick(word: Word) -> tuple[Diagnostic, str]:
    if word.text.startswith("``"):
        diagnostic = Diagnostic(codes.OPEN_QUOTE, "these backticks quote nothing", at_start(word))
        return diagnostic, "nothing"
    inside = re.split(r"[\s`]", word.text[1:], maxsplit=1)[0]
    message = "this name has no closing backtick on its line"
    help_ = f"write `` `{inside}` ``" if inside else None
    diagnostic = Diagnostic(codes.OPEN_QUOTE, message, at_start(word), help=help_)
    return diagnostic, f"`{inside}`" if inside else "nothing"


def _wrong_quotes(word: Word) -> tuple[Diagnostic, str]:
    meant = '"' + word.text[1:-1].replace("\\", "") + '"'
    message = f"{word.text[0]} and {word.text[-1]} do not quote a text"
    help_ = f"use straight double quotation marks: `{meant}`"
    return Diagnostic(codes.WRONG_QUOTES, message, word.span, help=help_), meant


def _wrong_comment(word: Word) -> tuple[Diagnostic, str]:
    message = f"`{word.text[:2]}` does not begin a comment"
    help_ = "a comment begins with `#` and ends with its line"
    span = at(word.path, word.line, word.column, 2)
    return Diagnostic(codes.WRONG_OPERATOR, message, span, help=help_), ""


def _wrong_sign(word: Word) -> tuple[Diagnostic, str]:
    meant = WRONG_SIGNS[word.text]
    message = f"`{word.text}` is no operator of the language"
    return Diagnostic(codes.WRONG_OPERATOR, message, word.span, help=f"write `{meant}`"), meant


def _strange(word: Word) -> tuple[Diagnostic, str]:
    message = f"`{word.text}` has no meaning in rules"
    help_ = None
    if re.match(_CURRENCY, word.text):
        help_ = "the unit stands behind the number, as in `160 billion CNY`"
    elif word.text in ":;":
        help_ = "leave it out: a clause needs no colon, and nothing closes it"
    elif word.text in "'\"“”„‘’":
        help_ = 'a text stands on one line between `"` and `"`'
    elif word.text == "‰":
        help_ = "write a percentage, as in `0.5%`"
    elif word.text == "?":
        help_ = "write `if … then …`, with a rule of its own for the other case"
    elif word.text == "±":
        help_ = "a tolerance is written `x ≈ y within 5%`"
    return Diagnostic(codes.STRANGE_CHARACTER, message, word.span, help=help_), ""


_WRONG: Final = {
    "OPEN_TEXT": _open_text,
    "OPEN_BACKTICK": _open_backtick,
    "WRONG_QUOTES": _wrong_quotes,
    "WRONG_COMMENT": _wrong_comment,
    "WRONG_SIGN": _wrong_sign,
    "STRANGE": _strange,
}


def at_start(word: Word) -> Span:
    """The place of the first character of a word."""
    return at(word.path, word.line, word.column)
