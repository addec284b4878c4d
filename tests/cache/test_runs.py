"""A run comes back as it was, until anything that it rests on is another."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cache import runs
from factcheck.cache.code import code_state
from factcheck.cache.store import Store
from factcheck.cli.formats import FORMATS, IN_FULL
from tests.cache.world import World


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_from_the_cache_gives_the_same_bytes(world: World, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")

    def written(*options: str) -> tuple[int, bytes]:
        status, _, _ = world.validate("--format", f"{form}:out", *options)
        return status, Path("out").read_bytes()

    cold = written("--no-cache")
    assert cold == written()
    assert cold == written()
    assert cold[1] != b""
    assert world.runs == (3 if form in IN_FULL else 2)


def test_a_run_from_the_cache_prints_the_same(world: World) -> None:
    cold = world.validate("--no-cache")
    assert cold == world.validate()
    assert cold == world.validate()
    assert world.runs == 2


def test_what_only_draws_the_report_is_no_part_of_the_key(world: World) -> None:
    world.validate()
    for drawing in (["--quiet"], ["--format", "json"], ["--strict"], ["--fail-on", "undetermined"]):
        cold = world.validate(*drawing, "--no-cache")
        assert cold == world.validate(*drawing)
    assert world.runs == 5


Change = Callable[[World], object]


def rename(world: World, old: str, new: str) -> None:
    (world.folder / old).rename(world.folder / new)


def link_elsewhere(world: World) -> None:
    """What was a file is now a link to another, with the same content."""
    path = world.folder / "datapackage/data/entities.csv"
    shutil.copy(path, path.with_name("others.csv"))
    path.unlink()
    path.symlink_to("others.csv")


CHANGES: dict[str, Change] = {
    "a claim": lambda w: w.change("datapackage/data/claims.csv", "150", "151"),
    "a small table": lambda w: w.change("datapackage/data/entities.csv", "ByteDance", "Bytedance"),
    "the descriptor": lambda w: w.change("datapackage/datapackage.json", "plans", "goals"),
    "a rule": lambda w: w.change("rules/chips.rules", "half of capex", "capex"),
    "an archived text": lambda w: w.change("datapackage/texts/post.txt", "They", "We"),
    "an archived text gone": lambda w: (w.folder / "datapackage/texts/post.txt").unlink(),
    "a further rule file": lambda w: w.write("rules/more.rules", "rule more check capex > 0 CNY"),
    "a rule file deeper": lambda w: w.write("rules/x/y.rules", "rule more check capex > 0 CNY"),
    "a rule file less": lambda w: (w.folder / "rules/chips.rules").unlink(),
    "a rule file's name": lambda w: rename(w, "rules/agree.rules", "rules/zzz.rules"),
    "rules in the package": lambda w: rename(w, "rules", "datapackage/rules"),
    "a table behind a link": link_elsewhere,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_any_change_the_run_is_made_anew(world: World, change: Change) -> None:
    world.validate("--format", "json")
    change(world)
    changed = world.validate("--format", "json")
    assert world.runs == 2
    assert changed == world.validate("--format", "json", "--no-cache")


def test_a_text_that_was_missing_and_is_there_is_read(world: World) -> None:
    text = world.folder / "datapackage/texts/post.txt"
    kept = text.read_text()
    text.unlink()
    without = world.validate("--format", "json")
    assert without == world.validate("--format", "json")
    assert world.runs == 1
    text.write_text(kept)
    assert without != world.validate("--format", "json")


def test_a_descriptor_in_the_usual_place_comes_before_the_other(world: World) -> None:
    """`datapackage.json` is found only as long as there is no `datapackage/datapackage.json`."""
    shutil.move(world.folder / "datapackage", world.folder / "elsewhere")
    for path in (world.folder / "elsewhere").iterdir():
        shutil.move(path, world.folder / path.name)
    world.validate()
    world.write("datapackage/datapackage.json", "{}")
    assert world.validate()[0] == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--select", "one_plan"],
        ["--ignore", "one_plan"],
        ["--max-readings", "1"],
        ["datapackage"],
        ["--rules", "rules/chips.rules"],
        ["--sources", "datapackage/texts"],
    ],
    ids=" ".join,
)
def test_whatever_is_asked_otherwise_is_another_run(world: World, options: list[str]) -> None:
    world.validate()
    assert world.validate(*options) == world.validate(*options, "--no-cache")
    assert world.runs == 3


def test_in_a_folder_that_is_gone_nothing_is_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, rules = str(world.folder / "datapackage"), str(world.folder / "rules")
    gone = world.folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert world.validate(package, "--rules", rules)[0] == 1
    assert [] == world.entries("")
    monkeypatch.chdir(world.folder)


def test_other_code_is_another_run(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.validate()
    state = code_state()
    monkeypatch.setattr(runs, "code_state", lambda: [*state, "edited"])
    world.validate()
    assert world.runs == 2


def test_another_folder_is_another_run(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.validate()
    copy = world.folder.with_name("copy")
    shutil.copytree(world.folder, copy)
    monkeypatch.chdir(copy)
    world.validate()
    assert world.runs == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda w: w.write("rules/chips.rules", "rule chips_fit check chips <= capexx"),
        lambda w: w.change("datapackage/data/claims.csv", "160000000000", "lots"),
        lambda w: w.change("rules/chips.rules", "chips <=", "chips[entity = nobody] <="),
    ],
    ids=["a mistake in a rule", "a mistake in a table", "a name that is none"],
)
def test_a_run_with_errors_is_not_kept(world: World, change: Change) -> None:
    change(world)
    assert world.validate()[0] == 2
    assert [] == world.entries("")


def test_a_run_with_warnings_is_kept_with_them(world: World) -> None:
    world.change("datapackage/data/entities.csv", "kind", "kinds")
    first = world.validate()
    assert "warning" in first[1]
    assert first == world.validate()
    assert world.runs == 1


def test_what_is_asked_of_others_is_not_kept(world: World) -> None:
    world.validate("--conformance")
    world.validate("--no-cache")
    assert [] == world.entries("")


def test_an_archive_is_not_kept(world: World) -> None:
    shutil.make_archive("plans", "zip", world.folder / "datapackage")
    assert world.validate("plans.zip", "--rules", "rules")[0] == 1
    assert [] == world.entries("")


def test_a_run_during_which_a_file_changed_does_not_come_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning shows lines of a table that is read once more for them."""
    from factcheck.report import build as build_module  # noqa: PLC0415 (patched here alone)

    world.change("datapackage/data/entities.csv", "kind", "kinds")
    excerpts = build_module.__dict__["excerpts"]

    def meanwhile(*arguments: object) -> object:
        world.change("datapackage/data/entities.csv", "ByteDance", "Bytedance")
        return excerpts(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(build_module, "excerpts", meanwhile)
        assert world.validate()[0] == 1
    assert world.validate() == world.validate("--no-cache")
    assert world.runs == 3


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-10]),
    "one byte": lambda path: path.write_bytes(path.read_bytes().replace(b"violated", b"violbted")),
    "no seal": lambda path: path.write_bytes(path.read_bytes().partition(b"\n")[2]),
    "not text": lambda path: path.write_bytes(os.urandom(1000)),
    "too large": lambda path: os.truncate(path, 1 << 30),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_entry_is_none(world: World, damage: Callable[[Path], object]) -> None:
    first = world.validate()
    (entry,) = world.entries()
    kept = entry.read_bytes()
    damage(entry)
    assert first == world.validate()
    assert world.runs == 2
    assert kept == entry.read_bytes(), "and it is put right"


