"""A standalone master of Spark with workers, as processes of this machine."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.request import urlopen

HOST: Final = "127.0.0.1"
_PATIENCE: Final = 120
"""Seconds for all workers to be known to the master."""


@contextmanager
def cluster(folder: Path, workers: int, memory: str) -> Iterator[str]:
    """The URL of a master that knows so many workers of one core each; all end with the block."""
    port, page = _free_port(), _free_port()
    master = f"spark://{HOST}:{port}"
    with ExitStack() as running:
        own = ("--host", HOST, "--port", str(port), "--webui-port", str(page))
        running.enter_context(_node(folder / "master", "master.Master", *own))
        for number in range(workers):
            place = folder / f"worker-{number}"
            more = ("--host", HOST, "--cores", "1", "--memory", memory, "--work-dir", str(place))
            running.enter_context(_node(place, "worker.Worker", *more, "--webui-port", "0", master))
        _wait(f"http://{HOST}:{page}/json/", workers)
        yield master


@contextmanager
def _node(folder: Path, name: str, *arguments: str) -> Iterator[None]:
    """A process of Spark's own classes, with its log in a folder."""
    import pyspark  # noqa: PLC0415 (a guest)

    home = str(Path(pyspark.__file__).parent)
    command = [f"{home}/bin/spark-class", f"org.apache.spark.deploy.{name}", *arguments]
    folder.mkdir(parents=True)
    environment = {**os.environ, "SPARK_HOME": home, "SPARK_LOCAL_IP": HOST}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def _wait(page: str, workers: int) -> None:
    """Until the master says that all are there."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if _said(page).get("aliveworkers") == workers:
            return
        time.sleep(0.5)
    message = f"the master does not know {workers} workers after {_PATIENCE} seconds"
    raise TimeoutError(message)


def _said(page: str) -> Mapping[str, Any]:
    try:
        with urlopen(page, timeout=5) as answer:  # noqa: S310 (of the master that was started here)
            return dict(json.load(answer))
    except OSError:
        return {}
