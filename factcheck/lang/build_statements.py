"""Builders of clauses and statements, which see to it that a rule is whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang.mistake import Mistake
from factcheck.lang.syntax import Define, Given, Let, Name, Number, Reference, Rule, Test, Text
from factcheck.lang.words import Word
from factcheck.records import Record, evolve, frozen

Parts = list[Any]

SEVERITIES: Final = ("error", "warning", "info")
VERDICTS: Final = ("holds", "violated", "undetermined", "not exercised")


@frozen
class Clause(Record):
    """One clause of a rule; `words` is how it begins and `place` where those words stand."""

    kind: str
    words: str
    value: Any
    place: Span
    span: Span


@frozen
class Version(Record):
    """`factcheck 1`."""

    number: Word
    span: Span


def _over(parts: Parts) -> Span:
    """The span from the first part to the last."""
    span: Span = parts[0].span.to(parts[-1].span)
    return span


def _clause(kind: str, words: int = 1) -> Callable[[Parts], Clause]:
    """The builder of a clause that begins with so many words and has one value behind them."""

    def build(parts: Parts) -> Clause:
        first, last, value = parts[0], parts[words - 1], parts[-1]
        end = value[-1] if isinstance(value, tuple) else value
        written = " ".join(word.text for word in parts[:words])
        return Clause(kind, written, value, first.span.to(last.span), first.span.to(end.span))

    return build


def let(parts: Parts) -> Clause:
    """`let name = value`."""
    word, name, _, value = parts
    span = _over(parts)
    return Clause("let", word.text, Let(name, value, span), word.span, span)


def severity(parts: Parts) -> Clause:
    """`severity warning`."""
    word, name = parts
    if name.text not in SEVERITIES:
        message = f"`{name.text}` is no severity"
        raise _unknown(codes.UNKNOWN_SEVERITY, message, name, SEVERITIES)
    return Clause("severity", word.text, name, word.span, _over(parts))


def may_be_empty(parts: Parts) -> Clause:
    """`may be empty`."""
    span = _over(parts)
    return Clause("may_be_empty", "may be empty", value=True, place=span, span=span)


def _unknown(code: Any, message: str, name: Name, known: tuple[str, ...]) -> Mistake:  # noqa: ANN401
    choice = ", ".join(f"`{word}`" for word in known[:-1]) + f" or `{known[-1]}`"
    question = did_you_mean(name.text, known)
    notes = (question,) if question else ()
    return Mistake(Diagnostic(code, message, name.span, notes=notes, help=f"write {choice}"))


def rule(parts: Parts) -> Rule:
    """A rule with all its clauses."""
    word, name, *rest = parts
    title = rest.pop(0) if rest and isinstance(rest[0], Text) else None
    clauses: list[Clause] = rest
    by_kind = {clause.kind: clause.value for clause in clauses if clause.kind != "let"}
    mistakes = repeated(clauses)
    if "check" not in by_kind:
        mistakes.append(_no_check(name))
    if mistakes:
        raise Mistake(*mistakes)
    return Rule(
        id=name,
        title=title,
        scope=by_kind.get("scope"),
        where=by_kind.get("where"),
        lets=tuple(clause.value for clause in clauses if clause.kind == "let"),
        check=by_kind["check"],
        severity=by_kind.get("severity"),
        message=by_kind.get("message"),
        because=by_kind.get("because"),
        tags=by_kind.get("tags", ()),
        may_be_empty="may_be_empty" in by_kind,
        span=word.span.to(parts[-1].span),
    )


def repeated(clauses: list[Clause]) -> list[Diagnostic]:
    """The clauses that a rule has a second time; `let` may stand as often as one likes."""
    first: dict[str, Clause] = {}
    return [
        _given_twice(clause, first[clause.kind])
        for clause in clauses
        if clause.kind != "let" and first.setdefault(clause.kind, clause) is not clause
    ]


def _given_twice(clause: Clause, first: Clause) -> Diagnostic:
    hints = {
        "check": "join the two with `and`, or make two rules",
        "where": "join the two with `and`",
        "scope": "name all fields in one `for each`, with commas",
    }
    return Diagnostic(
        codes.CLAUSE_TWICE,
        f"this rule has `{clause.words}` twice",
        clause.place,
        labels=(Label(first.place, "the first one is here"),),
        help=hints.get(clause.kind, "keep one of them"),
        label="a second time",
    )


def _no_check(name: Name) -> Diagnostic:
    return Diagnostic(
        codes.NO_CHECK,
        f"the rule `{name.text}` checks nothing",
        name.span,
        help="say what must hold, as in `check ai_chip_budget <= capex`",
    )


def define(parts: Parts) -> Define:
    """`define name = value`."""
    _, name, _, value = parts
    return Define(name, value, _over(parts))


def test(parts: Parts) -> Test:
    """`test ID given ... expect VERDICT`."""
    _, name, *given, _, verdict = parts
    return Test(name, given[0] if given else (), verdict.text, parts[0].span.to(verdict.span))


def given(parts: Parts) -> tuple[Given, ...]:
    """`given a = 1, b = 2`."""
    return tuple(parts[1::2])


def figure(parts: Parts) -> Given:
    """`capex[entity = x] = about 160 billion CNY`."""
    metric, _, value = parts
    if isinstance(metric, Reference):
        return Given(metric.name, metric.selectors, value, _over(parts))
    return Given(metric, (), value, _over(parts))


def compound_unit(parts: Parts) -> Number:
    """`141_000 CNY/chip`, where the figure is no part of a calculation."""
    number, _, name = parts
    first = number.unit or Name("ratio", number.span)
    unit = Name(f"{first.text}/{name.text}", first.span.to(name.span))
    figure: Number = evolve(number, unit=unit, span=number.span.to(name.span))
    return figure


def hedged(parts: Parts) -> Number:
    """`about 160 billion CNY`, `more than about 100 CNY`."""
    *hedges, number = parts
    words = " ".join(word.text for word in hedges)
    figure: Number = evolve(number, hedge=words, span=hedges[0].span.to(number.span))
    return figure


def verdict(parts: Parts) -> Name:
    """`holds`, `not exercised`."""
    if len(parts) > 1:
        return Name("not exercised", _over(parts))
    name: Name = parts[0]
    if name.text not in VERDICTS:
        message = f"`{name.text}` is no verdict"
        raise _unknown(codes.UNKNOWN_VERDICT, message, name, VERDICTS)
    return name


def version(parts: Parts) -> Version:
    """`factcheck 1`."""
    return Version(parts[1], _over(parts))


BUILDERS: Final = {
    "scope": _clause("scope", 2),
    "where": _clause("where"),
    "let": let,
    "check": _clause("check"),
    "severity": severity,
    "message": _clause("message"),
    "because": _clause("because"),
    "tags": _clause("tags"),
    "may_be_empty": may_be_empty,
    "rule": rule,
    "define": define,
    "test": test,
    "given": given,
    "figure": figure,
    "compound_unit": compound_unit,
    "hedged": hedged,
    "verdict": verdict,
    "version": version,
}
