"""Great Expectations over pandas: one column of a frame held against another.

Not expressed: as with pandera; besides, arithmetic, so the difference and its limit are computed
as columns by hand, and so is the join.
"""

import json
import logging
import sys
from pathlib import Path

import great_expectations as gx
import pandas as pd

logging.disable(logging.WARNING)
claims = next((Path(sys.argv[1]) / "data").glob("claims.*"))
read = pd.read_parquet if claims.suffix == ".parquet" else pd.read_csv
frame = read(claims)
yuan = frame[(frame.unit_id == "CNY") & frame.relation.isna()]


def of(metric: str) -> pd.DataFrame:
    """The yuan figures of a metric, as printed."""
    return yuan[yuan.metric_id == metric][["entity_id", "period", "value"]].drop_duplicates()


both = of("part_0").merge(of("whole_0"), on=["entity_id", "period"], suffixes=("", "_whole"))
half = both.value_whole / 2
both["difference"] = (both.value - half).abs()
both["limit"] = 0.1 * pd.concat([both.value, half], axis=1).max(axis=1)
context = gx.get_context(mode="ephemeral")
context.variables.progress_bars = {"globally": False}
batch = (
    context.data_sources.add_pandas("p")
    .add_dataframe_asset("a")
    .add_batch_definition_whole_dataframe("b")
    .get_batch({"dataframe": both})
)
found = batch.validate(
    gx.expectations.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A="limit", column_B="difference", or_equal=True
    )
)
print(json.dumps({"rows": len(both), "failed": found.result["unexpected_count"]}))
