"""What the README shows under "Read it elsewhere" runs on a package that was built as it says."""

import csv
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.conftest import ROOT
from tests.docs.readme import README

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TITLE = "\n## Read it elsewhere\n"


def _blocks() -> list[tuple[str, str]]:
    """Language and text of each block of the section."""
    section = README.read_text(encoding="utf-8").partition(_TITLE)[2].partition("\n## ")[0]
    return _BLOCK.findall(section)


def _block(tool: str) -> str:
    """The block that reads with the tool; the one of R is known by its language."""
    (found,) = [
        body
        for language, body in _blocks()
        if (language == "r" if tool == "R" else body.startswith(f"import {tool}\n"))
    ]
    return found


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `factcheck build` has written `published`."""
    if find_spec("frictionless") is None:
        pytest.skip("frictionless is not installed, without which nothing is published")
    folder = tmp_path_factory.mktemp("elsewhere")
    plain = [] if find_spec("pyarrow") else ["--no-parquet"]
    package, out = str(ROOT / "datapackage"), str(folder / "published")
    assert 0 == main(["build", package, "--out", out, *plain])
    return folder


def _run(command: list[str], folder: Path) -> str:
    """What a command prints in a folder, once it has succeeded."""
    env = {**os.environ, "POLARS_FMT_MAX_ROWS": "1000", "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert 0 == ran.returncode, ran.stderr
    return ran.stdout


def _python(tool: str, folder: Path) -> str:
    if find_spec(tool) is None:
        pytest.skip(f"{tool} is not installed")
    return _run([sys.executable, "-c", _block(tool)], folder)


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    path = folder / "published" / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_block_is_run() -> None:
    tools = ("pandas", "polars", "duckdb", "R", "frictionless")
    assert [body for _, body in _blocks()] == [_block(tool) for tool in tools]


@pytest.mark.slow
@pytest.mark.guest
def test_pandas(beside: Path) -> None:
    printed = _python("pandas", beside)
    assert ["value", "lower", "upper"] == printed.split()[:3], "not read as numbers"


@pytest.mark.slow
@pytest.mark.guest
def test_polars(beside: Path) -> None:
    printed = _python("polars", beside)
    assert "violated" in printed
    assert "one_subject" in printed


@pytest.mark.slow
@pytest.mark.guest
def test_duckdb(beside: Path) -> None:
    printed = _python("duckdb", beside)
    rows = _rows(beside, "verdicts")
    rules = {row["rule_id"] for row in rows if row["verdict"] == "violated"}
    assert rules
    assert {rule for rule in rules if rule not in printed} == set()


@pytest.mark.slow
@pytest.mark.guest
def test_r(beside: Path) -> None:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed (Debian: r-base-core)")
    code = _block("R")
    printed = _run([program, "--vanilla", "-e", code], beside)
    assert "Median" in printed, "not read as numbers"
    typed = "cat(nrow(claims), sapply(claims[c('lower', 'period', 'upper_open')], class))"
    printed = _run([program, "--vanilla", "-e", code + typed], beside)
    assert f"{len(_rows(beside, 'claims'))} numeric character logical" in printed


@pytest.mark.slow
def test_frictionless(beside: Path) -> None:
    printed = _python("frictionless", beside)
    assert printed.startswith("True\n")
    assert _rows(beside, "claims")[0]["claim_id"] in printed
