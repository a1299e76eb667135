"""Speakers: what must hold for any text and any attribution."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factx.article import Article
from factx.document import Document
from factx.linking.speakers import View, resolve_speakers
from factx.mentions.names import find_names
from factx.mentions.types import Attribution

WORDS = st.lists(
    st.sampled_from(
        ["John Smith", "Mr. Smith", "she", "He", "it", "the company", "Acme Inc.", "(AI)", "said", ",", ".", "\n\n", "chief executive",
         "of", "at", "analyst", "who", "an", "’s", "'s", "We", "Statement by", "today announced", "About", "“", "”", "\ud800", "A", "spokesman"]
    ),
    min_size=1,
    max_size=40,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(WORDS, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 30), st.booleans()), max_size=8))
def test_table_is_sound(parts: list[str], places: list[tuple[int, int, bool]]) -> None:
    text = " ".join(parts)
    document = Document(Article(text=text))
    attributions = []
    for start, length, sourced in places:
        a = min(start, len(text))
        b = min(a + length, len(text))
        kind = "direct" if length % 2 else "indirect"
        inside = 0 if attributions and length % 3 == 0 else None
        attributions.append(Attribution(kind, ((a, b),), (a, b) if sourced else None, None, inside=inside))
    table = resolve_speakers(View(document, find_names(document)), attributions)
    assert len(table.speaker_of) == len(attributions)
    for index in (*table.speaker_of, table.issuer):
        assert index is None or 0 <= index < len(table.clusters)
    for cluster in table.clusters:
        assert cluster.kind in ("person", "organization", "group")
        assert list(cluster.mentions) == sorted(set(cluster.mentions))
        assert all(0 <= a <= b <= len(text) for a, b in cluster.mentions)
        assert cluster.name not in cluster.aliases
    again = resolve_speakers(View(document, find_names(document)), attributions)
    assert again == table
