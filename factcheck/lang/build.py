"""The builders of all nodes, by the names that the alternatives have in the grammar."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Final

from factcheck.lang import (
    build_arithmetic,
    build_conditions,
    build_selectors,
    build_statements,
)

BUILDERS: Final = SimpleNamespace(
    **build_arithmetic.BUILDERS,
    **build_conditions.BUILDERS,
    **build_selectors.BUILDERS,
    **build_statements.BUILDERS,
)
"""One of them is called for each alternative as it is read: no tree comes in between."""
