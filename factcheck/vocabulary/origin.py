"""Where a source goes back to: an agency whose report others print again."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.vocabulary.model import Source


def origin(sources: Mapping[str, Source], source: str) -> str:
    """The last source that the chain of `derived_from` reaches."""
    seen = {source}
    while True:
        row = sources.get(source)
        if row is None or row.derived_from is None or row.derived_from in seen:
            return source
        source = row.derived_from
        seen.add(source)
