"""A package as a file of tests: its rules, and the package itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import Any

import pytest

from factcheck.diagnostics.diagnostic import Severity
from factcheck.plugin.run import Options, could_run, failing, report_on, told, told_findings
from factcheck.records import evolve
from factcheck.report.model import Finding, Report, RuleResult


class RuleFailed(Exception):  # noqa: N818 (it is a finding, and no error of ours)
    """What pytest shows of a rule: the findings as a report tells them."""


class RuleWarning(pytest.PytestWarning):
    """A finding of a rule whose severity does not fail a test."""


class PackageFile(pytest.File):
    """The rules of one package, judged together when they are collected."""

    def collect(self) -> Iterable[pytest.Item]:
        """A test for the package and one for each rule, in the order of their files."""
        options = options_of(self.config)
        report = report_on(self._named(), options)
        if not could_run(report):
            raise self.CollectError(told(report))
        yield PackageItem.from_parent(self, name="package", report=report)
        for rule in report.rules:
            yield RuleItem.from_parent(self, name=rule.id, rule=rule, report=report)

    def _named(self) -> str:
        """The package relative to where pytest was started, as messages show it."""
        here = self.config.invocation_params.dir
        return str(self.path.relative_to(here) if self.path.is_relative_to(here) else self.path)


def options_of(config: pytest.Config) -> Options:
    """What the command line says of packages."""
    return Options(
        tuple(config.getoption("--factcheck-rules")),
        tuple(config.getoption("--factcheck-fail-on")),
        config.getoption("--factcheck-strict"),
        config.getoption("--factcheck-waivers"),
        config.getoption("--factcheck-baseline"),
    )


class _Item(pytest.Item):
    """A test that fails with a text instead of a traceback."""

    def __init__(self, *, report: Report, **more: Any) -> None:  # noqa: ANN401 (pytest's own)
        super().__init__(**more)
        self.report = report
        self.options = options_of(self.config)
        self.add_marker("factcheck")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401 (as above)
        """The findings; a traceback for what is a mistake of ours."""
        if isinstance(excinfo.value, RuleFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class PackageItem(_Item):
    """Whether there is anything to say about the package and its rules themselves."""

    def runtest(self) -> None:
        """Fail for a warning, when warnings count."""
        warned = [one for one in self.report.problems if one.severity is Severity.WARNING]
        if warned and self.options.strict:
            raise RuleFailed(told(evolve(self.report, findings=(), rules=())))

    def reportinfo(self) -> tuple[PathLike[str] | str, int | None, str]:
        """The descriptor."""
        return self.path, 0, f"package {self.report.package_name}".rstrip()


class RuleItem(_Item):
    """One rule over the claims of the package."""

    def __init__(self, *, rule: RuleResult, **more: Any) -> None:  # noqa: ANN401 (as above)
        super().__init__(**more)
        self.rule = rule
        self.extra_keyword_matches.update(rule.tags)

    @property
    def findings(self) -> Sequence[Finding]:
        """What the run found of this rule."""
        return [one for one in self.report.findings if one.rule == self.rule.id]

    def runtest(self) -> None:
        """Fail for what fails, xfail for what is known, skip what found no case."""
        failed = failing(self.rule, self.findings, self.options)
        if failed:
            raise RuleFailed(told_findings(failed))
        for finding in self._lighter():
            self.warn(RuleWarning(f"{finding.rule}: {finding.message}"))
        known = [one for one in self.findings if one.is_excused]
        if known:
            pytest.xfail("; ".join(dict.fromkeys(map(_reason, known))))
        if self.rule.status == "not_exercised" and not self.rule.may_be_empty:
            pytest.skip(self.findings[0].message)

    def _lighter(self) -> Iterator[Finding]:
        """Violations that do not count, because of the severity of the rule."""
        return (one for one in self.findings if one.verdict == "violated" and not one.is_excused)

    def reportinfo(self) -> tuple[PathLike[str] | str, int | None, str]:
        """The rule: its file, its line counted from 0, and its title."""
        place = self.rule.location
        return self.config.invocation_params.dir / place.path, place.line - 1, self.rule.id


def _reason(finding: Finding) -> str:
    return finding.waived.reason if finding.waived else "known from the baseline"
