"""Sessions of Spark that begin with settings of their own, though they share one cluster."""

from __future__ import annotations

from collections.abc import Mapping

import pytest


def configure(monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, str]) -> None:
    """Every further session begins with these."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 (not where it is missing)

    plain = SparkSession.newSession

    def configured(session: SparkSession) -> SparkSession:
        made = plain(session)
        for key, value in settings.items():
            made.conf.set(key, value)
        return made

    monkeypatch.setattr(SparkSession, "newSession", configured)
