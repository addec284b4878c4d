"""Walks over syntax nodes: the names that stand in them, those in messages too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.diagnostics.span import Span
from factcheck.lang import syntax
from factcheck.records import names_of

_HOLE: Final = re.compile(r"\{\{|\{\s*([^{}]*?)\s*\}")


def names(node: object) -> Iterator[syntax.Name]:
    """All names in a node, itself included, in the order written."""
    if isinstance(node, syntax.Name):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from names(part)
    elif not isinstance(node, Span):
        for name in names_of(type(node)):
            yield from names(getattr(node, name))


def used(rule: syntax.Rule) -> set[str]:
    """What a rule may speak of: the names outside of its id and of the names that it gives."""
    values = (rule.where, rule.check, *(let.value for let in rule.lets))
    return {name.text for name in names(values)} | placeholders(rule.message)


def placeholders(message: syntax.Text | None) -> set[str]:
    """The names in the braces of a message."""
    if message is None:
        return set()
    return {match[1] for match in _HOLE.finditer(message.value) if match[1]}