def sealed(world: World, value: object) -> None:
    """Put a value of another form in the place of the entry, as whole as any other."""
    (entry,) = world.entries()
    Store(world.cache).put(entry.stem, value)


FOREIGN: dict[str, object] = {
    "nothing": None,
    "a number": 5,
    "no report": [[], 5],
    "an empty list": [[], []],
    "a report of too few parts": [[], [5]],
    "another class": [[], [9, "a.csv", 1, 1, 1, 1]],
    "an unknown class": [[], [999, 1]],
    "a reference to nothing": [[], [3, 7]],
    "looks of no kind": [[[["guess", "x"], True]], [5]],
    "looks of no form": [[5], [5]],
    "looks at nothing": [[[[], True]], [5]],
    "a date that is none": [[], [2, "yesterday"]],
    "nested without end": [[], json.loads("[0," * 500 + "1" + "]" * 500)],
}


@pytest.mark.parametrize("value", FOREIGN.values(), ids=FOREIGN)
def test_an_entry_of_another_form_is_none(world: World, value: object) -> None:
    first = world.validate()
    sealed(world, value)
    assert first == world.validate()
    assert world.runs == 2


def test_an_entry_under_another_name_is_none(world: World) -> None:
    world.validate()
    (entry,) = world.entries()
    first = world.validate("--select", "one_plan")
    (other,) = set(world.entries()) - {entry}
    shutil.copy(entry, other)
    assert first == world.validate("--select", "one_plan")
    assert world.runs == 3


@pytest.mark.usefixtures("world")
def test_a_run_from_the_cache_loads_no_stage() -> None:
    """What the report is drawn from is loaded, and nothing that reads rules or judges claims."""
    command = [sys.executable, "-X", "importtime", "-m", "factcheck", "validate"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}

    def loaded() -> set[str]:
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        lines = [line for line in ran.stderr.splitlines() if line.startswith("import time:")]
        return {line.rpartition("|")[2].strip() for line in lines}

    stages = {"factcheck.check", "factcheck.lang.parser", "factcheck.engines.exact.engine"}
    assert stages <= loaded()
    again = loaded()
    assert "factcheck.report.text" in again
    rooms = ("check", "claims.read", "engines", "lang", "plan", "quantities", "verdicts.judge")
    # Numbers that options have by default, and how many findings the terminal shows.
    own = {f"factcheck.engines{name}" for name in ("", ".limits", ".budget")}
    found = {name for name in again if name.startswith(tuple(f"factcheck.{r}" for r in rooms))}
    assert set() == found - own
