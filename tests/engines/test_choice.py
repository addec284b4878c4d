"""Which engine runs, and what is said when it cannot."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.engines import choose
from factcheck.engines.duck.loaded import DuckEngine
from factcheck.engines.exact.loaded import ExactEngine
from factcheck.vocabulary.descriptor import read_descriptor
from tests.engines.every import needs_duckdb
from tests.vocabulary.harness import GOOD


def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "is_installed", lambda: False)
    result = check(str(GOOD), engine="duckdb")
    assert ["V103"] == [one.code.id for one in result.diagnostics if one.is_error]
    assert result.verdicts == ()


@pytest.mark.parametrize(
    ("installed", "large", "expected"),
    [(True, 1, DuckEngine), (True, 10**9, ExactEngine), (False, 1, ExactEngine)],
)
def test_size_chooses_among_what_is_installed(
    installed: bool,  # noqa: FBT001 (a parameter of a test)
    large: int,
    expected: type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(choose, "is_installed", lambda: installed)
    monkeypatch.setattr(choose, "LARGE", large)
    descriptor, _ = read_descriptor(str(GOOD))
    assert descriptor
    assert isinstance(choose.chosen(None, descriptor), expected)


@needs_duckdb
def test_a_small_package_does_not_import_duckdb(root: Path) -> None:
    code = "import sys, factcheck as f; f.validate('datapackage'); print('duckdb' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert "False" == done.stdout.strip()


@needs_duckdb
def test_duckdb_leaves_nothing_on_the_error_output() -> None:
    command = [sys.executable, "-m", "factcheck", "validate", str(GOOD), "--engine", "duckdb"]
    ran = subprocess.run(
        [*command, "--no-cache"], capture_output=True, text=True, timeout=100, check=False
    )
    assert "" == ran.stderr
    assert ran.stdout
