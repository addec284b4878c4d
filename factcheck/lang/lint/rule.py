"""Advice on one bound rule."""

from __future__ import annotations

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import typed
from factcheck.lang.lint.idle import idle
from factcheck.lang.lint.periods import unlike_periods
from factcheck.vocabulary.model import Vocabulary


def advice(rule: typed.TypedRule, vocabulary: Vocabulary) -> list[Diagnostic]:
    """What a run says too: unlike lengths of time, and verdicts known beforehand."""
    return [*idle(rule, vocabulary), *unlike_periods(rule, vocabulary)]


def further_advice(rule: typed.TypedRule, vocabulary: Vocabulary) -> list[Diagnostic]:
    """What only a look at the rules says."""
    from factcheck.lang.lint.exact import exactly_equal  # noqa: PLC0415 (no run asks for it)
    from factcheck.lang.lint.filters import filters, single  # noqa: PLC0415 (as above)
    from factcheck.lang.lint.meant import meant  # noqa: PLC0415 (as above)
    from factcheck.lang.lint.zero import divides_by_zero  # noqa: PLC0415 (as above)

    return [
        *exactly_equal(rule),
        *divides_by_zero(rule, vocabulary),
        *filters(rule, vocabulary),
        *meant(rule),
        *single(rule),
    ]
