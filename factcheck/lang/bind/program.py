"""All the files of a run bound together: names that must be unique, defines seen everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.diagnostics import binding_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.lang import syntax, typed
from factcheck.lang.bind.arithmetic import bind_value
from factcheck.lang.bind.condition import bind_condition
from factcheck.lang.bind.context import Context
from factcheck.lang.bind.rule import bind_rule, check_free
from factcheck.records import Record, frozen
from factcheck.vocabulary.model import Vocabulary


@frozen
class BoundProgram(Record):
    """The rules of a run, in the order of the files."""

    rules: tuple[typed.TypedRule, ...]


def bind(
    programs: Sequence[syntax.Program], vocabulary: Vocabulary
) -> tuple[BoundProgram, list[Diagnostic]]:
    """The rules that are right, and what is wrong with the others."""
    diagnostics: list[Diagnostic] = []
    context = Context(vocabulary, {}, diagnostics=diagnostics)
    context.defines = _defines(context, programs)
    _check_defines(context)
    seen: dict[str, syntax.Rule] = {}
    rules: list[typed.TypedRule] = []
    for program in programs:
        for statement in program.statements:
            if not isinstance(statement, syntax.Rule):
                continue
            first = seen.setdefault(statement.id.text, statement)
            if first is not statement:
                _twice(context, statement.id, first.id, "rule")
            rule = bind_rule(statement, program.text, context)
            if rule is not None and first is statement:
                rules.append(rule)
    _check_tests(context, programs, seen)
    return BoundProgram(tuple(rules)), diagnostics


def _defines(context: Context, programs: Sequence[syntax.Program]) -> dict[str, syntax.Define]:
    defines: dict[str, syntax.Define] = {}
    for program in programs:
        for statement in program.statements:
            if isinstance(statement, syntax.Define):
                first = defines.setdefault(statement.name.text, statement)
                if first is not statement:
                    _twice(context, statement.name, first.name, "define")
                check_free(context, statement.name)
    return defines


def _twice(context: Context, name: syntax.Name, first: syntax.Name, what: str) -> None:
    context.error(
        codes.NAMED_TWICE,
        f"the {what} `{name.text}` is given twice",
        name.span,
        labels=(Label(first.span, "first here"),),
        help="give one of them another name",
    )


def _check_defines(context: Context) -> None:
    """Bind every define once, so that a mistake in one that is not used is found too."""
    context.every_field = True
    for define in context.defines.values():
        context.spent[0] = 0
        if isinstance(define.value, syntax.CONDITIONS):
            bind_condition(context.inside(define.name.text), define.value)
        else:
            bind_value(context.inside(define.name.text), define.value)
    context.every_field = False


def _check_tests(
    context: Context, programs: Sequence[syntax.Program], rules: dict[str, syntax.Rule]
) -> None:
    for program in programs:
        for statement in program.statements:
            if isinstance(statement, syntax.Test) and statement.rule.text not in rules:
                context.unknown(codes.UNKNOWN_RULE, "rule", statement.rule, rules)
