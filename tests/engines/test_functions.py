"""Every function that a query may call, by value: the same on each engine, whatever it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck.engines.sql.dialect import DUCKDB, SPARK
from factcheck.engines.sql.expression import (
    FUNCTIONS,
    Call,
    Column,
    Expression,
    Literal,
    Value,
    call,
    case,
    looked_up,
    one_of,
)
from factcheck.engines.sql.query import Select, Table
from tests.engines.every import needs_duckdb, on_spark

INFINITY = math.inf
LONG = 10**36

VALUES: list[tuple[str, Expression, Any]] = [
    ("add", call("add", 2, 3), 5),
    ("subtract", call("subtract", 2, 3), -1),
    ("multiply", call("multiply", 2, -3), -6),
    ("multiply", call("multiply", call("to_wide", 10**18), call("to_wide", 10**18)), LONG),
    ("multiply", call("multiply", INFINITY, -2.0), -INFINITY),
    ("divide", call("divide", 1.0, 4.0), 0.25),
    ("divide", call("divide", 1.0, INFINITY), 0.0),
    ("negate", call("negate", 2.5), -2.5),
    ("equal", call("equal", INFINITY, INFINITY), True),
    ("equal", call("equal", None, 1), None),
    ("same", call("same", None, "a"), False),
    ("same", call("same", "a", "a"), True),
    ("same", call("same", call("to_bigint", None), call("to_bigint", None)), True),
    ("differ", call("differ", "a", "b"), True),
    ("less", call("less", -INFINITY, INFINITY), True),
    ("less_equal", call("less_equal", 2, 2), True),
    ("and", call("and", Literal(value=False), None), False),
    ("or", call("or", Literal(value=True), None), True),
    ("not", call("not", None), None),
    ("is_null", call("is_null", None), True),
    ("in", one_of(call("add", 1, 1), (1, 2)), True),
    ("case", case((call("less", 2, 1), 1), (call("less", 1, 2), 2)), 2),
    ("case", case((call("less", 2, 1), 1)), None),
    ("coalesce", call("coalesce", None, 3), 3),
    ("least", call("least", 3.0, -INFINITY, 2.0), -INFINITY),
    ("least", call("least", 3.0), 3.0),
    ("greatest", call("greatest", 3.0), 3.0),
    ("greatest", call("greatest", 3, 5, 4), 5),
    ("abs", call("abs", -2.5), 2.5),
    ("to_double", call("to_double", "0.1"), 0.1),
    ("to_double", call("to_double", 2**53 + 1), float(2**53)),
    ("to_integer", call("to_integer", call("to_bigint", 7)), 7),
    ("to_bigint", call("to_bigint", "-12"), -12),
    ("to_boolean", call("to_boolean", "true"), True),
    ("to_boolean", call("to_boolean", None), None),
    ("to_text", call("to_text", -(10**17)), "-100000000000000000"),
    ("to_text", call("to_text", Literal(value=True)), "true"),
    ("to_wide", call("to_wide", 10**18), 10**18),
    ("remainder", call("remainder", call("to_wide", -7), 2), -1),
    ("quotient", call("quotient", call("to_wide", 700), 100), 7),
    ("quotient", call("quotient", call("to_wide", -700), 100), -7),
    ("quotient", call("quotient", call("to_wide", 799), 100), 7),
    ("length", call("length", "千亿"), 2),
    ("position", call("position", "12.5", "."), 3),
    ("position", call("position", "125", "."), 0),
    ("replace", call("replace", "1.25", ".", ""), "125"),
    ("slice", call("slice", "-5", 1, 1), "-"),
    ("bytes", call("bytes", "千亿"), 6),
    ("matches", call("matches", "-5.0", r"^-?[0-9]+(?:[.][0-9]+)?\z"), True),
    ("matches", call("matches", "5\n", r"^[0-9]+\z"), False),
    ("is_ascii", call("is_ascii", "é"), False),
    ("composed", call("composed", "e\u0301"), "é"),
    ("code_point", call("code_point", "亿a"), 0x4EBF),
    ("looked_up", looked_up(call("replace", "ab", "b", ""), [("b", 2), ("a", 7)]), 7),
    ("looked_up", looked_up(call("replace", "ab", "b", ""), [("b", 2), ("A", 7)]), None),
    ("looked_up", looked_up(Literal(None), [("b", 2)]), None),
    ("looked_up", looked_up(call("add", 2, 3), [(-5, 1), (5, 3)]), 3),
]
GROUPS: list[tuple[str, Expression, Any]] = [
    ("sum", call("sum", Column("n")), 6),
    ("minimum", call("minimum", Column("n")), 1),
    ("maximum", call("maximum", Column("n")), 3),
    ("count", call("count"), 4),
    ("count_distinct", call("count_distinct", Column("n")), 3),
    ("every", call("every", call("less", Column("n"), 3)), False),
    ("some", call("some", call("less", 2, Column("n"))), True),
]
ROWS: list[tuple[Value, ...]] = [(1,), (2,), (3,), (None,)]
ORDERED: list[tuple[str, Expression, list[Any]]] = [
    ("before", call("before", Column("n"), Column("n")), [None, 1, 2]),
    (
        "place_among",
        call("place_among", call("remainder", Column("n"), 2), 0, Column("n")),
        [1, 1, 2],
    ),
]

TEXTS = [
    "",
    "a'b",
    "back\\slash\\n\\",
    "$x ${env:HOME} {0}",
    "`; -- /*",
    "\n\t\x01é𝄞",
    "%_",
    ":a ?",
]
"""Whatever a text has in it, it is that text."""


KINDS = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", str: "TEXT"}
CONSTANT = {"in", "matches", "slice", "looked_up"}
"""Whose operands but the first are never columns: lists, patterns, places."""


def in_columns(expression: Expression, operands: dict[str, Any]) -> Expression:
    """With columns for its operands, so that no engine computes it before it has rows."""
    if isinstance(expression, Literal) and expression.value is not None:
        column = f"c{len(operands)}"
        operands[column] = expression.value
        return Column(column)
    if isinstance(expression, Call):
        end = 1 if expression.function in CONSTANT else len(expression.arguments)
        first = [in_columns(one, operands) for one in expression.arguments[:end]]
        return call(expression.function, *first, *expression.arguments[end:])
    return expression


@pytest.fixture(scope="module")
def duck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A database of DuckDB."""
    from factcheck.engines.duck.door import connect  # noqa: PLC0415 (not where it is missing)

    made = connect(Path(tmp_path_factory.mktemp("duck")))
    yield made
    made.connection.close()


