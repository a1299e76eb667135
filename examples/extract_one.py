"""Who said what, and which amounts does a statement claim? One file in, a short report out.

python examples/extract_one.py [FILE]
"""

import sys
from pathlib import Path

import factx

path = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "statements" / "security-rebuttal.txt"
facts = factx.extract(factx.Article.from_path(path))

for quote in facts.quotes:
    speaker = facts.speaker(quote)
    name = "somebody" if speaker is None else ", ".join(filter(None, (speaker.name, speaker.role)))
    print(f"{name}: {quote.text!r}")

for claim in facts.money:
    period = claim.period.value if claim.period else "-"
    print(
        f"{claim.comparator} {claim.low:,} {claim.currency} | {claim.subject} | {claim.what} | {period} | {claim.modality}"
    )

# Every record knows where it stands in the text.
for date in facts.dates:
    assert facts.article.text[date.span.start : date.span.end] == date.span.text
    print(f"{date.span.text} = {date.value}")
