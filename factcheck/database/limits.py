"""What a database may take."""

from typing import Final

MEMORY: Final = "1GB"
"""What it may hold in memory; what is more is written to its folder."""
