"""Grounding on one page: read the texts, find the quotes, hold each claim against its own."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.model import Claim, Claims
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.grounding.cells import Cells
from factcheck.grounding.judge import Judge
from factcheck.grounding.judgement import Judgement
from factcheck.grounding.limits import QUOTE_CHARACTERS
from factcheck.grounding.model import Grounding, NotVerified, SourceText
from factcheck.grounding.passage import figures_in_passage
from factcheck.grounding.plain import plain_figure
from factcheck.grounding.telling import Telling, stands
from factcheck.grounding.texts import read_texts, texts_wanted
from factcheck.grounding.units import PrintedUnits
from factcheck.quantities import Quantity, read_quantities, with_words
from factcheck.quantities.lexicon import Lexicon
from factcheck.records import Factory, Record, define, frozen
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Vocabulary


def ground(
    descriptor: Descriptor, vocabulary: Vocabulary, claims: Claims, sources: str | None = None
) -> tuple[Grounding, list[Diagnostic]]:
    """What the quotes of a package say about its claims; `sources` is a folder of their texts."""
    found = examine(descriptor, vocabulary, claims, sources)
    return counted(found), found.diagnostics


def counted(examined: Examined) -> Grounding:
    """How many claims are verified, and which are not."""
    count = _Count()
    for claim, judgement in examined.judgements:
        count.add(claim, judgement)
    return count.grounding(examined.texts)


@frozen
class Examined(Record):
    """What was seen of every claim with a quote and a number."""

    texts: Mapping[str, SourceText]
    judgements: tuple[tuple[Claim, Judgement], ...]
    starts: Mapping[str, int]
    """The only places of quotes that stand elsewhere than their claims say, by claim."""
    diagnostics: list[Diagnostic]


def examine(
    descriptor: Descriptor, vocabulary: Vocabulary, claims: Claims, sources: str | None
) -> Examined:
    """Read the texts, look every quote up, and judge every claim that states a number."""
    cells = Cells(descriptor)
    quoted = [claim for claim in claims.rows if claim.quote]
    wanted = list(texts_wanted(vocabulary, {claim.source for claim in quoted}))
    texts, found = read_texts(descriptor, vocabulary, wanted, sources, cells)
    telling = Telling(cells, Mistakes(descriptor.limits.max_diagnostics))
    reader = QuoteReader(
        Judge(PrintedUnits(descriptor, vocabulary.units), vocabulary.hedges),
        texts,
        with_words(vocabulary.words) if vocabulary.words else None,
    )
    judgements, starts = [], {}
    for claim in quoted:
        text = texts.get(claim.source)
        start = telling.place(claim, text) if text else None
        if text and start is not None and not stands(claim, text):
            starts[claim.id] = start
        if claim.value is not None:
            judgement = reader.judge(claim, start)
            judgements.append((claim, judgement))
            for column, wrong in judgement.wrongs:
                telling.at(claim, column, wrong)
    return Examined(texts, tuple(judgements), starts, [*found, *telling.mistakes.told()])


@define
class QuoteReader:
    """Reads every quote once, and its passage where the quote alone does not decide."""

    judge_of: Judge
    texts: Mapping[str, SourceText]
    words: Lexicon | None = None
    """Those that the package adds with those of the languages; None for the latter alone."""
    known: dict[str, tuple[Quantity, ...]] = Factory(dict)

    def judge(self, claim: Claim, start: int | None = None) -> Judgement:
        """What the quote of a claim says about it; the words beside it never contradict it.

        They can bear it out, or take a contradiction back: `over 65` of `people over 65`.

        `start` is where the quote stands in its text, None where that is not known.
        """
        if len(claim.quote) > QUOTE_CHARACTERS:
            return Judgement(f"the quote has more than {QUOTE_CHARACTERS} characters")
        judgement = self.judge_of.judge(claim, self.figures(claim.quote))
        if start is None or not (judgement.reason or judgement.contradicted):
            return judgement
        text = self.texts[claim.source].text
        figures = figures_in_passage(text, start, start + len(claim.quote), self.words)
        around = self.judge_of.judge(claim, figures)
        if around.verified and not around.wrongs:
            return around
        return judgement if judgement.reason or around.contradicted else _taken_back(around)

    def figures(self, quote: str) -> tuple[Quantity, ...]:
        """The figures of a quote."""
        if quote not in self.known:
            plain = plain_figure(quote)
            self.known[quote] = (plain,) if plain else read_quantities(quote, self.words)
        return self.known[quote]


def _taken_back(around: Judgement) -> Judgement:
    """What is left of a contradiction that the sentence around the quote does not bear out."""
    return Judgement(around.reason or "the sentence around the quote reads otherwise")


@define
class _Count:
    quotes: int = 0
    verified: int = 0
    from_context: int = 0
    not_verified: list[NotVerified] = Factory(list)

    def add(self, claim: Claim, judgement: Judgement) -> None:
        self.quotes += 1
        if judgement.verified:
            self.verified += 1
            self.from_context += judgement.unit_from_context
        elif judgement.reason:
            reason = judgement.reason
            self.not_verified.append(NotVerified(claim.id, claim.path, claim.line, reason))

    def grounding(self, texts: Mapping[str, SourceText]) -> Grounding:
        """The sums."""
        unverified = tuple(self.not_verified)
        return Grounding(self.quotes, self.verified, self.from_context, unverified, texts)
