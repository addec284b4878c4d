"""The functions that Spark lacks, as Python's own in the workers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def register(session: SparkSession) -> None:
    """Make them known to a session."""

    def composed(text: str | None) -> str | None:
        from unicodedata import normalize  # noqa: PLC0415 (the workers have their own)

        return None if text is None else normalize("NFC", text)

    def shortest(number: float | None) -> str | None:
        from decimal import Decimal  # noqa: PLC0415 (as above)

        return None if number is None else format(Decimal(repr(number)), "f").removesuffix(".0")

    for function in (composed, shortest):
        function.__module__ = "__main__"  # so it is sent whole: workers have no module of ours
        session.udf.register(function.__name__, function, "string")
