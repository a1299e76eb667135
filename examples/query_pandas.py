"""All revenue claims of a year by speaker, with pandas, over what `factx batch INPUT... -o FOLDER --flat` has written.

python examples/query_pandas.py FOLDER [YEAR]
"""

import sys
from datetime import date
from pathlib import Path

import pandas

if len(sys.argv) < 2:
    sys.exit(__doc__)

folder = Path(sys.argv[1])
year = int(sys.argv[2]) if len(sys.argv) > 2 else 2012

columns = [
    "metric",
    "period_start",
    "period_end",
    "speaker",
    "subject",
    "words",
    "low",
    "high",
    "currency",
    "modality",
    "source",
]
claims = pandas.read_parquet(folder / "money", columns=[*columns, "char_start"])
claims = claims[(claims["metric"] == "revenue") & claims["period_start"].notna() & claims["period_end"].notna()]
claims = claims[(claims["period_start"] >= date(year, 1, 1)) & (claims["period_end"] <= date(year, 12, 31))]
claims["said_by"] = claims["speaker"].fillna("(nobody named)")
for claim in claims.sort_values(["said_by", "source", "char_start"]).itertuples():
    amount = f"{claim.low:,.0f}" if claim.low == claim.high else f"{claim.low:,.0f} to {claim.high:,.0f}"
    print(
        f"{claim.said_by}: {claim.subject}: {claim.words} = {amount} {claim.currency} ({claim.modality}; {claim.source})"
    )
