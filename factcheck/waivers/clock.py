"""What day it is: it decides which waivers have expired, and nothing else."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day of UTC, so that it is the same on every machine."""
    return datetime.now(tz=UTC).date()
