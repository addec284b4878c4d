"""`factcheck validate --conformance`, from the command line."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.interchange import door
from tests.interchange.harness import HERE

RULE = "rule positive\n  for each entity, period\n  check capex > 0 CNY\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good package with a rule, in the current folder."""
    shutil.copytree(HERE / "good", tmp_path / "package")
    (tmp_path / "package" / "rules").mkdir()
    (tmp_path / "package" / "rules" / "a.rules").write_text(RULE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "package"


def problems(
    capfd: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, list[tuple[str, str, int, int]]]:
    status = main(["validate", *arguments, "--format", "json"])
    found = json.loads(capfd.readouterr().out)["problems"]
    places = [one["location"] for one in found]
    return status, [
        (one["code"], place["path"], place["line"], place["column"])
        for one, place in zip(found, places, strict=True)
    ]


def damage(package: Path) -> None:
    table = package / "data" / "claims.csv"
    text = table.read_text(encoding="utf-8")
    text = text.replace('"about ""160""', '"about\n""160""').replace("23000000000", "2.3e10")
    table.write_text(text.replace(",20,31,", ",x,31,"), encoding="utf-8")


def test_a_good_package_stays_so(package: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("frictionless")
    before = problems(capfd, package.name)
    assert before == problems(capfd, package.name, "--conformance")
    assert before == (0, [])


def test_errors_have_the_line_of_the_file(package: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("frictionless")
    damage(package)
    status, found = problems(capfd, "package", "--conformance")
    assert status == 2
    assert ("G705", "package/data/claims.csv", 4, 59) in found
    assert [] == [one for one in problems(capfd, "package")[1] if one[0].startswith("G")]


def test_an_archive(package: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("frictionless")
    damage(package)
    with zipfile.ZipFile("package.zip", "w") as archive:
        for path in sorted(package.rglob("*")):
            archive.write(path, path.relative_to(package))
    _, found = problems(capfd, "package.zip", "--conformance")
    assert ("G705", "package.zip!/data/claims.csv", 4, 59) in found


def test_without_the_library(
    package: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "is_installed", lambda: False)
    status, found = problems(capfd, package.name, "--conformance")
    assert (2, ["G701"]) == (status, [code for code, *_ in found])
    assert main(["validate", package.name, "--conformance"]) == 2
    assert "pip install '.[interchange]'" in capfd.readouterr().out


def test_no_package(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, found = problems(capfd, str(tmp_path), "--conformance")
    assert status == 2
    assert "P101" in [code for code, *_ in found]


def test_a_link_out_of_the_package_is_not_followed(
    package: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("frictionless")
    secret = package.parent / "secret.csv"
    secret.write_text("a,b\nsecret\n", encoding="utf-8")
    (package / "data" / "rates.csv").unlink()
    (package / "data" / "rates.csv").symlink_to(secret)
    _, found = problems(capfd, "package", "--conformance")
    assert ["G709", "P104"] == [code for code, *_ in found]
