"""What `factcheck ground --fix` fills into the project's package is what people had put there."""

import csv
import shutil
from pathlib import Path

import pytest

from factcheck.cli import main
from tests.articles.package import PACKAGE, rows

COMPUTED = ("char_start", "char_end", "decimals")


def write(path: Path, table: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def test_what_was_taken_out_comes_back_or_stays_empty(
    tmp_path: Path, sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "package"
    shutil.copytree(PACKAGE, folder)
    claims = rows("claims")
    write(folder / "data" / "claims.csv", [row | dict.fromkeys(COMPUTED, "") for row in claims])
    assert 0 == main(["ground", str(folder), "--sources", str(sources), "--fix"])
    assert "cells filled in" in capsys.readouterr().out
    with (folder / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        after = list(csv.DictReader(file))
    others = [
        (old["claim_id"], name, old[name], new[name])
        for old, new in zip(claims, after, strict=True)
        for name in old
        if new[name] not in {old[name], "" if name in COMPUTED else old[name]}
    ]
    assert [] == others
    filled = [sum(bool(row[name]) for row in after) for name in COMPUTED]
    assert min(filled[:2]) >= 80
    assert filled[2] >= 0.9 * sum(bool(row["decimals"]) for row in claims)
