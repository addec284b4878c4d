"""`factcheck build` as a command."""

from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.interchange import parquet
from tests.publish.package import Small

pytestmark = pytest.mark.usefixtures("waved_through")


def run(*arguments: str) -> int:
    none = () if parquet.is_installed() else ("--no-parquet",)
    return main(["build", *arguments, *none])


def test_build_check_and_build_again(
    small: Small, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.folder.parent)
    assert 1 == run("small", "--check")
    assert 0 == run("small")
    assert 0 == run("small", "--check")
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert "published: small-claims 0.1.0" in lines[0]
    assert [line.rpartition(": ")[2] for line in lines] == [
        *("would change", "published", "is up to date"),
    ]
    assert "error[F610]" in err
    assert (small.folder.parent / "published" / "datapackage.json").is_file()


def test_rules_are_those_that_are_named(small: Small, tmp_path: Path) -> None:
    rules = tmp_path / "one.rules"
    rules.write_text("rule staffed\n  check staff >= 1\n", encoding="utf-8")
    assert 0 == run(str(small.folder), "--rules", str(rules), "--out", str(small.out))
    assert ["one.rules"] == [path.name for path in (small.out / "rules").iterdir()]


def test_a_package_with_mistakes_is_not_published(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    small.table("claims").write_text("claim_id\nc1\n", encoding="utf-8")
    assert 2 == run(str(small.folder), "--out", str(small.out))
    assert "error[P205]" in capsys.readouterr().err
    assert not small.out.exists()


def test_rules_with_mistakes_are_not_published(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    (small.folder / "rules" / "money.rules").write_text("rule x\n  check sales > 1\n", "utf-8")
    assert 2 == run(str(small.folder), "--out", str(small.out))
    assert "sales" in capsys.readouterr().err
    assert not small.out.exists()


def test_a_package_of_which_nothing_was_checked_is_not_published(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    header = small.table("claims").read_text("utf-8").partition("\n")[0]
    small.table("claims").write_text(header + "\n", encoding="utf-8")
    assert 2 == run(str(small.folder), "--out", str(small.out))
    assert "error[V101]" in capsys.readouterr().err


def test_a_refusal_exits_with_2(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small.change(licenses=None)
    assert 2 == run(str(small.folder), "--out", str(small.out))
    assert "error[F601]: `licenses` is missing" in capsys.readouterr().err
