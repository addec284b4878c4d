"""The same package gives the same bytes, whoever builds it, when and where."""

import io
import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.interchange import parquet
from factcheck.publish.publish import publish
from tests.publish.package import Small, held, write_small


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    one, other = write_small(tmp_path, "one"), write_small(tmp_path, "other")
    one.publish()
    other.publish()
    assert held(one.out) == held(other.out)


@pytest.mark.slow
def test_time_zone_locale_hash_seed_and_clock_change_nothing(small: Small) -> None:
    small.publish()
    before = held(small.out)
    environment = {
        **os.environ,
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONUTF8": "0",
    }
    command = [sys.executable, "-m", "factcheck", "build", str(small.folder)]
    none = [] if parquet.is_installed() else ["--no-parquet"]
    ran = subprocess.run(
        [*command, "--out", str(small.out), *none],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (ran.returncode, ran.stderr)
    assert before == held(small.out)


def test_a_published_form_published_again_is_the_same(published: Path, tmp_path: Path) -> None:
    out = tmp_path / "again"
    publish(check(str(published)), out, check, parquet=parquet.is_installed())
    assert held(published) == held(out)


def test_rows_stay_in_their_order(small: Small) -> None:
    header, *rows = small.table("claims").read_text("utf-8").splitlines()
    small.table("claims").write_text("\n".join([header, *reversed(rows), ""]), encoding="utf-8")
    small.publish()
    lines = (small.out / "data" / "claims.csv").read_text("utf-8").splitlines()
    assert ["c3", "c2", "c1"] == [line.partition(",")[0] for line in lines[1:]]


def test_cells_stay_as_they_are(small: Small) -> None:
    small.publish()
    first = (small.out / "data" / "claims.csv").read_text("utf-8").splitlines()[1]
    kept = 'c1,s1,acme,budget,2025,100,EUR,,0,"100 euros, no more"'
    assert f"{kept},99.5,100.5,false,false" == first


def test_line_ends_and_needless_quotes_go(small: Small) -> None:
    small.publish()
    before = held(small.out)
    path = small.table("entities")
    path.write_bytes(b'"entity_id","label"\r\n"acme","Acme"\r\n')
    assert () == small.compare().changed
    assert before == held(small.out)


def test_the_checksums_are_those_of_all_files(published: Path) -> None:
    files = held(published)
    sums = files.pop("SHA256SUMS").decode("utf-8")
    lines = [f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())]
    assert "".join(lines) == sums


def test_the_archive_has_the_files_and_their_checksums(small: Small) -> None:
    small.publish()
    files = held(small.out)
    data = files.pop("small-claims-0.1.0.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
        dates = {member.date_time for member in archive.infolist()}
    assert {(1980, 1, 1, 0, 0, 0)} == dates
    assert set(files) == set(inside)
    outer, inner = files.pop("SHA256SUMS").decode(), inside.pop("SHA256SUMS").decode()
    assert files == inside
    assert [line for line in outer.splitlines() if ".zip" not in line] == inner.splitlines()


def test_parquet_names_no_version_of_its_writer(small: Small) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    small.publish()
    assert "factcheck" == pq.ParquetFile(small.out / "data" / "claims.parquet").metadata.created_by
