"""A descriptor's text to JSON values: each key once, no NaN, no endless nesting."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NoReturn

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import JSON_SYNTAX, KEY_TWICE, TOO_LARGE
from factcheck.diagnostics.span import Span, at
from factcheck.vocabulary import json_places
from factcheck.vocabulary.decoding import place
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.wrong import Wrong, shorten

_LONGEST_WHOLE_NUMBER: Final = 100
_NO_KEY: Final = "Expecting property name enclosed in double quotes"
_HELP: Final = {
    _NO_KEY: "a key in double quotes, and no comma before `}`",
    "Illegal trailing comma before end of object": "remove the comma before `}`",
    "Illegal trailing comma before end of array": "remove the comma before `]`",
    "Expecting value": "a value: text in double quotes, a number, true, false, null, `[` or `{`",
    "Expecting ',' delimiter": "a comma between two values",
    "Expecting ':' delimiter": "a colon between a key and its value",
    "Extra data": "one object and nothing after it",
}


class _NotJsonError(ValueError):
    """A word that Python's reader accepts and JSON does not have."""


def parse_json(text: str, path: str, limits: Limits) -> tuple[object, list[Diagnostic]]:
    """The value of the text; meaningless when there are diagnostics."""
    if text.count("{") + text.count("[") > limits.max_nesting < json_places.depth(text):
        message = f"the brackets nest deeper than {limits.max_nesting}"
        return None, [Wrong(TOO_LARGE, message, "the limit is `max_nesting`").at(at(path))]
    repeated: list[str] = []
    try:
        value = _load(text, repeated)
    except json.JSONDecodeError as error:
        return None, [_syntax(error, path)]
    except (_NotJsonError, UnicodeEncodeError) as error:
        return None, [_not_json(error, text, path)]
    return value, list(islice(_key_twice(text, path), limits.max_diagnostics)) if repeated else []


def _load(text: str, repeated: list[str]) -> object:
    def collect(pairs: list[tuple[str, object]]) -> dict[str, object]:
        collected = dict(pairs)
        if len(collected) < len(pairs):
            repeated.append("")
        return collected

    value = json.loads(
        text, object_pairs_hook=collect, parse_int=_whole_number, parse_constant=_refuse
    )
    if "\\u" in text:
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _whole_number(text: str) -> int | float:
    """Python refuses to convert thousands of digits; no key of a descriptor needs so many."""
    return int(text) if len(text) <= _LONGEST_WHOLE_NUMBER else float("inf")


def _refuse(word: str) -> NoReturn:
    raise _NotJsonError(word)


def _syntax(error: json.JSONDecodeError, path: str) -> Diagnostic:
    message = f"this is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
    expected = _HELP.get(error.msg)
    help_ = f"expected {expected}" if expected and not expected.startswith("remove") else expected
    return Wrong(JSON_SYNTAX, message, help_).at(at(path, error.lineno, error.colno))


def _not_json(error: ValueError, text: str, path: str) -> Diagnostic:
    if isinstance(error, UnicodeEncodeError):
        message = "an escape like `\\ud800` is half a character"
        return Wrong(JSON_SYNTAX, message, "write the character itself").at(
            _token(text, "\\u", path)
        )
    word = str(error)
    return Wrong(JSON_SYNTAX, f"JSON has no `{word}`", "a number or null").at(
        _token(text, word, path)
    )


def _token(text: str, part: str, path: str) -> Span:
    """The span of the first token that is this word, or a string that has it."""
    for match in re.finditer(json_places.PIECE, text):
        if match[0] == part or (part == "\\u" and part in match[0]):
            return place(path, text, match.start(), len(match[0]))
    return at(path)


def _key_twice(text: str, path: str) -> Iterator[Diagnostic]:
    twice = list(json_places.duplicates(text))
    paths = {json_path for json_path, _, _ in twice}
    for json_path, first, second in twice:
        if any(json_path[:length] in paths for length in range(len(json_path))):
            continue
        one, other = first.key, second.key
        if one and other:
            message = f"the key `{shorten(str(json_path[-1]))}` stands twice"
            wrong = Wrong(KEY_TWICE, message, "keep one of the two")
            label = Label(place(path, text, one[0], one[1] - one[0]), "first here")
            yield wrong.at(place(path, text, other[0], other[1] - other[0]), label)
