"""The world of the cache's tests: its own folder of results, and a count of real runs."""

from pathlib import Path

import pytest

from factcheck import check as check_module
from factcheck.verdicts.result import CheckResult
from tests.cache.world import World


@pytest.fixture
def world(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> World:
    made = World(tmp_path / "project", capfdbinary)
    monkeypatch.chdir(made.folder)
    monkeypatch.setenv("FACTCHECK_CACHE", str(made.cache))
    monkeypatch.delenv("CI", raising=False)
    check = check_module.check

    def counted(*arguments: object, **options: object) -> CheckResult:
        made.runs += 1
        return check(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(check_module, "check", counted)
    return made
