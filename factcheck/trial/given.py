"""A given of a test as a claim, with the fields that it leaves open."""

from __future__ import annotations

from datetime import date

from factcheck.claims.bounds import bounds_of
from factcheck.claims.model import Claim
from factcheck.diagnostics import trial_codes as codes
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import syntax
from factcheck.lang.bind.context import Context, known_names
from factcheck.lang.typed import Key
from factcheck.records import evolve, frozen
from factcheck.trial.number import is_possible, unit_of, words_of
from factcheck.trial.selectors import PUBLISHED, fixed_fields
from factcheck.trial.unnamed import OPEN_FIELDS, UNNAMED, UNNAMED_PERIOD
from factcheck.values import rational
from factcheck.values.interval import EVERYTHING
from factcheck.values.period import Period
from factcheck.values.rational import Rational
from factcheck.values.unit import Unit
from factcheck.vocabulary.model import Metric, Vocabulary


@frozen
class Figure:
    """A figure of a test: its claim, what is left open, and the day its source was published."""

    claim: Claim
    open: frozenset[str]
    published: date | None
    given: syntax.Given

    def leaves_open(self, path: str) -> bool:
        """Whether nothing is said of a field, or of the attribute of an unnamed value."""
        if path == PUBLISHED and self.published is not None:
            return False
        return path.partition(".")[0] in self.open


def figure_of(context: Context, given: syntax.Given, number: int) -> Figure | None:
    """The figure that a given states; None when something in it is wrong, and collected."""
    metric = context.vocabulary.metrics.get(given.metric.text)
    if metric is None:
        names = list(context.vocabulary.metrics)
        context.error(
            codes.GIVEN_METRIC,
            f"there is no metric `{given.metric.text}`",
            given.metric.span,
            help=did_you_mean(given.metric.text, names) or known_names("metric", names),
            label="not known",
        )
        return None
    fixed = fixed_fields(context, given)
    unit = unit_of(context, given, metric)
    words = None if fixed is None else words_of(context, given, fixed)
    if fixed is None or unit is None or words is None:
        return None
    fixed.setdefault("claim", f"given_{number}")
    claim = _claim(context.vocabulary, metric, unit, given, fixed)
    claim = evolve(claim, relation=words[0], hedge=words[1])
    if not is_possible(context, given, metric, words[0]):
        return None
    open_fields = (*OPEN_FIELDS, *context.vocabulary.dimensions)
    day = fixed.get(PUBLISHED)
    return Figure(
        with_bounds(context.vocabulary, claim),
        frozenset(field for field in open_fields if field not in fixed),
        day.start if isinstance(day, Period) else None,
        given,
    )


def _claim(
    vocabulary: Vocabulary, metric: Metric, unit: Unit, given: syntax.Given, fixed: dict[str, Key]
) -> Claim:
    period = fixed.get("period", UNNAMED_PERIOD)
    return Claim(
        id=str(fixed["claim"]),
        source=str(fixed.get("source", UNNAMED)),
        entity=str(fixed.get("entity", UNNAMED)),
        metric=metric.id,
        period=period if isinstance(period, Period) else None,
        value=given.value.value,
        value_text=rational.to_decimal_text(given.value.value),
        value_to=None,
        value_to_text="",
        unit=unit,
        relation="eq",
        hedge="",
        decimals=None,
        status=str(fixed.get("status", UNNAMED)),
        attributed_to=str(fixed.get("attributed_to", UNNAMED)),
        quote=str(fixed.get("quote", "")),
        char_start=None,
        char_end=None,
        inferred=(),
        converts=str(fixed["converts"]) if "converts" in fixed else None,
        note="",
        dimensions=tuple(str(fixed.get(name, UNNAMED)) for name in vocabulary.dimensions),
        bounds=EVERYTHING,
        path=given.span.path,
        line=given.span.line,
    )


def with_bounds(vocabulary: Vocabulary, claim: Claim, value: Rational | None = None) -> Claim:
    """The claim with the bounds of its words; with another number where one is given."""
    number = claim.value if value is None else value
    metric = vocabulary.metrics[claim.metric]
    hedge = vocabulary.hedges[claim.hedge] if claim.hedge else None
    bounds = bounds_of(number, None, claim.relation, hedge, None, non_negative=metric.non_negative)
    text = "" if number is None else rational.to_decimal_text(number)
    return evolve(claim, value=number, value_text=text, bounds=bounds)
