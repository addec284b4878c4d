"""Claims in Parquet as the text that a CSV file would have."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from factcheck.database.connection import failures, quoted
from factcheck.database.parquet import Columns, columns_of, linked, named, text_of
from factcheck.engines.duck.csv import MAX_BYTES
from factcheck.engines.duck.door import Door
from factcheck.engines.sql.cells import DOUBLE, TEXT, WHOLE, digits_of, places_of, typed
from factcheck.engines.sql.coded import NO_NUMBER, SHORT, TOO_LONG
from factcheck.engines.stored.raw import NUMBERED, RAW, ROW, TEXTS, Raw, stored
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.limits import Limits

_WHOLE: Final = (
    *("TINYINT", "SMALLINT", "INTEGER", "BIGINT"),
    *("UTINYINT", "USMALLINT", "UINTEGER"),
)
_KINDS: Final = {"VARCHAR": TEXT, "DOUBLE": DOUBLE, **dict.fromkeys(_WHOLE, WHOLE)}
"""What a column stands with as it is; a shorter float is another number than its text says."""
_NUMBERS: Final = ("value", "value_to")
_SURE_DIGITS: Final = 15
_PLACES: Final = 6
"""Of doubles whose digits are found without their text."""
_NOTHING: Final = "''"


def load_parquet(door: Door, path: Path, folder: Path, limits: Limits) -> Raw | None:
    """The table `raw` over a Parquet file, read as far as it is asked for; None if it is none.

    A row has the line that it would have as CSV: the first is on line 2.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    own = linked(path, folder / "claims.parquet")
    try:
        columns = columns_of(door.connection, own)
    except failures():
        return None
    known = SHAPES["claims"].columns
    if len(columns) > limits.max_columns or any(
        text_of(named(column), kind) is None and column in known for column, kind in columns
    ):
        return None
    kinds = {column: _KINDS[kind] for column, kind in columns if kind in _KINDS}
    numbered = tuple(one for one in _NUMBERS if kinds.get(one) in (DOUBLE, WHOLE))
    _make_views(door, f"read_parquet({quoted(own)}, file_row_number = true)", columns, numbered)
    names = tuple(column for column, _ in columns)
    if numbered:
        door.say(f"CREATE VIEW {NUMBERED} AS {_numbered(names, kinds, numbered)}")
    ((rows,),) = door.ask(f"SELECT count(*) FROM read_parquet({quoted(own)})")
    texts = TEXTS if numbered else RAW
    return Raw(door, names, rows, 2, ((), ()), (), kinds, numbered, texts, in_order=True)


def _make_views(door: Door, source: str, columns: Columns, numbered: Sequence[str]) -> None:
    """The views `raw` and, where that leaves the text of some columns out, `texts`."""
    own: list[str] = []
    plain: list[str] = []
    long: list[str] = []
    for place, (column, kind) in enumerate(columns):
        name = stored(place)
        own.append(f"{named(column)} AS {typed(name)}")
        text = text_of(typed(name) if column in numbered else named(column), kind)
        into = long if column in numbered else plain
        into.append(f"coalesce({text or _NOTHING}, '') AS {name}")
    listed = ", ".join((f"file_row_number AS {ROW}", *own, *plain))
    door.say(f"CREATE VIEW {RAW} AS SELECT {listed} FROM {source}")
    if long:
        door.say(f"CREATE VIEW {TEXTS} AS SELECT *, {', '.join(long)} FROM {RAW}")


def _numbered(names: Sequence[str], kinds: Mapping[str, str], numbered: Sequence[str]) -> str:
    """The query of `raw` with the places and digits of some columns of numbers: see `coded`."""
    plain = [stored(names.index(one)) for one in numbered if kinds[one] == WHOLE]
    doubles = [stored(names.index(one)) for one in numbered if kinds[one] == DOUBLE]
    source = RAW
    for layer in (_sure, _text):
        source = f"(SELECT {', '.join(['*', *map(layer, doubles)])} FROM {source})"
    found = [*map(_of_whole, plain), *map(_of_double, doubles)]
    return f"SELECT *, {', '.join(found)} FROM {source}"


def _of_whole(name: str) -> str:
    own = typed(name)
    short = f"{own} BETWEEN -{10 ** (SHORT - 1) - 1} AND {10**SHORT - 1}"
    return (
        f"CASE WHEN {own} IS NULL THEN {NO_NUMBER} WHEN {short} THEN 0 ELSE {TOO_LONG} END "
        f"AS {places_of(name)}, CASE WHEN {short} THEN CAST({own} AS BIGINT) END "
        f"AS {digits_of(name)}"
    )


def _sure(name: str) -> str:
    """The places of a double that are found without its text.

    A decimal of few digits is the only one of so few that is nearest to a double: so it is the one
    that is printed, and the quotient of two whole numbers.
    """
    own = typed(name)
    cases = [f"WHEN {own} IS NULL THEN {NO_NUMBER}"]
    for number in range(_PLACES + 1):
        size = f"abs({own}) < 1e{_SURE_DIGITS - number}"
        cases.append(f"WHEN {size} AND {_shifted(own, number)} / 1e{number} = {own} THEN {number}")
    return f"CASE {' '.join(cases)} END AS sure_{name}"


def _shifted(own: str, places: int) -> str:
    return f"round({own} * 1e{places})" if places else f"trunc({own})"


def _text(name: str) -> str:
    """The text of the other doubles."""
    return f"CASE WHEN sure_{name} IS NULL THEN {text_of(typed(name), 'DOUBLE')} END AS text_{name}"


def _of_double(name: str) -> str:
    sure, text = f"sure_{name}", f"text_{name}"
    digits = [
        f"WHEN {number} THEN CAST({_shifted(typed(name), number)} AS BIGINT)"
        for number in range(_PLACES + 1)
    ]
    short = f"length({text}) <= {SHORT}"
    point = f"strpos({text}, '.')"
    printed = f"CASE WHEN {short} THEN CAST(replace({text}, '.', '') AS BIGINT) END"
    return (
        f"CASE WHEN {sure} IS NOT NULL THEN {sure} WHEN NOT {short} THEN {TOO_LONG} "
        f"WHEN {point} = 0 THEN 0 ELSE length({text}) - {point} END AS {places_of(name)}, "
        f"CASE {sure} {' '.join(digits)} ELSE {printed} END AS {digits_of(name)}"
    )
