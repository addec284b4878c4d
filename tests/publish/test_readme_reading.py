"""How to read it, as the page of a published form says, gives the right types."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _block(published: Path, language: str, word: str) -> str:
    page = (published / "README.md").read_text("utf-8")
    blocks: list[tuple[str, str]] = _BLOCK.findall(page)
    (found,) = [body for name, body in blocks if name == language and word in body]
    return found


def _run(command: list[str], folder: Path) -> list[str]:
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert 0 == ran.returncode, ran.stderr
    return ran.stdout.split()


@pytest.mark.slow
@pytest.mark.guest
def test_r_reads_the_types(published: Path) -> None:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed (Debian: r-base-core)")
    shown = "cat(sapply(claims[c('claim_id', 'period', 'value', 'lower', 'lower_open')], class))"
    code = _block(published, "r", "read.csv") + shown
    expected = ["character", "character", "numeric", "numeric", "logical"]
    assert expected == _run([program, "--vanilla", "-e", code], published)


@pytest.mark.slow
@pytest.mark.guest
@pytest.mark.parametrize(
    ("tool", "short", "number", "truth"),
    [("pandas", "pd", "float64", "bool"), ("polars", "pl", "Float64", "Boolean")],
)
def test_frames_have_the_types(
    published: Path, tool: str, short: str, number: str, truth: str
) -> None:
    if find_spec(tool) is None:
        pytest.skip(f"{tool} is not installed")
    shown = "print(*(claims[name].dtype for name in ('value', 'lower', 'lower_open')))"
    code = _block(published, "python", f"import {tool} as {short}") + shown
    assert [number, number, truth] == _run([sys.executable, "-c", code], published)
