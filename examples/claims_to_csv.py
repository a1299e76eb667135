"""The monetary claims of many files as one CSV, results apart from forecasts.

python examples/claims_to_csv.py FILE... > claims.csv
"""

import csv
import sys
from pathlib import Path

import factx

if len(sys.argv) < 2:
    sys.exit(__doc__)

sheet = csv.writer(sys.stdout, lineterminator="\n")
sheet.writerow(
    [
        "file",
        "amount",
        "comparator",
        "low",
        "high",
        "currency",
        "metric",
        "subject",
        "period",
        "modality",
        "vouched for by",
    ]
)
for path in map(Path, sys.argv[1:]):
    facts = factx.extract(factx.Article.from_path(path))
    for claim in facts.money:
        speaker = facts.speaker(claim)
        sheet.writerow([
            path.name,
            claim.span.text,
            claim.comparator,
            format(claim.low, "f"),
            format(claim.high, "f"),
            claim.currency,
            claim.metric,
            claim.subject,
            claim.period.value if claim.period else None,
            claim.modality,
            speaker.name if speaker else None,
        ])  # fmt: skip
