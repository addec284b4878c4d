"""Advice on names: unused ones, and ones that mean something else too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.diagnostics import advice_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang import syntax
from factcheck.lang.bind.fold import FOLDS
from factcheck.lang.bind.function import ENDS
from factcheck.lang.bind.habits import SPANS_OF_TIME
from factcheck.lang.lint.tree import names, used
from factcheck.vocabulary.model import Vocabulary

FUNCTIONS = frozenset({*FOLDS, *ENDS, *SPANS_OF_TIME, "count"})


def unused_lets(rule: syntax.Rule) -> Iterator[Diagnostic]:
    """The lets of a rule that nothing in it names."""
    known = used(rule)
    for let in rule.lets:
        if let.name.text not in known:
            message = f"nothing in the rule uses `{let.name.text}`"
            help_ = "take it out, or name it in `check`, `where` or `message`"
            yield Diagnostic(codes.UNUSED_LET, message, let.name.span, help=help_)


def unused_defines(programs: Sequence[syntax.Program]) -> Iterator[Diagnostic]:
    """The defines that no rule and no other define of the run names."""
    known: set[str] = set()
    defines: list[syntax.Define] = []
    for program in programs:
        for statement in program.statements:
            if isinstance(statement, syntax.Rule):
                known |= used(statement)
            elif isinstance(statement, syntax.Define):
                defines.append(statement)
                known |= {name.text for name in names(statement.value)}
    for define in defines:
        if define.name.text not in known:
            message = f"no rule uses `{define.name.text}`"
            help_ = "take it out, or name it in a rule"
            yield Diagnostic(codes.UNUSED_DEFINE, message, define.name.span, help=help_)


def shadowed(statement: syntax.Statement, vocabulary: Vocabulary | None) -> Iterator[Diagnostic]:
    """Names for calculations that are those of a function, a unit or an entity too."""
    if isinstance(statement, syntax.Rule):
        given = [let.name for let in statement.lets]
    else:
        given = [statement.name] if isinstance(statement, syntax.Define) else []
    for name in given:
        what = _other_meaning(name.text, vocabulary)
        if what is not None:
            message = f"`{name.text}` is the name of {what[0]} too"
            yield Diagnostic(
                codes.SHADOWED, message, name.span, notes=(what[1],), help="choose another name"
            )


def _other_meaning(name: str, vocabulary: Vocabulary | None) -> tuple[str, str] | None:
    """What else a name is, and where it would be read so."""
    if name in FUNCTIONS:
        return "a function", f"`{name}(…)` stays the function"
    if vocabulary is None:
        return None
    if name in vocabulary.units:
        return "a unit", f"`5 CNY/{name}` is read as a price, not as a division"
    if name in vocabulary.entities:
        return "an entity", f"`[entity = {name}]` stays the entity"
    return None
