"""What a plan asks for beside figures."""

from __future__ import annotations

from factcheck.plan import model


def asks_for_members(plan: model.RulePlan) -> bool:
    """Whether a rule asks for the members of its case, which need no claim to be there."""
    return _holds_members((*plan.premises, plan.check))


def _holds_members(node: object) -> bool:
    if isinstance(node, model.MembersAgreement):
        return True
    if isinstance(node, model.CountOf):
        return node.what == "members"
    if isinstance(node, tuple):
        return any(_holds_members(one) for one in node)
    if type(node).__module__ != model.__name__:
        return False
    names = [attribute.name for attribute in getattr(type(node), "__attrs_attrs__", ())]
    return any(_holds_members(getattr(node, name)) for name in names)
