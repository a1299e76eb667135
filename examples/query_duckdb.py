"""Who forecast revenue above an amount, who apologised, and who withdrew guidance: asked in SQL, with DuckDB.

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

NAME = r"[A-Z]\S*( [A-Z&]\S*)*"
"""Words that each begin with a capital."""

for kind in ("speakers", "money", "numbers", "quotes", "acts"):
    duckdb.execute(f"CREATE VIEW {kind} AS SELECT * FROM read_parquet('{folder}/{kind}/*.parquet')")

# Whose revenue: where the subject is somebody whom the article knows, by the fullest name, else where it is a name.
forecasts = duckdb.execute(
    """
    SELECT coalesce(company.words, claim.subject), claim.words, claim.period, claim.speaker, claim.article_id
    FROM money AS claim LEFT JOIN speakers AS company ON company.article_id = claim.article_id AND company.id = subject_id
    WHERE metric = 'revenue' AND modality = 'forecast' AND currency = $currency AND low > $amount AND confidence >= 0.6
        AND (company.id IS NOT NULL OR (regexp_full_match(claim.subject, $name) AND claim.subject NOT LIKE 'The %'))
    ORDER BY low DESC, claim.article_id, claim.char_start
    """,
    {"amount": amount, "currency": currency, "name": NAME},
).fetchall()
print(f"Who forecast revenue above {amount:,.0f} {currency}?")
for company, words, period, speaker, article in forecasts:
    print(f"  {company}: {words} ({period or 'no time told'}), says {speaker or 'nobody named'} ({article})")

# An act tells who apologises, in a quote or not; a quote whose verb is "apologise" is one, where no act stands in it.
apologies = duckdb.execute(
    """
    SELECT subject, words, article_id, char_start FROM acts WHERE type = 'apology' AND confidence >= 0.7
    UNION ALL
    SELECT speaker, words, article_id, char_start FROM quotes AS quote
    WHERE confidence >= 0.8 AND cue ILIKE 'apolog%' AND NOT EXISTS (
        SELECT * FROM acts
        WHERE acts.article_id = quote.article_id AND acts.type = 'apology' AND acts.sentence LIKE '%' || quote.words || '%'
    )
    ORDER BY article_id, char_start
    """
).fetchall()
print("Who apologised?")
for who, words, article, _ in apologies:
    print(f"  {who or 'nobody named'}: {words} ({article})")

# Guidance with a figure is a claim, guidance without one an act.
withdrawals = duckdb.execute(
    """
    SELECT subject, what, article_id, char_start FROM acts WHERE guidance = 'withdrawn' AND confidence >= 0.7
    UNION ALL
    SELECT subject, what, article_id, char_start FROM (FROM money UNION ALL BY NAME FROM numbers) WHERE guidance = 'withdrawn'
    ORDER BY article_id, char_start
    """
).fetchall()
print("Who withdrew guidance?")
for who, what, article, _ in withdrawals:
    print(f"  {who or 'nobody named'}: {what or 'guidance'} ({article})")

# Without --flat, records are lists of structs; unnest makes rows of them:
#   SELECT id, m.metric, m.low FROM (SELECT id, unnest(money) AS m FROM read_parquet('facts/*.parquet'))
