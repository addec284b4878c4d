"""What a plan asks for beside figures."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.plan import model
from factcheck.plan.walk import every, nodes
from factcheck.values.period import Period


def asks_for_members(plan: model.RulePlan) -> bool:
    """Whether a rule asks for the members of its case, which need no claim to be there."""
    return any(
        isinstance(node, model.MembersAgreement)
        or (isinstance(node, model.CountOf) and node.what == "members")
        for node in _asked(plan)
    )


def asks_for_lists_alone(plan: model.RulePlan) -> bool:
    """Whether a rule compares lists of members, and asks and tells nothing of its case's claims."""
    if plan.groups is None:  # a rule about claims compares lists
        return False
    asked = [*_asked(plan), *nodes(plan.message, plan)]
    return any(isinstance(node, model.MembersAgreement) for node in asked) and not any(
        isinstance(node, model.Agreement | model.ClaimNumber)
        or (isinstance(node, model.CountOf) and node.what != "members")
        for node in asked
    )


def may_drop(plan: model.RulePlan) -> bool:
    """Whether a case may be none, or be without some of its claims, once it is judged."""
    return bool(plan.premises or plan.claim_tests) or asks_for_members(plan)


def asks_for_ends(plan: model.RulePlan) -> bool:
    """Whether a rule asks for an end of a figure, by lower or upper."""
    return any(
        isinstance(node, model.Calculation) and node.operator in ("lower", "upper")
        for node in _asked(plan)
    )


def asks_for_overlap(plan: model.RulePlan) -> bool:
    """Whether some choice may make two sides equal: of a hull more do than of each figure."""
    return any(map(_is_overlap, _asked(plan)))


def is_overlap_alone(plan: model.RulePlan) -> bool:
    """Whether a rule asks for nothing but that: hulls that never meet, meet nowhere."""
    return _is_overlap(plan.check) and not plan.premises and not asks_for_ends(plan)


def periods_named(tests: tuple[model.Test, ...]) -> set[Period]:
    """The periods that stand in filters: `where period = 2025-H1`, `where period in {…}`."""
    sides = (node.right for node in every(tests, model.KeyComparison))
    named = [side.value for side in sides if isinstance(side, model.KeyConstant)]
    named += [value for node in every(tests, model.OneOf) for value in node.values]
    return {value for value in named if isinstance(value, Period)}


def _asked(plan: model.RulePlan) -> Iterator[object]:
    """All that its premises and its check say."""
    return nodes((*plan.premises, plan.check), plan)


def _is_overlap(node: object) -> bool:
    return isinstance(node, model.Comparison) and node.operator == "consistent"
