"""The parts of an explained case as plain values."""

from __future__ import annotations

from factcheck.claims.model import Claim
from factcheck.values.interval import Interval
from factcheck.values.truth import word
from factcheck.verdicts.steps import ClaimStep, FigureStep, NumberStep, RateStep, TruthStep
from factcheck.verdicts.told import decimal
from factcheck.vocabulary.model import Source

Json = dict[str, object]


def figure_json(step: FigureStep) -> Json:
    """A figure with its claims and its bounds."""
    converted = None
    if step.converted is not None:
        converted = {**_bounds(step.converted), "unit": step.converted_unit}
    return {
        "reference": step.name,
        "claims": [
            {"id": claim.id, "location": _place(claim), "quote": claim.quote}
            | {"value": claim.value_text or None, "source": _source(source)}
            for claim, source in step.claims
        ],
        "unit": step.claims[0][0].unit.text,
        **_bounds(step.bounds),
        "how": list(step.how),
        "converted": converted,
        "others": list(step.others),
    }


def claim_json(step: ClaimStep) -> Json:
    """A claim with the fields that are asked for."""
    return {
        "id": step.claim.id,
        "location": _place(step.claim),
        "quote": step.claim.quote,
        "source": _source(step.source),
        "values": dict(step.values),
        "decisive": step.decisive,
        "how": list(step.how),
    }


def _place(claim: Claim) -> Json:
    return {"path": claim.path, "line": claim.line}


def _source(source: Source) -> Json:
    published = source.published.isoformat() if source.published else None
    return {"id": source.id, "title": source.title, "published": published}


def rate_json(step: RateStep) -> Json:
    """A rate that was used."""
    rate = step.rate
    return {
        "from": rate.from_unit,
        "to": rate.to_unit,
        **_bounds(rate.bounds),
        "start": rate.start.isoformat(),
        "end": rate.end.isoformat(),
        "rates": list(rate.rows),
        "sources": list(step.sources),
        "claims": list(step.claims),
    }


def truth_json(step: TruthStep) -> Json:
    """A test with its truth."""
    return {
        "test": step.text,
        "truth": word(step.truth) if step.truth is not None else None,
        "numbers": [_number(number) for number in step.numbers],
        "values": dict(step.values),
        "reasons": list(step.reasons),
        "margin": step.margin,
        "parts": [truth_json(part) for part in step.parts],
    }


def _number(step: NumberStep) -> Json:
    return {
        "number": step.text,
        "unit": step.unit,
        **(_bounds(step.bounds) if step.bounds is not None else {"lower": None, "upper": None}),
        "exact": step.exact,
        "reason": step.reason,
        "parts": [_number(part) for part in step.parts],
    }


def _bounds(bounds: Interval) -> Json:
    return {
        "lower": decimal(bounds.low),
        "lower_open": bounds.low_open,
        "upper": decimal(bounds.high),
        "upper_open": bounds.high_open,
    }
