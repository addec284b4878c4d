"""SHA-256 in hexadecimal digits, without what hashlib loads to compute it faster.

Loading OpenSSL takes a fiftieth of a run on a small package; `random` of the standard library goes
past hashlib for the same reason.
"""

from __future__ import annotations

from typing import Final

try:
    from _sha2 import sha256 as _sha256  # type: ignore[import-not-found, unused-ignore]
except ImportError:  # before Python 3.12
    try:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found, unused-ignore]
    except ImportError:  # an interpreter without the code of its own
        from hashlib import sha256 as _sha256

_LARGE: Final = 1_000_000
"""Bytes from which on OpenSSL is ahead, though it has to be loaded."""


def sha256(data: bytes) -> str:
    """The digest of some bytes."""
    if len(data) < _LARGE:
        digest: str = _sha256(data).hexdigest()
        return digest
    import hashlib  # noqa: PLC0415 (see above)

    return hashlib.sha256(data).hexdigest()
