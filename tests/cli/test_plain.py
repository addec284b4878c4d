"""The plainest command lines are read without click, as click reads them."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cli.commands import cli
from factcheck.cli.options import VALIDATE
from factcheck.cli.plain import Asked, plainly_asked
from factcheck.cli.validate import validate

PLAIN = ["--quiet", "--engine", "exact", "--select", "a*", "--select", "b", "archive", "--offline"]

_WORDS = st.sampled_from(
    [
        *(one.written for one in VALIDATE),
        *("exact", "duckdb", "violated", "json", "text", "parquet", "json:out.json", "archive"),
        *(
            "3",
            "0",
            "03",
            "-1",
            "٣",
            "9" * 30,
            "",
            "-",
            "--",
            "-h",
            "--help",
            "--eng",
            "--engine=exact",
        ),
        *("--no-quiet", "2GB", "rules/a.rules", "*", "\udcff", "validate"),
    ]
)


def as_click_reads(words: Sequence[str]) -> Asked:
    above = click.Context(cli, **cli.context_settings)  # click keeps what `-h` is from the first
    with validate.make_context("validate", [*words], parent=above) as context:
        return context.params


@given(st.lists(_WORDS, max_size=6))
def test_click_reads_the_same(words: list[str]) -> None:
    asked = plainly_asked(["validate", *words])
    if asked is not None:
        assert as_click_reads(words) == asked


def test_ordinary_options_are_plain() -> None:
    asked = plainly_asked(["validate", *PLAIN])
    assert as_click_reads(PLAIN) == asked
    assert as_click_reads([]) == plainly_asked(["validate"])
    assert as_click_reads(["--max-findings", "7"]) == plainly_asked(
        ["validate", "--max-findings", "7"]
    )


@pytest.mark.parametrize(
    "words",
    [
        ["lint"],
        [],
        ["validate", "one", "two"],
        ["validate", "--quiet", "--quiet"],
        ["validate", "--engine", "exact", "--engine", "duckdb"],
        ["validate", "--engine"],
        ["validate", "--rules", "--quiet"],
        ["validate", "--max-memory", "2GB"],
        ["validate", "--format", "text", "--format", "json"],
        ["validate", "--format", "parquet"],
    ],
)
def test_what_is_not_plain_is_left_to_click(words: list[str]) -> None:
    assert plainly_asked(words) is None


def test_a_shell_that_completes_a_line_is_answered_by_click(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("_FACTCHECK_COMPLETE", "bash_complete")
    assert plainly_asked(["validate"]) is None


def test_a_plain_run_imports_no_click(root: Path) -> None:
    code = (
        "import sys; from factcheck.cli import main; main(); "
        "print('click' in sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "validate", "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "False\n" == ran.stderr
