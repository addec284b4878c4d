"""A package that takes another one is published as one package, with the same verdicts."""

import csv
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.cli import main
from factcheck.compare.compare import compare
from factcheck.interchange import door
from factcheck.publish.judge import fingerprints
from factcheck.values.truth import Truth
from factcheck.verdicts.told import case_of
from tests.engines.every import needs_duckdb
from tests.publish.package import Small, codes, write_small

RULE = """
rule agreed "The papers agree on the budget"
  for each entity, period, metric
  check claims agree within 10%
"""


@pytest.fixture
def taking(small: Small) -> Small:
    """The small package with another one inside: its ids are the same, and its euro is `eur`."""
    other = write_small(small.folder, "other")
    dearer = "acme,budget,2025,100", "acme,budget,2025,130"
    renamed = {"units": "EUR,euro", "metrics": ",EUR,", "rates": "EUR,USD", "claims": ",EUR,"}
    for name, text in renamed.items():
        table = other.table(name)
        changed = table.read_text("utf-8").replace(text, text.replace("EUR", "eur"))
        table.write_text(changed.replace(*dearer).replace("100 euros", "130 euros"))
    other.table("sources").write_text(
        'source_id,title,published,path,desk\ns1,"Another post",2026-01-06,texts/s1.txt,north\n'
    )
    (other.folder / "texts").mkdir()
    (other.folder / "texts" / "s1.txt").write_text("130 euros, no more, 150 dollars, over 12")
    other.change(
        name="other-claims",
        title="Another package",
        version="3.0.0",
        licenses=[{"name": "CC-BY-SA-4.0"}],
        factcheck={
            "profile": "1.0",
            "hedges": {"roughly": "20%"},
            "words": {"units": {"eur": ["quid"]}, "hedges": {"roughly": ["say"]}},
        },
    )
    shutil.rmtree(other.folder / "rules")
    resource = {
        "name": "other",
        "path": "other/data/claims.csv",
        "type": "table",
        "factcheck": {"package": "other/datapackage.json", "same": {"units": {"eur": "EUR"}}},
    }
    # Without a table of rates of its own, it takes the other's.
    own = [one for one in small.descriptor["resources"] if one["name"] != "rates"]
    small.change(resources=[*own, resource])
    rules = small.folder / "rules" / "money.rules"
    rules.write_text(rules.read_text("utf-8") + RULE, encoding="utf-8")
    return small


def verdicts(folder: Path) -> set[tuple[object, ...]]:
    result = check(str(folder))
    assert [] == [one for one in result.diagnostics if one.is_error]
    return {
        (rule.plan.id, case_of(rule.plan, case.key), case.truth, tuple(c.id for c in case.claims))
        for rule in result.verdicts
        for case in rule.cases
    }


