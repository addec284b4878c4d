"""What a plan asks for beside figures."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.plan import model
from factcheck.records import names_of
from factcheck.values.period import Period


def asks_for_members(plan: model.RulePlan) -> bool:
    """Whether a rule asks for the members of its case, which need no claim to be there."""

    def found(node: object) -> bool:
        return isinstance(node, model.MembersAgreement) or (
            isinstance(node, model.CountOf) and node.what == "members"
        )

    return _any(plan, (*plan.premises, plan.check), found)


def may_drop(plan: model.RulePlan) -> bool:
    """Whether a case may be none, or be without some of its claims, once it is judged."""
    return bool(plan.premises or plan.claim_tests) or asks_for_members(plan)


def asks_for_ends(plan: model.RulePlan) -> bool:
    """Whether a rule asks for an end of a figure, by lower or upper."""

    def found(node: object) -> bool:
        return isinstance(node, model.Calculation) and node.operator in ("lower", "upper")

    return _any(plan, (*plan.premises, plan.check), found)


def asks_for_overlap(plan: model.RulePlan) -> bool:
    """Whether some choice may make two sides equal: of a hull more do than of each figure."""

    def found(node: object) -> bool:
        return isinstance(node, model.Comparison) and node.operator == "consistent"

    return _any(plan, (*plan.premises, plan.check), found)


def is_overlap_alone(plan: model.RulePlan) -> bool:
    """Whether a rule asks for nothing but that: hulls that never meet, meet nowhere."""
    check = plan.check
    overlap = isinstance(check, model.Comparison) and check.operator == "consistent"
    return overlap and not plan.premises and not asks_for_ends(plan)


def periods_named(tests: tuple[model.Test, ...]) -> set[Period]:
    """The periods that stand in filters: `where period = 2025-H1`, `where period in {…}`."""
    found: set[Period] = set()

    def note(node: object) -> bool:
        values = node.values if isinstance(node, model.OneOf) else ()
        if isinstance(node, model.KeyComparison) and isinstance(node.right, model.KeyConstant):
            values = (node.right.value,)
        found.update(value for value in values if isinstance(value, Period))
        return False

    for test in tests:
        _any(None, test, note)
    return found


def _any(plan: model.RulePlan | None, node: object, found: Callable[[object], bool]) -> bool:
    """Whether any node of a tree is of a kind, the bodies of its folds included."""
    if found(node):
        return True
    if plan is not None and isinstance(node, model.FoldSlot):
        return _any(plan, plan.folds[node.fold].body, found)
    if isinstance(node, tuple):
        return any(_any(plan, one, found) for one in node)
    if type(node).__module__ != model.__name__:
        return False
    return any(_any(plan, getattr(node, name), found) for name in names_of(type(node)))
