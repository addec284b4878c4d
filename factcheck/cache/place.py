"""Where results are kept: a folder of the user's own, or nowhere."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

SETTING: Final = "FACTCHECK_CACHE"
"""0: nowhere; 1: the usual place, in CI too; anything else: this folder."""
_FOLDER: Final = "factcheck"
_NO: Final = ("", "0", "false", "no")
_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


def folder(environment: Mapping[str, str]) -> Path | None:
    """The folder of results, made if need be; None where none is wanted, or none is safe."""
    wanted = _wanted(environment)
    if wanted is None:
        return None
    try:
        wanted.mkdir(mode=0o700, parents=True, exist_ok=True)
        return wanted if is_own(wanted.stat()) else None
    except (OSError, ValueError):
        return None


def is_own(status: os.stat_result) -> bool:
    """Whether nobody but the user can have written it, as far as the system says."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


def _wanted(environment: Mapping[str, str]) -> Path | None:
    setting = environment.get(SETTING, "")
    if setting not in ("", "0", "1"):
        return Path(setting)
    in_ci = environment.get("CI", "").lower() not in _NO
    if setting == "0" or (in_ci and not setting):
        return None
    base = environment.get("XDG_CACHE_HOME", "")
    if Path(base).is_absolute():
        return Path(base, _FOLDER)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ".cache" / _FOLDER if home.is_absolute() else None
