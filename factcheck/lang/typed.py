"""The typed rule: every name looked up, every number with its dimension; no claim seen yet."""

from __future__ import annotations

from typing import TypeAlias

from factcheck.diagnostics.diagnostic import Severity
from factcheck.diagnostics.span import Span
from factcheck.records import Record, field, frozen
from factcheck.values.period import Period
from factcheck.values.rational import Rational
from factcheck.values.unit import Dimension, Unit

Key: TypeAlias = str | Period
"""A value of a dimension."""


@frozen
class Pinned(Record):
    """A field held to values, by a selector."""

    field: str
    values: tuple[Key, ...]


@frozen
class Move(Record):
    """How a reference's figures stand to the case on one field.

    `how` is any, ago (`months`), previous (`kind` or own length), other, group, longer or earlier.
    """

    field: str
    how: str
    kind: str | None = None
    months: int = 0


@frozen
class Selection(Record):
    """A metric with its selectors; equal selections take the same figure wherever they stand."""

    metric: str
    pins: tuple[Pinned, ...]
    moves: tuple[Move, ...]

    def move(self, name: str) -> Move | None:
        """The move on a field, or None when the field is joined as it is or pinned."""
        return next((move for move in self.moves if move.field == name), None)

    def pin(self, name: str) -> Pinned | None:
        """The pin on a field, or None."""
        return next((pin for pin in self.pins if pin.field == name), None)


@frozen
class Literal(Record):
    """A number with its unit, in the unit's own scale."""

    value: Rational
    unit: Unit
    span: Span = field(eq=False)


@frozen
class Figure(Record):
    """A reference to a metric."""

    selection: Selection
    span: Span = field(eq=False)


@frozen
class Field(Record):
    """A field of the case or of the claim: `period.end`, `entity.kind`, `value`."""

    path: str
    kind: str
    """text, time or number."""
    expected: Dimension | None = None
    """For the numbers of a claim whose unit is known only in the run: the dimension asked for."""
    span: Span | None = field(default=None, eq=False)


@frozen
class TextValue(Record):
    """A text compared with a field."""

    value: str


@frozen
class TimeValue(Record):
    """A period or a date as written."""

    value: Period


@frozen
class Arithmetic(Record):
    """`+ - * /` of two numbers."""

    operator: str
    left: Expression
    right: Expression


@frozen
class Function(Record):
    """abs, negate, lower, upper; days, months, years, weekday of a time; ordinal of a date."""

    name: str
    arguments: tuple[Expression, ...]


@frozen
class PowerOf(Record):
    """A number to a whole power."""

    base: Expression
    exponent: int


@frozen
class Fold(Record):
    """sum, min, max or mean over the members of the entity or the parts of the period."""

    function: str
    body: Expression
    axes: tuple[str, ...]
    known: bool
    span: Span | None = field(default=None, eq=False)


@frozen
class Counted(Record):
    """The number of members, sources, claims or values of the case."""

    what: str
    span: Span | None = field(default=None, eq=False)


@frozen
class Tolerance(Record):
    """What `within` allows: relative, of a base, or absolute; `amount` a fraction or a number."""

    kind: str
    amount: Expression
    base: Expression | None = None


@frozen
class Compare(Record):
    """`= != < <= > >= ~= consistent` of two numbers."""

    operator: str
    left: Expression
    right: Expression
    tolerance: Tolerance | None = None


@frozen
class CompareKeys(Record):
    """`= != < <= > >=` of two texts or two times."""

    operator: str
    left: Expression
    right: Expression


@frozen
class OneOf(Record):
    """A field is one of some values (a set, or the members of a group)."""

    operand: Expression
    values: tuple[Key, ...]


@frozen
class Holding(Record):
    """A text field contains a text."""

    operand: Expression
    text: str


@frozen
class Stated(Record):
    """A figure is stated, or a field is not empty."""

    operand: Figure | Field


@frozen
class Agreeing(Record):
    """The claims of the case agree, on their values (no field) or on fields."""

    fields: tuple[Field, ...]
    tolerance: Tolerance | None


@frozen
class MembersAgreeing(Record):
    """The sources list the same members."""


@frozen
class Every(Record):
    """`and`."""

    parts: tuple[Condition, ...]


@frozen
class Some(Record):
    """`or`."""

    parts: tuple[Condition, ...]


@frozen
class Negated(Record):
    """`not`."""

    operand: Condition


Expression: TypeAlias = (
    Literal
    | Figure
    | Field
    | TextValue
    | TimeValue
    | Arithmetic
    | Function
    | PowerOf
    | Fold
    | Counted
)
Condition: TypeAlias = (
    Compare
    | CompareKeys
    | OneOf
    | Holding
    | Stated
    | Agreeing
    | MembersAgreeing
    | Every
    | Some
    | Negated
)


@frozen
class Hole(Record):
    """A place in a text of the rule where a value is put in when it is shown."""

    start: int
    end: int
    """Offsets in the text, in code points."""
    value: Expression
    name: str = ""
    """What stands in the braces of a message."""
    span: Span | None = field(default=None, eq=False)
    """Where it stands there."""


@frozen
class Template(Record):
    """A text with holes: a message, or the check as written."""

    text: str
    holes: tuple[Hole, ...]


@frozen
class TypedRule(Record):
    """One rule, ready to be planned."""

    id: str
    title: str
    scope: tuple[str, ...]
    """The fields of the case, as written or by default, with the package's dimensions."""
    over_claims: bool
    """Whether the cases are groups of claims rather than joins of references."""
    case_filters: tuple[Condition, ...]
    """Conjuncts of `where` on fields of the case: they choose cases."""
    claim_filters: tuple[Condition, ...]
    """Conjuncts of `where` on other fields: they choose claims for references not pinning them."""
    premises: tuple[Condition, ...]
    """Conjuncts of `where` on figures, and the `if` of the check."""
    check: Condition
    takes_norms: bool
    """Whether `where` filters status, so that targets are taken."""
    severity: Severity
    message: Template | None
    shown: Template
    because: str
    tags: tuple[str, ...]
    may_be_empty: bool
    span: Span
    """Of the rule's id."""
    check_span: Span
    """Of what `check` says, behind `then` if there is one."""
