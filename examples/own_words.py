"""Your own words: verbs of speech, names and metrics that the built-in lists do not have.

python examples/own_words.py
"""

import factx

TEXT = """“Nobody asked us,” grumbled Ann Lee. Zygoscope said on Monday that its available seat kilometres rose 5%."""

lexicon = factx.Lexicon(
    speech_verbs={"grumble": "claim"},
    organizations=frozenset({"Zygoscope"}),
    metrics={"available seat kilometres": "capacity"},
)
facts = factx.Extractor(lexicon=lexicon).extract(TEXT, published="2024-05-07")
for quote in facts.quotes:
    speaker = facts.speaker(quote)
    print(
        speaker.name if speaker else None,
        "|",
        quote.cue.text if quote.cue else None,
        "|",
        quote.stance,
        "|",
        quote.text,
    )
for claim in facts.numbers:
    print(claim.span.text, "|", claim.metric)
