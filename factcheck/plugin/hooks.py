"""`pytest --factcheck PACKAGE`: each rule of a package is a test.

pytest imports this module in every project of an environment that has factcheck: what runs the
rules is imported once a package is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from factcheck.plugin.items import PackageFile

_GROUP: Final = "factcheck"
_FAIL_ON: Final = ("violated", "undetermined", "not_exercised")
_DESCRIPTOR: Final = "datapackage.json"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options, in a group of their own."""
    group = parser.getgroup(_GROUP, "factcheck: claims against rules")
    group.addoption(
        "--factcheck",
        action="append",
        default=[],
        metavar="PACKAGE",
        help="Check this package, a descriptor, a folder or a ZIP archive: each rule is a test.",
    )
    group.addoption(
        "--factcheck-rules",
        action="append",
        default=[],
        metavar="PATH",
        help="A file or folder of rules; repeatable. Found as by `factcheck validate` without it.",
    )
    group.addoption(
        "--factcheck-fail-on",
        action="append",
        default=[],
        choices=_FAIL_ON,
        help="What fails a test; repeatable; violated if not given.",
    )
    group.addoption(
        "--factcheck-strict",
        action="store_true",
        help="All of --factcheck-fail-on, in rules of any severity, and warnings.",
    )
    group.addoption("--factcheck-waivers", metavar="FILE", help="Findings that are accepted.")
    group.addoption("--factcheck-baseline", metavar="FILE", help="An earlier report in JSON.")


def pytest_configure(config: pytest.Config) -> None:
    """The packages stand among what is to be collected, unless some of their rules already do."""
    config.addinivalue_line("markers", f"{_GROUP}: a rule over the claims of a package")
    here = config.invocation_params.dir
    named = {str(here / argument.partition("::")[0]) for argument in config.args}
    config.args += [place for place in places(config) if place not in named]


def places(config: pytest.Config) -> Sequence[str]:
    """The files that the packages are: descriptors and archives."""
    named = [config.invocation_params.dir / one for one in config.getoption("--factcheck")]
    return [str(one / _DESCRIPTOR if one.is_dir() else one) for one in named]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> PackageFile | None:
    """A package that was asked for; no other file, whatever its name."""
    wanted = parent.config.getoption("--factcheck")
    if not wanted or str(file_path) not in map(_real, places(parent.config)):
        return None
    from factcheck.plugin.items import PackageFile  # noqa: PLC0415 (only for a package)

    return PackageFile.from_parent(parent, path=file_path)


def _real(place: str) -> str:
    return str(Path(place).absolute())
