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

articles, money, quotes = (
    pl.scan_parquet(f"{folder}/{kind}/*.parquet").filter(
        True if kind == "articles" else pl.col("confidence") >= 0.8,
    )
    for kind in ("articles", "money", "quotes")
)

# Whose revenue: as the sentence has it, else that of the organisation whose statement the article is.
forecasts = (
    money.filter(
        pl.col("metric") == "revenue",
        pl.col("modality") == "forecast",
        pl.col("currency") == currency,
        pl.col("low") > amount,
    )
    .join(articles.select("article_id", "issuer"), on="article_id")
    .with_columns(company=pl.coalesce("subject", "issuer"))
    .sort("low", "article_id", "char_start", descending=[True, False, False])
    .collect()
)
print(f"Who forecast revenue above {amount:,.0f} {currency}?")
for row in forecasts.iter_rows(named=True):
    when, who = row["period_value"] or "a time not told", row["speaker"] or "nobody named"
    print(f"  {row['company']}: {row['words']} in {when}, says {who} ({row['article_id']})")

# The verb of the attribution ("she apologised for"), or the words themselves; a regret is no apology yet.
APOLOGY = r"(?i)\b(I|we)\b[^.]{0,30}\b(apologi[sz]e|(am|are|’m|’re) ([a-z]+ )?sorry)\b|\bour apologies\b"
apologies = (
    quotes.filter(pl.col("cue").str.contains(r"(?i)^apolog") | pl.col("words").str.contains(APOLOGY))
    .sort("article_id", "char_start")
    .collect()
)
print("Who apologised?")
for row in apologies.iter_rows(named=True):
    print(f"  {row['speaker'] or 'nobody named'}: {row['words']} ({row['article_id']})")
