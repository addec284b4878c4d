"""Every file that a run opens is one that was noted: nothing that it rests on escapes the cache."""

import json
import subprocess
import sys
from pathlib import Path

from tests.cache.world import World

SCRIPT = """
import json, os, sys
from factcheck import validate

opened = set()

def watch(event, arguments):
    looks = event in ("open", "os.listdir", "os.scandir")
    if looks and isinstance(arguments[0], (str, os.PathLike)):
        opened.add(os.path.realpath(arguments[0]))

from factcheck.inputs.notes import noted
sys.addaudithook(watch)
with noted() as notes:
    report = validate(**json.loads(sys.argv[1]))
noted_paths = {os.path.realpath(about) for _, about, *_ in notes.seen}
inside = {path for path in opened if path.startswith(os.path.realpath(".") + os.sep)}
print(json.dumps([sorted(inside - noted_paths), len(inside)]))
"""


def unnoted(folder: Path, **options: object) -> tuple[list[str], int]:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(options)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    missed, number = json.loads(ran.stdout)
    return missed, number


def test_nothing_is_opened_unnoted(world: World) -> None:
    missed, number = unnoted(world.folder)
    assert missed == []
    assert number >= 10, "descriptor, five tables, a text, two files of rules and their folder"


def test_nothing_is_opened_unnoted_when_it_warns(world: World) -> None:
    world.change("datapackage/data/entities.csv", "kind", "kinds")
    assert unnoted(world.folder)[0] == []
