"""What the published form says: the descriptor, the bounds, and the verdicts as tables."""

import csv
import json
from pathlib import Path

import pytest

import factcheck
from factcheck.check import check
from factcheck.publish.judge import fingerprints
from factcheck.publish.publish import publish
from factcheck.publish.rule_files import published_names
from factcheck.vocabulary.profile import violations
from tests.conftest import ROOT
from tests.publish.package import RULES, Small


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_published_form_has_the_findings_of_the_package(published: Path) -> None:
    before = factcheck.validate(str(ROOT / "datapackage"), rules=[str(ROOT / "rules")])
    after = factcheck.validate(str(published))
    assert () == after.problems
    told = sorted(finding.fingerprint for finding in before.findings)
    assert told == sorted(finding.fingerprint for finding in after.findings)
    assert fingerprints(check(str(published))) == {
        row["verdict_id"] for row in rows(published, "verdicts")
    }


def test_the_descriptor_keeps_what_the_package_says(small: Small) -> None:
    small.change(keywords=["money"], homepage="https://example.org", mood="calm")
    small.publish()
    value = json.loads((small.out / "datapackage.json").read_text("utf-8"))
    kept = small.descriptor
    same = ("name", "title", "version", "created", "licenses", "contributors", "keywords", "mood")
    assert {key: kept[key] for key in same} == {key: value[key] for key in same}
    assert {"profile": "1.0", "rules": "rules"} == value["factcheck"]
    assert [{"title": "The Post, *weekly*"}] == value["sources"]
    assert [] == violations(value)


def test_each_table_has_its_bytes_its_hash_and_its_rows(published: Path) -> None:
    value = json.loads((published / "datapackage.json").read_text("utf-8"))
    for resource in value["resources"]:
        data = (published / resource["path"]).read_bytes()
        assert len(data) == resource["bytes"]
        assert len(rows(published, resource["name"])) == resource["rows"]
        columns = data.decode("utf-8").partition("\n")[0].split(",")
        assert columns == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field.get("description") for field in resource["schema"]["fields"])


def test_bounds_are_those_that_are_judged(small: Small) -> None:
    small.publish()
    bounds = [
        (row["claim_id"], row["lower"], row["upper"], row["lower_open"], row["upper_open"])
        for row in rows(small.out, "claims")
    ]
    assert bounds == [
        ("c1", "99.5", "100.5", "false", "false"),
        ("c2", "150", "150", "false", "false"),
        ("c3", "12", "inf", "true", "true"),
    ]


def test_verdicts_link_rules_cases_claims_and_rates(small: Small) -> None:
    small.publish()
    violated = next(row for row in rows(small.out, "verdicts") if row["verdict"] == "violated")
    key = violated["verdict_id"]
    assert {"entity": "acme", "period": "2025"} == json.loads(violated["case_json"])
    assert ("within_budget", "acme", "2025", "1") == (
        *(violated["rule_id"], violated["entity_id"], violated["period"], violated["readings"]),
    )
    linked = {
        row["claim_id"] for row in rows(small.out, "verdict_claims") if row["verdict_id"] == key
    }
    assert {"c1", "c2"} == linked
    (rate,) = rows(small.out, "conversions")
    assert (key, "r1", "2025-01-01", "2025-12-31") == (
        *(rate["verdict_id"], rate["rates"], rate["start"], rate["end"]),
    )


def test_a_verdict_can_be_computed_again_from_the_tables(small: Small) -> None:
    small.publish()
    bounds = {row["claim_id"]: row for row in rows(small.out, "claims")}
    (rate,) = rows(small.out, "conversions")
    factor = {rate["claim_id"]: (float(rate["lower"]), float(rate["upper"]))}
    spent_low = float(bounds["c2"]["lower"]) * factor.get("c2", (1.0, 1.0))[0]
    budget_high = float(bounds["c1"]["upper"]) * factor.get("c1", (1.0, 1.0))[1]
    assert spent_low > budget_high


def test_the_rules_travel_with_the_package(small: Small) -> None:
    small.publish()
    assert RULES == (small.out / "rules" / "money.rules").read_text("utf-8")
    (first, second) = rows(small.out, "rules")
    assert ("staffed", "rules/money.rules", "5", "holds") == (
        *(first["rule_id"], first["path"], first["line"], first["status"]),
    )
    assert ("within_budget", "violated", "1") == (
        *(second["rule_id"], second["status"], second["violated"]),
    )


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["rules/a.rules", "rules/b.rules"], ["rules/a.rules", "rules/b.rules"]),
        (["x/eu/a.rules", "x/us/a.rules"], ["rules/eu/a.rules", "rules/us/a.rules"]),
        (["/one/A.rules", "../two/a.rules"], ["rules/one/A.rules", "rules/two/a.rules"]),
        (["my rules.txt"], ["rules/my_rules.txt.rules"]),
        ([".hidden.rules"], ["rules/hidden.rules"]),
        (["../a.rules", "a.rules"], ["rules/1.rules", "rules/2.rules"]),
    ],
)
def test_names_of_rule_files(paths: list[str], names: list[str]) -> None:
    assert names == list(published_names(paths).values())


def test_own_schemas_resources_and_texts_are_kept(small: Small) -> None:
    (small.folder / "texts").mkdir()
    (small.folder / "texts" / "s1.txt").write_text(
        "100 euros, no more; 150 dollars; over 12", encoding="utf-8"
    )
    (small.folder / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (small.folder / "OURS.md").write_text("All of it is yours.", encoding="utf-8")
    (small.folder / "units.json").write_text(
        json.dumps({"fields": [{"name": "label", "description": "In English."}]}), encoding="utf-8"
    )
    small.table("sources").write_text("source_id,title,path\ns1,Post,texts/s1.txt\n", "utf-8")
    resources = small.descriptor["resources"]
    for resource in resources:
        if resource["name"] == "units":
            resource |= {"schema": "units.json", "desk": "economy"}
    resources.append({"name": "notes", "path": "notes.csv"})
    small.change(resources=resources, licenses=[{"name": "ours", "path": "OURS.md"}])
    made = small.publish()
    assert () == made.diagnostics
    for path in ("texts/s1.txt", "notes.csv", "OURS.md"):
        assert (small.folder / path).read_bytes() == (small.out / path).read_bytes()
    value = json.loads((small.out / "datapackage.json").read_text("utf-8"))
    units = next(one for one in value["resources"] if one["name"] == "units")
    assert ("economy", "In English.") == (
        units["desk"],
        units["schema"]["fields"][1]["description"],
    )
    notes = next(one for one in value["resources"] if one["name"] == "notes")
    assert 8 == notes["bytes"]


def test_without_parquet_there_is_none(small: Small) -> None:
    made = publish(small.check(), small.out, check, parquet=False)
    assert () == made.diagnostics
    assert [] == list(small.out.rglob("*.parquet"))
    assert "Parquet" not in (small.out / "README.md").read_text("utf-8")
