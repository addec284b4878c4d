"""The small package, and the project's own package as it is published."""

from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.interchange import door, parquet
from factcheck.publish.publish import publish
from tests.conftest import ROOT
from tests.publish.package import Small, write_small


@pytest.fixture(autouse=True)
def judged() -> None:
    """Nothing is published without frictionless, an extra."""
    if not door.is_installed():
        pytest.skip("frictionless is not installed")


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk: no test pulls the plug."""
    monkeypatch.setattr("os.fsync", lambda _: None)


@pytest.fixture
def waved_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """frictionless is not asked, which takes longer than all the rest."""
    monkeypatch.setattr(door, "objections", lambda _: [])


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return write_small(tmp_path)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published form of the five articles."""
    out = tmp_path_factory.mktemp("published") / "articles"
    result = check(str(ROOT / "datapackage"), [str(ROOT / "rules")])
    made = publish(result, out, check, parquet=parquet.is_installed())
    assert [] == list(made.diagnostics)
    return out
