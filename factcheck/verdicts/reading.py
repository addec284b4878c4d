"""One reading: a figure for every reference, as variables, brought to common currencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow, Figure, every_part
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.plan.money import target_currency
from factcheck.records import Factory, define
from factcheck.values import interval as intervals
from factcheck.values.interval import Interval
from factcheck.verdicts import terms
from factcheck.verdicts.natural import natural
from factcheck.verdicts.outcome import UnsettledError
from factcheck.verdicts.terms import Term
from factcheck.vocabulary.exchange import ExchangeRate

UNKNOWN_CURRENCY = "XXX"
Converted: TypeAlias = tuple[Term, list[tuple[str, ExchangeRate]]]
"""A figure as a term, and the rates that its claim was converted at."""


@define
class Reading:
    """The figures chosen, and the conversions that they need."""

    package: Package
    plan: model.RulePlan
    row: CaseRow
    chosen: Mapping[int, tuple[Figure, ...]]
    """One figure for each reference; several where they are taken as their hull."""
    converted: dict[tuple[Figure, str, str | None], Converted] = Factory(dict)
    """What figures are, converted: all readings of a case may share it."""
    targets: dict[int, str | None] = Factory(dict)
    """For each group of components that is converted, the currency it is brought to."""
    standing: dict[int, str] = Factory(dict)
    """For each group of components that is not converted, the one currency it is in."""
    conversions: dict[tuple[str, ExchangeRate], None] = Factory(dict)
    names: dict[str, str] = Factory(dict)
    agreed: dict[int, object] = Factory(dict)
    """What agreements came to, by the id of their test: who asks again is told the same."""

    def figures(self, slot: model.Slot) -> Iterable[Figure]:
        """The figures that are chosen for a slot, in every part of the folds that it stands in."""
        if self.plan.references[slot.reference].fold is None:
            return self.chosen.get(slot.reference, ())
        return [
            figure
            for _, part in every_part(self.row)
            for figure in part.figures.get(slot.reference, ())
        ]

    def settle_currencies(self, *tests: object) -> None:
        """Work out which groups of money in tests meet in more than one currency."""
        for group, slots in self.package.money(self.plan, tests).items():
            names: list[str] = []
            for slot in slots:
                for figure in self.figures(slot):
                    names += [name for name, _ in figure.unit.currencies]
            literal = self.plan.components[group].currency
            currencies = {*names, literal} if literal else set(names)
            meets = len(names) + (literal is not None) > 1
            if UNKNOWN_CURRENCY in currencies and meets:
                self.targets[group] = UNKNOWN_CURRENCY
            elif len(currencies) > 1:
                target = target_currency(self.package.vocabulary, self.plan.components[group])
                self.targets[group] = target
            else:
                self.targets.pop(group, None)
                self.standing[group] = next(iter(currencies), "")

    def unknown(self, slot: model.Slot, place: str) -> str:
        """A name for an amount that no single figure states: it is another in another currency."""
        if slot.component == NOWHERE:
            return place
        group = self.plan.components[slot.component].group
        return f"{place} {self.targets.get(group) or self.standing.get(group, '')}"

    def term(self, slot: model.Slot, figures: tuple[Figure, ...], place: str) -> Term:
        """The figures of one place as a variable, converted where its group is."""
        if len(figures) == 1:
            return self._converted(slot, figures[0], self._name(figures[0], place))
        hull: Interval | None = None
        for number, figure in enumerate(figures):
            own = self._converted(slot, figure, f"{place}/{number}")
            bounds = natural(own)
            hull = bounds if hull is None else intervals.hull(hull, bounds)
        assert hull is not None  # noqa: S101 (a place has figures)
        return terms.Variable(self.unknown(slot, place), hull)

    def _name(self, figure: Figure, place: str) -> str:
        """One name for one figure: places that choose the same claims are one variable."""
        if len(figure.claims) == 1:
            return self.names.setdefault(figure.claims[0].id, place)
        if not _one_subject(figure.claims):
            return place
        known = (self.names[claim.id] for claim in figure.claims if claim.id in self.names)
        name = next(known, place)
        for claim in figure.claims:
            self.names[claim.id] = name
        return name

    def _converted(self, slot: model.Slot, figure: Figure, name: str) -> Term:
        target: str | None = None
        if self.targets and slot.component != NOWHERE:
            target = self.targets.get(self.plan.components[slot.component].group)
        key = figure, name, target
        known = self.converted.get(key)
        if known is None:
            known = terms.Variable(name, intervals.scale(figure.bounds, figure.unit.factor)), []
            if target is not None:
                own = "" if self._of_one_day(figure) else name
                currencies = figure.unit.currencies
                known = self._brought(known[0], figure.claims[0], currencies, target, own)
            self.converted[key] = known
        for one in known[1]:
            self.conversions[one] = None
        return known[0]

    def _of_one_day(self, figure: Figure) -> bool:
        """Whether all claims of a figure are converted at the rate of the same days."""
        first = self.package.rate_days(figure.claims[0])
        return all(self.package.rate_days(claim) == first for claim in figure.claims[1:])

    def convert(
        self, term: Term, claim: Claim, currencies: Iterable[tuple[str, int]], target: str
    ) -> Term:
        """An amount brought to a currency; raises UnsettledError without a dated rate."""
        converted, rates = self._brought(term, claim, currencies, target)
        self.conversions.update(dict.fromkeys(rates))
        return converted

    def _brought(
        self,
        term: Term,
        claim: Claim,
        currencies: Iterable[tuple[str, int]],
        target: str,
        own: str = "",
    ) -> Converted:
        """An amount brought to a currency.

        A rate is one variable with every other of the same days, unless it is the amount's `own`.
        """
        rates: list[tuple[str, ExchangeRate]] = []
        for currency, exponent, rate in self._rates(claim, currencies, target):
            rates.append((claim.id, rate))
            name = f"{currency}>{target}@{own or f'{rate.start}/{rate.end}'}"
            factor: Term = terms.Variable(name, rate.bounds)
            if abs(exponent) > 1:
                factor = terms.PowerTerm(factor, abs(exponent))
            pair = terms.Product if exponent > 0 else terms.Quotient
            term = pair(term, factor)
        return term, rates

    def _rates(
        self, claim: Claim, currencies: Iterable[tuple[str, int]], target: str
    ) -> Iterator[tuple[str, int, ExchangeRate]]:
        """The currencies that are not the target, with their powers and rates."""
        for currency, exponent in currencies:
            if UNKNOWN_CURRENCY in (currency, target):
                reason = "the currency of an amount is not stated"
                raise UnsettledError(reason, "state the currency of the claims in XXX")
            if currency != target:
                yield currency, exponent, self._rate(claim, currency, target)

    def _rate(self, claim: Claim, currency: str, target: str) -> ExchangeRate:
        days = self.package.rate_days(claim)
        if days is None:
            raise UnsettledError(
                f"no day is known on which to convert {currency} to {target}:"
                f" the source {claim.source} has no day of publication",
                f"state when {claim.source} was published",
            )
        rate = self.package.exchange.rate(currency, target, *days)
        if rate is None:
            when = f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}"
            raise UnsettledError(
                f"no exchange rate from {currency} to {target} {when}",
                f"add a rate from {currency} to {target} {when} to the table rates",
            )
        return rate


def _one_subject(claims: tuple[Claim, ...]) -> bool:
    """Whether claims speak of one quantity: same metric, entity, period, status, dimensions."""
    first = claims[0]
    return all(
        claim.entity == first.entity
        and claim.period == first.period
        and claim.status == first.status
        and claim.dimensions == first.dimensions
        for claim in claims[1:]
    )