@pytest.fixture(
    scope="module",
    params=[pytest.param("duck", marks=needs_duckdb), pytest.param("spark", marks=on_spark)],
)
def found(request: pytest.FixtureRequest) -> dict[str, list[Any]]:
    """What an engine says of each list of this file, in few queries: Spark plans each anew."""
    door = request.getfixturevalue(request.param)
    operands: dict[str, Any] = {}
    moved = [in_columns(one, operands) for _, one, _ in VALUES]
    columns = [(name, KINDS[type(value)]) for name, value in operands.items()]
    door.fill("one", columns, [tuple(operands.values())])
    door.fill("numbers", [("n", "BIGINT")], ROWS)
    known = call("not", call("is_null", Column("n")))
    door.create("ordered", Select({"n": Column("n")}, Table("numbers"), where=known))

    def rows(asked: Sequence[Expression], table: str) -> list[tuple[Any, ...]]:
        columns = {f"v{number}": one for number, one in enumerate(asked)}
        return [tuple(row) for row in door.rows(Select(columns, Table(table)))]

    in_order = sorted(rows([Column("n"), *(one for _, one, _ in ORDERED)], "ordered"))
    return {
        "literals": list(*rows([one for _, one, _ in VALUES], "one")),
        "columns": list(*rows(moved, "one")),
        "groups": list(*rows([one for _, one, _ in GROUPS], "numbers")),
        "texts": list(*rows([Literal(text) for text in TEXTS], "one")),
        "in order": [list(column) for column in list(zip(*in_order, strict=True))[1:]],
    }


def numbered(cases: list[tuple[str, Expression, Any]]) -> list[Any]:
    """Each function and its value, with the place of its answer."""
    return [pytest.param(n, one, value) for n, (one, _, value) in enumerate(cases)]


Found = dict[str, list[Any]]


@pytest.mark.parametrize(("place", "function", "expected"), numbered(VALUES))
def test_a_function_of_a_row(place: int, function: str, expected: object, found: Found) -> None:
    assert function in FUNCTIONS
    assert expected == found["literals"][place]
    assert expected == found["columns"][place]


@pytest.mark.parametrize(("place", "function", "expected"), numbered(GROUPS))
def test_a_function_of_many_rows(place: int, function: str, expected: object, found: Found) -> None:
    assert function in FUNCTIONS
    assert expected == found["groups"][place]


@pytest.mark.parametrize(("place", "function", "expected"), numbered(ORDERED))
def test_a_function_of_rows_in_order(
    place: int, function: str, expected: object, found: Found
) -> None:
    assert function in FUNCTIONS
    assert expected == found["in order"][place]


def test_a_text_is_itself(found: Found) -> None:
    assert TEXTS == found["texts"]


def test_every_dialect_spells_every_function() -> None:
    ours = {"case", "in"}  # which the writer spells
    assert FUNCTIONS - ours == DUCKDB.functions.keys() == SPARK.functions.keys()


def test_every_function_has_a_value() -> None:
    assert FUNCTIONS == {name for name, _, _ in (*VALUES, *GROUPS, *ORDERED)}
