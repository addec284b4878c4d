"""The tables of all verdicts: CSV and Parquet hold the same rows."""

import csv
import io

import pytest

from factcheck.report.csv_report import render_csv
from factcheck.report.model import Verdict
from factcheck.report.verdict_rows import COLUMNS
from tests.report.formats import parquet_table
from tests.report.samples import PROBLEMS, finding, report

MADE = report(
    verdicts=(
        Verdict("one_figure", (("entity", "bytedance"),), "holds", 1, 1, ("c1", "c2")),
        Verdict("chips_half_of_capex", finding().case, "violated", 2, 6, ("c2",)),
    ),
    problems=PROBLEMS,
)


def test_parquet_holds_what_the_csv_holds() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(MADE))))
    table = parquet_table(MADE)
    read = [
        {name: "" if cell is None else str(cell) for name, cell in row.items()}
        for row in table.to_pylist()
    ]
    assert rows == read


@pytest.mark.parametrize(
    ("column", "kind"),
    [("rule", "string"), ("line", "int64"), ("waived_until", "date32[day]")],
)
def test_columns_have_types(column: str, kind: str) -> None:
    schema = parquet_table(MADE).schema
    assert [name for name, _ in COLUMNS] == schema.names
    assert kind == str(schema.field(column).type)
