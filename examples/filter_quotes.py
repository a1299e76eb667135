"""Everything that one person says in many files.

python examples/filter_quotes.py NAME FILE...
"""

import sys

import factx

if len(sys.argv) < 3:
    sys.exit(__doc__)

name, *paths = sys.argv[1:]
extractor = factx.Extractor(only={"quotes"})

for path in paths:
    facts = extractor.extract(factx.Article.from_path(path))
    for speaker in facts.speakers:
        if name in (speaker.name, *speaker.aliases) or name in speaker.name.split():
            for quote in facts.by(speaker):
                print(f"{path}:{quote.spans[0].start}: {quote.text}")
