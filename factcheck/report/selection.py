"""Which findings of a large report are drawn in full: of every rule some, before more of any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from factcheck.report.model import Finding

DRAWN_IN_FULL: Final = 500
"""Findings of one report; of further ones there are no steps and no pictures."""


def drawn_in_full(findings: Iterable[Finding], most: int = DRAWN_IN_FULL) -> frozenset[str]:
    """The fingerprints of the first findings of each rule, as many as fit."""
    ranked: list[tuple[int, int, str]] = []
    seen: Counter[str] = Counter()
    for place, finding in enumerate(findings):
        if finding.verdict != "not_exercised":
            ranked.append((seen[finding.rule], place, finding.fingerprint))
            seen[finding.rule] += 1
    return frozenset(name for _, _, name in sorted(ranked)[:most])