def rows(small: Small, name: str) -> list[dict[str, str]]:
    with (small.out / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_sources_of_two_packages_contradict_each_other(taking: Small) -> None:
    found = {rule: claims for rule, _, truth, claims in verdicts(taking.folder)
             if truth is Truth.VIOLATED and rule == "agreed"}  # fmt: skip
    assert {"agreed": ("c1", "other/c1")} == found


def test_it_is_published_as_one_package_with_the_same_verdicts(taking: Small) -> None:
    assert ["F612"] == codes(taking.publish())
    assert verdicts(taking.folder) == verdicts(taking.out)
    made = json.loads((taking.out / "datapackage.json").read_text("utf-8"))
    assert "other" not in [one["name"] for one in made["resources"]]
    assert {"about": "10%", "nearly": ["-10%", "0%"], "roughly": "20%"} == (
        made["factcheck"]["hedges"]
    )
    words = {"units": {"EUR": ["quid"]}, "hedges": {"roughly": ["say"]}}
    assert words == made["factcheck"]["words"]
    assert {"title": "Another package", "version": "3.0.0"} == made["sources"][-1]


def test_its_tables_hold_the_rows_of_both(taking: Small) -> None:
    taking.publish()
    assert ["s1", "other/s1"] == [row["source_id"] for row in rows(taking, "sources")]
    assert ["", "other"] == [row["package"] for row in rows(taking, "sources")]
    assert ["", "north"] == [row["desk"] for row in rows(taking, "sources")]
    assert ["other/r1"] == [row["rate_id"] for row in rows(taking, "rates")]
    claims = rows(taking, "claims")
    assert ["c1", "c2", "c3", "other/c1", "other/c2", "other/c3"] == [c["claim_id"] for c in claims]
    assert {"EUR", "USD", "ratio"} == {claim["unit_id"] for claim in claims}
    assert ["99.5", "129.5"] == [claims[place]["lower"] for place in (0, 3)]
    assert (
        b"130 euros, no more, 150 dollars, over 12"
        == (taking.out / "other" / "texts" / "s1.txt").read_bytes()
    )


def test_it_says_whose_they_are(taking: Small) -> None:
    taking.publish()
    page = (taking.out / "README.md").read_text("utf-8")
    assert "| `other` | Another package | 3.0.0 | CC-BY-SA-4.0 |" in page
    based = json.loads((taking.out / "dataset.jsonld").read_text("utf-8"))["isBasedOn"]
    assert ["Another package"] == [one["name"] for one in based if one["@type"] == "Dataset"]


def test_a_licence_that_is_named_is_no_warning(taking: Small) -> None:
    taking.change(licenses=[{"name": "CC0-1.0"}, {"name": "CC-BY-SA-4.0"}])
    assert [] == codes(taking.publish())


def test_published_again_it_is_the_same(taking: Small, tmp_path: Path) -> None:
    taking.publish()
    again = Small(taking.out, tmp_path / "again")
    assert [] == codes(again.publish())
    assert taking.table("claims") != again.table("claims")
    assert (taking.out / "data" / "claims.csv").read_bytes() == (
        again.out / "data" / "claims.csv"
    ).read_bytes()


def test_it_and_its_published_form_do_not_differ(taking: Small) -> None:
    taking.publish()
    found = compare(check(str(taking.folder)), check(str(taking.out)))
    assert found is not None
    assert () == found.tables
    assert () == found.resources
    assert () == found.verdicts
    assert [] == [one.name for one in found.properties]


def test_a_change_of_the_other_package_is_told_in_its_file(
    taking: Small, capfd: pytest.CaptureFixture[str]
) -> None:
    before = taking.folder.with_name("before")
    shutil.copytree(taking.folder, before)
    for name in ("data/claims.csv", "texts/s1.txt"):
        file = taking.folder / "other" / name
        file.write_text(file.read_text("utf-8").replace("130", "99"), encoding="utf-8")
    assert 1 == main(["diff", str(before), str(taking.folder)])
    told = capfd.readouterr().out
    assert "other/data/claims.csv:2" in told
    assert "other/c1" in told
    assert "agreed" in told


def test_a_step_of_a_case_names_the_file_of_the_other_package(
    taking: Small, capfd: pytest.CaptureFixture[str]
) -> None:
    package = ["--package", str(taking.folder), "--format", "json"]
    assert 0 == main(["explain", "agreed", "metric=budget", *package])
    case = json.loads(capfd.readouterr().out)["case"]
    places = {one["id"]: one["location"] for one in case["claims"]}
    assert {"path": str(taking.folder / "data" / "claims.csv"), "line": 2} == places["c1"]
    theirs = {"path": str(taking.folder / "other" / "data" / "claims.csv"), "line": 2}
    assert theirs == places["other/c1"]


def test_frictionless_looks_at_both(taking: Small, capfd: pytest.CaptureFixture[str]) -> None:
    if not door.is_installed():
        pytest.skip("frictionless is not installed")
    schema = {"fields": [{"name": "source_id", "type": "integer"}]}
    folder = taking.folder / "other"
    value = json.loads((folder / "datapackage.json").read_text("utf-8"))
    value["resources"][0]["schema"] = schema | {"fieldsMatch": "subset"}
    (folder / "datapackage.json").write_text(json.dumps(value))
    main(["validate", str(taking.folder), "--conformance", "--format", "json"])
    problems = json.loads(capfd.readouterr().out)["problems"]
    places = {one["location"]["path"] for one in problems}
    assert any(path.endswith("other/data/sources.csv") for path in places)


def test_lint_knows_the_names_of_both(taking: Small, capfd: pytest.CaptureFixture[str]) -> None:
    rules = taking.folder / "rules" / "money.rules"
    rules.write_text(
        "rule theirs\n  where source = `other/s1`\n  check budget > 0 EUR\n", encoding="utf-8"
    )
    assert 0 == main(["lint", "--package", str(taking.folder), str(rules)])
    capfd.readouterr()
    assert 0 == main(["validate", str(taking.folder)])


def test_it_can_lie_in_an_archive(taking: Small, tmp_path: Path) -> None:
    archive = tmp_path / "claims.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(taking.folder.rglob("*")):
            if path.is_file():
                file.write(path, path.relative_to(taking.folder).as_posix())
    result = check(str(archive))
    assert [] == [one for one in result.diagnostics if one.is_error]
    assert result.claims is not None
    places = {one.id: one.path for one in result.claims.rows}
    assert f"{archive}!/other/data/claims.csv" == places["other/c1"]


@needs_duckdb
def test_another_engine_comes_to_the_same(taking: Small) -> None:
    exact, other = (check(str(taking.folder), engine=name) for name in ("exact", "duckdb"))
    assert fingerprints(exact) == fingerprints(other)
    assert fingerprints(exact)


def test_a_result_that_was_kept_knows_the_other_package(
    taking: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    assert 1 == main(["validate", str(taking.folder)])
    for name in ("data/claims.csv", "other/data/claims.csv", "other/texts/s1.txt"):
        table = taking.folder / name
        text = table.read_text("utf-8").replace("130", "100").replace("150", "90")
        table.write_text(text, encoding="utf-8")
    assert 0 == main(["validate", str(taking.folder)])
