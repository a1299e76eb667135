"""W3C Web Annotations: each record as an annotation of the article, found by its place and by its words.

>>> from factx import Article, extract
>>> page = to_web_annotations(extract(Article(text="Bolt paid €3 million.", source="https://bolt.example/news")))
>>> [item["target"]["selector"][1]["exact"] for item in page["items"] if item["body"][0]["value"] == "Money"]
['€3 million']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx.output.labels import Marked, marked

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["to_web_annotations"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after the words that tell one place of them from another."""


def to_web_annotations(facts: Facts) -> dict[str, Any]:
    """An `AnnotationPage`; the target is the article's `source`, or "urn:factx:article" where it has none."""
    target = facts.article.source or "urn:factx:article"
    text = facts.article.text
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    stretches = marked(facts)
    items = [_annotation(number, one, text, target, names) for number, one in enumerate(stretches, 1)]
    return {"@context": CONTEXT, "id": "urn:factx:page", "type": "AnnotationPage", "items": items}


def _annotation(number: int, one: Marked, text: str, target: str, names: dict[str, str]) -> dict[str, Any]:
    told = {"record": one.record, "value": one.value, "speaker": names.get(one.speaker, ""), **one.details}
    words = "; ".join(f"{name}: {value}" for name, value in told.items() if value)
    return {
        "id": f"urn:factx:{one.record}:{number}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": one.label},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
        ],
        "target": {
            "source": target,
            "selector": [
                {"type": "TextPositionSelector", "start": one.start, "end": one.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": one.text,
                    "prefix": text[max(0, one.start - AROUND) : one.start],
                    "suffix": text[one.end : one.end + AROUND],
                },
            ],
        },
    }
