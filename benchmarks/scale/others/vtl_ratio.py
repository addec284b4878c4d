"""VTL, the validation language of official statistics, in vtlengine.

Not expressed: bounds from rounding and hedges, undetermined, several sources of one figure (the
least is taken), currency (rows in dollars are left out), relations, the sources of a failure.
"""

import json
import sys
from pathlib import Path

import pandas as pd
from vtlengine import run

claims = next((Path(sys.argv[1]) / "data").glob("claims.*"))
read = pd.read_parquet if claims.suffix == ".parquet" else pd.read_csv
frame = read(claims)
yuan = frame[(frame.unit_id == "CNY") & frame.relation.isna()]


def of(metric: str) -> pd.DataFrame:
    """The yuan figures of a metric, as printed."""
    rows = yuan[yuan.metric_id == metric]
    return rows.groupby(["entity_id", "period"], as_index=False).value.min()


def structure(name: str) -> dict[str, object]:
    """What the columns of one data set are."""
    return {
        "name": name,
        "DataStructure": [
            {"name": "entity_id", "type": "String", "role": "Identifier", "nullable": False},
            {"name": "period", "type": "String", "role": "Identifier", "nullable": False},
            {"name": "value", "type": "Number", "role": "Measure", "nullable": True},
        ],
    }


script = (
    "DS_r <- abs(PART - 0.5 * WHOLE) <= 0.1 * (if PART > 0.5 * WHOLE then PART else 0.5 * WHOLE);"
)
found = run(
    script=script,
    data_structures={"datasets": [structure("PART"), structure("WHOLE")]},
    datapoints={"PART": of("part_0"), "WHOLE": of("whole_0")},
)["DS_r"].data
print(json.dumps({"rows": len(found), "failed": int((~found.bool_var.astype(bool)).sum())}))
