"""Who forecast revenue above an amount, who apologised, and who withdrew guidance: asked with polars.

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

kinds = ("speakers", "money", "numbers", "quotes", "acts")
speakers, money, numbers, quotes, acts = (pl.scan_parquet(f"{folder}/{kind}/*.parquet") for kind in kinds)

# Whose revenue: where the subject is somebody whom the article knows, by the fullest name, else where it is a name: words that
# each begin with a capital.
named = pl.col("subject").str.contains(r"^[A-Z]\S*( [A-Z&]\S*)*$") & ~pl.col("subject").str.starts_with("The ")
companies = speakers.select("article_id", subject_id="id", company="words")
forecasts = (
    money.filter(
        pl.col("metric") == "revenue",
        pl.col("modality") == "forecast",
        pl.col("currency") == currency,
        pl.col("low") > amount,
        pl.col("confidence") >= 0.6,
    )
    .join(companies, on=["article_id", "subject_id"], how="left")
    .filter(pl.col("company").is_not_null() | named)
    .with_columns(company=pl.coalesce("company", "subject"))
    .sort("low", "article_id", "char_start", descending=[True, False, False])
    .collect()
)
print(f"Who forecast revenue above {amount:,.0f} {currency}?")
for row in forecasts.iter_rows(named=True):
    when, who = row["period"] or "no time told", row["speaker"] or "nobody named"
    print(f"  {row['company']}: {row['words']} ({when}), says {who} ({row['article_id']})")

# An act tells who apologises, in a quote or not; a quote whose verb is "apologise" is one, where no act stands in it.
told = acts.filter(pl.col("type") == "apology")
in_acts = (
    quotes.select("article_id", "id", "words")
    .join(told.select("article_id", "sentence"), on="article_id")
    .filter(pl.col("sentence").str.contains(pl.col("words"), literal=True))
)
quoted = quotes.filter(pl.col("confidence") >= 0.8, pl.col("cue").str.contains(r"(?i)^apolog")).join(
    in_acts, on=["article_id", "id"], how="anti"
)
apologies = (
    pl.concat(
        [
            told.filter(pl.col("confidence") >= 0.7).select("article_id", "char_start", "words", who="subject"),
            quoted.select("article_id", "char_start", "words", who="speaker"),
        ]
    )
    .sort("article_id", "char_start")
    .collect()
)
print("Who apologised?")
for row in apologies.iter_rows(named=True):
    print(f"  {row['who'] or 'nobody named'}: {row['words']} ({row['article_id']})")

# Guidance with a figure is a claim, guidance without one an act.
columns = ("article_id", "char_start", "subject", "what")
withdrawn = pl.col("guidance") == "withdrawn"
withdrawals = (
    pl.concat(
        [
            acts.filter(withdrawn, pl.col("confidence") >= 0.7).select(columns),
            money.filter(withdrawn).select(columns),
            numbers.filter(withdrawn).select(columns),
        ]
    )
    .sort("article_id", "char_start")
    .collect()
)
print("Who withdrew guidance?")
for row in withdrawals.iter_rows(named=True):
    print(f"  {row['subject'] or 'nobody named'}: {row['what'] or 'guidance'} ({row['article_id']})")
