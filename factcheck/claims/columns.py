"""The types of the columns of claims, each reading every text once."""

from collections.abc import Collection
from typing import Final

from factcheck.diagnostics.package_codes import NOT_A_PERIOD, NOT_IN_LIST
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.values.period import Period, parse_period
from factcheck.values.rational import Rational
from factcheck.values.unit import Unit
from factcheck.vocabulary.cells import (
    CellType,
    Memo,
    identifier,
    number,
    one_of,
    optional,
    reference,
    required,
    shorten,
    whole,
    word,
)
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.rows import Rows, known_keys
from factcheck.vocabulary.units import unit_type
from factcheck.vocabulary.wrong import Wrong

RELATIONS: Final = ("eq", "gt", "ge", "lt", "le", "order")
STATUSES: Final = ("actual", "estimate", "plan", "forecast", "target", "guidance")
_PERIODS: Final = (
    "a period is `2026`, `2025-H1`, `2025-Q3`, `2025-10`, `2025-12-23`, or from one to a later one: "
    "`2023/2025`"
)


class Columns:
    """The cell types for one table of claims and its vocabulary."""

    def __init__(self, rows: Rows, vocabulary: Vocabulary, limits: Limits) -> None:
        self.sources: Memo[str] = Memo(required(reference(vocabulary.sources, "sources")))
        self.entities: Memo[str] = Memo(required(reference(vocabulary.entities, "entities")))
        self.metrics: Memo[str] = Memo(required(reference(vocabulary.metrics, "metrics")))
        self.periods: Memo[Period | None] = Memo(optional(period))
        self.numbers: Memo[Rational | None] = Memo(optional(number))
        self.units: Memo[Unit] = Memo(required(unit_type(vocabulary.units)))
        self.relations: Memo[str] = Memo(word(RELATIONS, default="eq"))
        self.hedges: Memo[str] = Memo(word(vocabulary.hedges))
        most = limits.max_decimals
        self.decimals: Memo[int | None] = Memo(optional(whole(-most, most)))
        self.statuses: Memo[str] = Memo(word(STATUSES))
        self.offsets: Memo[int | None] = Memo(optional(whole(0)))
        self.inferred: Memo[tuple[str, ...]] = Memo(_names(rows.table.columns))
        self.claims: Memo[str | None] = Memo(optional(reference(known_keys(rows), "claims")))
        self.dimensions: Memo[str] = Memo(identifier)


def period(text: str) -> Period | Wrong:
    """A period of the calendar, as PACKAGE.md writes it."""
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

    def read(text: str) -> tuple[str, ...] | Wrong:
        names = tuple(name.strip() for name in text.split(";")) if text else ()
        for name in names:
            if name not in columns:
                message = f"`{shorten(name)}` is not a column of this table"
                return Wrong(NOT_IN_LIST, message, did_you_mean(name, columns) or one_of(columns))
        return names

    return read
