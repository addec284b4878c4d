"""The table of exchange rates."""

from collections.abc import Collection, Mapping

from factcheck.diagnostics.package_codes import NOT_A_NUMBER, NOT_MONEY, WRONG_ORDER
from factcheck.values.rational import ONE, Rational, less
from factcheck.values.unit import BaseUnit
from factcheck.vocabulary.cells import (
    CellType,
    Memo,
    Suggestions,
    day,
    number,
    optional,
    reference,
    required,
)
from factcheck.vocabulary.model import Rate
from factcheck.vocabulary.rows import Row, Rows
from factcheck.vocabulary.wrong import Wrong, shorten


def read_rates(
    rows: Rows, units: Mapping[str, BaseUnit] | None, sources: Collection[str]
) -> tuple[Rate, ...]:
    """The rates in their order."""
    currencies, dates = Memo(required(currency(units))), Memo(required(day))
    numbers, origins = Memo(required(_positive)), Memo(optional(reference(sources, "sources")))
    rates = []
    for row in rows:
        from_unit, to_unit = row.read("from_unit", currencies), row.read("to_unit", currencies)
        start, end = row.read("start", dates), row.read("end", dates)
        lower, upper = row.read("lower", numbers), row.read("upper", numbers)
        source = row.read("source_id", origins)
        _check_amounts(row, lower, upper)
        if from_unit and from_unit == to_unit:
            wrong = Wrong(
                NOT_MONEY, "a rate leads from a currency to another one", "name another currency"
            )
            row.wrong("to_unit", wrong)
        if not (from_unit and to_unit and start and end and lower and upper):
            continue
        if end < start:
            message = f"the rate ends on {end}, before it starts on {start}"
            row.wrong(
                "end", Wrong(WRONG_ORDER, message, "both days are included; one day stands in both")
            )
        rates.append(
            Rate(row.key("rate_id"), from_unit, to_unit, start, end, lower, upper, source, row.line)
        )
    return tuple(rates)


def currency(units: Mapping[str, BaseUnit] | None) -> CellType[str]:
    """The id of a unit of the dimension money; any text when the units are not known."""
    currencies = [unit.id for unit in (units or {}).values() if unit.currency]

    suggestions = Suggestions(currencies)

    def read(text: str) -> str | Wrong:
        if units is None or text in currencies:
            return text
        found = "is not a currency" if text in units else "is not a unit of this package"
        help_ = suggestions.help(text, "a unit with `iso4217` in the table `units`")
        return Wrong(NOT_MONEY, f"`{shorten(text)}` {found}", help_)

    return read


def _positive(text: str) -> Rational | Wrong:
    value = number(text)
    if isinstance(value, Wrong) or value[0] > 0:
        return value
    return Wrong(
        NOT_A_NUMBER, "a rate has to be more than 0", "how many `to_unit` one `from_unit` is"
    )


def _check_amounts(row: Row, lower: Rational | None, upper: Rational | None) -> None:
    if less(upper or ONE, lower or ONE) and lower and upper:
        message = f"`upper` is {row.text('upper')}, less than `lower`, {row.text('lower')}"
        row.wrong(
            "upper", Wrong(WRONG_ORDER, message, "exchange the two; an exact rate stands in both")
        )
