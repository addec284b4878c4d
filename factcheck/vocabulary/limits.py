"""How large a stranger's package may be: every limit of reading has its name here."""

from typing import Final

from factcheck.records import Record, frozen


@frozen
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
    max_packages: int = 50
    """How many packages may be taken in all, those that others take included."""
    max_archive_bytes: int = 400_000_000
    """Of the archive itself."""
    max_directory_bytes: int = 4_000_000
    """Of the list of members at the end of an archive, which is read as a whole."""
    max_members: int = 10_000
    max_name_characters: int = 200
    """Of the path of a member."""
    max_unpacked_bytes: int = 1_000_000_000
    """Of all members together."""
    max_ratio: int = 200
    """How many times as large as in the archive a member of more than a megabyte may be."""


DEFAULT_LIMITS: Final = Limits()
