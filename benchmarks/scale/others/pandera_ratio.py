"""pandera over polars: a check on columns of one frame.

Not expressed: bounds from rounding and hedges, undetermined, readings of several sources, currency
(rows in dollars are left out), relations such as "at least" (left out), the sources of a failure.
The join that puts part and whole in one row is written by hand before the check.
"""

import json
import sys
from pathlib import Path

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

claims = next((Path(sys.argv[1]) / "data").glob("claims.*"))
frame = (pl.scan_parquet if claims.suffix == ".parquet" else pl.scan_csv)(claims)
yuan = frame.filter((pl.col("unit_id") == "CNY") & pl.col("relation").is_null())


def of(metric: str) -> pl.LazyFrame:
    """The yuan figures of a metric, as printed."""
    return (
        yuan.filter(pl.col("metric_id") == metric).select("entity_id", "period", "value").unique()
    )


both = of("part_0").join(of("whole_0"), on=["entity_id", "period"], suffix="_whole").collect()


def about_half(data: pa.PolarsData) -> pl.LazyFrame:
    """Whether each part is within 10% of half of its whole."""
    part, half = pl.col("value"), pl.col("value_whole") / 2
    return data.lazyframe.select((part - half).abs() <= 0.1 * pl.max_horizontal(part, half))


schema = pa.DataFrameSchema(
    {"value": pa.Column(float), "value_whole": pa.Column(float)}, checks=pa.Check(about_half)
)
failed = 0
try:
    schema.validate(both, lazy=True)
except SchemaErrors as wrong:
    failed = wrong.failure_cases.height
print(json.dumps({"rows": both.height, "failed": failed}))
