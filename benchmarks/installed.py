"""How long the installed program takes for a hundred claims and fifty rules, as a whole process.

Run `python -m benchmarks.installed [ROUNDS]` from the project's root: it builds the wheel, installs
it with its guests into a new environment, and runs that on the project's own package with the exact
engine. It asserts nothing, and needs an index of packages.
"""

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.start_up import ROOT, ROUNDS, measure


def install(folder: Path) -> Path:
    """The folder of programs of a new environment in which the wheel of this checkout is."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python, wheels = str(programs / "python"), str(folder / "wheels")
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", wheels, str(ROOT)], check=True)
    (wheel,) = Path(wheels).glob("factcheck-*.whl")
    subprocess.run(
        [*pip, "install", "--constraint", "constraints.txt", wheel], cwd=ROOT, check=True
    )
    return programs


def main(arguments: Sequence[str]) -> None:
    """Install, measure and print."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    os.environ.pop("PYTHONPATH", None)
    with TemporaryDirectory(prefix="factcheck-") as folder:
        programs = install(Path(folder))
        measure(str(programs / "python"), (str(programs / "factcheck"),), rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
