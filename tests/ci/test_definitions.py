"""Hooks, action and template fit their public schemas, and do what they say."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click import Command, Context, Option
from jsonschema import Draft7Validator

from factcheck.cli import main
from factcheck.cli.commands import cli
from tests.conftest import ROOT
from tests.public_schemas import public_schema
from tests.publish.package import write_small

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
TEMPLATE = ROOT / "templates" / "gitlab.yml"
WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"
_CALLED = r"(?:entry: |run: |- |>- |`)factcheck (\w+)"
_OPTIONS = r"((?: --[\w-]+(?: [\w.-]+:\S+| [a-z]+)?)*)"
_COMMAND = re.compile(_CALLED + _OPTIONS)


def read(path: Path) -> Any:  # noqa: ANN401 (what a YAML file holds)
    """A file as YAML 1.2, in which `on` is a word."""
    ruamel = pytest.importorskip("ruamel.yaml", reason="ruamel.yaml is not installed")
    return ruamel.YAML(typ="safe", pure=True).load(path)


@pytest.mark.guest
@pytest.mark.parametrize(
    ("path", "schema"),
    [(ACTION, "github-actions"), (WORKFLOW, "github-workflows"), (TEMPLATE, "gitlab-ci")],
    ids=["action", "workflow", "template"],
)
def test_it_is_as_its_schema_says(path: Path, schema: str) -> None:
    checker = Draft7Validator(public_schema(schema))
    assert [] == [error.message for error in checker.iter_errors(read(path))]


@pytest.mark.guest
def test_a_new_package_brings_a_workflow_that_is_one(tmp_path: Path) -> None:
    assert 0 == main(["init", str(tmp_path / "new-claims")])
    (path,) = (tmp_path / "new-claims" / ".github" / "workflows").iterdir()
    checker = Draft7Validator(public_schema("github-workflows"))
    assert [] == [error.message for error in checker.iter_errors(read(path))]


@pytest.mark.guest
def test_pre_commit_reads_the_hooks() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="pre-commit is not installed")
    hooks = clientlib.load_manifest(str(HOOKS))
    assert ["factcheck-fmt", "factcheck-lint", "factcheck-test", "factcheck-validate"] == [
        hook["id"] for hook in hooks
    ]
    wanted = re.compile(hooks[-1]["files"])
    for name in ("rules/a.rules", "data/claims.csv", "datapackage/datapackage.json"):
        assert wanted.search(name)
    assert not wanted.search("package.json")


def options(name: str) -> set[str]:
    command = cli.get_command(Context(cli), name)
    assert isinstance(command, Command)
    return {opt for one in command.params if isinstance(one, Option) for opt in one.opts}


@pytest.mark.parametrize("path", [HOOKS, ACTION, TEMPLATE, WORKFLOW], ids=lambda path: path.name)
def test_commands_and_options_are_there(path: Path) -> None:
    text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
    for name, given in _COMMAND.findall(text):
        assert name in cli.list_commands(Context(cli))
        assert set(re.findall(r"--[\w-]+", given)) <= options(name)
    named = set(re.findall(r"\((--[\w-]+) ", text)) | set(re.findall(r"\+=\((--[\w-]+)", text))
    assert named <= options("validate")


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """What a runner of GitHub gives the step, with factcheck as it is here."""
    program = tmp_path / "temp" / "factcheck" / "bin" / "factcheck"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }


def step(folder: Path, runner: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action as GitHub runs it, its inputs as they are given or not."""
    action = read(ACTION)
    last = action["runs"]["steps"][-1]
    given = {name: one["default"] for name, one in action["inputs"].items()} | inputs
    environment = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]]  # type: ignore[index]
        for name, value in last["env"].items()
    }
    bash = shutil.which("bash")
    assert bash is not None
    return subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", last["run"]],
        cwd=folder,
        env={**runner, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with a package whose dollars contradict its budget."""
    write_small(tmp_path, "claims of ours")
    return tmp_path


@pytest.mark.guest
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_the_step_annotates_and_fails(package: Path, runner: dict[str, str]) -> None:
    ran = step(package, runner, package="claims of ours", sarif="out.sarif", html="out.html")
    assert 1 == ran.returncode, ran.stderr
    assert "::error " in ran.stdout
    assert "file=claims of ours/rules/money.rules,line=1" in ran.stdout
    outputs = dict(line.split("=", 1) for line in (package / "output").read_text().splitlines())
    assert "1" == outputs["status"]
    found = json.loads(Path(outputs["report"]).read_text("utf-8"))["findings"]
    assert ["within_budget"] == [one["rule"] for one in found]
    assert "1 violated" in (package / "summary").read_text("utf-8")
    assert "2.1.0" == json.loads((package / "out.sarif").read_text("utf-8"))["version"]
    assert (package / "out.html").read_text("utf-8").startswith("<!")


@pytest.mark.guest
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_inputs_are_no_commands(package: Path, runner: dict[str, str]) -> None:
    evil = "$(touch owned) `touch owned`; touch owned\n--output=owned"
    for name in ("package", "rules", "waivers", "baseline"):
        ran = step(package, runner, **{name: evil})
        assert 2 == ran.returncode
    assert not (package / "owned").exists()


@pytest.mark.guest
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_the_step_can_pass(package: Path, runner: dict[str, str]) -> None:
    rules = package / "a.rules"
    rules.write_text("rule staffed\n  check staff >= 1\n", encoding="utf-8")
    ran = step(package, runner, package="claims of ours", rules="a.rules\n", summary="false")
    assert (0, "") == (ran.returncode, ran.stderr)
    assert not (package / "summary").exists()
    assert "status=0" in (package / "output").read_text()
