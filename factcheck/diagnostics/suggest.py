"""The nearest known name to a misspelt one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CANDIDATES = 2_000


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None when none is close."""
    from difflib import get_close_matches  # noqa: PLC0415 (only when there is an error to explain)

    pool = sorted(known)[:CANDIDATES]
    folded = {candidate.casefold(): candidate for candidate in reversed(pool)}
    matches = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """A question that names the nearest known name, or None."""
    match = nearest(name, known)
    return f"did you mean `{match}`?" if match else None
