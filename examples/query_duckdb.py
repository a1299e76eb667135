"""All revenue claims of a year by speaker, with DuckDB, over what `factx batch INPUT... -o FOLDER --flat` has written.

python examples/query_duckdb.py FOLDER [YEAR]
"""

import sys

import duckdb

if len(sys.argv) < 2:
    sys.exit(__doc__)

folder = sys.argv[1]
year = int(sys.argv[2]) if len(sys.argv) > 2 else 2012

claims = duckdb.execute(
    f"""
    SELECT coalesce(speaker, '(nobody named)') AS said_by, subject, text, low, high, currency, modality, source
    FROM read_parquet('{folder}/money/*.parquet')
    WHERE metric = 'revenue' AND period_start >= make_date($year, 1, 1) AND period_end <= make_date($year, 12, 31)
    ORDER BY said_by, source, start
    """,
    {"year": year},
).fetchall()
for said_by, subject, text, low, high, currency, modality, source in claims:
    amount = f"{low:,.0f}" if low == high else f"{low:,.0f} to {high:,.0f}"
    print(f"{said_by}: {subject}: {text} = {amount} {currency} ({modality}; {source})")

# Without --flat, records are lists of structs; unnest makes rows of them:
#   SELECT id, m.metric, m.low FROM (SELECT id, unnest(money) AS m FROM read_parquet('facts/*.parquet'))
