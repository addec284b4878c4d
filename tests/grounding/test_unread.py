"""A run without its quotes says so, in every way that a report has."""

import json
from pathlib import Path

from click.testing import CliRunner

from factcheck.cli.commands import cli
from tests.grounding.package import write

WRONG = {"quote": "1600亿元", "value": "16", "unit_id": "CNY", "metric_id": "money"}


def run(folder: Path, *options: str) -> tuple[int, dict[str, object]]:
    arguments = ["validate", str(folder), "--format", "json", "--no-cache", *options]
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    return result.return_value, json.loads(result.stdout)


def test_quotes_that_are_not_read_are_a_warning_and_no_agreement(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", [WRONG])
    status, report = run(folder)
    assert 2 == status
    status, report = run(folder, "--no-quotes")
    assert 0 == status
    problems = report["problems"]
    assert isinstance(problems, list)
    assert [("Q816", "warning")] == [(one["code"], one["severity"]) for one in problems]
    assert report["grounding"] is None


def test_a_strict_run_without_its_quotes_fails(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", [WRONG])
    assert 1 == run(folder, "--no-quotes", "--strict")[0]
