"""Packages that take others: what they come to, and what nobody may make of it."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from factcheck.values.rational import to_decimal_text
from factcheck.vocabulary import joined_words
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.renaming import renaming
from factcheck.vocabulary.taking import Taking
from tests.counting import calls
from tests.vocabulary.harness import OTHERS, Package, copy_good, read, render, take

SAID = '{"package": "vendor/ticker", "same": {"units": {"RMB": "CNY"}}}'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good package, in the current folder."""
    copy_good(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(path: Path, **properties: Any) -> None:  # noqa: ANN401 (what a descriptor may hold)
    value = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(value | properties), encoding="utf-8")


def add(path: Path, *resources: dict[str, Any]) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(path, resources=[*value["resources"], *resources])


def taking(name: str, folder: str, **said: object) -> dict[str, Any]:
    """A resource that takes the package in a folder."""
    block = {"package": folder, "same": {"units": {"RMB": "CNY"}}, **said}
    return {"name": name, "path": f"{folder}/data/claims.csv", "factcheck": block}


def only(code: str, made: Package) -> str:
    (found,) = made.diagnostics
    assert code == found.code.id
    return render([found])


def test_rows_of_both_are_there_under_their_own_ids(folder: Path) -> None:
    take("ticker", SAID, folder)
    made = read()
    assert made.vocabulary is not None
    assert made.claims is not None
    words = made.vocabulary
    assert ["wire", "daily", "ticker/wire", "ticker/tape"] == [*words.sources]
    assert "ticker/wire" == words.sources["ticker/tape"].derived_from
    assert "vendor/ticker/texts/wire.txt" == words.sources["ticker/wire"].path
    assert ["", "ticker"] == [
        words.sources[one].attributes["package"] for one in ("wire", "ticker/wire")
    ]
    assert ["acme", "bolt", "both", "crane"] == [*words.entities]
    assert "CNY" == words.metrics["capex"].unit.text
    assert ["fixing", "ticker/fixing"] == [rate.id for rate in words.rates]
    claims = {claim.id: claim for claim in made.claims.rows}
    assert "ticker/w1" == claims["ticker/w3"].converts
    other = claims["ticker/w1"]
    assert ("ticker/wire", "acme", "CNY") == (other.source, other.entity, other.unit.text)
    assert ("vendor/ticker/data/claims.csv", 2) == (other.path, other.line)
    assert ("data/claims.csv", 2) == (claims["w1"].path, claims["w1"].line)
    assert "153000000000" == to_decimal_text(other.bounds.low)


def test_what_we_leave_empty_they_fill(folder: Path) -> None:
    take("ticker", SAID, folder)
    made = read()
    assert made.vocabulary is not None
    acme = made.vocabulary.entities["acme"]
    assert ("Acme", "chips") == (acme.label, acme.attributes["sector"])


def with_words(path: Path, words: object) -> None:
    block = json.loads(path.read_text(encoding="utf-8"))["factcheck"]
    change(path, factcheck=block | {"words": words})


def test_words_of_both_are_known_with_the_names_of_here(folder: Path) -> None:
    take("ticker", SAID.replace("}}}", '}}, "apart": {"hedges": ["about"]}}'), folder)
    own = {"units": {"CNY": ["kuai"]}, "relations": {"gt": ["past"]}}
    with_words(folder / "datapackage.json", own)
    theirs = {"units": {"RMB": ["kuai", "yuanes"]}, "hedges": {"about": ["suppose"]}}
    with_words(folder / "vendor/ticker/datapackage.json", theirs)
    made = read()
    assert made.vocabulary is not None
    assert made.vocabulary.words == {
        "units": {"CNY": ("kuai", "yuanes")},
        "relations": {"gt": ("past",)},
        "hedges": {"ticker/about": ("suppose",)},
    }


