"""What the cells of one claim must have in common, and claims that restate one another."""

from collections.abc import Mapping

from factcheck.claims.columns import Cells
from factcheck.claims.model import Claim
from factcheck.diagnostics.package_codes import (
    BELOW_ZERO,
    CIRCLE,
    HALF_A_PLACE,
    ORDER_OF_NOTHING,
    RANGE_WITH_RELATION,
    RESTATEMENT,
    WITHOUT_VALUE,
    WRONG_DIMENSION,
    WRONG_ORDER,
)
from factcheck.values.rational import Rational, less
from factcheck.values.unit import Unit
from factcheck.vocabulary.circles import circles, written
from factcheck.vocabulary.model import Metric
from factcheck.vocabulary.rows import Row, Rows
from factcheck.vocabulary.wrong import Wrong


def check_row(row: Row, cells: Cells) -> None:
    """All that holds inside one row."""
    _check_figure(row, cells)
    if cells.metric and cells.unit:
        _check_unit(row, cells.unit, cells.metric)
        _check_sign(row, cells, cells.metric)
    if row.text("char_start") or row.text("char_end"):
        _check_place(row, cells.char_start, cells.char_end)


def _check_unit(row: Row, unit: Unit, metric: Metric) -> None:
    """A claim's unit has its metric's dimension."""
    if unit.dimension == metric.unit.dimension:
        return
    message = (
        f"`{metric.id}` is measured in `{metric.unit.text}`, of dimension "
        f"`{metric.unit.dimension.text()}`, not in `{unit.text}`, of dimension "
        f"`{unit.dimension.text()}`"
    )
    help_ = f"another unit, or another metric than `{metric.id}` ({metric.path}:{metric.line})"
    row.wrong("unit_id", Wrong(WRONG_DIMENSION, message, help_))


def _check_figure(row: Row, cells: Cells) -> None:
    """The cells about the number fit together: a range runs upwards and has no relation."""
    if cells.value is None:
        _check_no_value(row)
    elif cells.relation == "order" and cells.value[0] <= 0:
        message = f"an order of magnitude starts above 0, and the value is {row.text('value')}"
        row.wrong("value", Wrong(ORDER_OF_NOTHING, message, "千亿级 is 100000000000"))
    elif cells.value_to is not None:
        _check_range(row, cells.value, cells.value_to, row.text("relation") or "eq")


def _check_range(row: Row, value: Rational, value_to: Rational, relation: str) -> None:
    if relation != "eq":
        message = f"a range (`value_to`) has no relation, and this row has `{relation}`"
        row.wrong(
            "relation", Wrong(RANGE_WITH_RELATION, message, "leave one of the two cells empty")
        )
    if less(value_to, value):
        message = f"the range ends at {row.text('value_to')}, before its start, {row.text('value')}"
        row.wrong("value_to", Wrong(WRONG_ORDER, message, "the lower number stands in `value`"))


def _check_no_value(row: Row) -> None:
    if row.text("value"):
        return
    for column in ("value_to", "relation", "hedge", "decimals"):
        if row.text(column) not in {"", "eq"}:
            message = f"`{column}` speaks of a number, and `value` is empty"
            row.wrong(
                column, Wrong(WITHOUT_VALUE, message, "fill `value`, or leave both cells empty")
            )


def _check_sign(row: Row, cells: Cells, metric: Metric) -> None:
    """A non-negative metric has no figure below 0, and none that says less than 0."""
    if cells.value is None or not metric.non_negative:
        return
    if cells.value[0] < 0 or (cells.value[0] == 0 and cells.relation == "lt"):
        message = f"`{metric.id}` is declared non-negative, and this figure is below 0"
        row.wrong(
            "value", Wrong(BELOW_ZERO, message, "mend the sign, or the metric's `non_negative`")
        )


def _check_place(row: Row, start: int | None, end: int | None) -> None:
    """A place in the text has a start and, after it, an end; or neither."""
    if (start is None) != (end is None):
        message = "a place in the text has `char_start` and `char_end`"
        missing, given = ("char_start", "char_end") if start is None else ("char_end", "char_start")
        if not row.text(missing):
            row.wrong(
                given, Wrong(HALF_A_PLACE, message, f"fill `{missing}` too, or leave both empty")
            )
    elif start is not None and end is not None and end <= start:
        message = f"the quote ends at {end}, and starts at {start}"
        row.wrong(
            "char_end", Wrong(WRONG_ORDER, message, "the end is excluded, so it is the greater one")
        )


def check_restatements(rows: Rows, claims: Mapping[str, Claim]) -> None:
    """A restated amount is in another currency, and no claim restates itself."""
    restating = {claim.id: claim for claim in claims.values() if claim.converts}
    for circle in circles({id_: (str(claim.converts),) for id_, claim in restating.items()}):
        message = f"the claim restates itself: {written(circle)}"
        wrong = Wrong(CIRCLE, message, "`converts` stands in the row of the restatement alone")
        rows.mistakes.add(wrong.at(rows.table.span(rows.keys[circle[0]], "converts")))
    for claim in restating.values():
        original = claims.get(str(claim.converts))
        reason = no_restatement(claim, original) if original else None
        if original and reason:
            label = rows.label(original.id, "unit_id", f"the amount in `{original.unit.text}`")
            wrong = Wrong(RESTATEMENT, reason, "`converts` names this amount in another currency")
            rows.mistakes.add(wrong.at(rows.table.span(rows.keys[claim.id], "converts"), label))


def no_restatement(claim: Claim, original: Claim) -> str | None:
    """Why one claim is not the other in another currency; None when it can be."""
    if claim is original:
        return None
    for unit in (claim.unit, original.unit):
        if not unit.currencies:
            return f"`{unit.text}` has no currency in it, so there is nothing to convert"
    if claim.unit.currencies == original.unit.currencies:
        return f"both amounts are in `{claim.unit.text}`"
    if claim.unit.dimension != original.unit.dimension:
        return f"`{claim.unit.text}` and `{original.unit.text}` are of two dimensions"
    return None
