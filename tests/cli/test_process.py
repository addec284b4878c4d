"""The command line as a process of its own: it ends at once, and nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

ENDING = """
import atexit, os, sys
leave = os._exit
os._exit = lambda status: (print(" left", flush=True), leave(status))
{before}
atexit.register(lambda: print("done", end=""))
sys.argv = ["factcheck", *sys.argv[1:]]
from factcheck.cli import command
command()
"""
QUIET = ("validate", "--no-cache", "--quiet")
"""A plain run over the project's package, which exits with 1."""


def ended(root: Path, *arguments: str, before: str = "") -> tuple[int, str, str]:
    ran = subprocess.run(
        [sys.executable, "-c", ENDING.format(before=before), *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout.splitlines()[-1], ran.stderr


@pytest.mark.parametrize(("arguments", "status"), [(QUIET, 1), (("validate", "nowhere"), 2)])
def test_what_is_registered_for_the_end_is_done_and_written(
    root: Path, arguments: tuple[str, ...], status: int
) -> None:
    assert (status, "done left", "") == ended(root, *arguments)


@pytest.mark.parametrize("before", ["import threading", "sys.settrace(lambda *_: None)"])
def test_what_others_have_to_end_is_ended_by_the_interpreter(root: Path, before: str) -> None:
    assert (1, "done", "") == ended(root, *QUIET, before=before)


def test_what_cannot_be_written_is_told_by_the_interpreter(root: Path) -> None:
    before = "atexit.register(lambda: (sys.stdout.flush(), sys.stdout.detach()))"
    status, last, told = ended(root, *QUIET, before=before)
    assert (120, "done") == (status, last)
    assert told.startswith("Exception ignored")
