"""The files of the suite read into cases; `README.md` says what the format means."""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

FOLDER = Path(__file__).resolve().parent
MARK = "‸"
"""Stands right before the place of an error, and is no part of the text."""

_PART = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```([a-z+ ]+)\n((?:.*\n)*?)^```$", re.MULTILINE)
_UNSEEN = re.compile("‹U\\+([0-9A-F]{4,6})›")
_WHOLE = re.compile("(rule|define|test|factcheck) ")
_WORDS = re.compile("  +")


@frozen
class Expected:
    """What one line of an expectation asks for."""

    name: str
    """A rule's id, the words of a case, or `error` and `warning`."""
    verdict: str
    """A verdict, or the code of a mistake."""
    readings: str
    unmatched: int | None
    says: tuple[str, ...]
    cases: tuple["Expected", ...] = ()


@frozen
class Case:
    """One case: the tables, the rules, and what they come to."""

    file: str
    title: str
    tables: tuple[tuple[str, str], ...]
    """Names and texts of the blocks that describe the package, those of the file first."""
    rules: tuple[str, ...]
    """The texts of the rule files."""
    expected: tuple[Expected, ...]


def cases() -> Iterator[Case]:
    """All cases of the suite, file by file."""
    for path in sorted(FOLDER.glob("*.md")):
        if path.name not in {"README.md", "vocabulary.md"}:
            yield from _cases_of(path)


def blocks(text: str) -> list[tuple[str, str]]:
    """The fenced blocks of a text: the word behind the fence, and the lines."""
    return [(match[1], match[2]) for match in _BLOCK.finditer(text)]


def _cases_of(path: Path) -> Iterator[Case]:
    first, *parts = _PART.split(path.read_text(encoding="utf-8"))
    shared = blocks(first)
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        yield from _cases_in(path.stem, title, shared, blocks(body))


def _cases_in(
    file: str, title: str, shared: list[tuple[str, str]], own: list[tuple[str, str]]
) -> Iterator[Case]:
    known = {"rules", "expect", "checks", "errors"}
    both = [*shared, *own]
    tables = tuple(one for one in both if one[0] not in known)
    rules = tuple(_seen(text) for name, text in both if name == "rules")
    for name, text in own:
        if name == "expect":
            yield Case(file, title, tables, rules, _expectation(text))
        elif name in ("checks", "errors"):
            for line in text.splitlines():
                told, rule = _WORDS.split(line, maxsplit=1)
                make = _check if name == "checks" else _error
                texts = (*rules, _as_rule(_seen(rule)))
                yield Case(file, f"{title}: {rule}", tables, texts, make(told))


def _check(told: str) -> tuple[Expected, ...]:
    return _expectation(f"r: {told}\n")


def _error(told: str) -> tuple[Expected, ...]:
    return _expectation("".join(f"error {code}\n" for code in told.split()))


def _as_rule(text: str) -> str:
    """A line as a whole file: a bare check, or bare clauses, become the rule `r`."""
    if _WHOLE.match(text.lstrip(MARK)):
        return text + "\n"
    return f"rule r {text}\n" if re.search(r"\bcheck\b", text) else f"rule r check {text}\n"


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda match: chr(int(match[1], 16)), text)


_LINE = re.compile(
    r"(?:(?P<kind>error|warning) (?P<code>\w+)|(?P<name>.+?): "
    r"(?P<verdict>holds|violated|undetermined|not exercised)(?: (?P<readings>\d+ of \d+))?"
    r'(?:, unmatched (?P<unmatched>\d+))?)(?P<says>(?: "[^"]*")*)'
)


def _expectation(text: str) -> tuple[Expected, ...]:
    """The lines of an expectation, the indented ones inside the line above them."""
    found: list[Expected] = []
    inside: list[Expected] = []
    for line in reversed(text.splitlines()):
        match = _LINE.fullmatch(line.strip())
        assert match is not None, f"this is no expectation: {line}"
        unmatched = match["unmatched"]
        one = Expected(
            match["kind"] or match["name"],
            match["code"] or match["verdict"],
            match["readings"] or "",
            None if unmatched is None else int(unmatched),
            tuple(re.findall('"([^"]*)"', match["says"])),
            () if line.startswith(" ") else tuple(inside),
        )
        if line.startswith(" "):
            inside.insert(0, one)
        else:
            inside = []
            found.insert(0, one)
    return tuple(found)
