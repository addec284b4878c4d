"""pointblank over polars: an expression on each row of one frame.

Not expressed: as with pandera; the join is written by hand before the check.
"""

import json
import sys
from pathlib import Path

import pointblank as pb
import polars as pl

claims = next((Path(sys.argv[1]) / "data").glob("claims.*"))
frame = (pl.scan_parquet if claims.suffix == ".parquet" else pl.scan_csv)(claims)
yuan = frame.filter((pl.col("unit_id") == "CNY") & pl.col("relation").is_null())


def of(metric: str) -> pl.LazyFrame:
    """The yuan figures of a metric, as printed."""
    return (
        yuan.filter(pl.col("metric_id") == metric).select("entity_id", "period", "value").unique()
    )


both = of("part_0").join(of("whole_0"), on=["entity_id", "period"], suffix="_whole").collect()
part, half = pl.col("value"), pl.col("value_whole") / 2
done = (
    pb.Validate(both)
    .col_vals_expr(expr=(part - half).abs() <= 0.1 * pl.max_horizontal(part, half))
    .interrogate(collect_extracts=False)
)
print(json.dumps({"rows": both.height, "failed": done.n_failed(i=1, scalar=True)}))
