"""The resources of a descriptor: which file holds which table."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from factcheck.diagnostics.package_codes import (
    DESCRIPTOR_VALUE,
    FORM_NOT_READ,
    NOT_READABLE,
    TABLE_MISSING,
    TABLE_TWICE,
)
from factcheck.inputs import door
from factcheck.records import Record, frozen
from factcheck.vocabulary.columns import SHAPES
from factcheck.vocabulary.files import inside
from factcheck.vocabulary.json_places import JsonPath
from factcheck.vocabulary.wrong import Wrong, shorten

PARQUET: Final = ".parquet"
"""The ending of a table in Parquet."""

THE_KEY: Final = -1
"""A last step that no value has, so that the place of a problem is the key before it."""

_ITEM: Final = len(("resources", 0))
_LIST: Final = 'for example [{"name": "sources", "path": "data/sources.csv"}]'

Problem = tuple[JsonPath, Wrong]
"""A mistake and the path of the value in the descriptor that has it."""

_ENCODINGS: Final = ("utf-8", "utf8", "utf_8", "ascii", "us-ascii")
"""Of which the last are read as UTF-8, of which ASCII is a part."""

_PLAIN: Final[Mapping[str, tuple[object, ...]]] = {
    "delimiter": (",",),
    "lineTerminator": ("\n", "\r\n"),
    "quoteChar": ('"',),
    "doubleQuote": (True,),
    "escapeChar": (None,),
    "skipInitialSpace": (False,),
    "header": (True,),
    "headerRows": ([1],),
    "commentChar": (None,),
    "commentRows": ([],),
}
"""What a dialect may say and still be the CSV that is read here."""


@frozen
class Resource(Record):
    """One table's file: its real path, and the path that messages show."""

    name: str
    path: Path
    shown: str


def read_resources(
    values: object, folder: Path, shown_folder: Path
) -> tuple[dict[str, Resource], list[Problem]]:
    """The tables by name, and what is wrong; resources that are no table of ours are left alone."""
    if not isinstance(values, list):
        wrong = Wrong(DESCRIPTOR_VALUE, "`resources` has to be a list of tables", _LIST)
        return {}, [(("resources",), wrong)]
    found: dict[str, Resource] = {}
    problems: list[Problem] = []
    named: dict[str, int] = {}
    for index, value in enumerate(values):
        name = name_of(value)
        if isinstance(name, Wrong):
            problems.append((("resources", index), name))
        elif name in named:
            wrong = Wrong(
                TABLE_TWICE, f"two resources are the table `{name}`", "keep one of the two"
            )
            problems.append((("resources", index), wrong))
        elif name in SHAPES:
            named[name] = index
            file = _file(value, folder)
            if isinstance(file, Path):
                found[name] = Resource(name, file, str(shown_folder / str(path_of(value))))
            else:
                problems.append((("resources", index, *file[0]), file[1]))
    nameless = any(
        wrong.code is DESCRIPTOR_VALUE and len(path) == _ITEM for path, wrong in problems
    )
    return found, problems if nameless else [*problems, *_missing(named)]


def name_of(value: object) -> str | Wrong:
    """The name of a resource in lower case; without one, the name of its file."""
    if not isinstance(value, dict):
        return Wrong(DESCRIPTOR_VALUE, "a resource has to be an object", _example("claims"))
    name, path = value.get("name"), path_of(value)
    if name is None and isinstance(path, str):
        name = path.rpartition("/")[2].partition(".")[0]
    if not isinstance(name, str) or not name:
        return Wrong(DESCRIPTOR_VALUE, "a resource needs a name", _example("claims"))
    return name.lower()


def path_of(value: dict[str, object]) -> object:
    """The path, which an older version of the standard gives as a list of one."""
    path = value.get("path")
    return path[0] if isinstance(path, list) and len(path) == 1 else path


def _file(value: dict[str, object], folder: Path) -> Path | Problem:
    """The real path of the one CSV file of a resource, or what is wrong with which of its keys."""
    path = path_of(value)
    for key, wrong in _forms(value):
        return (key,), wrong
    if not isinstance(path, str) or not path:
        steps = ("path",) if "path" in value else ()
        return steps, Wrong(
            DESCRIPTOR_VALUE, "`path` has to be the path of a file", _example("claims")
        )
    real = inside(folder, path)
    if isinstance(real, Path) and not (
        door.is_file(real) or (_may_be_parts(value) and door.is_folder(real))
    ):
        found = "is not a regular file" if door.exists(real) else "is not there"
        real = Wrong(
            NOT_READABLE, f"`{shorten(path)}` {found}", "the path of a file inside the package"
        )
    return (("path",), real) if isinstance(real, Wrong) else real


def _forms(value: dict[str, object]) -> Iterator[tuple[str, Wrong]]:
    """Forms of a table that would be misread if they were read as plain CSV."""
    path = path_of(value)
    if "data" in value and path is None:
        yield "data", _not_read("a table inside the descriptor")
    if isinstance(path, list):
        yield "path", _not_read("a table in several files")
    if value.get("compression"):
        yield "compression", _not_read("a compressed table")
    if str(value.get("encoding") or "utf-8").lower() not in _ENCODINGS:
        yield "encoding", _not_read("another encoding than UTF-8")
    form = value.get("format") or (isinstance(path, str) and PurePosixPath(path).suffix[1:])
    if form and str(form).lower() != "csv" and not _is_parquet(value):
        yield (
            ("format" if value.get("format") else "path"),
            _not_read("another format than CSV and Parquet"),
        )
    dialect = value.get("dialect") or {}
    if not isinstance(dialect, dict) or any(
        key in dialect and dialect[key] not in plain for key, plain in _PLAIN.items()
    ):
        yield "dialect", _not_read("a dialect of CSV")


def _is_parquet(value: dict[str, object]) -> bool:
    """Whether it is in Parquet, by its ending and by all else that it says of its form."""
    path, form = path_of(value), value.get("format", "parquet")
    is_named = isinstance(path, str) and PurePosixPath(path).suffix == PARQUET
    return is_named and str(form).lower() == "parquet"


def _may_be_parts(value: dict[str, object]) -> bool:
    """Whether it may be a folder of files: some engine reads claims so."""
    return name_of(value) == "claims" and _is_parquet(value)


def _not_read(what: str) -> Wrong:
    return Wrong(FORM_NOT_READ, f"{what} is not read yet", "one CSV file in UTF-8, with commas")


def _missing(named: Mapping[str, int]) -> Iterator[Problem]:
    for name, shape in SHAPES.items():
        if name not in named and not shape.optional:
            wrong = Wrong(TABLE_MISSING, f"the table `{name}` is missing", _example(name))
            yield ("resources", THE_KEY), wrong


def _example(name: str) -> str:
    return f'for example {{"name": "{name}", "path": "data/{name}.csv"}}'
