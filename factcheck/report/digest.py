"""A digest of the figures that a finding rests on: it changes when one of them does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.digest import sha256
from factcheck.report.model import Conversion, FindingClaim
from factcheck.verdicts.outcome import Listed

LENGTH: Final = 16
"""Hexadecimal digits."""


def digest_of_figures(
    claims: Iterable[FindingClaim],
    conversions: Iterable[Conversion],
    lists: Iterable[Listed] = (),
) -> str:
    """The same for the same statements and rates, whatever the ids and the lines of their rows."""
    stated = sorted({_claim(found) for found in claims})
    rates = sorted({_rate(conversion) for conversion in conversions})
    members = sorted((one.source, one.members, one.open) for one in lists)
    told = (stated, rates, members) if members else (stated, rates)
    return sha256(ascii(told).encode("ascii"))[:LENGTH]


def _claim(found: FindingClaim) -> tuple[str, ...]:
    """Who says when what of whom; not the quote, which may be corrected."""
    claim, published = found.claim, found.source.published
    said = (found.source.id, published.isoformat() if published else "")
    period = claim.period.text if claim.period else ""
    about = (claim.entity, claim.metric, period, claim.status, claim.unit.text)
    return (*said, *about, found.lower, found.upper)


def _rate(conversion: Conversion) -> tuple[str, ...]:
    units = (conversion.from_unit, conversion.to_unit)
    return (*units, conversion.lower, conversion.upper, conversion.start, conversion.end)
