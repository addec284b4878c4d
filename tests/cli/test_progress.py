"""The bar on standard error: late, on terminals alone, and gone at the end."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.cli.progress import Bar, progress, text
from tests.conftest import ROOT
from tests.engines.every import needs_duckdb
from tests.publish.package import write_small

NEVER = 3600.0


class Terminal(io.StringIO):
    """Where text can be seen."""

    def isatty(self) -> bool:
        return True


def shown(terminal: Terminal) -> str:
    """What is on the line now: what was written after it was last erased."""
    return terminal.getvalue().rpartition("\r\x1b[K")[2]


def test_it_shows_how_many_rules_are_done() -> None:
    terminal = Terminal()
    bar = Bar(terminal, NEVER)
    bar.start()
    assert "reading the package" == shown(terminal)
    bar.told(5, 20)
    assert "[#####---------------] 5 of 20 rules" == shown(terminal)
    bar.erase()
    assert "" == shown(terminal)


def test_it_shows_what_is_done_before_and_between() -> None:
    terminal = Terminal()
    bar = Bar(terminal, NEVER)
    bar.start()
    bar.told(0, 0, "loading the claims")
    assert "loading the claims" == shown(terminal)
    bar.told(1, 2)
    assert "[##########----------] 1 of 2 rules" == shown(terminal)


@needs_duckdb
def test_duckdb_tells_its_stages(tmp_path: Path) -> None:
    small = write_small(tmp_path)
    told: list[tuple[int, int, str]] = []

    def watch(done: int, of: int, stage: str = "") -> None:
        told.append((done, of, stage))

    check(str(small.folder), engine="duckdb", watch=watch)
    assert [stage for _, _, stage in told if stage] == [
        "loading the claims",
        "checking the claims",
        "preparing the claims",
        "counting the claims in no case",
    ]


def test_a_run_that_is_soon_over_shows_nothing() -> None:
    terminal = Terminal()
    bar = Bar(terminal, NEVER)
    bar.told(1, 2)
    bar.erase()
    bar.start()
    assert "" == terminal.getvalue()


def test_it_begins_by_itself() -> None:
    terminal = Terminal()
    bar = Bar(terminal, 0)
    bar.timer.join()
    assert "reading the package" == shown(terminal)
    bar.erase()


def test_only_terminals_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    with progress(quiet=False, stream=io.StringIO()) as watch:
        assert watch is None
    with progress(quiet=True, stream=Terminal()) as watch:
        assert watch is None
    monkeypatch.setenv("TERM", "dumb")
    with progress(quiet=False, stream=Terminal()) as watch:
        assert watch is None
    monkeypatch.delenv("TERM")
    with progress(quiet=False, stream=Terminal()) as watch:
        assert watch is not None


def test_it_is_erased_when_the_work_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bar.__init__, "__defaults__", (0,))
    terminal = Terminal()

    def stopped() -> None:
        with progress(quiet=False, stream=terminal):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert "" == shown(terminal)


def test_a_terminal_that_is_gone_stops_nothing() -> None:
    terminal = Terminal()
    bar = Bar(terminal, NEVER)
    bar.start()
    terminal.close()
    bar.told(1, 2)
    bar.erase()


def test_the_bar_is_full_at_the_end() -> None:
    assert "[####################] 3 of 3 rules" == text(3, 3)
    assert "[--------------------] 0 of 3 rules" == text(0, 3)


def test_each_rule_is_told(tmp_path: Path) -> None:
    small = write_small(tmp_path)
    seen: list[tuple[int, int, str]] = []
    check(str(small.folder), watch=lambda done, of, stage="": seen.append((done, of, stage)))
    assert [(0, 2, ""), (1, 2, "")] == seen


def test_nothing_is_drawn_where_nobody_watches() -> None:
    command = [sys.executable, "-m", "factcheck", "validate", "--no-cache"]
    ran = subprocess.run(
        command, cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=False
    )
    assert "" == ran.stderr
    assert "\x1b" not in ran.stdout
