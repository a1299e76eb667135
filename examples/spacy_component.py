"""factx in a spaCy pipeline: `doc._.factx` has the facts, `doc.spans["factx"]` the records as spans of the document.

python examples/spacy_component.py [FILE]     (needs spaCy: pip install spacy; no model)
"""

import sys
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import factx

STATEMENT = Path(__file__).parent / "statements" / "quarterly-results.txt"
LABELS = {"quotes": "QUOTE", "money": "MONEY", "numbers": "NUMBER", "dates": "DATE", "acts": "ACT"}

Doc.set_extension("factx", default=None, force=True)
Span.set_extension("record", default=None, force=True)


@Language.factory("factx", default_config={"min_confidence": 0.0})
def make_factx(nlp: Language, name: str, min_confidence: float) -> "Component":
    """`nlp.add_pipe("factx")`, last or anywhere: it needs nothing but the text."""
    return Component(min_confidence)


class Component:
    """Extracts once a document; a record that begins or ends within a token has the whole tokens."""

    def __init__(self, min_confidence: float) -> None:
        self.extractor = factx.Extractor(min_confidence=min_confidence)

    def __call__(self, doc: Doc) -> Doc:
        facts = self.extractor.extract(doc.text)
        doc._.factx = facts
        spans = []
        for kind, label in LABELS.items():
            for record in getattr(facts, kind):
                for piece in record.spans if kind == "quotes" else [record.span]:
                    span = doc.char_span(piece.start, piece.end, label=label, alignment_mode="expand")
                    if span is not None:
                        span._.record = record
                        spans.append(span)
        doc.spans["factx"] = sorted(spans, key=lambda span: (span.start, -span.end))
        return doc


if __name__ == "__main__":
    nlp = spacy.blank("en")
    nlp.add_pipe("factx")
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else STATEMENT
    doc = nlp(path.read_text(encoding="utf-8"))
    for span in doc.spans["factx"]:
        record = span._.record
        speaker = doc._.factx.speaker(record) if span.label_ not in ("DATE", "ACT") else None
        who = record.actor if span.label_ == "ACT" else speaker.name if speaker else None
        print(span.label_, "|", who, "|", span.text)
