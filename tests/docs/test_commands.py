"""The reference of commands is what they say, and what it says of shells works."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factcheck.cli import main
from factcheck.cli.commands import cli
from tests.conftest import ROOT
from tests.docs.commands import PAGE, page

NAMES = cli.list_commands(click.Context(cli))
SOURCE = re.compile(r"_FACTCHECK_COMPLETE=(\w+)_source factcheck")


def test_the_page_is_up_to_date() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run `python -m tests.docs.commands`"


@pytest.mark.parametrize("name", NAMES)
def test_every_help_has_examples_and_exit_statuses(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main([name, "--help"])
    told = capsys.readouterr().out
    assert "Exit status:\n    0  " in told
    assert "\n    2  " in told
    assert f"Examples:\n    factcheck {name}" in told


def complete(shell: str, words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "_FACTCHECK_COMPLETE": f"{shell}_complete" if words else f"{shell}_source",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    command = [sys.executable, "-m", "factcheck"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_shells_of_the_page_are_those_that_are_known() -> None:
    assert ["bash", "zsh", "fish"] == SOURCE.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(shell: str) -> None:
    if shell == "bash" and shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    ran = complete(shell, "")
    assert 0 == ran.returncode, ran.stderr
    assert "_FACTCHECK_COMPLETE" in ran.stdout
    assert "factcheck" in ran.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("factcheck val", "plain,validate"),
        ("factcheck validate --fail-on und", "plain,undetermined"),
        ("factcheck validate --bas", "plain,--baseline"),
        ("factcheck validate --rules ru", "file,ru"),
        ("factcheck validate data", "file,data"),
        ("factcheck diff a ol", "file,ol"),
    ],
)
def test_words_options_and_paths_are_completed(words: str, expected: str) -> None:
    assert expected in complete("bash", words).stdout.splitlines()


def test_what_was_decided_against_is_no_option(capfd: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["validate", "--allow-remote"])
    assert "--allow-remote" in capfd.readouterr().err


def test_every_command_stands_in_the_readme() -> None:
    text = Path(ROOT / "README.md").read_text(encoding="utf-8")
    assert [] == [name for name in NAMES if f"`factcheck {name}" not in text]
