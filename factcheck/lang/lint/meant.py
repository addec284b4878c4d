"""Names in messages that may mean several references of the rule."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.lang import typed
from factcheck.lang.bind.message import figures_named


def meant(rule: typed.TypedRule) -> Iterator[Diagnostic]:
    """The metrics in braces that the rule asks for in several ways, none without selectors."""
    asked = typed.Every((*rule.premises, rule.check))
    for hole in rule.message.holes if rule.message else ():
        shown = hole.value
        if not isinstance(shown, typed.Figure) or shown.selection.metric != hole.name:
            continue
        selection = shown.selection
        figures = figures_named(hole.name, asked)
        if len(figures) > 1 and (selection.pins or selection.moves):
            yield Diagnostic(
                codes.SEVERAL_MEANT,
                f"`{{{hole.name}}}` may mean any of {len(figures)} figures of this rule",
                hole.span or rule.span,
                tuple(_label(figure, selection) for figure in figures),
                help="give the one that is meant a name with `let`, and write that in the braces",
            )


def _label(figure: typed.Figure, selection: typed.Selection) -> Label:
    return Label(figure.span, "this is shown" if figure.selection == selection else "and this not")
