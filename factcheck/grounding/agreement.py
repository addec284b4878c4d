"""The words around a number that a claim and its quote share: relation, hedge, last digit, sign."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.claims.bounds import bounds_of
from factcheck.claims.model import Claim
from factcheck.diagnostics.grounding_codes import (
    OPEN_END,
    OTHER_DECIMALS,
    OTHER_HEDGE,
    OTHER_RELATION,
)
from factcheck.grounding.judgement import Judgement
from factcheck.grounding.numbers import HUNDREDTHS, Match, power_of_ten
from factcheck.grounding.units import currencies
from factcheck.grounding.wording import RELATIONS, reading
from factcheck.quantities.model import Quantity
from factcheck.records import frozen
from factcheck.values.interval import Interval
from factcheck.values.rational import less
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.wrong import Wrong

_ABOVE: Final = ("gt", "ge")
_BELOW: Final = ("lt", "le")
_OPPOSITE: Final = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
_ROUNDED: Final = ("amount", *HUNDREDTHS)


@frozen
class Words:
    """A claim beside the figure that states its number."""

    claim: Claim
    figure: Quantity
    match: Match
    hedges: Mapping[str, Hedge]

    def judge(self) -> Judgement:
        """The first thing in which they differ; what the claim adds is not verified."""
        claim, figure = self.claim, self.figure
        if self.match.opposite and figure.direction != "down":
            return Judgement("the quote does not say that it is a fall")
        said = self._relation()
        if said != claim.relation:
            return self._other_relation(said)
        if claim.hedge and not figure.hedge:
            return Judgement(f"the quote does not say `{claim.hedge}`")
        wrongs = [*self._hedge(), *self._decimals()]
        decimals = self.printed_decimals() if is_rounded(figure) else None
        return Judgement(wrongs=tuple(wrongs), decimals=decimals)

    def _relation(self) -> str:
        """The relation of the quote, turned round where the claim has the opposite sign."""
        said = self.figure.relation
        return _OPPOSITE.get(said, said) if self.match.opposite else said

    def _other_relation(self, said: str) -> Judgement:
        own = self.claim.relation
        if said == "eq":
            return Judgement(f"the quote does not say that it is {RELATIONS[own]}")
        if own == "eq" and self.figure.relation_open:
            return Judgement(f"the words can mean that number as well as {RELATIONS[said]}")
        if own == "eq" and self.claim.hedge:
            return Judgement(f"the quote says {RELATIONS[said]}, and the claim a hedge instead")
        if {own, said} <= {*_ABOVE} or {own, said} <= {*_BELOW}:
            if own in {"ge", "le"}:
                return Judgement()
            message = f"the quote says {RELATIONS[said]}, and the claim {RELATIONS[own]}"
            wrong = Wrong(OPEN_END, message, f"write `{said}`", (reading(self.figure),))
            return Judgement(wrongs=(("relation", wrong),))
        if self.figure.kind == "multiple" and own == _OPPOSITE.get(said):
            return Judgement("more than halved is less than half: the words can mean both")
        if "order" in {own, said} and {own, said} & {*_ABOVE}:
            return Judgement("an order of magnitude, or a bound: the words can mean both")
        if self.figure.value_to is not None:
            return Judgement()
        message = f"the quote says {RELATIONS[said]}, and the claim {RELATIONS[own]}"
        wrong = Wrong(OTHER_RELATION, message, f"write `{said}`", (reading(self.figure),))
        return Judgement(wrongs=(("relation", wrong),))

    def _bounds(self, hedge: str, decimals: int | None) -> Interval:
        claim = self.claim
        policy = self.hedges.get(hedge) if hedge else None
        return bounds_of(
            claim.value, claim.value_to, claim.relation, policy, decimals, non_negative=False
        )

    def _hedge(self) -> list[tuple[str, Wrong]]:
        """A hedge that is left out, where it widens the bounds."""
        claim, said = self.claim, self.figure.hedge
        if not said or said == claim.hedge or (claim.hedge and said not in self.hedges):
            return []  # a package may have its own word for what the reader calls `about`
        own, wider = (self._bounds(name, claim.decimals) for name in (claim.hedge, said))
        if said in self.hedges and _contains(own, wider):
            return []
        help_ = f"write `{said}` in `hedge`"
        if said not in self.hedges:
            help_ += ", and what it means among the hedges of the descriptor"
        message = f"the quote says `{said}`, and the claim "
        message += f"`{claim.hedge}`" if claim.hedge else "does not"
        return [("hedge", Wrong(OTHER_HEDGE, message, help_, (reading(self.figure),)))]

    def _decimals(self) -> list[tuple[str, Wrong]]:
        """Another last digit, where it changes the bounds and is not a way of rounding."""
        claim, printed = self.claim, self.printed_decimals()
        own = claim.decimals
        if printed is None or own == printed:
            return []
        if own is None and not (printed < 0 or self.figure.kind in HUNDREDTHS):
            return []
        if own is not None and own < printed and _ends_in_zeros(claim, own):
            return []
        if self._bounds(claim.hedge, own) == self._bounds(claim.hedge, printed):
            return []
        stated = "no last digit" if own is None else f"`{own}`"
        message = f"the last digit of the quote is at `{printed}`, and the claim has {stated}"
        wrong = Wrong(OTHER_DECIMALS, message, f"write `{printed}`", (reading(self.figure),))
        return [("decimals", wrong)]

    def printed_decimals(self) -> int | None:
        """The place of the last printed digit in the unit of the claim."""
        decimals = self.figure.decimals
        exponent = power_of_ten(self.match.scale)
        if decimals is None or exponent is None:
            return None
        return decimals + exponent


def is_rounded(figure: Quantity) -> bool:
    """Whether the last printed digit of a figure bounds it; a count is exact as it is printed."""
    return figure.kind in _ROUNDED or bool(currencies(figure)) or (figure.decimals or 0) < 0


def _contains(outer: Interval, inner: Interval) -> bool:
    return not (less(inner.low, outer.low) or less(outer.high, inner.high))


def _ends_in_zeros(claim: Claim, decimals: int) -> bool:
    """Whether the number has no digit but 0 behind this place."""
    numerator, denominator = claim.value or (0, 1)
    if decimals >= 0:
        shifted: int = numerator * 10**decimals
        return shifted % denominator == 0
    place: int = denominator * 10**-decimals
    return numerator % place == 0
