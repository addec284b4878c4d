from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli.commands import cli


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    code = getattr(result.exception, "exit_code", None)
    status = result.return_value if code is None else code
    return status, result.output + str(getattr(result.exception, "message", ""))


def test_a_new_package_validates_at_once() -> None:
    status, out = run("init", "budget")
    assert (0, True) == (status, "budget/rules/budget.rules\n" in out)
    assert 0 == run("validate", "budget", "--strict")[0]
    assert 0 == run("test", "budget")[0]
    assert '"name": "budget"' in Path("budget/datapackage.json").read_text()


def test_a_name_of_its_own() -> None:
    assert 0 == run("init", "budget", "--name", "budget-claims")[0]
    assert '"name": "budget-claims"' in Path("budget/datapackage.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["full"], "cannot write full: the folder is not empty"),
        (["new", "--name", "My Claims"], "'My Claims' is no name of a package"),
        (["nowhere/new"], "the folder that it would be in is not there"),
    ],
)
def test_nothing_is_written_with_2(arguments: list[str], said: str) -> None:
    Path("full").mkdir()
    Path("full", "file").touch()
    status, out = run("init", *arguments)
    assert 2 == status
    assert said in out
    assert [Path("full"), Path("full/file")] == sorted(Path().rglob("*"))
