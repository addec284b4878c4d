"""Tables as Parquet, and the one door to the library that writes it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from typing import Any, Final

Columns = Sequence[tuple[str, str]]
"""Names with the types of a Table Schema."""

_TRUE: Final = ("true", "True", "TRUE", "1")
_WRITER: Final = b"factcheck"
_MAGIC: Final = b"PAR1"


def is_installed() -> bool:
    """Whether the library is there."""
    return find_spec("pyarrow") is not None


def parquet_bytes(named: Columns, rows: Sequence[Sequence[str]]) -> bytes:
    """The table with the types of its columns; numbers are doubles, exact only in a CSV.

    What is not always the same is left out: a compression whose bytes depend on the version of
    its library, the schema of Arrow, and the name and version of the writer.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415 (an extra)

    sink = io.BytesIO()
    table = arrow_table(named, rows)
    pq.write_table(table, sink, compression="none", store_schema=False, data_page_version="1.0")
    return _without_version(sink.getvalue())


def arrow_table(named: Columns, rows: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401 (a guest's)
    """The same as a table of the library; an empty cell is nothing."""
    import pyarrow as pa  # noqa: PLC0415 (an extra)

    types: Mapping[str, Any] = {
        "string": pa.string(),
        "number": pa.float64(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    columns = {}
    for place, (name, wanted) in enumerate(named):
        kind, values = _typed(wanted, [row[place] for row in rows])
        columns[name] = pa.array(values, type=types[kind])
    return pa.table(columns)


def _typed(kind: str, cells: Sequence[str]) -> tuple[str, list[object]]:
    """The values of a column and their type: text, where the cells are written in another way."""
    read = _READERS.get(kind)
    if read is not None:
        try:
            return kind, [read(cell) if cell else None for cell in cells]
        except ValueError:
            pass
    return "string", [cell or None for cell in cells]


def _without_version(data: bytes) -> bytes:
    """The file with a fixed name of its writer in place of the library's, which has its version.

    The footer is a structure of Thrift's compact protocol: texts are preceded by their length,
    and the length of the whole stands before the magic number at the end of the file.
    """
    start = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    footer = data[start:-8]
    place = footer.rindex(b"parquet-cpp-arrow version ")
    length = footer[place - 1]
    renamed = footer[: place - 1] + bytes([len(_WRITER)]) + _WRITER + footer[place + length :]
    return data[:start] + renamed + len(renamed).to_bytes(4, "little") + _MAGIC


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "string": str,
    "number": float,
    "integer": int,
    "boolean": lambda text: text in _TRUE,
    "date": date.fromisoformat,
}
