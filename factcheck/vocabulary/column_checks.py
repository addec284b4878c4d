"""Whether a table has the columns that it must have, and those that the package speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import COLUMN_MISSING, COLUMN_MISSPELT
from factcheck.diagnostics.suggest import nearest
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_table import Table
from factcheck.vocabulary.descriptor import Descriptor
from factcheck.vocabulary.wrong import Wrong, shorten


def check_columns(name: str, table: Table, added: Collection[str]) -> Iterator[Diagnostic]:
    """A missing column is an error; an added one that looks like a known one gets a warning.

    `added` are columns that this package gives a meaning of its own.
    """
    shape = SHAPES[name]
    unknown = [
        column for column in table.columns if column not in shape.columns and column not in added
    ]
    missing = [column for column in shape.columns if column not in table.columns]
    for column in shape.required:
        if column in missing:
            similar = nearest(column, unknown)
            help_ = (
                f"`{similar}` looks like it"
                if similar
                else f"`{name}` needs " + _listed(shape.required)
            )
            span = table.header_span(similar)
            yield Wrong(COLUMN_MISSING, f"there is no column `{column}`", help_).at(span)
            unknown = [other for other in unknown if other != similar]
    for column in unknown if missing else ():
        similar = nearest(column, missing)
        if similar and similar not in shape.required:
            message = f"the column `{shorten(column)}` has no meaning here"
            wrong = Wrong(COLUMN_MISSPELT, message, f"did you mean `{similar}`?")
            yield wrong.at(table.header_span(column))


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def check_dimensions(descriptor: Descriptor, table: Table) -> Iterator[Diagnostic]:
    """Every dimension that a descriptor declares itself is a column of its claims."""
    for index, name in enumerate(descriptor.own.dimensions):
        if name not in table.columns:
            message = f"there is no column `{name}`, which the descriptor declares as a dimension"
            label = Label(descriptor.span("factcheck", "dimensions", index), "declared here")
            wrong = Wrong(COLUMN_MISSING, message, "add the column, or remove the dimension")
            yield wrong.at(table.header_span(), label)
