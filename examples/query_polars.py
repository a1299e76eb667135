"""Who forecast revenue above an amount, and who apologised: asked with polars.

Over what `factx batch INPUT... -o FOLDER --flat` has written:
python examples/query_polars.py FOLDER [AMOUNT] [CURRENCY]
"""

import sys

import polars as pl

if len(sys.argv) < 2:
    sys.exit(__doc__)

folder = sys.argv[1]
amount = float(sys.argv[2]) if len(sys.argv) > 2 else 1e6
currency = sys.argv[3] if len(sys.argv) > 3 else "USD"

speakers, money, quotes = (pl.scan_parquet(f"{folder}/{kind}/*.parquet") for kind in ("speakers", "money", "quotes"))

# Whose revenue: only where the subject is somebody whom the article knows, by the fullest name.
companies = speakers.select("article_id", subject_id="id", company="words")
forecasts = (
    money.filter(
        pl.col("metric") == "revenue",
        pl.col("modality") == "forecast",
        pl.col("currency") == currency,
        pl.col("low") > amount,
        pl.col("confidence") >= 0.7,
    )
    .join(companies, on=["article_id", "subject_id"])
    .sort("low", "article_id", "char_start", descending=[True, False, False])
    .collect()
)
print(f"Who forecast revenue above {amount:,.0f} {currency}?")
for row in forecasts.iter_rows(named=True):
    when, who = row["period"] or "no time told", row["speaker"] or "nobody named"
    print(f"  {row['company']}: {row['words']} ({when}), says {who} ({row['article_id']})")

# The verb of the attribution ("she apologised for"), or the words themselves; a regret is no apology yet.
APOLOGY = r"(?i)\b(I|we)\b[^.]{0,30}\b(apologi[sz]e|(am|are|’m|’re) ([a-z]+ )?sorry)\b|\bour apologies\b"
apologies = (
    quotes.filter(
        pl.col("confidence") >= 0.8,
        pl.col("cue").str.contains(r"(?i)^apolog") | pl.col("words").str.contains(APOLOGY),
    )
    .sort("article_id", "char_start")
    .collect()
)
print("Who apologised?")
for row in apologies.iter_rows(named=True):
    print(f"  {row['speaker'] or 'nobody named'}: {row['words']} ({row['article_id']})")
