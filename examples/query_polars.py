"""All revenue claims of a year by speaker, with polars, over what `factx batch INPUT... -o FOLDER --flat` has written.

python examples/query_polars.py FOLDER [YEAR]
"""

import sys
from datetime import date

import polars as pl

if len(sys.argv) < 2:
    sys.exit(__doc__)

folder = sys.argv[1]
year = int(sys.argv[2]) if len(sys.argv) > 2 else 2012

claims = (
    pl.scan_parquet(f"{folder}/money/*.parquet")
    .filter(
        pl.col("metric") == "revenue",
        pl.col("period_start") >= date(year, 1, 1),
        pl.col("period_end") <= date(year, 12, 31),
    )
    .with_columns(said_by=pl.col("speaker").fill_null("(nobody named)"))
    .sort("said_by", "source", "start")
    .collect()
)
for claim in claims.iter_rows(named=True):
    amount = f"{claim['low']:,.0f}" if claim["low"] == claim["high"] else f"{claim['low']:,.0f} to {claim['high']:,.0f}"
    print(
        f"{claim['said_by']}: {claim['subject']}: {claim['text']} = {amount} {claim['currency']} "
        f"({claim['modality']}; {claim['source']})"
    )
