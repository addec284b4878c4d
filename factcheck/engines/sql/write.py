"""Queries written out as SQL: names quoted, values as typed literals, nothing pasted."""

from __future__ import annotations

from math import isinf

from factcheck.engines.sql import query as queries
from factcheck.engines.sql.dialect import Dialect
from factcheck.engines.sql.expression import Call, Column, Expression, Literal, Value

_JOINS = {"inner": "JOIN", "left": "LEFT JOIN", "full": "FULL JOIN", "semi": "SEMI JOIN"}
_JOINS |= {"anti": "ANTI JOIN"}


def written(query: queries.Query, dialect: Dialect) -> str:
    """The text of a query."""
    if isinstance(query, queries.Layers):
        layers = [
            f"{name(one, dialect)} AS (\n{written(part, dialect)}\n)" for one, part in query.layers
        ]
        return f"WITH {', '.join(layers)}\n{written(query.last, dialect)}"
    if isinstance(query, queries.Union):
        return "\nUNION ALL\n".join(_select(part, dialect) for part in query.parts)
    return _select(query, dialect)


def _select(query: queries.Select, dialect: Dialect) -> str:
    columns = ", ".join(
        f"{text(value, dialect)} AS {name(own, dialect)}" for own, value in query.columns.items()
    )
    listed = ", ".join(["*"] * query.everything + [columns] * bool(columns))
    lines = [f"SELECT {'DISTINCT ' if query.distinct else ''}{listed}"]
    lines.append(f"FROM {_source(query.source, dialect)}")
    lines += [
        f"{_JOINS[join.kind]} {_source(join.source, dialect)} ON {text(join.on, dialect)}"
        for join in query.joins
    ]
    if query.where is not None:
        lines.append(f"WHERE {text(query.where, dialect)}")
    for clause, by in (("GROUP BY", query.group), ("ORDER BY", query.order)):
        if by:
            lines.append(f"{clause} {', '.join(text(one, dialect) for one in by)}")
    if query.limit is not None:
        lines.append(f"LIMIT {query.limit:d}")
    return "\n".join(lines)


def _source(source: queries.Source, dialect: Dialect) -> str:
    alias = f" AS {name(source.alias, dialect)}" if source.alias else ""
    if isinstance(source, queries.Table):
        return name(source.name, dialect) + alias
    columns = ", ".join(name(column, dialect) for column in source.columns)
    rows = ", ".join(
        f"({', '.join(_literal(value, dialect) for value in row)})" for row in source.rows
    )
    return f"(VALUES {rows}){alias}({columns})"


def text(expression: Expression, dialect: Dialect) -> str:
    """The text of an expression."""
    if isinstance(expression, Column):
        own = name(expression.name, dialect)
        return f"{name(expression.of, dialect)}.{own}" if expression.of else own
    if isinstance(expression, Literal):
        return _literal(expression.value, dialect)
    assert isinstance(expression, Call)  # noqa: S101 (there is no other)
    arguments = [text(one, dialect) for one in expression.arguments]
    if expression.function == "case":
        pairs = zip(arguments[:-1:2], arguments[1::2], strict=False)
        whens = " ".join(f"WHEN {condition} THEN {value}" for condition, value in pairs)
        return f"CASE {whens} ELSE {arguments[-1]} END"
    if expression.function == "in":
        return f"({arguments[0]} IN ({', '.join(arguments[1:])}))"
    lists = {
        "all": arguments,
        "after_two": arguments[2:],
        "keys": arguments[1::2],
        "values": arguments[2::2],
    }
    listed = {own: ", ".join(parts) for own, parts in lists.items()}
    return dialect.functions[expression.function].format(*arguments, **listed)


def name(plain: str, dialect: Dialect) -> str:
    """A name in the engine's quotes."""
    return dialect.quote + plain.replace(dialect.quote, dialect.quote * 2) + dialect.quote


def _literal(value: Value, dialect: Dialect) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if isinf(value):
            return dialect.infinity if value > 0 else f"(-{dialect.infinity})"
        return f"CAST('{value!r}' AS DOUBLE)"
    return "'" + "".join(dialect.escapes.get(sign, sign) for sign in value) + "'"
