"""A glance at tests: those plainly in order are taken out of a text before it is read.

Tests are most of the text of well-tested rules, and a run over claims asks nothing of them but that
they are in order. What is not plainly so is left to the parser, which says why.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.diagnostics.span import at
from factcheck.lang.failure import RESERVED
from factcheck.lang.syntax import Name, Test

_NAME: Final = "[A-Za-z_][A-Za-z0-9_]*"
_WORD: Final = re.compile(_NAME)
_NUMBER: Final = r"[0-9]{1,30}(?:_[0-9]{3}){0,9}(?:\.[0-9]{1,30})?(?![\w.])"
_DAY: Final = r"-(?:0[1-9]|1[0-9]|2[0-8])"
_PERIOD: Final = rf"[1-9][0-9]{{3}}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:{_DAY})?))?(?![\w.-])"
_VALUE: Final = rf"(?:{_PERIOD}(?:/{_PERIOD})?|{_NAME})"
_PIN: Final = rf"{_NAME}(?:\.{_NAME})? *= *{_VALUE}"
_HEDGE: Final = r"(?:about|nearly|more than|less than|at least|at most)\s+"
_SCALE: Final = r"(?:thousand|million|billion|trillion)"
_AFTER: Final = rf"(?:\s*%|\s+{_SCALE}\s+{_NAME}(?:/{_NAME})?|\s+(?!{_SCALE}){_NAME}(?:/{_NAME})?)"
_FIGURE: Final = rf"{_NAME}(?:\[{_PIN}(?:, *{_PIN})*\])?\s*=\s*(?:{_HEDGE})?{_NUMBER}{_AFTER}?"
_TEST: Final = re.compile(
    rf"^test +(?P<rule>{_NAME})\s+(?:given\s+{_FIGURE}(?:,\s+{_FIGURE})*\s+)?"
    r"expect +(?P<verdict>holds|violated|undetermined|not exercised)[ \t]*"
    r"(?=\n\s*(?:#|(?:test|rule|define)\s)|\s*\Z)",
    re.MULTILINE,
)
_VERSION: Final = re.compile(r"^\s*factcheck\b", re.MULTILINE)
_NOT_SPACE: Final = re.compile(r"[^\n]")


def lift_tests(text: str, path: str) -> tuple[str, list[Test]]:
    """The text with spaces for the tests in order, so that no place changes, and those tests."""
    first = _TEST.search(text)
    if first is None or _VERSION.search(text, first.start()) is not None:
        return text, []
    tests: list[Test] = []
    line = counted = 0

    def lift(match: re.Match[str]) -> str:
        nonlocal line, counted
        if not _has_its_own_words(match):
            return match[0]
        line += text.count("\n", counted, match.start())
        counted = match.start()
        start = match.start("rule") - match.start()
        name = Name(match["rule"], at(path, line + 1, start + 1, len(match["rule"])))
        tests.append(Test(name, (), match["verdict"], name.span))
        return _NOT_SPACE.sub(" ", match[0])

    return _TEST.sub(lift, text), tests


def _has_its_own_words(match: re.Match[str]) -> bool:
    """Whether the reserved words are those of a test: none of them is taken for a name."""
    words = _WORD.findall(match[0])
    reserved = [word for word in words if word.islower() and word.upper() in RESERVED]
    given = ["given"] if "given" in reserved else []
    verdict = ["not"] if match["verdict"] == "not exercised" else []
    return reserved == ["test", *given, "expect", *verdict]
