"""frictionless: the checks of rows alone, types and keys and references; it has no relations.

Not expressed: any rule between rows.
"""

import json
import sys
from pathlib import Path

from frictionless import Package, system

with system.use_context(trusted=True):
    report = Package(str(Path(sys.argv[1]) / "datapackage.json")).validate()
print(json.dumps({"valid": report.valid, "errors": report.stats["errors"]}))
