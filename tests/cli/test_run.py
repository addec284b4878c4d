"""Runs that end early, in a terminal or not: what is shown, and the exit status."""

import os
import re
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Stages
from tests.report.samples import report

PREPARED = """
import sys
from types import ModuleType
from tests.report.samples import report

def build_report(result):
    {body}

for name, functions in {{
    "factcheck.check": {{"check": lambda package, **options: None}},
    "factcheck.report.build": {{"build_report": build_report}},
}}.items():
    module = ModuleType(name)
    vars(module).update(functions)
    sys.modules[name] = module

from factcheck.cli import main
sys.exit(main())
"""


def command(*arguments: str, body: str = "return report()") -> list[str]:
    """A process of its own that runs the command line over a report made by hand."""
    return [sys.executable, "-c", PREPARED.format(body=body), *arguments]


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return {**kept, **changes}


@pytest.mark.parametrize(
    ("arguments", "example"),
    [
        (
            ("test", "--package", "here"),
            "PACKAGE stands without an option, as in `factcheck test PACKAGE`.",
        ),
        (("validate", "--package=here"), "as in `factcheck validate PACKAGE`."),
        (
            ("lint", "--rules", "here"),
            "PATH stands without an option, as in `factcheck lint PATH`.",
        ),
        (("diff", "--old", "here"), "as in `factcheck diff OLD`."),
    ],
)
def test_what_stands_without_an_option_is_told(
    run: Run, arguments: tuple[str, ...], example: str
) -> None:
    status, _, err = run(*arguments)
    assert (2, True) == (status, example in err)
    assert "Did you mean" not in err


def test_an_interrupt_exits_with_130(run: Run, stages: Stages) -> None:
    stages.report = KeyboardInterrupt()
    assert 130 == run("validate")[0]


def test_a_bug_is_told_in_two_lines(
    run: Run, stages: Stages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACTCHECK_DEBUG", raising=False)
    stages.report = ZeroDivisionError("\x1b[31m nothing")
    status, out, err = run("validate")
    assert (2, "") == (status, out)
    assert err.startswith("internal error: ZeroDivisionError: ␛[31m nothing\n")
    assert "Traceback" not in err


def test_a_bug_is_raised_when_asked(
    run: Run, stages: Stages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    stages.report = ZeroDivisionError("nothing")
    with pytest.raises(ZeroDivisionError):
        run("validate")


def test_a_closed_pipe_is_no_error(root: Path) -> None:
    body = "return report(findings=report().findings * 2000)"
    with subprocess.Popen(
        command("validate", "--format", "json", body=body),
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"{\n" == process.stdout.readline()
        process.stdout.close()
        assert b"" == process.stderr.read()
        assert 1 == process.wait()


def test_a_terminated_run_exits_with_143(root: Path) -> None:
    body = "import time; print('ready', flush=True); time.sleep(60)"
    with subprocess.Popen(
        command("validate", body=body), cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"ready\n" == process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert 143 == process.wait()
        assert b"" == process.stderr.read()


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_output_is_utf8_in_any_plain_locale(root: Path, locale: str) -> None:
    ran = subprocess.run(
        command("validate"),
        cwd=root,
        env=environment(LC_ALL=locale),
        capture_output=True,
        check=False,
    )
    assert (1, b"") == (ran.returncode, ran.stderr)
    assert "资本开支约2300亿元" in ran.stdout.decode("utf-8")


def test_what_an_encoding_lacks_is_written_as_an_escape(root: Path) -> None:
    ran = subprocess.run(
        command("validate"),
        cwd=root,
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
    )
    assert (1, b"") == (ran.returncode, ran.stderr)
    assert b"\\u8d44\\u672c" in ran.stdout


def test_json_is_utf8_whatever_the_encoding(root: Path) -> None:
    ran = subprocess.run(
        command("validate", "--format", "json"),
        cwd=root,
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
    )
    assert "资本开支约2300亿元" in ran.stdout.decode("utf-8")


def in_terminal(root: Path, *arguments: str, **variables: str) -> str:
    """What a terminal is sent, of 60 columns unless the variables say otherwise."""
    import pty  # noqa: PLC0415 (not on every system)

    receiving, sending = pty.openpty()
    variables = {"TERM": "xterm", "COLUMNS": "60", "NO_COLOR": "", **variables}
    with subprocess.Popen(
        command("validate", *arguments), cwd=root, env=environment(**variables), stdout=sending
    ) as process:
        os.close(sending)
        shown = b""
        while True:
            try:
                part = os.read(receiving, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        assert 1 == process.wait()
    os.close(receiving)
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_is_filled_and_coloured(root: Path) -> None:
    from factcheck.report.text import render_text  # noqa: PLC0415 (only for this test)

    assert in_terminal(root) == render_text(report(), columns=60, colour=True)
    assert in_terminal(root, COLUMNS="120") == render_text(report(), columns=120, colour=True)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("arguments", "variables"),
    [([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"}), (["--no-color"], {})],
)
def test_colours_can_be_refused(
    root: Path, arguments: list[str], variables: dict[str, str]
) -> None:
    assert "\x1b" not in in_terminal(root, *arguments, **variables)


def test_nothing_heavy_is_imported(root: Path) -> None:
    code = textwrap.dedent(
        """
        import sys
        from factcheck.cli import main
        main(["--version"])
        heavy = {"json", "jsonschema", "unicodedata", "shutil", "tempfile", "subprocess", "lark"}
        print(sorted(heavy & set(sys.modules)))
        """
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert re.search(r"^\[\]$", ran.stdout, re.MULTILINE), ran.stdout