def test_words_of_all_packages_count_together(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take("ticker", SAID, folder)
    with_words(folder / "datapackage.json", {"relations": {"gt": ["past", "beyond"]}})
    theirs = folder / "vendor/ticker/datapackage.json"
    monkeypatch.setattr(joined_words, "MAX_WORDS", 3)
    with_words(theirs, {"relations": {"gt": ["past"], "lt": ["short of"]}})
    assert [] == read().diagnostics
    with_words(theirs, {"relations": {"lt": ["short of", "not quite"]}})
    assert "all packages together have more than 3 words" in only("P107", read())


def test_one_text_under_two_ids_is_one_source(folder: Path) -> None:
    take("ticker", SAID[:-2] + ', "sources": {"tape": "daily"}}}', folder)
    sources = folder / "data" / "sources.csv"
    text = sources.read_text(encoding="utf-8").replace("2025-12-24,,wire,", "2025-12-24,,,")
    sources.write_text(text, encoding="utf-8")
    made = read()
    assert made.vocabulary is not None
    assert made.claims is not None
    assert "ticker/tape" not in made.vocabulary.sources
    assert "ticker/wire" == made.vocabulary.sources["daily"].derived_from
    assert "daily" == next(one.source for one in made.claims.rows if one.id == "ticker/w2")


def test_a_package_inside_a_package_keeps_both_names(folder: Path) -> None:
    inner = folder / "vendor" / "inner"
    shutil.copytree(OTHERS / "ticker", inner)
    shutil.copytree(OTHERS / "ticker", inner / "deep")
    change(inner / "deep" / "datapackage.json", name="deep")
    change(inner / "datapackage.json", name="inner")
    deep = {"package": "deep/datapackage.json", "apart": {"metrics": ["staff"]}}
    add(
        inner / "datapackage.json",
        {"name": "below", "path": "deep/data/claims.csv", "factcheck": deep},
    )
    table = inner / "deep" / "data" / "sources.csv"
    table.write_text(table.read_text("utf-8").replace("example.org/wire", "x.example"), "utf-8")
    add(folder / "datapackage.json", taking("mid", "vendor/inner"))
    made = read()
    assert "" == render(made.diagnostics)
    assert made.vocabulary is not None
    assert made.claims is not None
    last = made.vocabulary.sources["mid/below/tape"]
    assert "mid/below/wire" == last.derived_from
    assert "mid/below" == last.attributes["package"]
    assert "below/staff" in made.vocabulary.metrics
    place = next(one for one in made.claims.rows if one.id == "mid/below/w3")
    assert ("vendor/inner/deep/data/claims.csv", 4) == (place.path, place.line)
    assert "vendor/inner/deep/texts/wire.txt" == made.vocabulary.sources["mid/below/wire"].path


def test_two_that_take_one_another_are_refused(folder: Path) -> None:
    """Only inside one folder can they name each other at all."""
    first = folder / "datapackage.json"
    other = {"name": "other", "path": "data/claims.csv", "factcheck": {"package": "other.json"}}
    back = {"name": "b", "path": "data/claims.csv", "factcheck": {"package": "datapackage.json"}}
    shutil.copy(first, folder / "other.json")
    change(folder / "other.json", name="other")
    add(first, other)
    add(folder / "other.json", back)
    assert "P122 other.json:1:" in only("P122", read())


def test_a_link_out_is_refused(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    shutil.copytree(OTHERS / "ticker", outside / "ticker")
    (folder / "vendor").mkdir()
    (folder / "vendor" / "ticker").symlink_to(outside / "ticker")
    add(folder / "datapackage.json", taking("ticker", "vendor/ticker"))
    assert "leads out" in only("P104", read())


def test_its_own_files_may_not_lie_outside_its_folder(folder: Path) -> None:
    take("ticker", SAID, folder)
    (folder / "vendor" / "ticker" / "data" / "sources.csv").unlink()
    link = folder / "vendor" / "ticker" / "data" / "sources.csv"
    link.symlink_to(folder / "data" / "sources.csv")
    assert "vendor/ticker/datapackage.json" in only("P104", read())


def test_a_pipe_is_no_descriptor(folder: Path) -> None:
    os.mkfifo(folder / "pipe.json")
    said = {"package": "pipe.json"}
    add(folder / "datapackage.json", {"name": "x", "path": "data/claims.csv", "factcheck": said})
    assert "there is no descriptor" in only("P122", read())


def test_a_chain_of_packages_ends_at_the_limit(folder: Path) -> None:
    place = folder
    for _ in range(4):
        shutil.copytree(OTHERS / "ticker", place / "in")
        add(place / "datapackage.json", taking("in", "in", same={}))
        place = place / "in"
    made = read(limits=Limits(max_packages=3))
    assert "`max_packages`" in next(render([one]) for one in made.diagnostics if one.is_error)


def test_all_files_of_a_table_count_together(folder: Path) -> None:
    take("ticker", SAID, folder)
    sizes = [
        (folder / place / "data" / "claims.csv").stat().st_size for place in ("", "vendor/ticker")
    ]
    assert [] == read(limits=Limits(max_table_bytes=sum(sizes))).diagnostics
    found = read(limits=Limits(max_table_bytes=sum(sizes) - 1)).diagnostics
    assert ["P107"] == [one.code.id for one in found]


def test_all_rows_of_a_table_count_together(folder: Path) -> None:
    take("ticker", SAID, folder)
    claims = read().claims
    assert claims is not None
    number = len(claims.rows)
    assert [] == read(limits=Limits(max_rows=number)).diagnostics
    found = read(limits=Limits(max_rows=number - 1)).diagnostics
    assert "P107 vendor/ticker/data/claims.csv:4:1" in render(found)


def test_a_published_form_is_taken_without_its_bounds(folder: Path) -> None:
    take("ticker", SAID, folder)
    claims = folder / "vendor" / "ticker" / "data" / "claims.csv"
    header, *rows = claims.read_text(encoding="utf-8").splitlines()
    lines = [f"{header},lower,upper", *(f"{row},1,2" for row in rows)]
    claims.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    made = read()
    assert [] == made.diagnostics
    assert made.claims is not None
    assert "153000000000" == to_decimal_text(made.claims.rows[-3].bounds.low)


def test_renaming_takes_as_long_as_its_ids_are_many() -> None:
    def work(number: int) -> int:
        same = {f"e{each}": "acme" for each in range(number)}
        rename = renaming("entities", Taking("x", 0, "", "", {"entities": same}, {}))
        return calls(lambda: [rename(f"e{each}") for each in range(number)])

    assert work(400) < 2.5 * work(200)
