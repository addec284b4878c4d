import json
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.compare.harness import lay_out

Out = tuple[int, str, str]


@pytest.fixture(autouse=True)
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def change() -> None:
    with Path("new/data/entities.csv").open("a", encoding="utf-8") as file:
        file.write("coil,Coil,company\n")


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> Out:
    status = main(["diff", *arguments])
    out, err = capfdbinary.readouterr()
    return status, out.decode("utf-8"), err.decode("utf-8")


def test_no_differences_exit_with_0(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, err = run(capfdbinary, "old", "new")
    assert (0, "") == (status, err)
    assert out.endswith("\n\nno differences\n")


@pytest.mark.usefixtures("change")
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_differences_exit_with_1(capfdbinary: pytest.CaptureFixture[bytes], form: str) -> None:
    status, out, err = run(capfdbinary, "old", "new", "--format", form)
    assert (1, "") == (status, err)
    assert "coil" in out
    assert "1.1.0" in out


@pytest.mark.usefixtures("change")
def test_rules_that_fit_one_package_alone(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("own.rules").write_text("rule stated\n  check sales is stated\n", encoding="utf-8")
    arguments = ("old", "new", "--rules", "own.rules", "--format", "json")
    status, out, err = run(capfdbinary, *arguments)
    assert 2 == status
    assert "error[N201]" in err
    document = json.loads(out)
    assert ["entities"] == [table["name"] for table in document["tables"]]
    assert ["N201"] == [problem["code"] for problem in document["problems"]]


@pytest.mark.parametrize("arguments", [("old", "nowhere"), ("nowhere", "new")])
def test_a_package_that_is_not_there(
    capfdbinary: pytest.CaptureFixture[bytes], arguments: tuple[str, str]
) -> None:
    status, out, err = run(capfdbinary, *arguments)
    assert (2, "") == (status, out)
    assert "error[P101]" in err


def test_bad_usage(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert 2 == run(capfdbinary, "old")[0]
    assert 2 == run(capfdbinary, "old", "new", "--format", "yaml")[0]
