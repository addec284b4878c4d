"""What can fail in a cluster, and before there is one, is told, without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest

from factcheck.check import check
from factcheck.engines.spark.door import Door
from factcheck.engines.spark.loaded import SparkEngine
from tests.conftest import ROOT
from tests.engines.every import ALL_OF_SPARK, LEAN, needs_spark, on_spark
from tests.vocabulary.harness import GOOD

pytestmark = [needs_spark, pytest.mark.slow, pytest.mark.guest]
RULE = "rule some check capex > 1 CNY\n"
ENVIRONMENT = os.environ | {
    "PYTHONPATH": str(ROOT),
    "FACTCHECK_CACHE": "0",
    "PYSPARK_SUBMIT_ARGS": LEAN,
    "PYTHONWARNINGS": "ignore::FutureWarning",  # of what Spark finds beside it
}


def validate(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line on the good package, in a process of its own."""
    command = [sys.executable, "-m", "factcheck", "validate", str(GOOD), "--engine", "spark"]
    return subprocess.run(
        [*command, *arguments],
        env=ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture
def rules(tmp_path: Path) -> str:
    path = tmp_path / "some.rules"
    path.write_text(RULE)
    return str(path)


def as_java(home: Path, script: str) -> str:
    """A folder for JAVA_HOME, whose java is a script."""
    java = home / "bin" / "java"
    java.parent.mkdir(parents=True)
    java.write_text(f"#!/bin/sh\n{script}\n")
    java.chmod(0o755)
    return str(home)


def assert_told(ran: subprocess.CompletedProcess[str], *parts: str) -> None:
    assert 2 == ran.returncode, ran.stderr
    assert [] == [part for part in parts if part not in ran.stdout]
    assert "Traceback" not in ran.stderr
    assert "WARN" not in ran.stderr
    assert "\tat " not in ran.stderr


OLD = (
    'echo \'Exception in thread "main" java.lang.UnsupportedClassVersionError: org/apache/spark/'
    "launcher/Main has been compiled by a more recent version of the Java Runtime' >&2; exit 1"
)


def test_a_java_that_is_too_old_is_told(tmp_path: Path, rules: str) -> None:
    ran = validate("--rules", rules, JAVA_HOME=as_java(tmp_path / "java", OLD))
    assert_told(ran, "V103", "this Java is too old", "Java 17")


def test_a_java_that_does_not_start_is_told(tmp_path: Path, rules: str) -> None:
    ran = validate("--rules", rules, JAVA_HOME=as_java(tmp_path / "java", "exit 3"))
    assert_told(ran, "V103", "Spark does not start")


def test_a_master_that_is_none_is_told(rules: str) -> None:
    ran = validate("--rules", rules, PYSPARK_SUBMIT_ARGS="--master nonsense pyspark-shell")
    assert_told(ran, "V103", "Spark does not start: Master must")


@pytest.mark.skipif(not ALL_OF_SPARK, reason="Spark tries for a minute; with FACTCHECK_SPARK=all")
def test_a_master_that_does_not_answer_is_told(rules: str) -> None:
    nowhere = "--master spark://127.0.0.1:9 pyspark-shell"
    ran = validate("--rules", rules, PYSPARK_SUBMIT_ARGS=nowhere)
    assert_told(ran, "V103", "Spark does not start", "unresponsive", "spark.master")


@pytest.mark.skipif(not ALL_OF_SPARK, reason="a whole run of its own; with FACTCHECK_SPARK=all")
def test_its_log_is_written_where_it_is_asked_for(rules: str) -> None:
    asked = validate("--rules", rules, PYSPARK_SUBMIT_ARGS=f"--conf spark.log.level=WARN {LEAN}")
    assert 0 == asked.returncode
    assert "WARN" in asked.stderr


def cancel_when_it_runs(context: Any) -> None:  # noqa: ANN401 (of a guest)
    """As its user would, of what runs; however long it takes to start."""
    while not context.statusTracker().getActiveJobsIds():
        sleep(0.05)
    context.cancelAllJobs()


class TestInOneSession:
    pytestmark = on_spark

    def test_a_cancelled_query_is_told(
        self, spark: Door, rules: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        collected = Door.collected

        def cancelled(door: Door, *arguments: Any) -> Any:  # noqa: ANN401 (as it is called)
            context = door.session.sparkContext
            context.setLocalProperty("spark.job.interruptOnCancel", "true")
            frame = door.session.range(10**12).selectExpr("max(hash(id))")
            Thread(target=cancel_when_it_runs, args=(context,), daemon=True).start()
            return collected(door, frame, *arguments[1:])

        monkeypatch.setattr(Door, "collected", cancelled)
        result = check(str(GOOD), [rules], engine=SparkEngine())
        assert spark.session.range(1).count() == 1, "the session goes on"
        (told,) = [one for one in result.diagnostics if one.is_error]
        assert ("V106", ()) == (told.code.id, result.verdicts)
        assert "cancelled" in told.message
        assert "\n" not in told.message


KILLED = """
import os, signal, sys
from pyspark import SparkContext
from factcheck.cli import main
from factcheck.engines.spark.door import Door

created, process = Door.create, []

def create(door, table, query):
    if table == "coded":
        process.append(SparkContext._gateway.proc)
        os.kill(process[0].pid, signal.SIGKILL)
        process[0].wait()
    created(door, table, query)

Door.create = create
code = main(sys.argv[1:])
assert process
Door.create = created
again = main(sys.argv[1:])
sys.exit(10 * code + again)
"""


def test_a_process_that_is_killed_is_told_and_the_next_run_starts_its_own(
    tmp_path: Path, rules: str
) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    report = tmp_path / "report.json"
    arguments = ["validate", str(GOOD), "--engine", "spark", "--rules", rules]
    ran = subprocess.run(
        [sys.executable, str(script), *arguments, "--format", "text", "--format", f"json:{report}"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert 20 == ran.returncode, ran.stderr + ran.stdout
    assert "error[V106]: Spark stopped: the connection to its process is lost" in ran.stdout
    assert "" == ran.stderr
