"""Where the descriptor of a package is."""

from pathlib import Path
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import ARCHIVE, NO_PACKAGE
from factcheck.diagnostics.span import at
from factcheck.inputs import door
from factcheck.vocabulary.opened import Place, Unpacked
from factcheck.vocabulary.wrong import Wrong

FILE_NAME: Final = "datapackage.json"
_USUAL: Final = (Path("datapackage", FILE_NAME), Path(FILE_NAME))
_NOWHERE: Final = f"there is no package here: neither `datapackage/{FILE_NAME}` nor `{FILE_NAME}`"
_ARCHIVES: Final = (".zip", ".gz", ".tgz", ".tar", ".7z", ".bz2", ".rar", ".xz", ".zst")
_START: Final = "name a descriptor, or the folder it is in"


def find(package: Place) -> Path | Diagnostic:
    """The path of the descriptor as messages show it, or why there is none.

    In an archive it is where it was unpacked to.
    """
    if isinstance(package, Diagnostic):
        return package
    if isinstance(package, Unpacked):
        return _find_inside(package)
    if package is None:
        shown = next((path for path in _USUAL if door.exists(path)), None)
        return shown or Wrong(NO_PACKAGE, _NOWHERE, _START).at(at(str(_USUAL[0])))
    path = Path(package)
    is_folder = door.is_folder(path)
    if not door.exists(path):
        return Wrong(NO_PACKAGE, f"there is no package `{package}`", _START).at(at(package))
    if not is_folder and path.suffix.lower() in _ARCHIVES:
        kind = path.suffix.lower()
        message = f"archives of the kind `{kind}` are not read {'here' if kind == '.zip' else ''}"
        help_ = "unpack it, and name the folder; or pack the package as `.zip`"
        return Wrong(ARCHIVE, message.rstrip(), help_).at(at(package))
    if not is_folder or door.exists(path / FILE_NAME):
        return path / FILE_NAME if is_folder else path
    return Wrong(NO_PACKAGE, f"the folder has no `{FILE_NAME}`", _START).at(at(package))


def _find_inside(package: Unpacked) -> Path | Diagnostic:
    """The descriptor at the top of an archive, or in the only folder at its top that has one."""
    path = package.folder / FILE_NAME
    deeper = [] if path.exists() else sorted(package.folder.glob(f"*/{FILE_NAME}"))
    if path.exists() or len(deeper) == 1:
        return deeper[0] if deeper else path
    message = f"the archive has {'more than one' if deeper else 'no'} `{FILE_NAME}`"
    help_ = f"it stands at the top of the archive, or in one folder: `claims-1.0.0/{FILE_NAME}`"
    return Wrong(NO_PACKAGE, message, help_).at(at(package.archive))
