"""A command line whose stages are replaced by a report made by hand."""

import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from factcheck.cli import main
from factcheck.report.model import Report
from tests.report.samples import report

Call = dict[str, object]


class Stages:
    """Stands for `check` and `build_report`: notes how it is called, and gives `report`."""

    def __init__(self) -> None:
        self.report: Report | Exception | BaseException = report()
        self.calls: list[Call] = []

    def check(self, package: str | None, **options: object) -> Call:
        call = {"package": package, **options}
        self.calls.append(call)
        return call

    def build_report(self, result: Call) -> Report:
        assert result is self.calls[-1]
        if isinstance(self.report, BaseException):
            raise self.report
        return self.report


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Stages:
    made = Stages()
    for name, function in (
        ("factcheck.check", made.check),
        ("factcheck.report.build", made.build_report),
    ):
        module = ModuleType(name)
        setattr(module, function.__name__, function)
        monkeypatch.setitem(sys.modules, name, module)
    return made


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(stages: Stages, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:  # noqa: ARG001 (replaced first)
    """The exit status, standard output and standard error of `factcheck ARGUMENTS`."""

    def run_main(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        out, err = capfdbinary.readouterr()
        return status, out.decode("utf-8"), err.decode("utf-8")

    return run_main
