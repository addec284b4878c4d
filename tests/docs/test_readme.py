"""The README shows what the tool prints, and documents the options that there are.

`python -m tests.docs.album README.md` puts in the rule and its violation as they are today.
"""

import re

import pytest
from click.testing import CliRunner

from factcheck.cli.commands import COMMANDS, cli
from tests.conftest import ROOT
from tests.docs.readme import README, blocks, rule, violation

TEXT = README.read_text(encoding="utf-8")
NAMED = ["README.md", "grammar/README.md", "docs/language.md", "docs/package.md"]

_OPTION = re.compile(r"(?<![-\w])--[a-z][a-z-]+")


def _help(command: str) -> str:
    return CliRunner().invoke(cli, [command, "--help"]).output


def _section(title: str) -> str:
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_the_violation_is_one_that_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert [violation()] == blocks("text")


def test_the_rule_is_one_of_the_project() -> None:
    assert [rule()] == blocks("rules")


def test_two_commands_set_up_everything() -> None:
    commands = [line for body in blocks("sh") for line in body.splitlines()]
    setting_up = [line for line in commands if "venv" in line or "pip install" in line]
    assert setting_up == [
        "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/factcheck validate",
        (
            "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]'"
            " && .venv/bin/python -m pytest -n auto"
        ),
    ]


def test_the_options_of_validate_are_those_of_its_help() -> None:
    text = _section("Use").partition("\n### ")[0]
    assert set(_OPTION.findall(_help("validate"))) - {"--help"} == set(_OPTION.findall(text))


def test_every_command_is_documented() -> None:
    assert [name for name in COMMANDS if f"`factcheck {name}" not in TEXT] == []


@pytest.mark.parametrize("page", NAMED)
def test_every_option_that_is_named_is_one(page: str) -> None:
    named = set(_OPTION.findall((ROOT / page).read_text(encoding="utf-8")))
    known = {option for command in COMMANDS for option in _OPTION.findall(_help(command))}
    assert named - known - {"--version"} == set()
