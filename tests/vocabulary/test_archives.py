"""Packages in archives: read as folders are, whatever a stranger packed."""

import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.check import check
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.opened import Unpacked, opened, text_inside
from tests.vocabulary.harness import copy_good, read, render
from tests.vocabulary.zips import ALL, pack

RULE = "rule stated\n  check capex is stated\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder `package`, which is good; what is unpacked goes into the folder `temporary`."""
    copy_good(tmp_path / "package")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "package"


def told(archive: Path, limits: Limits = Limits()) -> str:  # noqa: B008 (frozen)
    found = render(read(archive.name, limits).diagnostics)
    assert [] == list(Path("temporary").iterdir())
    return found


def packed(folder: Path, *lines: str, name: str = "wire.zip") -> Path:
    path = folder.parent / name
    pack(path, lines or [ALL], folder)
    return path


def test_an_archive_is_read_as_its_folder_is(folder: Path) -> None:
    packed(folder)
    inside, beside = read("wire.zip"), read("package")
    assert [] == inside.diagnostics
    assert inside.claims
    assert beside.claims
    assert [claim.id for claim in beside.claims.rows] == [claim.id for claim in inside.claims.rows]
    assert "wire.zip!/data/claims.csv" == inside.claims.path


def test_the_package_may_lie_in_the_only_folder(folder: Path) -> None:
    pack(folder.parent / "wire.zip", [ALL], folder.parent)
    found = read("wire.zip")
    assert [] == found.diagnostics
    assert found.descriptor
    assert "wire.zip!/package/datapackage.json" == found.descriptor.shown


@pytest.mark.parametrize("own", ["", '"rules": "checks", '])
def test_the_rules_are_those_inside(folder: Path, own: str) -> None:
    home = folder / ("checks" if own else "rules")
    home.mkdir()
    (home / "a.rules").write_text(RULE)
    descriptor = folder / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace('"profile"', f'{own}"profile"'))
    packed(folder)
    result = check("wire.zip")
    assert () == tuple(one for one in result.diagnostics if one.is_error)
    assert [f"wire.zip!/{home.name}/a.rules"] == [path for path, _ in result.texts]


def test_no_rules_are_taken_from_beside_what_was_unpacked(folder: Path) -> None:
    beside = folder.parent / "temporary" / "rules"
    beside.mkdir()
    (beside / "a.rules").write_text(RULE)
    (folder.parent / "rules").mkdir()
    (folder.parent / "rules" / "a.rules").write_text(RULE)
    packed(folder)
    assert () == check("wire.zip").texts


def test_the_lines_of_a_mistake_are_those_inside(folder: Path) -> None:
    packed(folder)
    text = (folder / "data" / "claims.csv").read_text(encoding="utf-8")
    assert text == text_inside("wire.zip!/data/claims.csv", 1_000_000)
    assert "" == text_inside("wire.zip!/data/claims.csv", 10)
    assert "" == text_inside("wire.zip!/../package/data/claims.csv", 1_000_000)
    assert "" == text_inside("nowhere.zip!/data/claims.csv", 1_000_000)


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(max_archive_bytes=100), "max_archive_bytes"),
        (Limits(max_directory_bytes=100), "max_directory_bytes"),
        (Limits(max_members=3), "max_members"),
        (Limits(max_name_characters=5), "max_name_characters"),
        (Limits(max_unpacked_bytes=500), "max_unpacked_bytes"),
    ],
)
def test_a_limit_is_told_by_its_name(folder: Path, limits: Limits, name: str) -> None:
    found = told(packed(folder), limits)
    assert found.startswith("P107")
    assert f"`{name}`" in found


def test_a_bomb_is_not_unpacked(folder: Path) -> None:
    assert "`max_ratio`" in told(packed(folder, ALL, "zeros.bin has 40000000"))


def test_many_small_bombs_are_one_large_one(folder: Path) -> None:
    lines = [f"{number}.bin has 999999" for number in range(20)]
    assert "`max_unpacked_bytes`" in told(
        packed(folder, ALL, *lines), Limits(max_unpacked_bytes=10_000_000)
    )


