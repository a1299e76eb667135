"""Who forecast revenue above an amount, and who apologised: asked in SQL, with DuckDB.

Over what `factx batch INPUT... -o FOLDER --flat` has written:
python examples/query_duckdb.py FOLDER [AMOUNT] [CURRENCY]
"""

import sys

import duckdb

if len(sys.argv) < 2:
    sys.exit(__doc__)

folder = sys.argv[1]
amount = float(sys.argv[2]) if len(sys.argv) > 2 else 1e6
currency = sys.argv[3] if len(sys.argv) > 3 else "USD"

for kind in ("speakers", "money", "quotes"):
    duckdb.execute(f"CREATE VIEW {kind} AS SELECT * FROM read_parquet('{folder}/{kind}/*.parquet')")

# Whose revenue: only where the subject is somebody whom the article knows, by the fullest name.
forecasts = duckdb.execute(
    """
    SELECT company.words, claim.words, claim.period, claim.speaker, article_id
    FROM money AS claim JOIN speakers AS company USING (article_id)
    WHERE company.id = subject_id AND metric = 'revenue' AND modality = 'forecast'
        AND currency = $currency AND low > $amount AND confidence >= 0.7
    ORDER BY low DESC, article_id, claim.char_start
    """,
    {"amount": amount, "currency": currency},
).fetchall()
print(f"Who forecast revenue above {amount:,.0f} {currency}?")
for company, words, period, speaker, article in forecasts:
    print(f"  {company}: {words} ({period or 'no time told'}), says {speaker or 'nobody named'} ({article})")

# The verb of the attribution ("she apologised for"), or the words themselves; a regret is no apology yet.
apologies = duckdb.execute(
    r"""
    SELECT speaker, words, article_id
    FROM quotes
    WHERE confidence >= 0.8 AND (
        cue ILIKE 'apolog%'
        OR regexp_matches(words, '\b(I|we)\b[^.]{0,30}\b(apologi[sz]e|(am|are|’m|’re) ([a-z]+ )?sorry)\b|\bour apologies\b', 'i')
    )
    ORDER BY article_id, char_start
    """
).fetchall()
print("Who apologised?")
for speaker, words, article in apologies:
    print(f"  {speaker or 'nobody named'}: {words} ({article})")

# Without --flat, records are lists of structs; unnest makes rows of them:
#   SELECT id, m.metric, m.low FROM (SELECT id, unnest(money) AS m FROM read_parquet('facts/*.parquet'))
