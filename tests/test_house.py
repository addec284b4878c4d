"""The house itself: sizes, docstrings, what ships, and what stays out."""

import ast
import os
import re
import statistics
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.start_up import CHECKOUT, VALIDATE, heavy_imports, run, subjects

LONGEST_FILE = 400
MEDIAN_FILE = 150

CONTRADICTIONS_FOUND = 1
"""The exit code of `factcheck validate` on the project's own package."""

MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:home|root|work|Users)/\w")
# Put together here, so that this file does not hold what it forbids.
REGISTRIES = re.compile("|".join(("pypi" + r"\.org/simple", "pythonhosted" + r"\.org")))

BINARY = {".arrow", ".gz", ".ico", ".parquet", ".png", ".zip"}


def python_files(root: Path) -> list[Path]:
    return sorted((root / "factcheck").rglob("*.py"))


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def committed_files(root: Path) -> list[Path]:
    """Every file that git tracks; in a copy without git, every file that does not look made."""
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
        )
        files = [root / name for name in listed.stdout.split("\0") if name]
        return [path for path in files if path.is_file()]
    return sorted(files_not_made(root))


def files_not_made(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        made = path.name.startswith(".") or path.name in {"__pycache__", "build", "dist", "venv"}
        if path.name in {".ci", ".github"} or (path.is_dir() and not made):
            yield from files_not_made(path)
        elif path.is_file():
            yield path


def places(pattern: re.Pattern[str], root: Path) -> list[str]:
    """`path:line` of every match in the committed text files."""
    return [
        f"{path.relative_to(root)}:{number}"
        for path in committed_files(root)
        if path.suffix not in BINARY
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if pattern.search(line)
    ]


def test_no_file_is_long(root: Path) -> None:
    long = {str(path): line_count(path) for path in python_files(root)}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_most_files_are_short(root: Path) -> None:
    assert statistics.median(map(line_count, python_files(root))) <= MEDIAN_FILE


def test_every_room_says_what_it_is(root: Path) -> None:
    rooms = sorted((root / "factcheck").glob("*/__init__.py"))
    silent = [
        room.parent.name
        for room in rooms
        if ast.get_docstring(ast.parse(room.read_text(encoding="utf-8"))) is None
    ]
    assert rooms
    assert silent == []


def test_no_file_names_a_place_on_one_machine(root: Path) -> None:
    assert places(MACHINE_PATH, root) == []


def test_no_file_names_the_host_of_a_registry(root: Path) -> None:
    assert places(REGISTRIES, root) == []


def assert_told_contradictions(ran: subprocess.CompletedProcess[str]) -> None:
    """The run did its work; a crash of Python exits with the same code, and says so."""
    assert "Traceback" not in ran.stderr
    assert ran.returncode == CONTRADICTIONS_FOUND, ran.stderr


def test_an_ordinary_run_imports_nothing_heavy() -> None:
    command = subjects(sys.executable, CHECKOUT)[VALIDATE]
    assert_told_contradictions(run(command))
    assert heavy_imports(command) == []


def test_no_engine_waits_for_attrs(root: Path) -> None:
    files = (root / "factcheck" / "engines").rglob("*.py")
    assert [] == [path.name for path in files if "from attrs" in path.read_text("utf-8")]


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it ships; where the build backend is not to be had, a reason to skip."""
    folder = tmp_path_factory.mktemp("wheel")
    at_hand = ["--no-build-isolation"] if find_spec("hatchling") else []
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", *at_hand, "-w", str(folder)]
    built = subprocess.run([*command, str(root)], capture_output=True, text=True, check=False)
    if "hatchling" in built.stderr and "No matching distribution" in built.stderr:
        pytest.skip("the build backend is not to be had")
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("factcheck-*.whl")
    return path


@pytest.mark.slow
def test_the_wheel_carries_the_grammar(root: Path, wheel: Path) -> None:
    beside = {path.name for path in (root / "grammar").iterdir() if path.is_file()}
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            name.rpartition("/")[2]
            for name in archive.namelist()
            if name.startswith("factcheck/_grammar/")
        }
    assert "factcheck.lark" in inside
    assert beside == inside


@pytest.mark.slow
def test_the_wheel_carries_all_that_the_page_is_made_of(root: Path, wheel: Path) -> None:
    room = "factcheck/report/html"
    beside = {
        path.relative_to(root).as_posix()
        for folder in ("assets", "templates")
        for path in (root / room / folder).iterdir()
    }
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert f"{room}/templates/page.html" in beside
    assert beside <= inside


@pytest.mark.slow
def test_the_wheel_carries_the_pages_of_the_codes(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {path.name for path in map(Path, archive.namelist()) if "_codes" in path.parts}
    assert {path.name for path in (root / "docs" / "codes").iterdir()} == inside


@pytest.mark.slow
def test_the_wheel_works_away_from_the_checkout(root: Path, wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-m", "factcheck", "validate", str(root / "datapackage")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert_told_contradictions(ran)
