"""From entities to the table that the records are made of."""

from __future__ import annotations

from factx import lexicon
from factx.linking.speakers.entities import Entity
from factx.linking.speakers.resolver import Resolver
from factx.linking.types import SpeakerCluster, SpeakerTable

__all__ = ["speaker_table"]


def speaker_table(resolver: Resolver) -> SpeakerTable:
    """Everybody who speaks, the issuer, and the people who are introduced with a role, in order of first mention."""
    joined = {
        id(member) for e in resolver.unnamed.entities if e.speaks for member in e.members if member.kind == "person"
    }
    entities = [
        e
        for e in (*resolver.people, *resolver.organisations, *resolver.unnamed.entities)
        if id(e) in joined or e.speaks or e is resolver.issuer or (e.introduced and len(e.words) > 1)
    ]
    entities.sort(key=lambda e: e.first)
    index = {id(e): i for i, e in enumerate(entities)}
    return SpeakerTable(
        clusters=tuple(_cluster(resolver, e) for e in entities),
        speaker_of=tuple(None if e is None else index[id(e)] for e in resolver.speaker_of),
        issuer=None if resolver.issuer is None else index[id(resolver.issuer)],
    )


def _cluster(resolver: Resolver, entity: Entity) -> SpeakerCluster:
    view = resolver.view
    ticker, exchange = next((resolver.traded[n] for n in entity.names if n in resolver.traded), (None, None))
    spans = {(view.names[n].start, view.names[n].end) for n in entity.names} | set(entity.others)
    name = resolver.employment.name_of(entity)
    return SpeakerCluster(
        name=name,
        kind="organization" if entity.kind == "place" else entity.kind,
        role=entity.role,
        affiliation=entity.affiliation,
        aliases=_aliases(resolver, entity, name),
        mentions=tuple(sorted(spans)),
        ticker=ticker,
        exchange=exchange,
    )


def _aliases(resolver: Resolver, entity: Entity, name: str) -> tuple[str, ...]:
    """Other name strings, in text order; with the honorific where there is one."""
    view = resolver.view
    honorifics = lexicon.words("honorifics.tsv")
    out: dict[str, None] = {}
    for n in entity.names:
        mention = view.names[n]
        text = " ".join(view.text[mention.start : mention.end].split())
        if mention.honorific is not None and mention.honorific.lower().rstrip(".") in honorifics:
            first = view.first[n]
            while first > 0 and view.word(first) != mention.honorific.lower():
                first -= 1
                if first < view.first[n] - 2:
                    break
            if view.word(first) == mention.honorific.lower():
                text = " ".join(view.text[view.tokens.start[first] : mention.end].split())
        if text != name:
            out[text] = None
    return tuple(out)
