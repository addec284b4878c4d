"""Links between the project's pages lead to files and headings that are there."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [
    *ROOT.glob("*.md"),
    *(ROOT / "grammar").glob("*.md"),
    *(ROOT / "docs").rglob("*.md"),
    *(ROOT / "changelog.d").glob("*.md"),
    *(ROOT / "benchmarks").glob("*.md"),
]

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_ABROAD = ("http://", "https://", "mailto:")


@pytest.mark.parametrize("page", sorted(PAGES), ids=lambda page: str(page.relative_to(ROOT)))
def test_links(page: Path) -> None:
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    links = [link for link in _LINK.findall(text) if not link.startswith(_ABROAD)]
    assert [] == [link for link in links if not _leads(page, link)]


def _leads(page: Path, link: str) -> bool:
    """Whether a link leads to a file of the project, and its part behind # to a heading there."""
    path, _, heading = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not heading or heading in map(_anchor, _headings(target))


def _headings(page: Path) -> list[str]:
    return _HEADING.findall(page.read_text(encoding="utf-8"))


def _anchor(heading: str) -> str:
    """A heading as an anchor: small letters, spaces as hyphens, other signs left out."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.strip().replace(" ", "-")


_PATH = re.compile(r"`((?:[A-Za-z_.][\w.-]*/)+[\w.-]*)`")
_GROWN = ("factcheck/_grammar/", "factcheck/_codes/")
"""Only a wheel has it."""


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "grammar/README.md"])
def test_files_that_are_named(page: str) -> None:
    named = set(_PATH.findall((ROOT / page).read_text(encoding="utf-8"))) - {*_GROWN}
    homes = (ROOT, ROOT / "factcheck", ROOT / "grammar")
    gone = [
        path
        for path in sorted(named)
        if "CODE" not in path and not any((home / path).exists() for home in homes)
    ]
    assert [] == gone
