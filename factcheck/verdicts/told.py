"""How verdicts are named and their numbers written, in reports and in what is published alike."""

from __future__ import annotations

from functools import lru_cache

from factcheck.digest import sha256
from factcheck.engines.rows import CaseKey
from factcheck.plan.model import RulePlan
from factcheck.values.period import Period, canonical_text
from factcheck.values.rational import Rational, decimal_text, to_short_text


def case_of(plan: RulePlan, key: CaseKey) -> tuple[tuple[str, str], ...]:
    """The fields of a case with their values as text; empty for what is not stated."""
    return tuple((field, _key(value)) for field, value in zip(plan.scope, key, strict=True))


def _key(value: str | Period | None) -> str:
    if isinstance(value, Period):
        return canonical_text(value)
    return "" if value is None else value


def fingerprint(rule: str, verdict: str, case: tuple[tuple[str, str], ...]) -> str:
    """The same for the same rule, case and verdict, wherever their lines stand."""
    parts = [rule, verdict, *(f"{field}={value}" for field, value in sorted(case))]
    text = "\x1f".join(part.replace("\x1f", "") for part in parts)
    return sha256(text.encode("utf-8", "surrogatepass"))[:32]


@lru_cache(maxsize=4096)
def decimal(end: Rational) -> str:
    """An end as exact decimal text; one that has none, as an inverse rate, with twelve digits."""
    return decimal_text(end) or to_short_text(end, 12)
