"""The syntax tree: what the text says, before any name is looked up."""

from __future__ import annotations

from typing import Final, TypeAlias

from factcheck.diagnostics.span import Span
from factcheck.records import Record, frozen
from factcheck.values.rational import Rational


@frozen
class Name(Record):
    """An identifier after NFC; `quoted` when it stood in backticks."""

    text: str
    span: Span
    quoted: bool = False


@frozen
class Path(Record):
    """A field of a field: `period.end`, `source.published`."""

    head: Name
    attribute: Name
    span: Span


@frozen
class Text(Record):
    """A string in double quotes, escapes resolved."""

    value: str
    span: Span


@frozen
class Number(Record):
    """A number with its scale words applied; `unit` is what follows: a name, `%` or `pp`."""

    value: Rational
    text: str
    unit: Name | None
    span: Span
    hedge: str | None = None
    """In the figures of tests only: a hedge or relation word of the language."""


@frozen
class PeriodLiteral(Record):
    """A period as written: `2025-Q3`, `2025-12-23`; a bare year is a Number, a range a division."""

    text: str
    span: Span


@frozen
class Pin(Record):
    """`[entity = x]`, `[status in {plan, target}]`, `[entity in GROUP]`: a dimension held.

    In the figures of tests the field may be a path: `[source.published = 2025-12-23]`.
    """

    field: Name | Path
    values: tuple[Operand, ...]
    group: Name | None
    span: Span


@frozen
class Shift(Record):
    """`[previous year]`, `[previous]`, `[year ago]`, `[10 years ago]`: a step along the calendar.

    `kind` is None for a step of the period's own length; `months` is set by the `ago` forms.
    """

    kind: str | None
    months: int | None
    span: Span


@frozen
class Loosen(Record):
    """`[any D]`, `[other entity]`, `[any group]`, `[any longer period]`, `[any earlier period]`."""

    how: str
    """One of: any, other, group, longer, earlier."""
    field: Name
    span: Span


Selector: TypeAlias = Pin | Shift | Loosen


@frozen
class Reference(Record):
    """A name with selectors in brackets (none: a bare name is a Name)."""

    name: Name
    selectors: tuple[Selector, ...]
    span: Span


@frozen
class Binary(Record):
    """`+ - * /`, in ASCII spelling."""

    operator: str
    left: Operand
    right: Operand
    span: Span
    operator_span: Span


@frozen
class Negate(Record):
    """Unary minus."""

    operand: Operand
    span: Span


@frozen
class Power(Record):
    """`x ^ n` with a whole number."""

    base: Operand
    exponent: Number
    negative: bool
    span: Span


@frozen
class Portion(Record):
    """`half of x`, `12% of x`, `twice x`, `10 times x`: a factor as written, times an operand."""

    factor: Rational
    words: str
    """The factor as written, without `of`: `half`, `two thirds`, `12%`, `twice`, `10 times`."""
    operand: Operand
    span: Span
    words_span: Span


@frozen
class Call(Record):
    """`sum(known capex over members, years)`, `count(sources)`, `abs(x)`, `min(a, b)`."""

    function: Name
    argument: Operand
    axes: tuple[Name, ...]
    known: bool
    span: Span
    more: tuple[Operand, ...] = ()
    """The arguments behind the first."""


@frozen
class Tolerance(Record):
    """What stands after `within`: `5%`, `5% of b` (base set), `2 billion CNY`, `3 pp`, `1 day`."""

    amount: Operand
    base: Operand | None
    span: Span


@frozen
class Comparison(Record):
    """`= != < <= > >= ~= consistent`, in ASCII spelling, with the tolerance where one stands."""

    operator: str
    left: Operand
    right: Operand
    tolerance: Tolerance | None
    span: Span
    operator_span: Span


@frozen
class Between(Record):
    """`x between a and b`, both ends included."""

    operand: Operand
    low: Operand
    high: Operand
    span: Span


@frozen
class InSet(Record):
    """`field in {a, b}`."""

    operand: Operand
    items: tuple[Operand, ...]
    span: Span


@frozen
class InGroup(Record):
    """`entity in GROUP`."""

    operand: Operand
    group: Name
    span: Span


@frozen
class IsStated(Record):
    """`x is stated`."""

    operand: Operand
    span: Span


@frozen
class Contains(Record):
    """`field contains "text"`."""

    operand: Operand
    text: Text
    span: Span


@frozen
class Agree(Record):
    """`claims agree [on FIELD, ...] [within T]` or `members agree`."""

    subject: str
    """`claims` or `members`."""
    fields: tuple[Name | Path, ...]
    tolerance: Tolerance | None
    span: Span


@frozen
class Logical(Record):
    """`and`, `or` over two or more parts, in the order written."""

    operator: str
    parts: tuple[Operand, ...]
    span: Span


@frozen
class Not(Record):
    """`not x`."""

    operand: Operand
    span: Span


@frozen
class IfThen(Record):
    """`if A then B`."""

    premise: Operand
    conclusion: Operand
    span: Span


Operand: TypeAlias = (
    Name
    | Path
    | Text
    | Number
    | PeriodLiteral
    | Reference
    | Binary
    | Negate
    | Power
    | Portion
    | Call
    | Comparison
    | Between
    | InSet
    | InGroup
    | IsStated
    | Contains
    | Agree
    | Logical
    | Not
    | IfThen
)


@frozen
class Let(Record):
    """`let name = value` inside a rule."""

    name: Name
    value: Operand
    span: Span


@frozen
class Rule(Record):
    """One rule; clauses that are absent are None or empty."""

    id: Name
    title: Text | None
    scope: tuple[Name, ...] | None
    where: Operand | None
    lets: tuple[Let, ...]
    check: Operand
    severity: Name | None
    message: Text | None
    because: Text | None
    tags: tuple[Name, ...]
    may_be_empty: bool
    span: Span


@frozen
class Define(Record):
    """`define name = value`, seen in the whole run."""

    name: Name
    value: Operand
    span: Span


@frozen
class Given(Record):
    """One figure of a test: `capex[entity = a] = about 160 billion CNY`."""

    metric: Name
    selectors: tuple[Selector, ...]
    value: Number
    span: Span


@frozen
class Test(Record):
    """`test ID given ... expect VERDICT`."""

    rule: Name
    given: tuple[Given, ...]
    expect: str
    """holds, violated, undetermined or not exercised."""
    span: Span


Statement: TypeAlias = Rule | Define | Test


@frozen
class Program(Record):
    """One file of rules, statements in order; the text is kept to show and to format it."""

    path: str
    text: str
    version: int | None
    statements: tuple[Statement, ...]
    broken: tuple[Name, ...] = ()
    """Rules and defines that did not parse: known names without meaning."""


CONDITIONS: Final = (
    Comparison,
    Between,
    InSet,
    InGroup,
    IsStated,
    Contains,
    Agree,
    Logical,
    Not,
    IfThen,
)
"""The operands that are judged rather than calculated."""
