"""The types of the columns of claims, each reading every text once."""

from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from factcheck.diagnostics.package_codes import NOT_A_PERIOD, NOT_IN_LIST
from factcheck.values.period import Period, parse_period
from factcheck.values.rational import Rational
from factcheck.values.unit import Unit
from factcheck.vocabulary.cells import (
    CellType,
    Memo,
    Suggestions,
    identifier,
    number,
    optional,
    reference,
    required,
    whole,
    word,
)
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.model import Metric, Vocabulary
from factcheck.vocabulary.rows import Row
from factcheck.vocabulary.units import unit_type
from factcheck.vocabulary.wrong import Wrong, shorten

RELATIONS: Final = ("eq", "gt", "ge", "lt", "le", "order")
STATUSES: Final = ("actual", "estimate", "plan", "forecast", "target", "guidance")
_NAMES: Final = "columns of claims, with `;` between them: `period;unit_id`"
_PERIODS: Final = (
    "a period is `2026`, `2025-H1`, `2025-Q3`, `2025-10`, `2025-12-23`, or from one to a later "
    "one: `2023/2025`"
)


class Cells(NamedTuple):
    """The cells of one claim that are more than text; None also where a cell is wrong."""

    source: str | None
    entity: str | None
    metric: Metric | None
    unit: Unit | None
    period: Period | None
    value: Rational | None
    value_to: Rational | None
    relation: str | None
    hedge: str | None
    decimals: int | None
    status: str | None
    char_start: int | None
    char_end: int | None
    inferred: tuple[str, ...] | None
    converts: str | None


class Columns:
    """The cell types for a table of claims with these columns and keys, and its vocabulary."""

    def __init__(
        self,
        columns: Collection[str],
        keys: Collection[str],
        vocabulary: Vocabulary,
        limits: Limits,
    ) -> None:
        numbers, offsets = Memo(optional(number)), Memo(optional(whole(0)))
        places = whole(-limits.max_decimals, limits.max_decimals)
        self._types: tuple[tuple[str, Memo[Any]], ...] = (
            ("source_id", Memo(required(reference(vocabulary.sources, "sources")))),
            ("entity_id", Memo(required(reference(vocabulary.entities, "entities")))),
            ("metric_id", Memo(required(_metric(vocabulary.metrics)))),
            ("unit_id", Memo(required(unit_type(vocabulary.units)))),
            ("period", Memo(optional(period))),
            ("value", numbers),
            ("value_to", numbers),
            ("relation", Memo(word(RELATIONS, default="eq"))),
            ("hedge", Memo(word(vocabulary.hedges))),
            ("decimals", Memo(optional(places))),
            ("status", Memo(word(STATUSES))),
            ("char_start", offsets),
            ("char_end", offsets),
            ("inferred", Memo(_names(columns))),
            ("converts", Memo(optional(reference(keys, "claims")))),
        )
        self._dimensions = tuple((name, Memo(identifier)) for name in vocabulary.dimensions)

    @property
    def types(self) -> Mapping[str, Memo[Any]]:
        """The types by the names of their columns, those of dimensions included."""
        return dict((*self._types, *self._dimensions))

    def read(self, row: Row) -> Cells:
        """The cells of a row, with its mistakes told."""
        return Cells(*row.read_all(self._types))

    def read_dimensions(self, row: Row) -> tuple[str, ...]:
        """The values of the package's own dimensions."""
        return tuple(row.read_all(self._dimensions)) if self._dimensions else ()


def _metric(metrics: Mapping[str, Metric]) -> CellType[Metric]:
    known = reference(metrics, "metrics")

    def read(text: str) -> Metric | Wrong:
        name = known(text)
        return name if isinstance(name, Wrong) else metrics[name]

    return read


def period(text: str) -> Period | Wrong:
    """A period of the calendar, with all its digits."""
    return parse_period(text) or Wrong(
        NOT_A_PERIOD, f"`{shorten(text)}` is not a period", _period_help(text)
    )


def _period_help(text: str) -> str:
    """The same text in the form that is read, where the slip is a common one; else all forms."""
    first, slash, last = text.partition("/")
    if slash and parse_period(first) and parse_period(last):
        return f"a period ends after it starts: `{last}/{first}`"
    upper = text.upper().replace(" ", "").replace("–", "/").replace("—", "/")
    tries = (upper, text.replace("/", "-"), f"{upper[:4]}-{upper[4:]}", f"{upper[2:]}-{upper[:2]}")
    match = next((candidate for candidate in tries if parse_period(candidate)), None)
    return f"write `{match}`" if match else _PERIODS


def _names(columns: Collection[str]) -> CellType[tuple[str, ...]]:
    """Names of columns with semicolons between them."""
    suggestions = Suggestions(columns)

    def read(text: str) -> tuple[str, ...] | Wrong:
        names = tuple(name.strip() for name in text.split(";")) if text else ()
        for name in names:
            if name not in columns:
                message = f"`{shorten(name)}` is not a column of this table"
                return Wrong(NOT_IN_LIST, message, suggestions.help(name, _NAMES))
        return names

    return read
