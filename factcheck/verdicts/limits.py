"""Limits of judging, by name."""

from typing import Final

MAX_READINGS: Final = 10_000
"""More readings of one case than this are judged on the hull of each reference's figures."""
