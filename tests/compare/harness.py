"""Pairs of packages: the good one, and the good one with some lines changed, with what is told.

A case file is Markdown: a heading for each case, changes of the new package as fenced `diff` blocks
that name a file, as in `tests/vocabulary/harness.py`, those of both as `diff both` and those of the
old one alone as `diff old`; and a `text` block with what `factcheck diff old new` writes.
`UPDATE_CASES=1 pytest` rewrites the `text` blocks, to be read before they are kept.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from factcheck.check import check
from factcheck.compare.compare import compare
from factcheck.compare.model import Comparison
from factcheck.vocabulary.opened import opened
from tests.conftest import ROOT
from tests.vocabulary.harness import edited

GOOD = ROOT / "tests" / "vocabulary" / "good"
CASES = Path(__file__).parent / "cases"
RULES = """\
rule growth
  check capex ≥ capex[previous year]

rule one_figure
  for each metric, entity, period
  check claims agree within 5%
"""

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(diff|text) ?(?:(old|both) )?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)


@frozen
class Case:
    """Changes as the side, the file and the edit; and what is told."""

    path: Path
    title: str
    changes: tuple[tuple[str, str, str], ...]
    expected: str

    def __str__(self) -> str:
        return self.title


def cases() -> Iterator[Case]:
    """All cases, in the order of the files."""
    for path in sorted(CASES.glob("*.md")):
        _, *parts = _HEADING.split(path.read_text(encoding="utf-8"))
        for title, body in zip(parts[::2], parts[1::2], strict=True):
            blocks = [match.groups() for match in _BLOCK.finditer(body)]
            changes = tuple(
                (side or "new", *rest) for kind, side, *rest in blocks if kind == "diff"
            )
            (expected,) = [content for kind, *_, content in blocks if kind == "text"]
            yield Case(path, title, changes, expected)  # type: ignore[arg-type]  # three each


def lay_out(folder: Path, changes: tuple[tuple[str, str, str], ...] = ()) -> None:
    """The packages `old` and `new` with their rules in a folder, the changes made."""
    for side in ("old", "new"):
        shutil.copytree(GOOD, folder / side)
        (folder / side / "rules").mkdir()
        (folder / side / "rules" / "all.rules").write_text(RULES, encoding="utf-8")
        for wanted, name, edit in changes:
            if wanted in {side, "both"}:
                path = folder / side / name
                path.write_text(edited(path.read_text(encoding="utf-8"), edit), encoding="utf-8")


def compared(old: str = "old", new: str = "new", rules: tuple[str, ...] = ()) -> Comparison:
    """As the command compares them."""
    with opened(old) as first, opened(new) as second:
        found = compare(check(first, rules), check(second, rules))
    assert found is not None
    return found
