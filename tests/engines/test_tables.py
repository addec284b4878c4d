"""Tables of claims, good and bad: DuckDB says what the exact reader says, word by word."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.engines.choose import chosen
from factcheck.vocabulary.descriptor import Descriptor, read_descriptor
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.opened import opened
from factcheck.vocabulary.read import read_vocabulary
from tests.engines.every import module_on_duckdb
from tests.interchange.harness import ALL as CORPUS
from tests.interchange.harness import HERE as CORPUS_HERE
from tests.vocabulary.harness import GOOD, HERE, Case, apply, cases, copy_good, render
from tests.vocabulary.strategies import broken, broken_bytes

pytestmark = module_on_duckdb()
ALL = [*cases(HERE / "cases"), *cases(HERE.parent / "claims" / "cases")]


def told(engine: str, descriptor: Descriptor, vocabulary: Vocabulary) -> list[Diagnostic]:
    """What an engine says of the claims."""
    runner = chosen(engine, descriptor)
    assert not isinstance(runner, Diagnostic)
    with runner.load(descriptor, vocabulary, ()) as (claims, found):
        assert (claims is None) == any(one.is_error for one in found)
        return found


def compare(package: str | None, limits: Limits) -> None:
    """Both engines on the claims of a package, where it gets so far."""
    with opened(package, limits) as place:
        descriptor, _ = read_descriptor(place, limits)
        vocabulary = read_vocabulary(descriptor)[0] if descriptor else None
        if descriptor and vocabulary:
            expected = told("exact", descriptor, vocabulary)
            found = told("duckdb", descriptor, vocabulary)
            assert render(expected) == render(found)


@pytest.mark.parametrize("case", [case for _, case in ALL], ids=lambda case: case.title)
def test_a_broken_package_is_told_alike(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_good(tmp_path)
    monkeypatch.chdir(tmp_path)
    apply(case, tmp_path)
    compare(case.package, Limits())


@pytest.mark.parametrize("case", [case for _, case in CORPUS], ids=lambda case: case.title)
def test_a_package_that_frictionless_judges_is_told_alike(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CORPUS_HERE / "good", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    apply(case, tmp_path)
    compare(case.package, Limits())


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A copy of the good package that is mended after each example."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "package"
        shutil.copytree(GOOD, path)
        yield path


CLAIMS = "data/claims.csv"


def hold(folder: Path, data: bytes, most: int) -> None:
    good = (folder / CLAIMS).read_bytes()
    try:
        (folder / CLAIMS).write_bytes(data)
        compare(str(folder), Limits(max_diagnostics=most))
    finally:
        (folder / CLAIMS).write_bytes(good)


@given(data=st.data(), most=st.sampled_from([2, 100]))
def test_broken_text_is_told_alike(folder: Path, data: st.DataObject, most: int) -> None:
    text = data.draw(broken((folder / CLAIMS).read_text(encoding="utf-8")))
    hold(folder, text.encode("utf-8", errors="surrogatepass"), most)


@given(data=st.data())
def test_broken_bytes_are_told_alike(folder: Path, data: st.DataObject) -> None:
    hold(folder, data.draw(broken_bytes((folder / CLAIMS).read_bytes())), 100)


CELLS = st.sampled_from(
    [
        *("", "1", "-1", "0", "x", " x", "2025", "eq", "gt", "lt", "order", "about", "acme"),
        *("w1", "w2", "CNY", "USD", "capex", "1.50", "1e5", "9" * 20, '"a""b"', '"a\nb"', "0.0"),
        *("é", "e\u0301", "-0", "+1", "1" * 101, "é" * 3, "x\u00a0", "plan", "-3", "period;value"),
    ]
)


@given(
    changes=st.lists(st.tuples(st.integers(1, 8), st.integers(0, 25), CELLS), max_size=4),
    copies=st.lists(st.integers(1, 5), max_size=3),
)
@example([(1, 0, "e\u0301")], [])
def test_cells_put_in_are_told_alike(
    folder: Path, changes: list[tuple[int, int, str]], copies: list[int]
) -> None:
    lines = (folder / CLAIMS).read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = [line.split(",") if '"' not in line else [line] for line in lines]
    rows += [list(rows[one]) for one in copies if one < len(rows)]
    for row, column, cell in changes:
        if row < len(rows) and column < len(rows[row]) and len(rows[row]) > 1:
            rows[row][column] = cell
    text = "\n".join(",".join(row) for row in rows) + "\n"
    hold(folder, text.encode(), 100)
