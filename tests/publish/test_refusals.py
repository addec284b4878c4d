"""What is not published, with the code that says why; nothing is ever half there."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from factcheck.check import check
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.interchange import door, parquet
from factcheck.publish import judge
from factcheck.publish.publish import publish
from factcheck.verdicts.result import CheckResult
from tests.publish.package import Small, codes


def refused(small: Small) -> list[tuple[str, str]]:
    """Codes and messages of a build that has to be refused, and to leave nothing behind."""
    before = sorted(small.out.parent.iterdir())
    made = small.publish()
    assert made.files is None
    assert before == sorted(small.out.parent.iterdir())
    return [(one.code.id, one.message) for one in made.diagnostics]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Small Claims"),
        ("title", None),
        ("version", "1"),
        ("created", "yesterday"),
        ("licenses", []),
        ("licenses", None),
        ("contributors", None),
    ],
)
def test_what_a_publication_needs(small: Small, key: str, value: object) -> None:
    small.change(**{key: value})
    is_there = "is not one that can be published" if value is not None else "is missing"
    assert [("F601", f"`{key}` {is_there}")] == refused(small)


def test_a_column_that_is_not_the_computed_one(small: Small) -> None:
    path = small.table("claims")
    header, *rows = path.read_text("utf-8").splitlines()
    lines = [f"{header},upper", *(f"{row},7" for row in rows), ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [("F602", "`upper` is a column that the published form computes: 100.5")] == refused(
        small
    )


def test_a_table_of_a_name_that_is_taken(small: Small) -> None:
    (small.folder / "verdicts.csv").write_text("a\n1\n", encoding="utf-8")
    resources = [*small.descriptor["resources"], {"name": "verdicts", "path": "verdicts.csv"}]
    small.change(resources=resources)
    assert [("F602", "the published form has a table `verdicts` of its own")] == refused(small)


def test_a_file_of_a_name_that_is_taken(small: Small) -> None:
    (small.folder / "README.md").write_text("read me", encoding="utf-8")
    resources = [*small.descriptor["resources"], {"name": "more", "path": "README.md"}]
    small.change(resources=resources)
    assert [("F602", "the published form has a file `README.md` of its own")] == refused(small)


@pytest.mark.parametrize(
    ("resource", "said"),
    [
        ({"path": "https://example.org/a.csv"}, "is a URL, and nothing is fetched"),
        ({"path": "../a.csv"}, "climbs out of its folder"),
        ({"path": "missing.csv"}, "there is no file `missing.csv`"),
    ],
)
def test_a_resource_that_is_not_in_the_package(
    small: Small, resource: dict[str, Any], said: str
) -> None:
    small.change(resources=[*small.descriptor["resources"], {"name": "more", **resource}])
    ((code, message),) = refused(small)
    assert code in {"F603", "F605"}
    assert code == "F605" or said in message


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("scheme", "https"),
        ("extrapaths", ["https://example.org/b.csv"]),
        ("profile", "https://example.org/profile.json"),
    ],
)
def test_a_resource_that_leads_readers_elsewhere(small: Small, key: str, value: object) -> None:
    (small.folder / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    more = {"name": "more", "path": "notes.csv", key: value}
    small.change(resources=[*small.descriptor["resources"], more])
    assert [("F603", f"`{key}` leads readers elsewhere")] == refused(small)


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("missing.json", "there is no file"),
        ("data/units.csv", "is not a Table Schema in JSON"),
        ({"fields": [{"type": "string"}]}, "`fields` has to be a list"),
        ({"foreignKeys": [{}]}, "`foreignKeys` has to be a list"),
    ],
)
def test_a_schema_that_is_none(small: Small, schema: object, said: str) -> None:
    first, *others = small.descriptor["resources"]
    small.change(resources=[{**first, "schema": schema}, *others])
    ((code, message),) = refused(small)
    assert "F603" == code
    assert said in message


def test_a_cell_that_its_schema_refuses(small: Small) -> None:
    fields = [{"name": "entity_id", "constraints": {"pattern": "[0-9]+"}}]
    resources = [
        {**one, "schema": {"fields": fields}} if one["name"] == "entities" else one
        for one in small.descriptor["resources"]
    ]
    small.change(resources=resources)
    ((code, message),) = refused(small)
    assert "F604" == code
    assert "acme" in message


def test_a_key_that_nothing_has(small: Small) -> None:
    key = {"fields": "label", "reference": {"resource": "units", "fields": "unit_id"}}
    resources = [
        {**one, "schema": {"foreignKeys": [key]}} if one["name"] == "entities" else one
        for one in small.descriptor["resources"]
    ]
    small.change(resources=resources)
    assert ["F604"] == [code for code, _ in refused(small)]


def test_a_descriptor_that_the_profile_refuses(small: Small) -> None:
    small.change(keywords="budget, spending")
    assert [("F605", "this has to be a list of texts")] == refused(small)


def test_a_library_that_is_missing(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "is_installed", lambda: False)
    monkeypatch.setattr(parquet, "is_installed", lambda: False)
    made = publish(small.check(), small.out, check, parquet=True)
    assert ["F606", "F606"] == codes(made)
    assert (
        "install the extra, as in `pip install '.[publish]'` in a checkout"
        == made.diagnostics[0].help
    )
    made = publish(small.check(), small.out, check, parquet=False)
    assert ["F606"] == codes(made)


def test_other_verdicts(small: Small) -> None:
    def forgetful(package: str) -> CheckResult:
        return evolve(check(package), verdicts=())

    made = publish(small.check(), small.out, forgetful, parquet=False)
    assert ["F607"] == codes(made)

    def broken(package: str) -> CheckResult:
        return check(package + "/data")

    made = publish(small.check(), small.out, broken, parquet=False)
    assert ["F607"] == codes(made)
    assert not small.out.exists()


def test_a_folder_that_is_not_ours_is_left_alone(small: Small) -> None:
    small.out.mkdir()
    (small.out / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert ["F608"] == [code for code, _ in refused(small)]
    assert "years of work" == (small.out / "thesis.txt").read_text("utf-8")


def test_a_file_added_to_a_published_form_is_left_alone(small: Small) -> None:
    small.publish()
    (small.out / "data" / "mine.csv").write_text("a\n", encoding="utf-8")
    assert [
        ("F608", "it holds a file that is not of the published form: data/mine.csv")
    ] == refused(small)


def test_the_package_itself_is_left_alone(small: Small) -> None:
    assert ["F608"] == codes(evolve(small, out=small.folder).publish())


def test_a_link_is_left_alone(small: Small, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    small.out.symlink_to(tmp_path / "real")
    assert [("F608", "it is no folder")] == refused(small)


def test_a_name_that_is_too_long_is_said_to_be(small: Small, tmp_path: Path) -> None:
    assert [("F608", "File name too long")] == refused(evolve(small, out=tmp_path / ("x" * 300)))


def test_an_empty_folder_is_replaced(small: Small) -> None:
    small.out.mkdir()
    assert () == small.publish().diagnostics


def test_a_licence_outside_the_package_is_not_published(small: Small) -> None:
    (small.folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    small.change(licenses=[{"name": "ours", "path": "../secret.txt"}])
    assert ["F603"] == [code for code, _ in refused(small)]


def test_what_frictionless_says_is_told_with_the_table(small: Small) -> None:
    found: list[Diagnostic] = judge.refusals(small.folder, small.descriptor, small.check(), check)
    assert [] == [one for one in found if one.code.id == "F605"]
    path = small.table("entities")
    path.write_text("entity_id,label\nacme\n", encoding="utf-8")
    text = json.dumps(small.descriptor)
    found = judge.refusals(small.folder, json.loads(text), small.check(), check)
    assert {"data/entities.csv"} == {one.span.path for one in found}
