"""The stored table checked: rows that look odd are found by the engine, and read as always."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.sql.cells import cell_of
from factcheck.engines.sql.checks import decomposed, not_after, suspicious
from factcheck.engines.sql.expression import Column, Expression, all_of, call
from factcheck.engines.sql.query import Join, Layers, Query, Select, Table, first
from factcheck.engines.stopped import too_much
from factcheck.engines.stored.explain import Reader
from factcheck.engines.stored.raw import RAW, ROW, Cells, Raw, stored
from factcheck.engines.stored.words import Words
from factcheck.inputs import door
from factcheck.records import evolve
from factcheck.values.unit import Unit
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.csv_record import BrokenRecord, read_record
from factcheck.vocabulary.decoding import decode
from factcheck.vocabulary.mistakes import Mistakes
from factcheck.vocabulary.model import Metric
from factcheck.vocabulary.parquet_table import is_strange
from factcheck.vocabulary.resources import PARQUET

_WRONG: Final = "wrong"


def names(raw: Raw) -> Mapping[str, str]:
    """The stored name of each column of the table."""
    return {column: stored(place) for place, column in enumerate(raw.columns)}


def check_table(reader: Reader, words: Words) -> list[Diagnostic] | None:
    """What is wrong with the stored claims; None when only their file shows it."""
    raw = reader.raw
    rows = _odd_rows(reader, words)
    if rows is None:
        return None
    lines = _lines(reader, whole=bool(rows or raw.quoted))
    if lines is None:
        return None
    for row, cells in raw.cells(raw.quoted):
        record = read_record(lines, raw.line(row) - 1)
        if isinstance(record, BrokenRecord) or record[0] != cells:
            return None
    mistakes = Mistakes(reader.descriptor.limits.max_diagnostics)
    most = raw.door.most.odd_rows
    odd = raw.cells(sorted(rows)[:most])
    if _are_strange(reader, odd):
        return None
    reader.read(odd, mistakes, lines)
    return mistakes.told() if len(rows) <= most else _unread(mistakes, most)


def _are_strange(reader: Reader, odd: Sequence[Cells]) -> bool:
    """Whether odd rows of one Parquet file have what no CSV file comes this far with."""
    path, limits = reader.descriptor.resources["claims"].path, reader.descriptor.limits
    if path.suffix != PARQUET or door.is_folder(path):
        return False
    return any(is_strange(cells, limits.max_cell_characters) for _, cells in odd)


def _unread(mistakes: Mistakes, most: int) -> list[Diagnostic]:
    """The mistakes of a table with more odd rows than are read."""
    told = mistakes.told()
    if not mistakes.count:
        raise too_much(most, "rows to be looked at one by one")
    note = f"more than {most:,} rows look odd, and the others were not read"
    return [*told[:-1], evolve(told[-1], notes=(*told[-1].notes, note))]


def _lines(reader: Reader, *, whole: bool) -> Sequence[str] | None:
    """The lines of a CSV file, or those of its header; None when they are no text."""
    resource = reader.descriptor.resources["claims"]
    if resource.path.suffix == PARQUET:
        return ()
    with resource.path.open("rb") as file:
        first = reader.raw.first_line - 1
        data = file.read() if whole else b"".join(file.readline() for _ in range(first))
    text, _ = decode(data, resource.shown)
    return None if text is None else text.split("\n")


def _odd_rows(reader: Reader, words: Words) -> set[int] | None:
    """The rows that have to be looked at; None where ids stand in other characters than others."""
    raw, columns = reader.raw, names(reader.raw)
    cells = {name: cell_of(columns, raw.kinds, name) for name in SHAPES["claims"].columns}
    metrics = words.right("metric_id")
    signed = tuple(text for text, metric in metrics.items() if metric.non_negative)
    odd = suspicious(cells, signed)
    is_odd, is_foreign, may_be_twice = _glance(raw, odd, cells["claim_id"].text)
    asked = ["claim_id"] * is_foreign + ["converts"] * ("converts" in columns)
    if any(_any(raw, decomposed(cells[name].text)) for name in asked):
        return None
    row = Column(ROW)
    found = _rows(raw, Select({ROW: row}, Table(RAW), where=odd), row) if is_odd else set()
    for column in words.meanings:
        wrong = words.wrong(column)
        if wrong and column in columns:
            found |= _among(raw, (columns[column],), [(text,) for text in wrong])
        elif wrong:
            found |= set(range(min(raw.rows, raw.door.most.odd_rows + 1)))
    pair = columns["metric_id"], columns["unit_id"]
    found |= _among(raw, pair, _wrong_units(words))
    if may_be_twice:
        found |= _twice(raw, cells["claim_id"].text)
    return found | (_restating(raw, words, columns) if "converts" in columns else set())


def _glance(raw: Raw, odd: Expression, key: Expression) -> tuple[bool, bool, bool]:
    """All rows at once: whether some are odd, some ids not in ASCII, some perhaps equal."""
    asked = {"odd": odd, "foreign": ~call("is_ascii", key)}
    if raw.in_order:
        asked["twice"] = not_after(key, Column("before"))
        before = Select({"before": call("before", key, Column(ROW))}, Table(RAW), everything=True)
        source = (("ordered", before),)
        query: Query = Layers(source, Select(_some(asked), Table("ordered")))
    else:
        query = Select(_some(asked), Table(RAW))
    (found,) = raw.door.rows(query)
    is_odd, is_foreign, *twice = (one is True for one in found)
    return is_odd, is_foreign, not twice or twice[0]


def _some(asked: Mapping[str, Expression]) -> dict[str, Expression]:
    return {name: call("some", one) for name, one in asked.items()}


def _any(raw: Raw, where: Expression) -> bool:
    return bool(raw.door.rows(Select({ROW: Column(ROW)}, Table(RAW), where=where, limit=1)))


def _rows(raw: Raw, query: Select | Layers, own: Column) -> set[int]:
    """The rows that a query finds, the first of them where they are many."""
    most = raw.door.most.odd_rows + 1
    return {row for (row,) in raw.door.rows(first(query, most, own), most)}


def _among(raw: Raw, columns: tuple[str, ...], values: list[tuple[str, ...]]) -> set[int]:
    """The rows whose columns have one of some values."""
    if not values:
        return set()
    raw.door.fill(_WRONG, [(f"v{place}", "TEXT") for place in range(len(columns))], values)
    on = [
        Column(column, RAW).equals(Column(f"v{place}", _WRONG))
        for place, column in enumerate(columns)
    ]
    join = Join(Table(_WRONG), all_of(*on), "semi")
    own = Column(ROW, RAW)
    found = _rows(raw, Select({ROW: own}, Table(RAW), [join]), own)
    raw.door.drop(_WRONG)
    return found


def _wrong_units(words: Words) -> list[tuple[str, ...]]:
    """The pairs of a metric and a unit of another dimension."""
    metrics: Mapping[str, Metric] = words.right("metric_id")
    units: Mapping[str, Unit] = words.right("unit_id")
    return [
        (metric, unit)
        for metric, unit in sorted(words.pairs)
        if metric in metrics
        and unit in units
        and metrics[metric].unit.dimension != units[unit].dimension
    ]


def _twice(raw: Raw, key: Expression) -> set[int]:
    """The rows whose key is that of another row."""
    (number,) = raw.door.rows(Select({"n": call("count_distinct", key)}, Table(RAW)))[0]
    if number == raw.rows:
        return set()
    counted = Select({"key": key, "n": call("count")}, Table(RAW), group=(key,))
    twice = Select({"key": Column("key")}, Table("counted"), where=Column("n") > 1)
    among = Join(Table("twice"), key.equals(Column("key", "twice")), "semi")
    layers = (("counted", counted), ("twice", twice))
    own = Column(ROW, RAW)
    return _rows(raw, Layers(layers, Select({ROW: own}, Table(RAW), [among])), own)


def _restating(raw: Raw, words: Words, columns: Mapping[str, str]) -> set[int]:
    """The rows that restate what they cannot, with what they restate."""
    key, unit, converts = (columns[name] for name in ("claim_id", "unit_id", "converts"))
    original = Join(Table(RAW, "b"), Column(converts, "a").equals(Column(key, "b")), "left")
    own, other = Column(unit, "a"), call("coalesce", Column(unit, "b"), "")
    further = call("coalesce", Column(converts, "b"), "").differs("")
    query = Select(
        {"own": own, "other": other, "further": further},
        Table(RAW, "a"),
        [original],
        where=Column(converts, "a").differs(""),
        distinct=True,
    )
    found = raw.door.rows(query)
    units: Mapping[str, Unit] = words.right("unit_id")
    chained = any(further for _, _, further in found)
    wrong = {
        (first, second)
        for first, second, _ in found
        if chained or not _converted(units.get(first), units.get(second))
    }
    if not wrong:
        return set()
    raw.door.fill(_WRONG, [("v0", "TEXT"), ("v1", "TEXT")], sorted(wrong))
    same = own.equals(Column("v0", _WRONG)) & other.equals(Column("v1", _WRONG))
    rows = {"own": Column(ROW, "a"), "original": Column(ROW, "b")}
    joins = [original, Join(Table(_WRONG), same, "semi")]
    where = Column(converts, "a").differs("")
    query = Select(rows, Table(RAW, "a"), joins, where=where)
    most = raw.door.most.odd_rows + 1
    odd = raw.door.rows(first(query, most, Column(ROW, "a")), most)
    raw.door.drop(_WRONG)
    return {row for pair in odd for row in pair if row is not None}


def _converted(unit: Unit | None, other: Unit | None) -> bool:
    if unit is None or other is None or not (unit.currencies and other.currencies):
        return False
    return unit.currencies != other.currencies and unit.dimension == other.dimension
