import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.vocabulary.descriptor import read_descriptor
from factcheck.vocabulary.limits import Limits
from tests.vocabulary.harness import GOOD, copy_good, read, render


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good package in a folder `package` of the current folder."""
    copy_good(tmp_path / "package")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "package"


def codes(argument: str | None = None, limits: Limits = Limits()) -> list[str]:  # noqa: B008
    return [found.code.id for found in read(argument, limits).diagnostics]


@pytest.mark.parametrize(
    ("argument", "shown"),
    [
        ("package", "package/datapackage.json"),
        ("package/", "package/datapackage.json"),
        ("./package", "package/datapackage.json"),
        ("package/datapackage.json", "package/datapackage.json"),
    ],
)
def test_a_relative_path_stays_relative_in_messages(
    package: Path, argument: str, shown: str
) -> None:
    descriptor, found = read_descriptor(argument)
    assert [] == found
    assert descriptor
    assert Path(shown) == Path(descriptor.shown)
    assert package.resolve() == descriptor.folder
    assert "wire" == descriptor.name
    assert "1.0.0" == descriptor.version
    assert "package/data/claims.csv" == Path(descriptor.resources["claims"].shown).as_posix()


def test_the_usual_places_are_the_folder_datapackage_and_here(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package.rename("datapackage")
    descriptor, _ = read_descriptor()
    assert descriptor
    assert "datapackage/datapackage.json" == Path(descriptor.shown).as_posix()
    monkeypatch.chdir("datapackage")
    descriptor, _ = read_descriptor()
    assert descriptor
    assert "datapackage.json" == descriptor.shown


def test_resources_are_named_in_any_case_or_by_their_file(package: Path) -> None:
    path = package / "datapackage.json"
    text = path.read_text(encoding="utf-8").replace('"name": "claims", ', "")
    text = text.replace('"name": "sources", ', '"name": "SOURCES", ')
    path.write_text(
        text.replace('"resources": [', '"resources": [{"name": "more", "path": "../x"},')
    )
    assert ["P121"] == codes("package")


def test_memberships_and_rates_may_be_left_out(package: Path) -> None:
    path = package / "datapackage.json"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join(line for line in lines if "members" not in line and "rates" not in line)
    )
    read_package = read("package")
    assert [] == read_package.diagnostics
    assert read_package.vocabulary
    assert () == read_package.vocabulary.memberships
    assert () == read_package.vocabulary.rates


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need POSIX")
class TestWhatAStrangerMayLeaveInAPackage:
    def test_a_link_out_of_the_package(self, package: Path) -> None:
        outside = package.parent / "secret.csv"
        outside.write_text("secret_id\n")
        (package / "data" / "claims.csv").unlink()
        (package / "data" / "claims.csv").symlink_to(outside)
        assert ["P104"] == codes("package")

    def test_a_linked_folder_out_of_the_package(self, package: Path) -> None:
        (package / "data").rename(package.parent / "elsewhere")
        (package / "data").symlink_to("../elsewhere")
        assert {"P104"} == set(codes("package"))

    def test_a_descriptor_that_is_a_link_out(self, package: Path) -> None:
        (package / "datapackage.json").rename(package.parent / "x.json")
        (package / "datapackage.json").symlink_to("../x.json")
        assert ["P104"] == codes("package")

    def test_a_link_to_itself(self, package: Path) -> None:
        (package / "data" / "claims.csv").unlink()
        (package / "data" / "claims.csv").symlink_to("claims.csv")
        assert codes("package") in (["P102"], ["P104"])

    def test_a_link_inside_the_package_is_read(self, package: Path) -> None:
        (package / "data" / "claims.csv").rename(package / "data" / "all.csv")
        (package / "data" / "claims.csv").symlink_to("all.csv")
        assert [] == codes("package")

    def test_a_package_that_is_itself_a_link_is_read(self, package: Path) -> None:
        (package.parent / "link").symlink_to(package)
        assert [] == codes("link")

    def test_a_pipe_does_not_stop_the_run(self, package: Path) -> None:
        (package / "data" / "claims.csv").unlink()
        os.mkfifo(package / "data" / "claims.csv")
        assert ["P102"] == codes("package")

    def test_a_pipe_in_the_place_of_the_descriptor(self, package: Path) -> None:
        (package / "datapackage.json").unlink()
        os.mkfifo(package / "datapackage.json")
        assert ["P102"] == codes("package")


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(max_descriptor_bytes=100), "max_descriptor_bytes"),
        (Limits(max_nesting=1), "max_nesting"),
        (Limits(max_table_bytes=300), "max_table_bytes"),
    ],
)
def test_a_limit_is_told_by_its_name(package: Path, limits: Limits, name: str) -> None:
    found = render(read(str(package), limits).diagnostics)
    assert "P107" in found
    assert f"`{name}`" in found


def test_mistakes_beyond_the_limit_are_counted(package: Path) -> None:
    block = ", ".join(f'"key{index}": 1' for index in range(9))
    (package / "datapackage.json").write_text(f'{{"resources": [], "factcheck": {{{block}}}}}')
    found = read("package", Limits(max_diagnostics=3)).diagnostics
    assert 3 == len(found)
    assert ("12 more mistakes in this file are not shown",) == found[-1].notes


READ_GOOD = """
import sys
from tests.vocabulary.harness import read
package = read(sys.argv[1])
assert package.claims and not package.diagnostics
heavy = {"jsonschema", "csv", "decimal", "fractions", "difflib", "importlib.resources"}
print(sorted(heavy & set(sys.modules)))
"""


def test_reading_a_good_package_imports_nothing_heavy(root: Path) -> None:
    command = [sys.executable, "-c", READ_GOOD, str(GOOD)]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert "[]\n" == ran.stdout


def test_a_path_longer_than_any_is_a_mistake(tmp_path: Path) -> None:
    copy_good(tmp_path)
    path = tmp_path / "datapackage.json"
    text = path.read_text(encoding="utf-8").replace("data/claims.csv", "x" * 5000)
    path.write_text(text, encoding="utf-8")
    assert ["P102"] == [one.code.id for one in read(str(tmp_path)).diagnostics]
