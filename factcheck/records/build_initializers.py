"""Writes what every `__init__` is made from: `python -m factcheck.records.build_initializers`.

Written once, it is compiled when the program is installed: to do it at every start takes a
thirtieth of a run on a small package.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from factcheck.records.classes import written

BUILT: Final = Path(__file__).with_name("initializers.py")
MOST: Final = 25
"""Fields; a class with more compiles its own."""
_HEAD: Final = '''\
"""An `__init__` for each number of fields, written by `make tables`: see `build_initializers`."""
# fmt: off
'''


def initializers_text() -> str:
    """All of them, as Python has them."""
    return _HEAD + "".join(f"\n\n{written(count)}" for count in range(MOST + 1))


def main() -> None:
    """Write the file."""
    BUILT.write_text(initializers_text(), encoding="ascii")


if __name__ == "__main__":
    main()
