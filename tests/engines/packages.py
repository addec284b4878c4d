"""Packages made in memory: a small vocabulary, claims as rows, rules as text."""

from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.claims.model import Claim, Claims
from factcheck.engines.exact.engine import run
from factcheck.engines.package import Package
from factcheck.engines.rows import RuleRows
from factcheck.lang.bind.program import bind
from factcheck.lang.parser import parse
from factcheck.plan.lower import lower
from factcheck.plan.model import RulePlan
from factcheck.values.interval import Interval
from factcheck.values.rational import Rational
from factcheck.values.unit import BUILT_IN_UNITS, Unit, parse_unit
from factcheck.verdicts.fold import judge_rule
from factcheck.verdicts.verdict import RuleVerdict
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Entity, Membership, Metric, Rate, Source, Vocabulary
from tests.strategies import BASE_UNITS, known_period

UNITS = {**BUILT_IN_UNITS, **BASE_UNITS}
MANY_READINGS = 10_000


def unit(text: str) -> Unit:
    """A unit of these packages."""
    found = parse_unit(text, UNITS)
    assert isinstance(found, Unit), found
    return found


def metric(
    name: str, text: str = "person", kind: str = "", *, non_negative: bool = False
) -> Metric:
    """A metric in a unit."""
    return Metric(name, name, unit(text), kind, non_negative, "metrics.csv", 1, {"kind": kind})


def vocabulary(
    metrics: Iterable[Metric],
    entities: Iterable[str] = ("x", "y", "z", "g", "h"),
    sources: Iterable[str] = ("s1", "s2", "s3"),
    memberships: Iterable[tuple[str, str, bool]] = (),
    rates: tuple[Rate, ...] = (),
    dimensions: tuple[str, ...] = (),
) -> Vocabulary:
    """A vocabulary with the names; entities g and h are groups."""
    published = date(2025, 6, 30)
    return Vocabulary(
        "tests",
        "1",
        {
            name: Source(
                name, name, "", "", published, None, "en", "", "", None, "live", 1, {"id": name}
            )
            for name in sources
        },
        {
            name: Entity(name, name, "group" if name in "gh" else "company", 1, {})
            for name in entities
        },
        tuple(Membership(group, one, None, is_open, "", 1) for group, one, is_open in memberships),
        {one.id: one for one in metrics},
        UNITS,
        rates,
        dimensions,
        "CNY",
        {},
    )


def claim(  # noqa: PLR0913, PLR0917 (a row has many cells)
    number: int,
    of: Metric,
    bounds: Interval,
    entity: str = "x",
    period: str = "2025",
    source: str = "s1",
    status: str = "actual",
    dimensions: tuple[str, ...] = (),
    value: Rational | None = (1, 1),
) -> Claim:
    """A claim with these bounds, whatever it prints; an empty period is none."""
    return Claim(
        f"c{number:05}",
        source,
        entity,
        of.id,
        known_period(period) if period else None,
        value,
        "1",
        None,
        "",
        of.unit,
        "eq",
        "",
        None,
        status,
        "",
        "1",
        0,
        1,
        (),
        None,
        "",
        dimensions,
        bounds,
        "claims.csv",
        number + 1,
    )


def package(words: Vocabulary, claims: Sequence[Claim]) -> Package:
    """The claims over the vocabulary."""
    return Package(words, Claims("claims.csv", tuple(claims)), Exchange(words.rates))


def plan_of(text: str, words: Vocabulary) -> RulePlan:
    """The plan of a text with one rule that is known to be right."""
    program, mistakes = parse(text, "test.rules")
    assert mistakes == []
    bound, mistakes = bind([program], words)
    assert [one for one in mistakes if one.is_error] == []
    (rule,) = bound.rules
    plan, mistakes = lower(rule, words)
    assert mistakes == []
    return plan


def rows_of(text: str, over: Package) -> RuleRows:
    """What the exact engine gives for a rule."""
    return run(over, plan_of(text, over.vocabulary))


def judged(text: str, over: Package) -> RuleVerdict:
    """The verdicts of a rule."""
    return judge_rule(over, rows_of(text, over), MANY_READINGS)
