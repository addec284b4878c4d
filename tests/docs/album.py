"""Writes what comes out today into the pages: `python -m tests.docs.album`; then read the diff."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT
from tests.docs.examples import PAGES, Example, examples, outcome, rewritten
from tests.docs.readme import README, refreshed


def main(pages: tuple[str, ...]) -> None:
    """Rewrite the outcomes of these pages."""
    if "README.md" in pages:
        README.write_text(refreshed(), encoding="utf-8")
    for page in [page for page in pages if page in PAGES]:
        told = [one for one in examples(page) if one.expected is not None]
        (ROOT / page).write_text(rewritten(page, [_outcome(one) for one in told]), encoding="utf-8")


def _outcome(example: Example) -> str:
    with TemporaryDirectory() as folder:
        return outcome(example, Path(folder))


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or ("README.md", *PAGES))
