"""All advice on the rules of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.lang import syntax, typed
from factcheck.lang.bind.program import bind
from factcheck.lang.lint.named import shadowed, unused_defines, unused_lets
from factcheck.lang.lint.rule import advice, further_advice
from factcheck.lang.lint.scripts import mixed_scripts
from factcheck.lang.lint.written import on_rule, tested, untested
from factcheck.vocabulary.model import Vocabulary


def lint(
    programs: Sequence[syntax.Program], vocabulary: Vocabulary | None, *, whole: bool = True
) -> list[Diagnostic]:
    """The mistakes that binding finds, and the advice; without a vocabulary nothing is bound.

    What nothing uses and nothing tests is known only where all of the rules could be read: `whole`.
    """
    found = [one for program in programs for one in _on_program(program, vocabulary)]
    if whole:
        known = tested(programs)
        found += [one for program in programs for one in untested(program, known)]
        found += unused_defines(programs)
    if vocabulary is not None:
        bound, mistakes = bind(programs, vocabulary)
        found += mistakes
        for rule in bound.rules:
            found += advice(rule, vocabulary)
            found += further_advice(rule, vocabulary)
        found += _same_rules(bound.rules)
    return found


def _on_program(program: syntax.Program, vocabulary: Vocabulary | None) -> Iterator[Diagnostic]:
    yield from mixed_scripts(program)
    for statement in program.statements:
        yield from shadowed(statement, vocabulary)
        if isinstance(statement, syntax.Rule):
            yield from on_rule(statement)
            yield from unused_lets(statement)


def _same_rules(rules: Sequence[typed.TypedRule]) -> Iterator[Diagnostic]:
    """Rules with the cases and the check of an earlier one."""
    first: dict[object, typed.TypedRule] = {}
    for rule in rules:
        filters = (rule.case_filters, rule.claim_filters, rule.premises)
        other = first.setdefault((rule.scope, rule.over_claims, filters, rule.check), rule)
        if other is not rule:
            message = f"`{rule.id}` checks what `{other.id}` checks already"
            labels = (Label(other.span, "the first one is here"),)
            yield Diagnostic(codes.SAME_RULE, message, rule.span, labels, help="keep one of them")
