"""Texts with values in them: messages, and the check as it is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from factcheck.diagnostics import binding_codes as codes
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import syntax, typed
from factcheck.lang.bind.context import Context

NameBinder: TypeAlias = Callable[[Context, str, Span], typed.Expression | None]


def bind_message(context: Context, message: syntax.Text, bind: NameBinder) -> typed.Template:
    """A message with its placeholders bound; `{{` and `}}` stand for braces."""
    text, holes = "", []
    rest = message.value
    while rest:
        brace = min((i for i in (rest.find("{"), rest.find("}")) if i >= 0), default=-1)
        if brace < 0:
            break
        text, rest = text + rest[:brace], rest[brace:]
        if rest[:2] in ("{{", "}}"):
            text, rest = text + rest[0], rest[2:]
            continue
        name, closed, after = rest[1:].partition("}")
        if rest[0] == "}" or not closed:
            _unbalanced(context, message)
            return typed.Template(message.value, ())
        place = _place(message, rest, len(name))
        value = bind(context, name.strip(), place)
        if value is not None:
            holes.append(typed.Hole(len(text), len(text), value, name.strip(), place))
        rest = after
    return typed.Template(text + rest, tuple(holes))


def _place(message: syntax.Text, rest: str, length: int) -> Span:
    """The placeholder at the beginning of `rest`; the whole text if it has escapes before it."""
    span, quotes = message.span, 2
    if span.end_column - span.column != len(message.value) + quotes:
        return span
    column = span.column + 1 + len(message.value) - len(rest)
    return Span(span.path, span.line, column, span.line, column + length + len("{}"))


def _unbalanced(context: Context, message: syntax.Text) -> None:
    context.error(
        codes.PLACEHOLDER,
        "the braces in this message are not pairs",
        message.span,
        help="a name stands in braces, {entity}; a brace itself is written twice",
    )


def unknown_placeholder(context: Context, name: str, span: Span, known: list[str]) -> None:
    """Collect a placeholder that names nothing in sight."""
    context.error(
        codes.PLACEHOLDER,
        f"`{{{name}}}` names nothing that this rule has",
        span,
        help=(f"name `{name.partition('.')[0]}` in `for each`" if name in known else None)
        or did_you_mean(name, known)
        or "a field of the case, a let, a define or a metric of the rule",
    )


@lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    """The offsets at which the lines of a text begin, worked out once for all its rules."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def shown_check(
    text: str, check: Span, holes: list[tuple[Span, typed.Expression]]
) -> typed.Template:
    """The check as written, on one line, with a hole at every figure; inner holes are dropped."""
    starts = _line_starts(text)

    def offset(line: int, column: int) -> int:
        return starts[line - 1] + column - 1

    begin, end = offset(check.line, check.column), offset(check.end_line, check.end_column)
    places = sorted(
        {
            (offset(span.line, span.column), -offset(span.end_line, span.end_column)): node
            for span, node in holes
        }.items(),
        key=lambda place: place[0],
    )
    shown, made, at = "", [], begin
    for (start, negative_end), node in places:
        if start < at or start >= end:
            continue
        shown += _one_line(text[at:start])
        stop = len(shown) + (-negative_end - start)
        made.append(typed.Hole(len(shown), stop, node))
        shown += text[start:-negative_end].replace("\n", " ")
        at = -negative_end
    return typed.Template(shown + _one_line(text[at:end]), tuple(made))


def _one_line(text: str) -> str:
    """White space folded to single spaces, at the ends too; comments are left out."""
    lines = [line.partition("#")[0] for line in text.split("\n")]
    folded = " ".join(" ".join(lines).split())
    before = " " if text[:1].isspace() and folded else ""
    after = " " if text[-1:].isspace() and folded else ""
    return before + folded + after or (" " if text else "")
