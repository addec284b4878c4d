"""Advice that needs no vocabulary: titles, reasons, tests and tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.lang import syntax


def on_rule(rule: syntax.Rule) -> Iterator[Diagnostic]:
    """What a reader of one rule misses."""
    name = rule.id.text
    if rule.title is None:
        message = f"the rule `{name}` has no title"
        help_ = f'say what must hold behind its id, as in `rule {name} "Parts fit in the whole"`'
        yield Diagnostic(codes.NO_TITLE, message, rule.id.span, help=help_)
    if rule.because is None:
        message = f"the rule `{name}` does not say why it must hold"
        help_ = 'add `because "…"`: whoever meets a violation asks for the reason first'
        yield Diagnostic(codes.NO_REASON, message, rule.id.span, help=help_)
    first: dict[str, syntax.Name] = {}
    for tag in rule.tags:
        other = first.setdefault(tag.text, tag)
        if other is not tag:
            message = f"the tag `{tag.text}` is given twice"
            labels = (Label(other.span, "first here"),)
            yield Diagnostic(codes.TAG_TWICE, message, tag.span, labels, help="take one out")


def untested(program: syntax.Program, tested: set[str]) -> Iterator[Diagnostic]:
    """The rules of a file that no test of the run names; one advice where that is all of them."""
    rules = [one for one in program.statements if isinstance(one, syntax.Rule)]
    missing = [rule for rule in rules if rule.id.text not in tested]
    if len(missing) > 1 and len(missing) == len(rules):
        message = f"none of the {len(rules)} rules of this file has a test"
        yield _untested(missing[0], message)
        return
    for rule in missing:
        yield _untested(rule, f"the rule `{rule.id.text}` has no test")


def _untested(rule: syntax.Rule, message: str) -> Diagnostic:
    help_ = f"write `test {rule.id.text} given … expect violated`, and one that holds"
    return Diagnostic(codes.NO_TEST, message, rule.id.span, help=help_)


def tested(programs: Sequence[syntax.Program]) -> set[str]:
    """The rules that the tests of all files name."""
    return {
        statement.rule.text
        for program in programs
        for statement in program.statements
        if isinstance(statement, syntax.Test)
    }
