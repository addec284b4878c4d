"""Where a typed node stands: from its first figure, literal or field to the last on that line."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.diagnostics.span import Span
from factcheck.lang import typed
from factcheck.lang.bind.walk import every


def place(node: object, rule: typed.TypedRule) -> Span:
    """The place of a node of a rule; that of the rule's id where nothing of it has one.

    What a define put in stands outside of the rule, and is passed over.
    """
    if node is rule.check:
        return rule.check_span
    inside = [span for span in _spans(node) if _is_inside(span, rule)]
    if not inside:
        return rule.span
    first = min(inside, key=lambda span: (span.line, span.column))
    last = max((span for span in inside if span.line == first.line), key=lambda s: s.end_column)
    return first.to(last) if last.end_line == first.line else first


def _spans(node: object) -> Iterator[Span]:
    yield from (figure.span for figure in every(node, typed.Figure))
    yield from (literal.span for literal in every(node, typed.Literal))
    yield from (field.span for field in every(node, typed.Field) if field.span is not None)


def _is_inside(span: Span, rule: typed.TypedRule) -> bool:
    return span.path == rule.span.path and span.line >= rule.span.line
