"""Sizes of memory, as options give them."""

from __future__ import annotations

import re
from typing import Final

import click

_SIZE: Final = re.compile(r"([0-9]{1,6}(?:[.][0-9]{1,3})?) ?([KMGT]i?B)", re.IGNORECASE)


class Size(click.types.StringParamType):
    """A number with its unit, such as 512MB or 1.5GiB."""

    name = "size"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The size in the form that engines read."""
        found = _SIZE.fullmatch(str(value).strip())
        if found is None or not float(found[1]):
            self.fail(f"{value!r} is no size: write 512MB or 1.5GiB", param, ctx)
        return found[1] + found[2]
