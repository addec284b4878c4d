"""The plan of a rule: which claims are scanned, how they are aligned, what is judged.

A plan knows no engine. References are numbered, `let` and `define` are put in place, literals stand
in base units, and money that meets money carries the number of its component: the figures of one
component are brought to one currency before they meet.
"""

from __future__ import annotations

from typing import TypeAlias

from factcheck.diagnostics.diagnostic import Severity
from factcheck.diagnostics.span import Span
from factcheck.lang.typed import Key, Selection
from factcheck.records import Record, field, frozen
from factcheck.values.dimension import Exponents
from factcheck.values.rational import Rational
from factcheck.values.unit import Dimension, Unit


@frozen
class Constant(Record):
    """A literal in base units; the unit in which it was written is for people."""

    value: Rational
    currencies: Exponents = ()
    unit: Unit | None = field(default=None, eq=False)


@frozen
class Slot(Record):
    """The figure that a reading chooses for a reference."""

    reference: int
    component: int


@frozen
class FoldSlot(Record):
    """The result of a fold."""

    fold: int


@frozen
class CaseNumber(Record):
    """days, months, years, weekday or ordinal of a time field of the case, or of a literal.

    In the body of a fold over parts of the period, `period` is that of the part.
    """

    function: str
    time: Path | KeyConstant


@frozen
class ClaimNumber(Record):
    """value, lower, upper, implied_rate or decimals of the claim that is the case."""

    field: str
    expected: Dimension | None
    component: int


@frozen
class CountOf(Record):
    """The number of members, sources, claims or values of the case."""

    what: str


@frozen
class Calculation(Record):
    """add, subtract, multiply, divide, negate, abs, lower or upper of numbers."""

    operator: str
    operands: tuple[Number, ...]


@frozen
class Raised(Record):
    """A number to a whole power."""

    base: Number
    exponent: int


@frozen
class Path(Record):
    """A field of the case or of the claim, as `entity` or `source.published`."""

    path: str


@frozen
class KeyConstant(Record):
    """A text, or a period, as written."""

    value: Key


@frozen
class Comparison(Record):
    """`= != < <= > >= ~= consistent`; `tolerance` is none, relative, base or absolute."""

    operator: str
    left: Number
    right: Number
    tolerance: str = "none"
    amount: Number | None = None
    base: Number | None = None


@frozen
class KeyComparison(Record):
    """`= != < <= > >=` of texts or times."""

    operator: str
    left: Path | KeyConstant
    right: Path | KeyConstant


@frozen
class OneOf(Record):
    """A field is one of some values."""

    operand: Path
    values: tuple[Key, ...]


@frozen
class Holding(Record):
    """A text field contains a text."""

    operand: Path
    text: str


@frozen
class FigureStated(Record):
    """A reference that may be without figures has one."""

    reference: int


@frozen
class FieldStated(Record):
    """A field is not empty."""

    operand: Path


@frozen
class Agreement(Record):
    """The claims of a group agree: on values when there is no field."""

    fields: tuple[str, ...]
    component: int
    tolerance: str = "none"
    amount: Number | None = None


@frozen
class MembersAgreement(Record):
    """The sources list the same members of the case's entity."""


@frozen
class Every(Record):
    """All of them, strong Kleene."""

    parts: tuple[Test, ...]


@frozen
class Some(Record):
    """Any of them, strong Kleene."""

    parts: tuple[Test, ...]


@frozen
class Negated(Record):
    """Not, strong Kleene."""

    operand: Test


Number: TypeAlias = (
    Constant | Slot | FoldSlot | CaseNumber | ClaimNumber | CountOf | Calculation | Raised
)
Test: TypeAlias = (
    Comparison
    | KeyComparison
    | OneOf
    | Holding
    | FigureStated
    | FieldStated
    | Agreement
    | MembersAgreement
    | Every
    | Some
    | Negated
)


@frozen
class Scan(Record):
    """The claims of a metric (None: of every metric) that pass the pins and the filters."""

    metric: str | None
    pins: Selection | None
    filters: tuple[Test, ...]
    norms: bool
    """Whether figures of status target are taken."""
    restatements: bool
    """Whether claims that restate another in a second currency are taken."""


@frozen
class JoinOn(Record):
    """How a scan's column meets the case's.

    `how` is same, ago, previous, other, group, longer or earlier; `part` when the column meets the
    part of a fold's axis instead of the case itself, `rooted` when that is the part of a pinned
    value, which says nothing of the case. In folds within folds a part is `levels` steps below.
    """

    field: str
    how: str = "same"
    kind: str | None = None
    months: int = 0
    part: bool = False
    rooted: bool = False
    levels: int = 1


@frozen
class Reference(Record):
    """One reference: its scan, aligned with the case on some columns; the others are free."""

    scan: Scan
    on: tuple[JoinOn, ...]
    optional: bool
    """Whether a case may be without it: `x is stated` alone asks for it."""
    fold: int | None
    """The innermost fold along whose axis it moves; it may move along those around that too."""

    def takes_as(self, other: Reference) -> bool:
        """Whether both take the same figures, in whichever folds they stand."""
        return self.on == other.on and self.scan == other.scan


@frozen
class Fold(Record):
    """sum, min, max or mean of a body over the parts of the case on the axes."""

    function: str
    axes: tuple[str, ...]
    roots: tuple[tuple[str, Key], ...]
    """Fields whose parts are those of a pinned value instead of the case's."""
    known: bool
    body: Number
    outer: int | None = None
    """The innermost fold around it on whose part it depends: its parts are parts of that part."""


@frozen
class Component(Record):
    """One place where money meets other money.

    Components of one `group` meet; `currency` is that of a literal in the group.
    """

    group: int
    currency: str | None


@frozen
class Shown(Record):
    """A text with values put in: places as offsets, in order."""

    text: str
    places: tuple[tuple[int, int, Number | Path], ...]


@frozen
class RulePlan(Record):
    """One rule as a relational plan: scans, aligned on the scope, then judged."""

    id: str
    title: str
    because: str
    severity: Severity
    span: Span
    tags: tuple[str, ...]
    may_be_empty: bool
    scope: tuple[str, ...]
    groups: Scan | None
    """For rules about claims: the scan whose rows are grouped by the scope."""
    references: tuple[Reference, ...]
    folds: tuple[Fold, ...]
    components: tuple[Component, ...]
    case_filters: tuple[Test, ...]
    claim_tests: tuple[Test, ...]
    """On the numbers of single claims: only those known to pass take part."""
    premises: tuple[Test, ...]
    check: Test
    shown: Shown
    message: Shown | None
