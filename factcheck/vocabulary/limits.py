"""How large a stranger's package may be: every limit of reading has its name here."""

from typing import Final

from attrs import frozen

from factcheck.values.record import Record


@frozen(eq=False, repr=False)
class Limits(Record):
    """The limits of reading one package; what exceeds one is refused with its name."""

    max_descriptor_bytes: int = 4_000_000
    max_nesting: int = 64
    """Of brackets in the descriptor."""
    max_table_bytes: int = 400_000_000
    max_rows: int = 2_000_000
    max_columns: int = 500
    max_cell_characters: int = 100_000
    max_decimals: int = 100
    """The farthest place before or after the point that `decimals` may name."""
    max_diagnostics: int = 100
    """How many mistakes of one table are told; the others are counted."""


DEFAULT_LIMITS: Final = Limits()
