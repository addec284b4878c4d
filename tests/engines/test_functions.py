"""Every function that a query may call, by value: the same on each engine, whatever it is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.engines.sql.dialect import DUCKDB, SPARK
from factcheck.engines.sql.expression import (
    FUNCTIONS,
    Column,
    Expression,
    Literal,
    Value,
    call,
    case,
    one_of,
)
from factcheck.engines.sql.query import Select, Table
from tests.engines.every import needs_duckdb, needs_spark

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
    ("matches", call("matches", "-5.0", r"^-?[0-9]+(?:[.][0-9]+)?\z"), True),
    ("matches", call("matches", "5\n", r"^[0-9]+\z"), False),
    ("is_ascii", call("is_ascii", "é"), False),
    ("composed", call("composed", "e\u0301"), "é"),
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
    ("before", call("before", Column("n"), Column("n")), [None, 1, 2, 3]),
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


def _fill(door: Any) -> Any:  # noqa: ANN401 (of a library that may be missing)
    door.fill("numbers", [("n", "BIGINT")], ROWS)
    door.fill("one", [("n", "BIGINT")], [(1,)])
    return door


@pytest.fixture(scope="module")
def duck(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A database with two small tables."""
    from factcheck.engines.duck.door import connect  # noqa: PLC0415 (not where it is missing)

    made = connect(Path(tmp_path_factory.mktemp("duck")))
    yield _fill(made)
    made.connection.close()


@pytest.fixture(
    params=[
        pytest.param("duck", marks=needs_duckdb),
        pytest.param("spark", marks=(needs_spark, pytest.mark.slow, pytest.mark.guest)),
    ]
)
def door(request: pytest.FixtureRequest) -> Any:  # noqa: ANN401 (as above)
    """Each engine with the same tables."""
    found = request.getfixturevalue(request.param)
    return found if request.param == "duck" else _fill(found)


@pytest.mark.parametrize(("function", "expression", "expected"), VALUES)
def test_a_function_of_a_row(
    function: str,
    expression: Expression,
    expected: Any,  # noqa: ANN401 (of any type)
    door: Any,  # noqa: ANN401 (of a library that may be missing)
) -> None:
    assert function in FUNCTIONS
    assert [(expected,)] == door.rows(Select({"found": expression}, Table("one")))


@pytest.mark.parametrize(("function", "expression", "expected"), GROUPS)
def test_a_function_of_many_rows(
    function: str,
    expression: Expression,
    expected: Any,  # noqa: ANN401 (of any type)
    door: Any,  # noqa: ANN401 (of a library that may be missing)
) -> None:
    assert function in FUNCTIONS
    assert [(expected,)] == door.rows(Select({"found": expression}, Table("numbers")))


@pytest.mark.parametrize(("function", "expression", "expected"), ORDERED)
def test_a_function_of_rows_in_order(
    function: str,
    expression: Expression,
    expected: list[Any],
    door: Any,  # noqa: ANN401 (of a library that may be missing)
) -> None:
    assert function in FUNCTIONS
    door.fill("four", [("n", "BIGINT")], [(1,), (2,), (3,), (4,)])
    found = door.rows(Select({"n": Column("n"), "found": expression}, Table("four")))
    door.drop("four")
    assert expected == [one for _, one in sorted(found)]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_itself(text: str, door: Any) -> None:  # noqa: ANN401 (as above)
    assert [(text,)] == door.rows(Select({"found": Literal(text)}, Table("one")))


def test_every_dialect_spells_every_function() -> None:
    ours = {"case", "in"}  # which the writer spells
    assert FUNCTIONS - ours == DUCKDB.functions.keys() == SPARK.functions.keys()


def test_every_function_has_a_value() -> None:
    assert FUNCTIONS == {name for name, _, _ in (*VALUES, *GROUPS, *ORDERED)}
