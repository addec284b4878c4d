"""Where the keys and values of a JSON text stand; looked up only to say what is wrong."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from factcheck.records import Record, define, frozen

JsonPath: TypeAlias = tuple[str | int, ...]

_BRACKET: Final = re.compile(r"[{}\[\]]")
_TEXT: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
PIECE: Final = r'(?s)"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+'


@frozen
class JsonPlace(Record):
    """The offsets of a value, and of its key when it stands in an object."""

    key: tuple[int, int] | None
    value: tuple[int, int]


@define
class _Container:
    path: JsonPath
    opened: int
    key: tuple[int, int] | None
    is_object: bool
    step: str | int = 0
    step_key: tuple[int, int] | None = None
    expects_key: bool = False


def depth(text: str) -> int:
    """How deep the brackets of the text nest."""
    deepest = current = 0
    for bracket in _BRACKET.findall(_TEXT.sub("", text)):
        current += 1 if bracket in "{[" else -1
        deepest = max(deepest, current)
    return deepest


def places(text: str) -> Mapping[JsonPath, JsonPlace]:
    """The place of every value of a well-formed text by its path; of a repeated key, the first."""
    found: dict[JsonPath, JsonPlace] = {}
    for path, place in _walk(text):
        found.setdefault(path, place)
    return found


def duplicates(text: str) -> Iterator[tuple[JsonPath, JsonPlace, JsonPlace]]:
    """Every key that its object had before: its path, the first place and this one."""
    found: dict[JsonPath, JsonPlace] = {}
    for path, place in _walk(text):
        first = found.setdefault(path, place)
        if first is not place:
            yield path, first, place


def _walk(text: str) -> Iterator[tuple[JsonPath, JsonPlace]]:
    """Every value, an inner one before the one that it stands in."""
    stack: list[_Container] = []
    for match in re.finditer(PIECE, text):
        sign, span = match[0], match.span()
        top = stack[-1] if stack else None
        if sign in "]}" and top:
            stack.pop()
            yield top.path, JsonPlace(top.key, (top.opened, span[1]))
        elif sign == "," and top:
            top.expects_key = top.is_object
            top.step = top.step if isinstance(top.step, str) else top.step + 1
        elif sign == ":":
            continue
        elif top and top.expects_key:
            top.step, top.step_key, top.expects_key = json.loads(sign), span, False
        else:
            path, key = ((*top.path, top.step), top.step_key) if top else ((), None)
            if sign in "{[":
                stack.append(_Container(path, span[0], key, sign == "{", expects_key=sign == "{"))
            else:
                yield path, JsonPlace(key, span)
