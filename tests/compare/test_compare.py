"""What holds of every comparison, and of packages in other places than two folders."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.check import check
from factcheck.compare.compare import compare
from factcheck.compare.tables import compare_tables
from factcheck.vocabulary.csv_table import Table
from tests.compare.harness import RULES, compared, lay_out
from tests.counting import calls
from tests.vocabulary.zips import ALL, pack


@pytest.fixture(autouse=True)
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)


def table(rows: list[list[str]], columns: tuple[str, ...] = ("entity_id", "label")) -> Table:
    return Table("x.csv", columns, rows, list(range(2, len(rows) + 2)), [])


ROWS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz")).map(
    lambda cells: [list(cell) for cell in cells.items()]
)


@given(ROWS, ROWS)
def test_what_is_added_one_way_is_removed_the_other(
    old: list[list[str]], new: list[list[str]]
) -> None:
    there = compare_tables("entities", table(old), table(new))
    back = compare_tables("entities", table(new), table(old))
    assert {row.key for row in there.added} == {row.key for row in back.removed}
    assert {row.key for row in there.changed} == {row.key for row in back.changed}
    assert there.differs is back.differs is (sorted(old) != sorted(new))


@given(ROWS, ROWS)
def test_the_changes_lead_from_one_table_to_the_other(
    old: list[list[str]], new: list[list[str]]
) -> None:
    found = compare_tables("entities", table(old), table(new))
    rows = {key: {"entity_id": key, "label": label} for key, label in old}
    for removed in found.removed:
        del rows[removed.key]
    for added in found.added:
        rows[added.key] = dict(added.cells)
    for changed in found.changed:
        for cell in changed.cells:
            assert cell.old == rows[changed.key][cell.column]
            rows[changed.key][cell.column] = cell.new
    assert {key: {"entity_id": key, "label": label} for key, label in new} == rows


@given(st.lists(st.sampled_from(["ab", "cd", "ce"])), st.lists(st.sampled_from(["ab", "cd"])))
def test_rows_without_a_key_are_counted(old: list[str], new: list[str]) -> None:
    columns = ("group_id", "member_id")
    first, second = (table([list(row) for row in rows], columns) for rows in (old, new))
    found = compare_tables("memberships", first, second)
    assert len(new) - len(old) == len(found.added) - len(found.removed)
    assert found.differs is (sorted(old) != sorted(new))


def test_the_work_grows_with_the_rows() -> None:
    def work(number: int) -> int:
        old = table([[str(row), "x"] for row in range(number)])
        new = table([[str(row), "y"] for row in reversed(range(number))])
        return calls(lambda: compare_tables("entities", old, new))

    assert work(8_000) < 4.5 * work(2_000)


def test_an_archive_is_its_folder() -> None:
    pack(Path("old.zip"), [ALL], Path("old"))
    assert not compared("old.zip", "old").differs
    assert not compared("old", "old.zip").differs


def test_a_published_form_is_its_package() -> None:
    """The bounds of claims, its own tables, hashes and rules differ from nothing."""
    claims = Path("new/data/claims.csv")
    lines = claims.read_text(encoding="utf-8").splitlines()
    ends = [",lower,upper,lower_open,upper_open", *([",1,2,false,false"] * (len(lines) - 1))]
    text = "".join(f"{line}{end}\n" for line, end in zip(lines, ends, strict=True))
    claims.write_text(text, encoding="utf-8")
    Path("new/SHA256SUMS").touch()
    descriptor = Path("new/datapackage.json")
    text = descriptor.read_text(encoding="utf-8")
    text = text.replace('"version"', '"sources": [{"title": "The wire"}], "version"')
    text = text.replace('"resources": [', '"resources": [{"name": "verdicts", "path": "v.csv"},')
    descriptor.write_text(text.replace('"profile"', '"rules": "rules", "profile"'))
    assert not compared().differs
    assert compared("new", "new").differs is False


def test_rules_for_both() -> None:
    Path("own.rules").write_text("rule stated\n  check capex is stated\n", encoding="utf-8")
    Path("new/rules/all.rules").write_text(RULES.replace("5%", "6%"), encoding="utf-8")
    assert ["one_figure"] == [change.name for change in compared().rules]
    assert not compared(rules=("own.rules",)).differs


def test_rules_that_do_not_fit_leave_the_tables_to_be_compared() -> None:
    Path("own.rules").write_text("rule stated\n  check sales is stated\n", encoding="utf-8")
    with Path("new/data/entities.csv").open("a", encoding="utf-8") as file:
        file.write("coil,Coil,company\n")
    found = compared(rules=("own.rules",))
    assert ["entities"] == [one.name for one in found.tables]
    assert {"N201"} == {problem.code.id for problem in found.problems}
    assert () == found.verdicts


def test_a_package_that_cannot_be_read_is_not_compared() -> None:
    Path("new/data/claims.csv").write_text("claim_id\n", encoding="utf-8")
    assert compare(check("old"), check("new")) is None


def test_nothing_outside_a_package_is_read() -> None:
    Path("secret.txt").write_text("old", encoding="utf-8")
    for side in ("old", "new"):
        path = Path(side, "datapackage.json")
        text = path.read_text(encoding="utf-8")
        item = '"resources": [{"name": "notes", "path": "../secret.txt"},'
        path.write_text(text.replace('"resources": [', item), encoding="utf-8")
    with patch("factcheck.compare.descriptors.read_bytes", side_effect=AssertionError):
        assert () == compared().resources
