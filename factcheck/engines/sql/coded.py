"""The table `coded`: the codes and the digits of each claim, and which kind of claim it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from factcheck.engines.sql.checks import cell
from factcheck.engines.sql.door import Door
from factcheck.engines.sql.expression import Column, Expression, call, case, looked_up
from factcheck.engines.sql.packed import Packing, Part, packing
from factcheck.engines.sql.query import Join, Select, Table
from factcheck.records import Record, frozen

CODED: Final = "coded"
SHORT: Final = 18
"""A number of more signs is left to the judge."""
TOO_LONG: Final = 19
NO_NUMBER: Final = 20
"""In place of the places of a number."""
TEXT: Final = "TEXT"
_KIND: Final = {
    "metric": "metric_id",
    "unit": "unit_id",
    "relation": "relation",
    "hedge": "hedge",
    "decimals": "decimals",
    "status": "status",
}
"""Words that make the kind of a claim, by the columns that have them."""
_FEW: Final = 16
"""So many words are told apart without a table."""
_FIELDS: Final = {"entity": "entity_id", "period": "period", "source": "source_id"}

Meanings = Mapping[str, Mapping[str, Any]]
"""By column: what each of its words means."""


@frozen
class Stored(Record):
    """The text of claims in an engine: table `raw` with `row` and its columns."""

    door: Door
    columns: Mapping[str, str]
    """The stored name of each column."""
    meanings: Meanings
    """What the words of each column mean."""
    own: Mapping[str, tuple[str, str]] = {}
    """Of columns that stand with a type of their own besides: where, and what SQL calls it.

    An empty cell is nothing there, or an empty text.
    """
    table: str = "raw"
    """It, or a view of it that has the next."""
    numbers: Mapping[str, tuple[str, str]] = {}
    """Of columns of numbers: where the places of each stand, and where its digits."""


@frozen
class Coding(Record):
    """What becomes of the text."""

    packing: Packing
    ranged: bool
    """Whether there are second numbers, of printed ranges."""


def code(
    stored: Stored,
    words: Mapping[str, Mapping[str, int]],
    sizes: Mapping[str, int],
    fields: Sequence[str],
    own: Mapping[str, str],
) -> Coding:
    """Make the table, from the codes of the words of each field.

    `sizes` are one more than the greatest code of each field of the kind, `fields` those that rules
    ask for by row, `own` the package's dimensions among them by their columns.
    """
    names = {name: column for name, column in _FIELDS.items() if name in fields} | dict(own)
    joins: dict[str, Join] = {}
    code_of = {
        name: _coded(stored, name, column, words[name], joins)
        for name, column in {**_KIND, **names}.items()
    }
    ranged = "value_to" in stored.columns
    value, digits = _number(stored, "value")
    parts = [Part(name, code_of[name], sizes[name]) for name in _KIND]
    parts += _parts_of("value", value, digits)
    columns: dict[str, Expression] = {"row": Column("row", "raw")}
    columns |= {name: code_of[name] for name in names}
    columns["digits"] = digits
    if ranged:
        value_to, columns["digits_to"] = _number(stored, "value_to")
        parts += _parts_of("value_to", value_to, columns["digits_to"])
    if "converts" in stored.columns:
        converts = cell(stored.columns, "converts").differs("")
        parts.append(Part("restates", case((converts, 1), otherwise=0), 2))
    made = packing(parts)
    source = Table(stored.table, "raw")
    stored.door.create(CODED, Select({**columns, **made.packed()}, source, list(joins.values())))
    for table in joins:
        stored.door.drop(table)
    return Coding(made, ranged)


def _coded(
    stored: Stored, name: str, column: str, words: Mapping[str, int], joins: dict[str, Join]
) -> Expression:
    """The code of a row's word: all have the only one, or it is looked up. No word is no row.

    Few are told apart in the query, where no row is to be left out; others are in a small table.
    """
    whole = len(stored.meanings.get(column, words)) == len(words)
    if len(words) <= 1 and whole:
        return call("to_integer", next(iter(words.values()), 0))
    if column in stored.own:
        name_of, kind = stored.own[column]
        own: Expression = Column(name_of, "raw")
        rows = [(_typed(one, kind), number) for one, number in words.items()]
        if kind == TEXT and "" in words:
            rows.append((None, words[""]))
    else:
        own, kind, rows = cell(stored.columns, column), TEXT, list(words.items())
    if whole and len(rows) <= _FEW:
        return _told_apart(own, rows, in_blocks=column in stored.own)
    table = f"code_{name}"
    code, word = Column("code", table), Column("word", table)
    same = own.same if any(one is None for one, _ in rows) else own.equals
    stored.door.fill(table, (("word", kind), ("code", "INTEGER")), rows)
    joins[table] = Join(Table(table), same(word))
    return code


def _told_apart(
    own: Expression, rows: Sequence[tuple[str | int | None, int]], *, in_blocks: bool
) -> Expression:
    """The number beside a word; a file that is read in blocks has each of a block's words once."""
    if not in_blocks:
        return case(*((own.is_null() if one is None else own.equals(one), n) for one, n in rows))
    found = looked_up(own, [(one, number) for one, number in rows if one is not None])
    missing = [number for one, number in rows if one is None]
    return call("coalesce", found, *missing) if missing else found


def _typed(word: str, kind: str) -> str | int | None:
    if kind == TEXT:
        return word
    return int(word) if word else None


def _number(stored: Stored, column: str) -> tuple[Expression, Expression]:
    """The places of a number, and its digits as one whole number: nothing where they are many."""
    if column in stored.numbers:
        places, digits = stored.numbers[column]
        return Column(places), Column(digits)
    text = cell(stored.columns, column)
    return _places(text), _digits(text)


def _parts_of(name: str, places: Expression, digits: Expression) -> list[Part]:
    below = case((digits < 0, 1), otherwise=0)
    return [Part(f"{name}_places", places, NO_NUMBER + 1), Part(f"{name}_below", below, 2)]


def _digits(text: Expression) -> Expression:
    short = text.differs("") & (call("length", text) <= SHORT)
    return case((short, call("to_bigint", call("replace", text, ".", ""))))


def _places(text: Expression) -> Expression:
    point = call("position", text, ".")
    return case(
        (text.equals(""), NO_NUMBER),
        (call("length", text) > SHORT, TOO_LONG),
        (point.equals(0), 0),
        otherwise=call("length", text) - point,
    )


class Kind(NamedTuple):
    """One kind of claims."""

    numbers: tuple[int, ...]
    """Of the columns of the packing."""
    codes: Mapping[str, int]
    claims: int
    greatest: int
    """Of the digits."""
    greatest_to: int


def kinds_of(stored: Stored, coding: Coding) -> list[Kind]:
    """Each kind that there is."""
    columns: dict[str, Expression] = {name: Column(name) for name in coding.packing.names}
    by = tuple(columns.values())
    columns["n"] = call("count")
    columns["greatest"] = call("maximum", call("abs", Column("digits")))
    if coding.ranged:
        columns["greatest_to"] = call("maximum", call("abs", Column("digits_to")))
    width, found = len(by), []
    for row in stored.door.rows(Select(columns, Table(CODED), group=by, order=by)):
        numbers, (claims, *greatest) = row[:width], row[width:]
        sizes = [one or 0 for one in (*greatest, 0)]
        found.append(Kind(numbers, coding.packing.unpacked(numbers), claims, *sizes[:2]))
    return found
