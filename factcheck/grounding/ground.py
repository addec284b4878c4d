"""Grounding on one page: read the texts, find the quotes, hold each claim against its own."""

from __future__ import annotations

from factcheck.claims.model import Claims
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.grounding.cells import Cells
from factcheck.grounding.model import Grounding
from factcheck.grounding.telling import Telling
from factcheck.grounding.texts import read_texts, texts_wanted
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Vocabulary


def ground(
    descriptor: Descriptor, vocabulary: Vocabulary, claims: Claims, sources: str | None = None
) -> tuple[Grounding, list[Diagnostic]]:
    """What the quotes of a package say about its claims; `sources` is a folder of their texts."""
    cells = Cells(descriptor)
    mistakes = Mistakes(descriptor.limits.max_diagnostics)
    telling = Telling(cells, mistakes)
    quoted = [claim for claim in claims.rows if claim.quote]
    wanted = list(texts_wanted(vocabulary, {claim.source for claim in quoted}))
    texts, found = read_texts(descriptor, vocabulary, wanted, sources, cells)
    for claim in quoted:
        text = texts.get(claim.source)
        if text:
            telling.place(claim, text)
    return Grounding(0, 0, 0, (), texts), [*found, *mistakes.told()]
