"""The tables of units and metrics."""

from collections.abc import Mapping
from typing import Final

from factcheck.diagnostics.package_codes import UNIT_DEFINITION, UNKNOWN_UNIT
from factcheck.values.rational import ONE, Rational, compare
from factcheck.values.unit import BUILT_IN_UNITS, BaseUnit, Dimension, Unit, parse_unit
from factcheck.vocabulary.cells import (
    CellType,
    Memo,
    Suggestions,
    boolean,
    number,
    optional,
    required,
    word,
)
from factcheck.vocabulary.model import Metric
from factcheck.vocabulary.rows import Row, Rows
from factcheck.vocabulary.wrong import Wrong, shorten

KINDS: Final = ("flow", "stock", "price", "ratio")
_MONEY: Final = "money"
_CODE_LENGTH: Final = 3
_NO_UNIT: Final = Unit("", ONE, Dimension())
"""Stands in a row whose unit is wrong; such a vocabulary is never handed on."""


def read_units(rows: Rows) -> Mapping[str, BaseUnit]:
    """The units by id, after the built-in ones, which a package may list but not change."""
    factors = Memo(optional(_factor))
    units: dict[str, BaseUnit] = dict(BUILT_IN_UNITS)
    codes: dict[str, str] = {}
    for row in rows:
        unit = _unit(row, factors)
        _check_code(row, unit, codes)
        if unit.id in BUILT_IN_UNITS:
            _check_built_in(row, unit)
        else:
            units.setdefault(unit.id, unit)
    return units


def _unit(row: Row, factors: Memo[Rational | None]) -> BaseUnit:
    id_ = row.key("unit_id")
    row.filled("label")
    dimension, factor = row.text("dimension"), row.read("factor", factors) or ONE
    currency = bool(row.text("iso4217")) or dimension == _MONEY
    unit = BaseUnit(id_, _MONEY if currency else dimension or id_, factor, currency)
    if id_ and not _is_simple(id_):
        message = f"`{shorten(id_)}` cannot be the id of a unit"
        help_ = "letters, digits and `_`; `CNY/chip` is put together where it is used"
        row.wrong("unit_id", Wrong(UNIT_DEFINITION, message, help_))
    if currency and dimension not in {"", _MONEY}:
        message = f"a unit with `iso4217` has the dimension `money`, not `{shorten(dimension)}`"
        row.wrong("dimension", Wrong(UNIT_DEFINITION, message, "leave it empty, or write `money`"))
    elif dimension and not _is_simple(dimension):
        message = f"`{shorten(dimension)}` cannot be the name of a dimension"
        row.wrong("dimension", Wrong(UNIT_DEFINITION, message, "letters, digits and `_`"))
    if currency and compare(factor, ONE):
        help_ = "rates convert it, each on its day"
        row.wrong("factor", Wrong(UNIT_DEFINITION, "a currency has no factor", help_))
    return unit


def _is_simple(name: str) -> bool:
    """Whether a text of units reads the name as one unit."""
    return isinstance(parse_unit(name, {name: BaseUnit(name, name, ONE)}), Unit)


def _factor(text: str) -> Rational | Wrong:
    value = number(text)
    if isinstance(value, Wrong) or value[0] > 0:
        return value
    return Wrong(UNIT_DEFINITION, "a factor has to be more than 0", "leave it empty for 1")


def _check_code(row: Row, unit: BaseUnit, codes: dict[str, str]) -> None:
    code = row.text("iso4217")
    if not code:
        return
    if not (len(code) == _CODE_LENGTH and code.isascii() and code.isalpha() and code.isupper()):
        wrong = Wrong(
            UNIT_DEFINITION, "a currency's code has three capital letters", "for example `CNY`"
        )
        row.wrong("iso4217", wrong)
    elif codes.setdefault(code, unit.id) != unit.id:
        message = f"`{codes[code]}` is the currency {code} already"
        help_ = "one unit for each currency"
        if row.path != row.rows.table.path:
            help_ += f': "same": {{"units": {{"{unit.id}": "{codes[code]}"}}}}'
        row.wrong("iso4217", Wrong(UNIT_DEFINITION, message, help_))


def _check_built_in(row: Row, unit: BaseUnit) -> None:
    """A row may repeat what is built in, so that other tools find the unit in the table."""
    known = BUILT_IN_UNITS[unit.id]
    same_dimension = row.text("dimension") in {"", known.dimension}
    same_factor = not row.text("factor") or not compare(unit.factor, known.factor)
    if unit.currency or not same_dimension or not same_factor:
        message = f"`{unit.id}` is always there, with the dimension `{known.dimension}`"
        help_ = "remove the row, or leave `dimension`, `factor` and `iso4217` empty"
        row.wrong("unit_id", Wrong(UNIT_DEFINITION, message, help_))


def unit_type(units: Mapping[str, BaseUnit] | None) -> CellType[Unit]:
    """A unit, or one put together (`CNY/chip`); any text when the units are not known."""
    suggestions = Suggestions(units or ())

    def read(text: str) -> Unit | Wrong:
        if units is None:
            return _NO_UNIT
        unit = parse_unit(text, units)
        if isinstance(unit, Unit):
            return unit
        if " " in text:
            return Wrong(
                UNKNOWN_UNIT, f"`{shorten(text)}` is not a unit", "without spaces: `CNY/chip`"
            )
        name = unit.name or text
        message = f"`{shorten(name)}` is not a unit of this package"
        return Wrong(UNKNOWN_UNIT, message, suggestions.help(name, "add it to the table `units`"))

    return read


def read_metrics(rows: Rows, units: Mapping[str, BaseUnit] | None) -> Mapping[str, Metric]:
    """The metrics by id."""
    unit_cells = Memo(required(unit_type(units)))
    kinds, booleans = Memo(word(KINDS)), Memo(boolean)
    metrics: dict[str, Metric] = {}
    for row in rows:
        metric = Metric(
            row.key("metric_id"),
            row.filled("label"),
            row.read("unit_id", unit_cells) or _NO_UNIT,
            row.read("kind", kinds) or "",
            row.read("non_negative", booleans) or False,
            row.path,
            row.line,
            row.cells,
        )
        metrics.setdefault(metric.id, metric)
    return metrics
