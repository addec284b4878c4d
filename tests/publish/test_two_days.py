"""Two builds of the five articles on two days: every byte of every file is the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.interchange import parquet
from factcheck.publish.publish import publish
from tests.conftest import ROOT
from tests.publish.package import held

LATER = timedelta(days=2)
EARLIER_FILES = datetime(2001, 2, 3, tzinfo=UTC).timestamp()

SHIFTED = f"""\
import datetime, time

seconds = {int(LATER.total_seconds())}
read, read_ns = time.time, time.time_ns
broken, local = time.gmtime, time.localtime
time.time = lambda: read() + seconds
time.time_ns = lambda: read_ns() + seconds * 10**9
time.gmtime = lambda at=None: broken(time.time() if at is None else at)
time.localtime = lambda at=None: local(time.time() if at is None else at)

class date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

class moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)

datetime.date, datetime.datetime = date, moment
"""
"""Python's own clocks two days later, for a process that starts with it."""

TODAY = "import datetime; print(datetime.datetime.now(datetime.UTC).date())"


def python_two_days_later(folder: Path) -> tuple[list[str], Mapping[str, str]]:
    """The interpreter with its clocks moved, by a module that it imports when it starts."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(SHIFTED, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(folder), str(ROOT), os.environ.get("PYTHONPATH"))))
    return [sys.executable], {"PYTHONPATH": path}


def process_two_days_later() -> tuple[list[str], Mapping[str, str]]:
    """The interpreter in a process whose every clock is moved, those of libraries too."""
    faketime = shutil.which("faketime")
    if faketime is None:
        pytest.skip("faketime is not installed")
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return [faketime, "-f", f"+{LATER.days}d", sys.executable], {"PYTHONPATH": path}


def copies(folder: Path) -> Iterator[tuple[str, Path]]:
    """The package and its rules, copied last file first, all files years old."""
    for name in ("rules", "datapackage"):
        for path in sorted((ROOT / name).rglob("*"), reverse=True):
            if path.is_file():
                copy = folder / path.relative_to(ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
                os.utime(copy, (EARLIER_FILES, EARLIER_FILES))
        yield name, folder / name


def built_later(python: list[str], changes: Mapping[str, str], folder: Path, *more: str) -> Path:
    """What a build two days later makes of a copy elsewhere, for a user who shares no files."""
    environment = {**os.environ, **changes}
    day = subprocess.run([*python, "-c", TODAY], env=environment, capture_output=True, check=True)
    assert f"{datetime.now(UTC).date() + LATER}\n".encode() == day.stdout

    named = dict(copies(folder))
    ran = subprocess.run(
        [*python, "-m", "factcheck", "build", "--rules", "../rules", *more],
        cwd=named["datapackage"],
        env=environment,
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (ran.returncode, ran.stderr)
    return named["datapackage"] / "published"


@pytest.mark.slow
def test_a_build_two_days_later_elsewhere_is_the_same(tmp_path: Path) -> None:
    # Without Parquet: its library is written in C, and cannot bear another class of dates.
    today = tmp_path / "today"
    made = publish(
        check(str(ROOT / "datapackage"), [str(ROOT / "rules")]), today, check, parquet=False
    )
    assert () == made.diagnostics
    python, changes = python_two_days_later(tmp_path / "clock")
    later = built_later(python, changes, tmp_path / "another place", "--no-parquet")
    assert held(today) == held(later)


@pytest.mark.slow
@pytest.mark.guest
def test_a_build_by_the_clock_of_another_day_is_the_same(published: Path, tmp_path: Path) -> None:
    python, changes = process_two_days_later()
    none = [] if parquet.is_installed() else ["--no-parquet"]
    assert held(published) == held(built_later(python, changes, tmp_path / "another place", *none))
