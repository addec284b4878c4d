"""A glance at tests: those plainly in order are taken out of a text before it is read.

Tests are most of the text of well-tested rules, and a run over claims asks nothing of them but that
they are in order. What is not plainly so is left to the parser, which says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.diagnostics.span import at
from factcheck.lang.failure import RESERVED
from factcheck.lang.syntax import Name, Test

_NAME: Final = r"[^\W\d]\w*"
_NUMBER: Final = r"\d{1,30}(?:_\d{3}){0,9}(?:\.\d{1,30})?(?![\w.])"
_DAY: Final = r"-(?:0[1-9]|1\d|2[0-8])"
_PERIOD: Final = rf"[1-9]\d{{3}}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:{_DAY})?))?(?![\w.-])"
_VALUE: Final = rf"(?:(?:{_PERIOD}(?:/(?=\d)|(?!/))){{1,2}}|{_NAME})"
_PIN: Final = rf"{_NAME}(?:\.{_NAME})? *= *{_VALUE}"
_HEDGE: Final = r"(?:about|nearly|more than|less than|at least|at most)\s+"
_SCALE: Final = r"(?:thousand|million|billion|trillion)"
_UNIT: Final = rf"{_NAME}(?:/{_NAME})?"
_AFTER: Final = rf"(?:\s*%|\s+(?:{_SCALE}\s+|(?!{_SCALE})){_UNIT})"
_PINS: Final = rf"\[(?:{_PIN}(?:, *(?!\])|(?=\])))+\]"
_FIGURE: Final = rf"{_NAME}(?:{_PINS})?\s*=\s*(?:{_HEDGE})?{_NUMBER}{_AFTER}?"
_BEHIND: Final = r"(?:,\s+(?!expect\b)|\s+(?=expect\b))"
_TEST: Final = re.compile(
    rf"test +(?P<rule>{_NAME})\s+(?:given\s+(?:{_FIGURE}{_BEHIND})+)?"
    r"expect +(?P<verdict>holds|violated|undetermined|not exercised)[ \t]*"
    r"(?=\n\s*(?:#|(?:test|rule|define)\s)|\s*\Z)",
    re.ASCII,
)
"""From the beginning of a line. Each part stands in it once: to compile it is most of a glance."""
_BEGIN: Final = "test "
_SIGNS: Final = "[]=,/."
"""What may stand right beside a name."""
_RESERVED: Final = frozenset(word.lower() for word in RESERVED)


def lift_tests(text: str, path: str) -> tuple[str, list[Test]]:
    """The text with spaces for the tests in order, so that no place changes, and those tests."""
    matches = [match for match in (_TEST.match(text, start) for start in _starts(text)) if match]
    if not matches or _has_version(text[matches[0].start() :]):
        return text, []
    tests: list[Test] = []
    pieces: list[str] = []
    line, done = 1, 0
    words = _parted(text)
    for match in matches:
        start = match.start()
        if not _has_its_own_words(words[start : match.end()].split(), match["verdict"]):
            continue
        between = text[done:start]
        pieces += (between, "\n".join(" " * len(part) for part in match[0].split("\n")))
        line += between.count("\n")
        column = match.start("rule") - start + 1
        name = Name(match["rule"], at(path, line, column, len(match["rule"])))
        tests.append(Test(name, (), match["verdict"], name.span))
        line += match[0].count("\n")
        done = match.end()
    return "".join((*pieces, text[done:])), tests


def _starts(text: str) -> Iterator[int]:
    """Where lines begin as a test does."""
    place = 0 if text.startswith(_BEGIN) else text.find("\n" + _BEGIN) + 1
    while text.startswith(_BEGIN, place):
        yield place
        place = text.find("\n" + _BEGIN, place) + 1 or len(text)


def _has_version(text: str) -> bool:
    """Whether a line names the version of the language, which stands before all else."""
    return "factcheck" in text and re.search(r"(?m)^\s*factcheck\b", text) is not None


def _parted(text: str) -> str:
    """The text with spaces for the signs of tests, each word in its place."""
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return text


def _has_its_own_words(words: list[str], verdict: str) -> bool:
    """Whether the reserved words are those of a test: none of them is taken for a name."""
    reserved = [word for word in words if word in _RESERVED]
    given = ["given"] if "given" in reserved else []
    negated = ["not"] if verdict == "not exercised" else []
    return reserved == ["test", *given, "expect", *negated]
