import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.vocabulary.csv_table import Table, parse_table
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.mistakes import Mistakes

CELLS = st.text(st.sampled_from('ab,"\n é消😀;'), max_size=6)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6)
)


def parse(text: str, limits: Limits = Limits()) -> tuple[Table | None, list[Diagnostic]]:  # noqa: B008
    mistakes = Mistakes(limits.max_diagnostics)
    return parse_table(text, "t.csv", limits, mistakes), mistakes.told()


def written(rows: list[list[str]]) -> str:
    """As Python's own writer has it, under a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    width = len(rows[0]) if rows else 2
    writer.writerows([[f"column{index}" for index in range(width)], *rows])
    return out.getvalue()


@given(TABLES)
def test_reads_what_pythons_writer_wrote(rows: list[list[str]]) -> None:
    table, found = parse(written(rows))
    assert found == []
    assert table is not None
    assert rows == table.rows


@given(TABLES)
def test_a_cell_stands_where_its_text_is(rows: list[list[str]]) -> None:
    text = written(rows)
    table, _ = parse(text)
    assert table is not None
    lines = text.split("\n")
    for index, row in enumerate(rows):
        for column, cell in zip(table.columns, row, strict=True):
            span = table.span(index, column)
            stretch = lines[span.line - 1][span.column - 1 : span.end_column - 1]
            if cell and stretch.startswith('"'):
                first = '"' + cell.replace('"', '""') + '"'
                assert first.split("\n")[0] == stretch
            elif cell:
                assert cell == stretch


@given(st.text(st.sampled_from('ab,"\n'), max_size=30))
def test_reads_as_python_does_or_says_why_not(text: str) -> None:
    table, found = parse("x,y\n" + text)
    assert table is not None
    if not found:
        rows = list(csv.reader(io.StringIO("x,y\n" + text.rstrip("\n")), strict=True))
        assert rows[1:] == table.rows


def test_limits_have_names() -> None:
    text = "a,b\n1,2\n3,4\n5,66\n"
    small = {
        "max_rows": Limits(max_rows=2),
        "max_columns": Limits(max_columns=1),
        "max_cell_characters": Limits(max_cell_characters=1),
    }
    for name, limits in small.items():
        _, found = parse("a,b\n1,2\n3,4\n5,6666\n" if "cell" in name else text, limits)
        assert [("P107", f"the limit is `{name}`")] == [(one.code.id, one.help) for one in found]


def test_mistakes_beyond_the_limit_are_counted() -> None:
    _, found = parse("a,b\n" + "1\n" * 10, Limits(max_diagnostics=3))
    assert 3 == len(found)
    assert ("7 more mistakes in this file are not shown",) == found[-1].notes
