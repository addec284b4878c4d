"""Rules and conditions whose verdict is known before any claim is read."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Code, Diagnostic
from factcheck.lang import typed
from factcheck.lang.bind.walk import every, holds_any
from factcheck.lang.lint.bounds import contradict
from factcheck.lang.lint.possible import Possible, difference, implied, possible
from factcheck.lang.lint.ranges import Sum, range_of_sum
from factcheck.values import rational
from factcheck.vocabulary.model import Vocabulary


def idle(rule: typed.TypedRule, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """That a rule can never be violated, or can never hold."""
    if rule.scope == ("claim",) and holds_any(rule.check, typed.Agreeing):
        return
    found = possible(rule.check, vocabulary, rule.scope)
    stands_apart = not contradict(rule.premises, vocabulary)
    if not found.violated or (stands_apart and implied(rule.premises, rule.check, vocabulary)):
        yield _verdict(rule, vocabulary, codes.NEVER_VIOLATED, "can never be violated", found)
    elif not found.holds or (stands_apart and contradict((*rule.premises, rule.check), vocabulary)):
        yield _verdict(rule, vocabulary, codes.NEVER_HOLDS, "can never hold", found)


def _verdict(
    rule: typed.TypedRule, vocabulary: Vocabulary, code: Code, what: str, found: Possible
) -> Diagnostic:
    from factcheck.lang.lint.places import place  # noqa: PLC0415 (for mistakes alone)

    culprit = _culprit(rule, vocabulary, found)
    wrong = "compare with what would be wrong" if found.holds else "compare with what can be right"
    return Diagnostic(
        code,
        f"the rule `{rule.id}` {what}, whatever the figures",
        place(culprit, rule),
        notes=tuple(_reasons(culprit, rule, vocabulary)),
        help=f"{wrong}, or take the rule out",
    )


def _culprit(rule: typed.TypedRule, vocabulary: Vocabulary, found: Possible) -> typed.Condition:
    """The part of the check that decides, if a single one does."""
    if isinstance(rule.check, typed.Every) and not found.holds:
        for part in rule.check.parts:
            if not possible(part, vocabulary, rule.scope).holds:
                return part
    return rule.check


def _reasons(node: typed.Condition, rule: typed.TypedRule, vocabulary: Vocabulary) -> Iterator[str]:
    if isinstance(node, typed.Agreeing):
        fields = ", ".join(f"`{field.path}`" for field in node.fields)
        yield f"a case of this rule has one value of {fields} already: its `for each` says so"
    elif isinstance(node, typed.CompareKeys) and node.left == node.right:
        yield "both sides are the same"
    elif isinstance(node, typed.Compare) and (said := _of_sides(node, vocabulary)):
        yield from said
    elif rule.premises:
        yield "this follows from the conditions of the rule, taken together"
    else:
        yield "this follows from its parts, taken together"


def _of_sides(node: typed.Compare, vocabulary: Vocabulary) -> list[str]:
    """How the sides stand to each other, and which signs say so."""
    terms = difference(node, vocabulary)
    if not terms:
        return ["both sides are the same"]
    found = range_of_sum(terms, vocabulary)
    if found.low[0] >= 0 and rational.is_finite(found.low):
        strict = found.low[0] > 0 or found.low_open
        how = "above" if strict else "at least"
    elif found.high[0] <= 0 and rational.is_finite(found.high):
        strict = found.high[0] < 0 or found.high_open
        how = "below" if strict else "at most"
    else:
        return []
    return [f"the left side is always {how} the right one", *_signs(terms, vocabulary)]


def _signs(terms: Sum, vocabulary: Vocabulary) -> Iterator[str]:
    figures = (figure for term in terms if term for figure in every(term, typed.Figure))
    metrics = dict.fromkeys(figure.selection.metric for figure in figures)
    known = [f"`{name}`" for name in metrics if vocabulary.metrics[name].non_negative]
    if known:
        verb = "is" if len(known) == 1 else "are"
        yield f"{', '.join(known)} {verb} never below 0, says the package"
