"""What a rule has that no query says, in the words in which it is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.plan import model

LITERAL: Final = "a literal beyond the numbers for which errors are bounded"


def field(name: str) -> str:
    """A field of claims."""
    return f"the field `{name}`"


def fields(names: Iterable[str]) -> str:
    """Several of them."""
    return " and ".join(f"`{name}`" for name in sorted(names))


def unbound(name: str) -> str:
    """A field of the case."""
    return f"cases of a `{name}` that no figure of theirs states"


def selector(reference: model.Reference, on: model.JoinOn) -> str:
    """One figure with the step by which it meets the case."""
    steps = {
        "other": f"other {on.field}",
        "group": "any group",
        "longer": f"any longer {on.field}",
        "earlier": f"any earlier {on.field}",
        "previous": f"previous {on.kind or ''}".rstrip(),
        "ago": f"{on.months} months ago",
    }
    return f"`{reference.scan.metric}[{steps.get(on.how, on.field)}]`"


def fold(one: model.Fold) -> str:
    """A fold, with what it has beside one figure and one axis."""
    name = f"`{one.function}(… over {', '.join(one.axes)})`"
    if one.outer is not None:
        return f"{name} in the body of another fold"
    if one.roots:
        return f"{name} of a pinned {one.roots[0][0]}"
    return name if len(one.axes) > 1 else f"{name} of more than one figure"


def clause(plan: model.RulePlan) -> str:
    """What a rule has around its check."""
    if plan.claim_tests:
        return "`where` on the numbers of single claims"
    if plan.premises:
        return "`if` before a check of groups of claims"
    return "`where` on cases in a rule about groups of claims"


def number(node: object) -> str:
    """A number, or a test where a number was asked for."""
    if isinstance(node, model.CountOf):
        return f"`count({node.what})`"
    if isinstance(node, model.Raised):
        return f"a power of {node.exponent}"
    if isinstance(node, model.FoldSlot):
        return "a fold in the body of another"
    if isinstance(node, model.ClaimNumber):
        return f"`{node.field}` of a claim as a number"
    return test(node)


def test(node: object) -> str:
    """A test."""
    names = {
        model.FigureStated: "`is stated` of a figure",
        model.MembersAgreement: "`members agree`",
        model.Agreement: "`claims agree` beside other tests",
    }
    return names.get(type(node), "a test of groups of claims")
