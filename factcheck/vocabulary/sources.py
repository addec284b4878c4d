"""The table of sources."""

from collections.abc import Mapping
from datetime import date

from factcheck.diagnostics.package_codes import CIRCLE
from factcheck.vocabulary.cells import Memo, day, optional, reference, word
from factcheck.vocabulary.circles import circles, written
from factcheck.vocabulary.files import check_relative
from factcheck.vocabulary.model import Source
from factcheck.vocabulary.rows import Row, Rows, known_keys
from factcheck.vocabulary.wrong import Wrong

STATUSES = ("live", "corrected", "retracted")


def read_sources(rows: Rows) -> Mapping[str, Source]:
    """The sources by id; none of them repeats, over others, itself."""
    dates = Memo(optional(day))
    origins = Memo(optional(reference(known_keys(rows), "sources")))
    statuses = Memo(word(STATUSES))
    sources: dict[str, Source] = {}
    for row in rows:
        source = _source(row, dates, origins, statuses)
        sources.setdefault(source.id, source)
    _check_circles(rows, sources)
    return sources


def _source(
    row: Row, dates: Memo[date | None], origins: Memo[str | None], statuses: Memo[str]
) -> Source:
    path = row.text("path")
    wrong = check_relative(path) if path else None
    if wrong:
        row.wrong("path", wrong)
    return Source(
        id=row.key("source_id"),
        title=row.filled("title"),
        publisher=row.text("publisher"),
        url=row.text("url"),
        published=row.read("published", dates),
        accessed=row.read("accessed", dates),
        language=row.text("language"),
        path=path,
        sha256=row.text("sha256"),
        derived_from=row.read("derived_from", origins),
        status=row.read("status", statuses) or "",
        line=row.line,
        attributes=row.cells,
    )


def _check_circles(rows: Rows, sources: Mapping[str, Source]) -> None:
    leads_to = {
        source.id: (source.derived_from,) for source in sources.values() if source.derived_from
    }
    for circle in circles(leads_to):
        message = f"the source is derived from itself: {written(circle)}"
        wrong = Wrong(CIRCLE, message, "leave `derived_from` empty in the row of the origin")
        span = rows.table.span(rows.keys[circle[0]], "derived_from")
        rows.mistakes.add(wrong.at(span))
