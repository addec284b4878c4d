"""Every example of the documentation gives what its page says."""

from pathlib import Path

import pytest

from tests.docs.examples import PAGES, Example, examples, outcome


@pytest.mark.parametrize("example", [one for page in PAGES for one in examples(page)], ids=str)
def test_example(example: Example, tmp_path: Path) -> None:
    expected = example.expected or ""
    actual = outcome(example, tmp_path)
    assert _lines(expected) == _lines(actual)


def _lines(text: str) -> list[str]:
    """The lines, with single spaces: columns may be aligned for the eye."""
    return [" ".join(line.split()) for line in text.splitlines()]
