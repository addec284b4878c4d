"""Every figure of a case, chosen or not, brought to the units in which the check meets it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.model import Claim
from factcheck.engines.rows import Figure
from factcheck.plan import model
from factcheck.plan.currency import NOWHERE
from factcheck.plan.money import slots, target_currency
from factcheck.values import interval as intervals
from factcheck.values.interval import Interval
from factcheck.values.unit import Unit, parse_unit
from factcheck.verdicts import terms
from factcheck.verdicts.claim_numbers import implied_rate
from factcheck.verdicts.natural import natural
from factcheck.verdicts.outcome import UnsettledError
from factcheck.verdicts.reading import Reading
from factcheck.verdicts.steps import Drawn
from factcheck.verdicts.units import measure_of
from factcheck.verdicts.wording import key_text
from factcheck.verdicts.written_leaves import reference_text


def drawn_figures(reading: Reading) -> tuple[Drawn, ...]:
    """The figures of the references, or those of the claims of a group, in a stable order."""
    if reading.plan.groups is not None:
        return tuple(_of_group(reading))
    return (*_of_references(reading), *_of_parts(reading))


def _used(reading: Reading) -> dict[int, model.Slot]:
    tests = (*reading.plan.premises, reading.plan.check)
    return {slot.reference: slot for slot in slots(reading.plan, tests)}


def _of_references(reading: Reading) -> Iterator[Drawn]:
    used = _used(reading)
    for place, figures in reading.row.figures.items():
        name = reference_text(reading.plan.references[place])
        chosen = reading.chosen.get(place, ())
        for figure in figures:
            yield _drawn(reading, used.get(place), name, figure, chosen=figure in chosen)


def _of_parts(reading: Reading) -> Iterator[Drawn]:
    used = _used(reading)
    for parts in reading.row.parts.values():
        for part in parts:
            of = " ".join(map(key_text, part.key))
            for place, figures in part.figures.items():
                name = f"{reference_text(reading.plan.references[place])} of {of}"
                for figure in figures:
                    yield _drawn(reading, used.get(place), name, figure, chosen=True)


def _drawn(
    reading: Reading, slot: model.Slot | None, name: str, figure: Figure, *, chosen: bool
) -> Drawn:
    """Converted where the check converts it; as printed where that cannot be done."""
    ids = tuple(claim.id for claim in figure.claims)
    unit, bounds = figure.unit, intervals.scale(figure.bounds, figure.unit.factor)
    if slot is not None:
        alone = Reading(reading.package, reading.plan, reading.row, {slot.reference: (figure,)})
        alone.targets.update(reading.targets)
        try:
            bounds, unit = natural(alone.term(slot, (figure,), name)), measure_of(alone, slot)
        except UnsettledError:
            unit = figure.unit
    return Drawn(name, ids, bounds, unit, chosen)


def _of_group(reading: Reading) -> Iterator[Drawn]:
    """Claims that have to agree on numbers; else their values, which are not compared."""
    check = reading.plan.check
    fields = check.fields if isinstance(check, model.Agreement) else ()
    rates = "implied_rate" in fields
    target = None if rates else _target(reading, check)
    for claim in reading.row.claims:
        found = _rate(reading, claim) if rates else _value(reading, claim, target)
        if found is not None:
            name = "implied_rate" if rates else "value"
            yield Drawn(name, (claim.id,), *found, chosen=True)


def _target(reading: Reading, check: model.Test) -> str | None:
    """The currency to which amounts in several are brought."""
    if not isinstance(check, model.Agreement) or check.component == NOWHERE:
        return None
    currencies = {name for claim in reading.row.claims for name, _ in claim.unit.currencies}
    if len(currencies) < 2:  # noqa: PLR2004 (nothing is converted)
        return None
    component = reading.plan.components[reading.plan.components[check.component].group]
    return target_currency(reading.package.vocabulary, component)


def _rate(reading: Reading, claim: Claim) -> tuple[Interval, Unit] | None:
    rate = implied_rate(reading.package, claim)
    ratio = parse_unit("ratio", reading.package.vocabulary.units)
    return None if rate is None or not isinstance(ratio, Unit) else (rate, ratio)


def _value(reading: Reading, claim: Claim, target: str | None) -> tuple[Interval, Unit] | None:
    if claim.value is None:
        return None
    bounds = intervals.scale(claim.bounds, claim.unit.factor)
    money = parse_unit(target, reading.package.vocabulary.units) if target else None
    plain = claim.unit.currencies and claim.unit.currencies == ((claim.unit.text, 1),)
    if not isinstance(money, Unit) or not plain:
        return bounds, claim.unit
    try:
        term = reading.convert(terms.Fixed(bounds), claim, claim.unit.currencies, target or "")
    except UnsettledError:
        return bounds, claim.unit
    return natural(term), money
