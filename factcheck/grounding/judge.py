"""A claim against the figures of its quote: number first, then unit, then the words around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.claims.model import Claim
from factcheck.diagnostics.grounding_codes import OTHER_UNIT
from factcheck.grounding.agreement import Words
from factcheck.grounding.judgement import Judgement
from factcheck.grounding.numbers import Match, match
from factcheck.grounding.spans import SPANS
from factcheck.grounding.units import NOT_PRINTED, PrintedUnits, currencies
from factcheck.grounding.wording import one_of, reading
from factcheck.quantities.model import Quantity
from factcheck.records import frozen
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.wrong import Wrong

_NO_AMOUNTS: Final = ("date", "time")
_UNIT: Final = "unit_id"


@frozen
class Judge:
    """Judges claims of one package."""

    units: PrintedUnits
    hedges: Mapping[str, Hedge]

    def judge(self, claim: Claim, figures: Sequence[Quantity]) -> Judgement:
        """What the figures of a quote say about a claim: the figure that agrees most speaks."""
        amounts = [figure for figure in figures if figure.kind not in _NO_AMOUNTS]
        unread = next((figure for figure in amounts if figure.value is None), None)
        if not amounts:
            return Judgement("no figure is read in the quote")
        matches = [
            (figure, found) for figure in amounts if (found := match(claim, figure, self.units))
        ]
        if not matches:
            if unread is not None:
                return Judgement(f"{reading(unread)}: {unread.why}")
            from factcheck.grounding.contradiction import contradiction  # noqa: PLC0415 (for few)

            return contradiction(claim, amounts, self.units)
        judged = [self._matched(claim, figure, found) for figure, found in matches]
        return min(judged, key=_distance)

    def _matched(self, claim: Claim, figure: Quantity, found: Match) -> Judgement:
        """The judgement on a figure that states the claim's number."""
        if not figure.confident:
            return Judgement(f"{reading(figure)}, and that is not sure: {figure.why}")
        unit = self._unit(claim, figure)
        if not unit.verified:
            return unit
        words = Words(claim, figure, found, self.hedges).judge()
        return Judgement(words.reason, unit.unit_from_context, words.wrongs, words.decimals)

    def _unit(self, claim: Claim, figure: Quantity) -> Judgement:
        """Whether the printed unit is the claim's, can be, or stands elsewhere in the text."""
        mixed = self.units.mixed(claim.unit, figure)
        if mixed:
            return Judgement(f"{reading(figure)}: {mixed}")
        printed = currencies(figure)
        own = tuple(self.units.code(name) for name, _ in claim.unit.currencies)
        if printed and not own:
            return Judgement(f"{reading(figure)}, and `{claim.unit.text}` is no currency")
        if own and not printed:
            return self._currency_not_printed(claim, own)
        if printed and not _fits(own, printed):
            message = f"the quote is in {one_of(printed)}, and the claim in {' '.join(own)}"
            help_ = f"write `{printed[0]}`" if len(printed) == 1 else "one of these"
            return _wrong(message, help_, figure)
        return self._per(claim, figure)

    def _currency_not_printed(self, claim: Claim, own: tuple[str, ...]) -> Judgement:
        if NOT_PRINTED in own:
            return Judgement()
        if _UNIT in claim.inferred:
            return Judgement(unit_from_context=True)
        text = claim.unit.text
        return Judgement(f"the quote does not print `{text}`; `inferred` can say `{_UNIT}`")

    def _per(self, claim: Claim, figure: Quantity) -> Judgement:
        """Two spans of time, one printed and one claimed, have to be the same."""
        below = self.units.ids(claim.unit)[1]
        claimed = {name for name in below if name in SPANS}
        printed = [name for name in figure.per if name in SPANS]
        if not claimed or not printed or claimed & set(printed):
            return Judgement()
        message = f"the quote is per {' or '.join(printed)}, and the claim per {' '.join(claimed)}"
        return _wrong(message, "the unit that is printed", figure)


def _fits(own: Sequence[str], printed: Sequence[str]) -> bool:
    """A claim may take one of several candidates, or leave open which of them is meant."""
    return bool(set(own) & set(printed)) or (NOT_PRINTED in own and len(printed) > 1)


def _wrong(message: str, help_: str, figure: Quantity) -> Judgement:
    wrong = Wrong(OTHER_UNIT, message, help_, (reading(figure),))
    return Judgement(wrongs=((_UNIT, wrong),))


def _distance(judgement: Judgement) -> tuple[bool, bool, int]:
    """How far a judgement is from a plain agreement."""
    return judgement.contradicted, bool(judgement.reason), len(judgement.wrongs)
