"""What is in sight while one rule is bound, and where its mistakes are collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from factcheck.diagnostics import binding_codes as codes
from factcheck.diagnostics.diagnostic import Code, Diagnostic, Label
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.lang import fields, syntax, typed
from factcheck.records import Factory, Record, define, evolve, frozen
from factcheck.values.unit import Dimension
from factcheck.vocabulary.model import Vocabulary

MAX_DEPTH: Final = 150
"""So deep may an expression be, with lets and defines put in place."""
MAX_OPERANDS: Final = 10_000
"""So many operands may a rule have, with lets and defines put in place."""


@frozen
class Bound(Record):
    """A typed node with what the checks around it need to know."""

    node: typed.Expression
    kind: str
    """number, text or time."""
    dimension: Dimension | None
    """Of a number; None when only the run can tell (the values of claims)."""
    unit: str
    """How a message names the unit."""
    syntax: syntax.Operand


@define
class Context:
    """The names in sight; diagnostics and holes are gathered on the way."""

    vocabulary: Vocabulary
    defines: Mapping[str, syntax.Define]
    scope: tuple[str, ...] = ()
    over_claims: bool = False
    claim_dimension: Dimension | None = None
    claim_unit: str = ""
    every_field: bool = False
    """Whether all fields of a claim are in sight: in `for each claim` and in `where`."""
    lets: Mapping[str, syntax.Let] = Factory(dict)
    opened: tuple[str, ...] = ()
    """The lets and defines being put in place, to find circles."""
    in_where: bool = False
    diagnostics: list[Diagnostic] = Factory(list)
    holes: list[tuple[Span, typed.Expression]] | None = None
    axes: tuple[str, ...] = ()
    level: int = 0
    scope_known: bool = True
    """Whether every name of `for each` is one: else what is no part of the case is not told."""
    spent: list[int] = Factory(lambda: [0])
    """Operands bound so far, those of lets and defines each time they are put in place."""
    oversized: set[int] = Factory(set)
    """Lets and defines, by identity, that are known to grow too large."""
    circles: set[frozenset[int]] = Factory(set)
    """Lets and defines, by identity, that are known to lead back to one another."""
    origin: Span | None = None
    """Where the statement that is bound names what is being put in place."""

    def definition(self, name: str) -> syntax.Let | syntax.Define | None:
        """What a name is defined as in sight of the rule."""
        return self.lets.get(name) or self.defines.get(name)

    def enter(self, operand: syntax.Operand) -> bool:
        """Go one level down; False, and collected once, beyond what a rule may grow to."""
        self.spent[0] += 1
        if self.level < MAX_DEPTH and self.spent[0] <= MAX_OPERANDS:
            self.level += 1
            return True
        self.oversized.update(id(self.definition(name)) for name in self.opened)
        if not any(one.code is codes.TOO_LARGE for one in self.diagnostics):
            self.error(
                codes.TOO_LARGE,
                "with its lets and defines put in place, the expression grows too large",
                self.origin or operand.span,
                notes=(f"at most {MAX_DEPTH} levels and {MAX_OPERANDS:,} operands are taken",),
                help="define fewer things by one another",
            )
        return False

    def inside(self, name: str, at: Span | None = None) -> Context:
        """This context while `name` is put in place: a circle is found, no holes are made."""
        return evolve(self, opened=(*self.opened, name), holes=None, origin=self.origin or at)

    def error(
        self,
        code: Code,
        message: str,
        span: Span,
        *,
        help: str | None = None,  # noqa: A002 (the word of the diagnostic)
        label: str | None = None,
        labels: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> None:
        """Collect one mistake."""
        self.diagnostics.append(
            Diagnostic(code, message, span, labels, notes, help=help, label=label)
        )

    def unknown(
        self,
        code: Code,
        what: str,
        name: syntax.Name,
        known: Iterable[str],
        meant: str | None = None,
    ) -> None:
        """Collect an unknown name, with what is `meant` or else the nearest known one."""
        names = list(known)
        self.error(
            code,
            f"there is no {what} `{name.text}`",
            name.span,
            help=meant or did_you_mean(name.text, names) or known_names(what, names),
            label="not known",
        )

    def field_kind(self, name: str) -> str | None:
        """The kind of a field of the language or of the package, or None."""
        if name in self.vocabulary.dimensions:
            return fields.TEXT
        return fields.CLAIM_FIELDS.get(name)


def known_names(what: str, names: list[str]) -> str | None:
    """A short list of what could stand there."""
    if not names or len(names) > 12:  # noqa: PLR2004 (what fits one line)
        return None
    return f"known for {what}: " + ", ".join(f"`{name}`" for name in sorted(names))
