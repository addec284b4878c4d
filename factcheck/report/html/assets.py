"""The style and the script of the page, and the policy that allows these two and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Final

from factcheck.records import Record, frozen

_FOLDER: Final = "assets"


@frozen
class Assets(Record):
    """What stands in the page beside its content."""

    style: str
    script: str

    @property
    def policy(self) -> str:
        """A content security policy: no request, no frame, no form, no script or style but ours."""
        return "; ".join(
            (
                "default-src 'none'",
                f"style-src {_hash(self.style)}",
                f"script-src {_hash(self.script)}",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
            )
        )


def assets() -> Assets:
    """Read from the package."""
    return Assets(_read("page.css"), _read("page.js"))


def _read(name: str) -> str:
    return files(__package__).joinpath(_FOLDER, name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
