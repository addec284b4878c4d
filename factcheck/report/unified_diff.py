"""What would change in a file, as `diff -u` shows it."""

from collections.abc import Iterator

from factcheck.report.escape import for_terminal

_RETURN = "\r"
_NO_NEWLINE = "\\ No newline at end of file"


def unified_diff(path: str, before: str, after: str) -> str:
    """The changed lines with three around them; empty where nothing differs."""
    from difflib import unified_diff as compare  # noqa: PLC0415 (only when asked for)

    name = for_terminal(path)
    found = list(compare(_lines(before), _lines(after), name, name, lineterm=""))
    if not found and before != after:
        return f"{name}: only the ends of lines differ\n"
    return "".join(f"{line}\n" for line in _parted(found))


def _lines(text: str) -> list[str]:
    """The lines, without the returns that Windows writes; the last says if it has no end."""
    if not text:
        return []
    *lines, last = text.replace("\r\n", "\n").split("\n")
    return [*lines, f"{last}\n{_NO_NEWLINE}"] if last else lines


def _parted(lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield from line.split("\n")


def changed_lines(path: str, before: str, after: str) -> Iterator[str]:
    """The same for a file in which lines changed, and none came or went; in linear time."""
    name = for_terminal(path)
    yield f"--- {name}"
    yield f"+++ {name}"
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    for number, (old, new) in enumerate(pairs, start=1):
        if old != new:
            yield f"@@ -{number} +{number} @@"
            yield f"-{for_terminal(old.removesuffix(_RETURN))}"
            yield f"+{for_terminal(new.removesuffix(_RETURN))}"
