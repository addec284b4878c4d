"""Drafts of claims for people: where each figure stands, what was read, and what is open."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.drafts.model import Draft, Drafts
from factcheck.report.escape import for_terminal
from factcheck.report.page import DEFAULT_WIDTH, Page, clean
from factcheck.report.text_summary import count

_SAID = ("relation", "hedge", "value", "value_to", "unit_id", "period")


def drafts_text(drafts: Drafts, *, columns: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """A few lines a figure, and the sums."""
    page = Page(columns, colour=colour)
    lines = [line for draft in drafts.rows for line in _draft(page, drafts, draft)]
    return "".join(f"{line}\n" for line in [*lines, sums(drafts)])


def _draft(page: Page, drafts: Drafts, draft: Draft) -> Iterator[str]:
    cells = draft.cells
    place = f"{for_terminal(drafts.path)}:{draft.line}"
    yield from page.hang(f"{place}  ", f"“{clean(cells['quote'])}”", "bold")
    said = [f"{name} {clean(cells[name])}" for name in _SAID if cells.get(name)]
    if cells.get("converts"):
        said.append(f"restates {clean(cells['converts'])}")
    if said:
        yield from page.hang("   ", " · ".join(said))
    note = cells["note"].removeprefix("draft").removeprefix("; ")
    if note:
        yield from page.hang("   ", clean(note), "dim")


def sums(drafts: Drafts) -> str:
    """How many figures were read, left unread, or are in the package already."""
    read = sum(draft.read for draft in drafts.rows)
    text = f"{count(read, 'figure', 'figures')} drafted"
    if read < len(drafts.rows):
        text += f", {len(drafts.rows) - read:,} not read"
    if drafts.known:
        text += f", {drafts.known:,} in the package already"
    return text
