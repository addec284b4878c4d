"""The figures and claims of one reading, with their sources, bounds and conversions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.engines.rows import CaseRow, Figure, every_part
from factcheck.plan import model
from factcheck.plan.money import slots
from factcheck.records import names_of
from factcheck.verdicts.claim_numbers import implied_rate
from factcheck.verdicts.natural import natural
from factcheck.verdicts.origins import how
from factcheck.verdicts.outcome import UnsettledError
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.shown import printed
from factcheck.verdicts.steps import ClaimStep, FigureStep, RateStep
from factcheck.verdicts.units import in_unit, measure_of
from factcheck.verdicts.wording import interval_text, key_text
from factcheck.verdicts.written_leaves import reference_text

NOT_STATED: Final = "(not stated)"
_OF_BOUNDS: Final = frozenset({"value", "lower", "upper"})


def figure_steps(reading: Reading) -> tuple[FigureStep, ...]:
    """The figure of every reference, those of the parts of sums behind them."""
    used = {slot.reference: slot for slot in slots(reading.plan, _tests(reading.plan))}
    found: dict[tuple[str, tuple[Claim, ...]], FigureStep] = {}
    for place, name, figure, others in _chosen(reading):
        step = _figure(reading, used.get(place), name, figure, others)
        found.setdefault((name, figure.claims), step)
    return tuple(found.values())


def _tests(plan: model.RulePlan) -> tuple[model.Test, ...]:
    return (*plan.premises, plan.check)


def _chosen(reading: Reading) -> Iterator[tuple[int, str, Figure, tuple[Figure, ...]]]:
    """Place, name and figure of what is chosen, and what other readings choose."""
    for place, figures in reading.chosen.items():
        name = reference_text(reading.plan.references[place])
        others = tuple(one for one in reading.row.figures.get(place, ()) if one not in figures)
        for figure in figures:
            yield place, name, figure, others
    for key, part in every_part(reading.row):
        of = " ".join(map(key_text, key))
        for place, figures in part.figures.items():
            name = f"{reference_text(reading.plan.references[place])} of {of}"
            for figure in figures:
                yield place, name, figure, ()


def _figure(
    reading: Reading,
    slot: model.Slot | None,
    name: str,
    figure: Figure,
    others: tuple[Figure, ...],
) -> FigureStep:
    alone = Reading(reading.package, reading.plan, reading.row, reading.chosen)
    alone.settle_currencies(*_tests(reading.plan))
    converted, unit = None, ""
    if slot is not None:
        try:
            measure = measure_of(alone, slot)
            converted = in_unit(natural(alone.term(slot, (figure,), name)), measure)
            unit = measure.text
        except UnsettledError:
            converted = None
    vocabulary = reading.package.vocabulary
    return FigureStep(
        name,
        tuple((claim, vocabulary.sources[claim.source]) for claim in figure.claims),
        figure.bounds,
        how(figure.claims[0], vocabulary),
        tuple(rate for _, rate in alone.conversions),
        converted if alone.conversions else None,
        unit,
        tuple(claim.id for one in others for claim in one.claims),
    )


def claim_steps(reading: Reading, decisive: frozenset[str]) -> tuple[ClaimStep, ...]:
    """The claims of a case that is a group of claims, with what the check asks of each.

    Where claims are compared, those that state none of it stand aside.
    """
    if reading.plan.groups is None:
        return ()
    asked = tuple(dict.fromkeys(_asked(reading.plan.check)))
    alone = reading.plan.scope == ("claim",)
    found = []
    for claim in reading.row.claims:
        values = tuple((name, _value(reading.package, claim, name)) for name in asked)
        if asked and not alone and not any(value for _, value in values):
            continue
        vocabulary = reading.package.vocabulary
        bounded = how(claim, vocabulary) if _OF_BOUNDS & set(asked) else ()
        decides = claim.id in decisive and len(decisive) < len(reading.row.claims)
        stated = tuple((name, value or NOT_STATED) for name, value in values)
        found.append(ClaimStep(claim, vocabulary.sources[claim.source], stated, decides, bounded))
    return tuple(found)


def _asked(node: object) -> Iterator[str]:
    """The fields of claims that a node of the plan asks for."""
    if isinstance(node, model.Agreement):
        yield from node.fields or ("value",)
    elif isinstance(node, model.ClaimNumber):
        yield node.field
    elif isinstance(node, model.Path):
        yield node.path
    elif isinstance(node, tuple):
        for child in node:
            yield from _asked(child)
    elif type(node).__module__ == model.__name__:
        for name in names_of(type(node)):
            yield from _asked(getattr(node, name))


def _value(package: Package, claim: Claim, name: str) -> str:
    """A field of a claim for people; empty where it is not stated."""
    if name == "implied_rate":
        rate = implied_rate(package, claim)
        return interval_text(rate) if rate is not None else ""
    if name in _OF_BOUNDS and claim.value is None:
        return ""
    if name == "value":
        return f"{printed(claim)}: {interval_text(claim.bounds, claim.unit.text)}"
    value = package.lookup(claim)(name)
    return "" if value is None else key_text(value)


def rate_steps(reading: Reading, row: CaseRow) -> tuple[RateStep, ...]:
    """The rates that were used, each once, with the claims that they converted."""
    known = {claim.id for claim in row.claims}
    sources = {rate.id: rate.source for rate in reading.package.vocabulary.rates}
    used: dict[object, RateStep] = {}
    for claim, rate in reading.conversions:
        before = used.get(rate)
        claims = (*before.claims, claim) if before else (claim,)
        named = tuple(filter(None, dict.fromkeys(sources.get(name) for name in rate.rows)))
        used[rate] = RateStep(rate, named, tuple(one for one in claims if one in known))
    return tuple(used.values())
