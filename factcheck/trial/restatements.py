"""Givens that name one another: a restatement and the amount that it restates."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.checks import no_restatement
from factcheck.diagnostics import trial_codes as codes
from factcheck.diagnostics.diagnostic import Label
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import syntax
from factcheck.lang.bind.context import Context, known_names
from factcheck.trial.given import Figure


def check_restatements(context: Context, figures: Sequence[Figure]) -> None:
    """Collect names that two givens have, and restatements of nothing."""
    named: dict[str, Figure] = {}
    for figure in figures:
        first = named.setdefault(figure.claim.id, figure)
        if first is not figure:
            context.error(
                codes.GIVEN_SELECTOR,
                f"two givens are called `{figure.claim.id}`",
                _place(figure, "claim"),
                labels=(Label(_place(first, "claim"), "the first one"),),
                help="give one of them another name",
            )
    for figure in figures:
        if figure.claim.converts is not None:
            _check(context, figure, named)


def _check(context: Context, figure: Figure, named: dict[str, Figure]) -> None:
    """Collect a restatement of an amount that is not there, of itself, or in one currency."""
    name = str(figure.claim.converts)
    original = named.get(name)
    names = [one for one in named if one != figure.claim.id]
    if original is None:
        message = f"no given of this test is called `{name}`"
        help_ = did_you_mean(name, names) or known_names("given", names)
        if not names:
            help_ = "name the amount that it restates: `capex[claim = a] = 5 CNY`"
    elif _leads_back(figure, named):
        message, help_ = "the given restates itself", "only the second amount has `converts`"
    else:
        message = no_restatement(figure.claim, original.claim) or ""
        help_ = "`converts` names the same amount in another currency"
    if message:
        context.error(codes.GIVEN_RESTATEMENT, message, _place(figure, "converts"), help=help_)


def _leads_back(figure: Figure, named: dict[str, Figure]) -> bool:
    """Whether what a given restates restates, over others, the given."""
    seen: set[str] = set()
    one: Figure | None = figure
    while one is not None and one.claim.converts is not None and one.claim.id not in seen:
        seen.add(one.claim.id)
        one = named.get(one.claim.converts)
    return one is not None and one.claim.id in seen


def _place(figure: Figure, field: str) -> Span:
    """Where a given fixes a field; the whole of it where it does not."""
    for selector in figure.given.selectors:
        name = selector.field if isinstance(selector, syntax.Pin) else None
        if isinstance(name, syntax.Name) and name.text == field:
            return selector.span
    return figure.given.span
