"""What `factcheck ground` says: problems, quotes not verified, and what can be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.grounding.mend import File, Mended
from factcheck.report.escape import for_terminal
from factcheck.report.page import DEFAULT_WIDTH, Page, clean
from factcheck.report.problems import problems_text
from factcheck.report.text_summary import count, quote_counts
from factcheck.report.unified_diff import changed_lines


def ground_text(
    mended: Mended, *, written: bool, columns: int = DEFAULT_WIDTH, colour: bool = False
) -> str:
    """Everything, with the changes as a difference; `written`: they were made."""
    page = Page(columns, colour=colour)
    problems = problems_text(mended.problems, {}, columns=columns, colour=colour)
    lines = [*_not_verified(page, mended), *_changes(mended), *_sums(mended, written=written)]
    return (f"{problems}\n" if problems else "") + "".join(f"{line}\n" for line in lines)


def _not_verified(page: Page, mended: Mended) -> Iterator[str]:
    grounding = mended.grounding
    for one in grounding.not_verified if grounding else ():
        yield f"{for_terminal(one.path)}:{one.line}: {page.paint(clean(one.claim), 'bold')}"
        yield from page.hang("   ", clean(one.reason))
    if grounding and grounding.not_verified:
        yield ""


def _changes(mended: Mended) -> Iterator[str]:
    for file in mended.files:
        yield from _difference(file)
        yield ""


def _difference(file: File) -> Iterator[str]:
    yield from changed_lines(file.shown, file.before, file.after)


def _sums(mended: Mended, *, written: bool) -> Iterator[str]:
    grounding = mended.grounding
    if grounding is None:
        return
    yield quote_counts(grounding) if grounding.quotes else "no claim with a quote states a number"
    number = len(mended.changes)
    if number:
        done = "filled in" if written else "to fill in; `factcheck ground --fix` does it"
        yield f"{count(number, 'cell', 'cells')} {done}"
