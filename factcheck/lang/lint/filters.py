"""Conditions that leave nothing out, or let nothing through, and claims that stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import typed
from factcheck.lang.bind.walk import holds_any
from factcheck.lang.lint.places import place
from factcheck.lang.lint.possible import possible
from factcheck.vocabulary.model import Vocabulary


def filters(rule: typed.TypedRule, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Conditions of `where` and `if` that leave nothing out, or together let nothing through."""
    conditions = (*rule.case_filters, *rule.claim_filters, *rule.premises)
    for condition in conditions:
        if not possible(condition, vocabulary).violated:
            message = "this condition is always true: it leaves nothing out"
            yield Diagnostic(
                codes.IDLE_CONDITION, message, place(condition, rule), help="take it out"
            )
    if not possible(typed.Every(conditions), vocabulary).holds:
        message = f"nothing can meet the conditions of the rule `{rule.id}`: it will have no case"
        help_ = "join alternatives with `or`, or name them as in `status in {plan, target}`"
        yield Diagnostic(codes.CONTRADICTION, message, place(conditions[0], rule), help=help_)


def single(rule: typed.TypedRule) -> Iterator[Diagnostic]:
    """`claims agree` where every claim stands alone."""
    if rule.scope == ("claim",) and holds_any(rule.check, typed.Agreeing):
        message = f"the rule `{rule.id}` compares claims, but takes each on its own"
        note = "`for each claim` makes a case of a single claim, and one claim cannot disagree"
        help_ = "name what they share, as in `for each metric, entity, period`"
        yield Diagnostic(codes.SINGLE_CLAIM, message, rule.span, notes=(note,), help=help_)
