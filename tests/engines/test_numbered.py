"""The numbers of Parquet as places and digits are those of their texts."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from factcheck.engines.sql.expression import Column
from factcheck.engines.sql.query import Select, Table
from factcheck.engines.stored.raw import NUMBERED, ROW, Raw
from tests.engines.every import module_on_duckdb

pytestmark = module_on_duckdb()

NOTHING, TOO_LONG = 20, 19


def read(folder: Path, kind: str, values: list[float | None]) -> Raw:
    """A table whose numbers are these."""
    from factcheck.engines.duck.door import connect  # noqa: PLC0415 (not where it is missing)
    from factcheck.engines.duck.parquet import load_parquet  # noqa: PLC0415 (as above)
    from factcheck.vocabulary.limits import Limits  # noqa: PLC0415 (as above)

    door, path = connect(folder), folder / "numbers.parquet"
    texts = [None if value is None else repr(value) for value in values]
    door.fill("given", (("n", "BIGINT"), ("v", "TEXT")), list(enumerate(texts)))
    rows = f"SELECT 'c' || n AS claim_id, CAST(v AS {kind}) AS value FROM given ORDER BY n"  # noqa: S608 (a type)
    door.say(f"COPY ({rows}) TO '{path}'")
    found = load_parquet(door, path, folder, Limits())
    assert found is not None
    return found


def expected(text: str) -> tuple[int, int | None]:
    """The places and the digits of a text."""
    if not text:
        return NOTHING, None
    if len(text) > TOO_LONG - 1:
        return TOO_LONG, None
    _, _, after = text.partition(".")
    return len(after), int(text.replace(".", ""))


DECIMALS = st.builds(
    lambda digits, places: float(f"{digits}e-{places}"),
    st.integers(-(10**17), 10**17),
    st.integers(0, 20),
)
EDGES = [0.0, -0.0, 0.1, 0.30000000000000004, 2.5e-7, 1e-7, 123456.7890625, 1e22, 1.5e300]
EDGES += [sign * (10.0**n + end) for n in range(20) for sign in (1, -1) for end in (0, 0.5, -0.001)]
EDGES += [8999999999.999999, 999999999999.999, 99999999.9999995, 1234567890.1234567, 5e-324]


@given(st.lists(st.none() | st.sampled_from(EDGES) | DECIMALS | st.floats(-1e20, 1e20), min_size=1))
def test_doubles_have_the_places_and_digits_of_their_texts(values: list[float | None]) -> None:
    check("DOUBLE", values)


@given(st.lists(st.none() | st.integers(-(2**63), 2**63 - 1), min_size=1))
def test_whole_numbers_have_the_places_and_digits_of_their_texts(values: list[int | None]) -> None:
    check("BIGINT", [*values, 10**18, 10**18 - 1, -(10**17), 1 - 10**17])


def check(kind: str, values: list[float | None] | list[int | None]) -> None:
    with TemporaryDirectory() as name:
        raw = read(Path(name), kind, list(values))
        ((places, digits),) = raw.numbers().values()
        columns = {"places": Column(places), "digits": Column(digits)}
        found = raw.door.rows(Select(columns, Table(NUMBERED), order=(Column(ROW),)))
        texts = [cells[1] for _, cells in raw.cells(range(raw.rows))]
    assert len(values) == len(found)
    assert list(map(expected, texts)) == found
