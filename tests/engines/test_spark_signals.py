"""Whatever ends a run on Spark ends it as an interruption, at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from types import FrameType

import pytest

from factcheck.cli.run import INTERRUPTED, TERMINATED
from factcheck.engines.spark.signals import interruptible
from tests.engines.every import ALL_OF_SPARK, needs_spark
from tests.engines.test_spark_failures import ENVIRONMENT
from tests.vocabulary.harness import GOOD

STOP = 7


@pytest.fixture
def interrupting() -> Iterator[None]:
    """Ctrl-C as Python starts with it: what a shell starts in the background begins without it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def stopping() -> Iterator[list[int]]:
    """A program that exits when it is told to terminate; the signals that it was told of."""
    told: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        sys.exit(STOP)

    before = signal.signal(signal.SIGTERM, stop)
    yield told
    signal.signal(signal.SIGTERM, before)


def test_the_end_of_a_program_is_an_interruption_inside(stopping: list[int]) -> None:
    with interruptible() as take_over:
        take_over()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGTERM)
    assert [signal.SIGTERM] == stopping
    with pytest.raises(SystemExit):
        os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.usefixtures("interrupting")
def test_a_handler_that_is_put_in_place_inside_is_taken_over() -> None:
    with interruptible() as take_over:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        take_over()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.default_int_handler is signal.getsignal(signal.SIGINT)


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interruptible() as take_over:
            take_over()
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


ENDED = """
import os, signal, sys, time
from threading import Thread
from factcheck.cli import main
from factcheck.engines.spark.door import Door

collected = Door.collected

def kill(context):
    while not context.statusTracker().getActiveJobsIds():
        time.sleep(0.05)
    os.kill(os.getpid(), int(sys.argv[1]))

def long(door, frame, *arguments):
    Thread(target=kill, args=(door.session.sparkContext,), daemon=True).start()
    return collected(door, door.session.range(10**12).selectExpr("max(hash(id))"), *arguments)

Door.collected = long
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(sys.argv[2:]))
"""


@needs_spark
@pytest.mark.slow
@pytest.mark.guest
@pytest.mark.skipif(not ALL_OF_SPARK, reason="a process of its own each; with FACTCHECK_SPARK=all")
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, INTERRUPTED), (signal.SIGTERM, TERMINATED)]
)
def test_a_run_in_the_middle_of_a_query_ends(number: signal.Signals, status: int) -> None:
    arguments = [str(int(number)), "validate", str(GOOD), "--engine", "spark"]
    ran = subprocess.run(
        [sys.executable, "-c", ENDED, *arguments],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (status, "") == (ran.returncode, ran.stderr.strip())
