"""Every example of the documentation gives what its page says, in the layout of `factcheck fmt`."""

import re
from pathlib import Path

import pytest

from factcheck.lang.format.text import format_text
from tests.conftest import ROOT
from tests.docs.examples import PAGES, Example, examples, outcome

LAID_OUT = ["README.md", *PAGES, *(f"docs/codes/{n}.md" for n in ("N201", "U301", "U304"))]

_RULES = re.compile(r"^```rules\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", [one for page in PAGES for one in examples(page)], ids=str)
def test_example(example: Example, tmp_path: Path) -> None:
    expected = example.expected or ""
    actual = outcome(example, tmp_path)
    assert _lines(expected) == _lines(actual)


def _lines(text: str) -> list[str]:
    """The lines, with single spaces: columns may be aligned for the eye."""
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.mark.parametrize("page", LAID_OUT)
def test_rules_are_in_the_layout(page: str) -> None:
    blocks = _RULES.findall((ROOT / page).read_text(encoding="utf-8"))
    assert [format_text(block, page).text for block in blocks] == blocks
