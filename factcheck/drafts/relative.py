"""Words that say when from the day on which they are written: next year, 明年, العام المقبل."""

from __future__ import annotations

import re
from typing import Final

from factcheck.drafts.periods import FARTHEST, Sentences
from factcheck.quantities import Quantity

_ENGLISH: Final = (
    r"\b(?:last|this|next|previous|coming|current) (?:year|quarter|month|week|half)\b",
    r"\b(?:yesterday|today|tomorrow)\b",
)
_CHINESE: Final = (
    "[去今明后前後][年天日]",
    "[上下本][个個]?(?:季度|季|月|周|週|半年)",
)
_ARABIC: Final = (
    r"(?:العام|السنة|الشهر|الربع|الأسبوع) (?:المقبل|القادم|الماضي|الحالي|الجاري)(?:ة)?",
    r"هذا (?:العام|الشهر|الأسبوع)",
)
_RELATIVE: Final = re.compile("|".join((*_ENGLISH, *_CHINESE, *_ARABIC)), re.IGNORECASE)


def relative_beside(text: str, figure: Quantity, sentences: Sentences) -> str:
    """The nearest such words in the sentence of a figure; empty where there are none."""
    low, high = sentences.around(figure.start, figure.end)
    low, high = max(low, figure.start - FARTHEST), min(high, figure.end + FARTHEST)
    found = list(_RELATIVE.finditer(text, low, min(high, len(text))))
    return min(found, key=lambda one: _distance(figure, one))[0] if found else ""


def _distance(figure: Quantity, words: re.Match[str]) -> int:
    return max(figure.start - words.end(), words.start() - figure.end, 0)