def test_a_member_that_is_larger_than_it_says(folder: Path) -> None:
    path = packed(folder, ALL, "zeros.bin has 2000000")
    data = bytearray(path.read_bytes())
    for signature, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        start = data.rindex(signature, 0, data.index(b"PK\5\6"))
        struct.pack_into("<I", data, start + place, 10)
    path.write_bytes(data)
    assert "P103" == told(path)[:4]


def test_the_number_of_members_is_not_taken_on_trust(folder: Path) -> None:
    path = packed(folder)
    data = bytearray(path.read_bytes())
    struct.pack_into("<HH", data, data.rindex(b"PK\5\6") + 8, 1, 1)
    path.write_bytes(data)
    assert "`max_members`" in told(path, Limits(max_members=3))


def test_an_archive_with_a_comment_is_read(folder: Path) -> None:
    path = packed(folder)
    with ZipFile(path, "a") as archive:
        archive.comment = b"packed by hand"
    assert "" == told(path)


def test_other_ways_of_compression_are_not_read(folder: Path) -> None:
    path = folder.parent / "wire.zip"
    with ZipFile(path, "w", ZIP_LZMA) as archive:
        archive.writestr("datapackage.json", "{}")
    assert "P103 wire.zip:1:1-2 `datapackage.json` is compressed" in told(path)


def test_names_that_two_readers_would_read_apart(folder: Path) -> None:
    path = packed(folder, "data/claims.csv", "other.csvX")
    path.write_bytes(path.read_bytes().replace(b"other.csvX", b"other.csv\0"))
    assert told(path).startswith("P104")
    path = packed(folder, "data/claims.csv", "data/Xlaims.csv")
    before, sign, after = path.read_bytes().rpartition(b"data/Xlaims.csv")
    path.write_bytes(before + sign.replace(b"X", b"d") + after)
    assert told(path).startswith("P103")


@given(st.data())
def test_a_damaged_archive_is_read_or_refused(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        copy_good(Path(name, "package"))
        path = Path(name, "wire.zip")
        pack(path, [ALL], Path(name, "package"))
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(0, len(content) - 1))
            content[place] = data.draw(st.integers(0, 255))
        path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
        for found in read(str(path)).diagnostics:
            assert found.code.id.startswith("P")


@pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes need POSIX")
def test_what_is_unpacked_is_private_and_goes(folder: Path) -> None:
    packed(folder)
    with opened("wire.zip") as place:
        assert isinstance(place, Unpacked)
        assert 0o700 == place.folder.stat().st_mode & 0o777
        assert (place.folder / "data" / "claims.csv").is_file()
    assert not place.folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes need POSIX")
def test_a_pipe_is_no_archive(folder: Path) -> None:
    os.mkfifo(folder.parent / "wire.zip")
    assert told(folder.parent / "wire.zip").startswith("P102")


WAITING = """
import sys, time
import factcheck.check

def wait(*arguments):
    print("unpacked", flush=True)
    time.sleep(60)

factcheck.check.prepare = wait
from factcheck.cli import main
sys.exit(main(["validate", "wire.zip"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals need POSIX")
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_leaves_nothing_behind(
    folder: Path, root: Path, sent: signal.Signals, status: int
) -> None:
    packed(folder)
    temporary = folder.parent / "temporary"
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(root)}
    with subprocess.Popen(
        [sys.executable, "-c", WAITING],
        cwd=folder.parent,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stdout
        assert "unpacked\n" == run.stdout.readline()
        assert [] != list(temporary.iterdir())
        time.sleep(0.1)
        run.send_signal(sent)
        assert status == run.wait(20)
    assert [] == list(temporary.iterdir())


def test_a_folder_may_be_called_like_an_archive(folder: Path) -> None:
    shutil.move(folder, folder.parent / "claims.zip")
    assert [] == read("claims.zip").diagnostics
