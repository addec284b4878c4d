"""A published archive is published again as its folder is."""

import shutil
from pathlib import Path

import pytest

from factcheck.cli import main


def test_an_archive_is_published_as_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["init", "new", "--name", "wire"])
    assert 0 == main(["build", "new", "--out", "first", "--no-parquet"])
    (archive,) = Path("first").glob("*.zip")
    shutil.copy(archive, "wire.zip")
    assert 0 == main(["diff", "wire.zip", "new"])
    assert 0 == main(["build", "wire.zip", "--out", "again", "--no-parquet"])
    assert archive.read_bytes() == Path("again", archive.name).read_bytes()
