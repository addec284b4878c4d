import json
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.engines.budget import Budget
from factcheck.report.json_report import render_json
from factcheck.report.limits import SHOWN
from factcheck.report.text import render_text
from tests.cli.conftest import Run, Stages
from tests.report.samples import broken_report, report, rule

CLEAN = report(rules=(rule("holds"),), findings=())
NO_WATCH = {"watch": None, "judge": None, "memory": None}
"""Nobody is shown progress, and nothing is kept for the next run."""


def test_the_text_report_goes_to_standard_output(run: Run) -> None:
    assert (1, render_text(report()), "") == run("validate")


def test_json_goes_to_standard_output_when_asked(run: Run) -> None:
    assert (1, render_json(report()), "") == run("validate", "--format", "json")


def test_options_reach_the_stages(run: Run, stages: Stages) -> None:
    run(
        *("validate", "archive", "--rules", "a.rules", "--rules", "more", "--select", "chips_*"),
        *("--select", "one_*", "--ignore", "*_year", "--max-readings", "50", "--engine", "exact"),
        *("--offline", "--sources", "texts", "--max-findings", "7", "--max-memory", "1.5 GiB"),
        "--no-quotes",
    )
    assert stages.calls == [
        {
            "package": "archive",
            "rules": ("a.rules", "more"),
            "select": ("chips_*", "one_*"),
            "ignore": ("*_year",),
            "max_readings": 50,
            "sources": "texts",
            "engine": "exact",
            "max_findings": 7,
            "max_memory": "1.5GiB",
            "shown": SHOWN,
            "quotes": False,
            **NO_WATCH,
        }
    ]


def test_nothing_given_is_nothing_passed_on(run: Run, stages: Stages) -> None:
    run("validate")
    assert stages.calls == [
        {
            "package": None,
            "rules": (),
            "select": (),
            "ignore": (),
            "max_readings": 10_000,
            "sources": None,
            "engine": None,
            "max_findings": 1000,
            "max_memory": "1GB",
            "shown": SHOWN,
            "quotes": True,
            **NO_WATCH,
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((), SHOWN),
        (("--format", "text:FILE"), SHOWN),
        (("--quiet",), None),
        (("--format", "json"), None),
        (("--format", "text", "--format", "json:FILE"), None),
        (("--waivers", "known.csv"), None),
        (("--baseline", "report.json"), None),
    ],
)
def test_only_a_text_that_shows_some_findings_asks_for_no_more(
    run: Run, stages: Stages, tmp_path: Path, arguments: tuple[str, ...], shown: Budget | None
) -> None:
    file = str(tmp_path / "report")
    run("validate", *(one.replace("FILE", file) for one in arguments))
    assert shown == stages.calls[0]["shown"]


@pytest.mark.parametrize("package", ["folder", "folder/datapackage.json"])
def test_where_some_may_be_waived_all_findings_are_asked_for(
    run: Run,
    stages: Stages,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "datapackage.json").touch()
    run("validate", package)
    (tmp_path / "folder" / "waivers.csv").touch()
    run("validate", package)
    assert [SHOWN, None] == [call["shown"] for call in stages.calls]


def test_several_formats_each_go_to_their_place(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    status, out, _ = run("validate", "--format", "text", "--format", f"json:{file}")
    assert (1, render_text(report())) == (status, out)
    assert file.read_text("utf-8") == render_json(report())


def test_output_names_the_file_of_the_only_format(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    assert (1, "", "") == run("validate", "--output", str(file))
    assert file.read_text("utf-8") == render_text(report())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--max-memory", "much"], "'much' is no size: write 512MB or 1.5GiB"),
        (["--max-memory", "0GB"], "is no size"),
        (["--format", "yaml"], "'yaml' is not one of text, json"),
        (["--format", "json:"], "names no file"),
        (["--format", "json", "--format", "text"], "only one report can go to standard output"),
        (["--format", "json", "--format", "text", "--output", "a"], "a single --format"),
        (["--format", "json:a", "--output", "a"], "a single --format"),
        (["--format", "json:a.out", "--format", "text:./a.out"], "to one file"),
        (["--format", "json:no/such/folder.json"], "there is no folder no/such"),
        (["--fail-on", "holds"], "'holds' is not one of"),
        (["--max-readings", "0"], "not in the range"),
        (["--engine", "flink"], "'flink' is not"),
        (["--allow-remote"], "No such option"),
        (["one", "two"], "unexpected extra argument"),
    ],
)
def test_bad_usage_exits_with_2_before_any_work(
    run: Run, stages: Stages, arguments: list[str], said: str
) -> None:
    status, out, err = run("validate", *arguments)
    assert (2, "") == (status, out)
    assert said in " ".join(err.split())
    assert stages.calls == []


def test_a_format_whose_library_is_missing_is_bad_usage(
    run: Run, stages: Stages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.formats._is_there", lambda _: False)
    status, out, err = run("validate", "--format", "parquet")
    assert (2, "", []) == (status, out, stages.calls)
    assert "--format parquet needs pyarrow, which the extra `publish`" in " ".join(err.split())


def test_a_folder_is_no_place_for_a_report(run: Run, tmp_path: Path) -> None:
    status, _, err = run("validate", "--output", str(tmp_path))
    assert 2 == status
    assert "it is a folder" in err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], 0),
        (["--fail-on", "undetermined"], 0),
        (["--fail-on", "not_exercised"], 1),
        (["--fail-on", "undetermined", "--fail-on", "not_exercised"], 1),
        (["--strict"], 1),
    ],
)
def test_what_is_asked_for_decides_the_status(
    run: Run, stages: Stages, arguments: list[str], expected: int
) -> None:
    stages.report = report(rules=report().rules[1:], findings=report().findings[2:])
    assert expected == run("validate", *arguments)[0]


def test_a_run_that_stopped_writes_every_format(run: Run, stages: Stages, tmp_path: Path) -> None:
    stages.report = broken_report()
    file = tmp_path / "report.json"
    status, out, err = run("validate", "--format", "text", "--format", f"json:{file}")
    assert (2, render_text(broken_report()), "") == (status, out, err)
    assert 4 == len(json.loads(file.read_text("utf-8"))["problems"])


def test_a_run_that_stopped_says_why_where_no_text_report_does(run: Run, stages: Stages) -> None:
    stages.report = broken_report()
    status, out, err = run("validate", "--format", "json")
    assert (2, 4) == (status, len(json.loads(out)["problems"]))
    assert err == render_text(broken_report(), quiet=True)


def test_a_run_that_checked_nothing_is_an_error(run: Run, stages: Stages) -> None:
    stages.report = report(rules=(), findings=())
    status, out, _ = run("validate")
    assert 2 == status
    assert "error[V101]: there are no rules, so nothing was checked" in out


def test_quiet_leaves_violations_and_the_summary(run: Run, stages: Stages) -> None:
    assert (1, render_text(report(), quiet=True), "") == run("validate", "--quiet")
    stages.report = CLEAN
    assert (0, "1 rule, 3 cases: 3 hold, 0 violated, 0 undetermined\n", "") == run(
        "validate", "--quiet"
    )


def test_the_version(run: Run) -> None:
    assert (0, f"factcheck, version {__version__}\n", "") == run("--version")


@pytest.mark.parametrize("arguments", [["--help"], ["validate", "--help"], ["validate", "-h"]])
def test_help_is_given(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (0, "") == (status, err)
    assert out.startswith("Usage: factcheck")
    assert "validate" in out


def test_an_unknown_command_is_bad_usage(run: Run) -> None:
    status, _, err = run("valdiate")
    assert 2 == status
    assert "No such command" in err
