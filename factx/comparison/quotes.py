"""Quotes in marks: the same words, words altered, put together from two places, or said by somebody else.

A quote of the report is cut into pieces where its own marks say that something is missing. Where all pieces stand in the
source, in order, it is verbatim, and what is left to ask is who said them there. Where they do not, the stretch that is most
like it is laid beside it, word by word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factx.comparison.align import Alignment, align, flags_of, weight
from factx.comparison.finding import Sides, cut, draft, short
from factx.comparison.model import Edit, Finding
from factx.comparison.pieces import Gap, Piece, pieces
from factx.comparison.stream import BREAK

if TYPE_CHECKING:
    from factx.comparison.heard import Heard
    from factx.comparison.voices import Relation, Voices
    from factx.facts import Facts
    from factx.records import Quote, Span, Speaker

__all__ = ["Site", "judge_words"]

SKIPPED: dict[Gap, int] = {"": 0, "bracket": 8, "ellipsis": 150}
"""Words of the source that may stand where the report has such a gap."""
CHAINS = 24
SHORT = 4
"""A quote of fewer words is either found or not: too short to be a changed form of something."""
ALTERED, LIKE = 0.7, 0.45
"""Share of a quote's words that the source must have, in order, for it to be the same quote changed; and to be like it."""
RUN = 3
"""Words in a row that the two must have in common to be the same quote."""
SPLICE = 4
"""Words of a piece from another place, at least."""
TELLING = 4
"""Words with a meaning of their own that two people do not say by chance in the same order."""
SURE = 0.6
"""Confidence that quotes need on both sides for their speakers to be held against each other."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the source has words: offsets, and the quote that they are in, if they are in one."""

    start: int
    end: int
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Near:
    """A piece beside the stretch of the source (words from `base` on) that is most like it."""

    piece: Piece
    base: int
    found: Alignment

    @property
    def start(self) -> int:
        return self.base + self.found.start

    @property
    def end(self) -> int:
        return self.base + self.found.end


def judge_words(quote: Quote, report: Facts, heard: Heard, voices: Voices) -> Finding | None:
    """The finding for a direct or partial quote of the report; None for one without words."""
    parts = [p for p in pieces(report.article.text, [(s.start, s.end) for s in quote.spans]) if p.words]
    if not parts:
        return None
    places = [heard.stream.exact(part.forms) for part in parts]
    if all(places):
        chains = _chains(parts, places, heard)
        if chains:
            return _said(
                quote, [[_site(heard, s, e) for s, e in chain] for chain in chains], parts, report, heard, voices
            )
        return _apart(quote, parts, places, heard)
    return _near(quote, parts, places, report, heard, voices)


# ---------------------------------------------------------------- where the words stand
def _site(heard: Heard, start: int, end: int) -> Site:
    first, last = heard.stream.span(start, end)
    return Site(first, last, heard.quote_at(first, last))


def _chains(parts: list[Piece], places: list[list[int]], heard: Heard) -> list[list[tuple[int, int]]]:
    """Ways through the source that have all pieces in order, as far apart as the gaps allow; each a list of word ranges."""
    out = []
    for first in places[0][:CHAINS]:
        chain = [(first, first + len(parts[0].words))]
        for part, starts in zip(parts[1:], places[1:], strict=True):
            at = chain[-1][1]
            following = _next(at, part.gap, starts, heard)
            if following is None:
                break
            chain.append((following, following + len(part.words)))
        else:
            out.append(chain)
    return out


def _next(at: int, gap: Gap, starts: list[int], heard: Heard) -> int | None:
    if gap == "turn":  # the sentences around an attribution need not follow each other in the source
        return min(starts, key=lambda start: (abs(start - at), start))
    for start in starts:
        if at <= start <= at + SKIPPED[gap] and BREAK not in heard.stream.forms[at:start]:
            return start
    return None


# ---------------------------------------------------------------- the same words: who said them?
@dataclass(frozen=True, slots=True)
class Saying:
    """A place where the source has all the words of a quote: its sites, and how who speaks there relates to the report's speaker."""

    sites: list[Site]
    relation: Relation
    reported: bool
    """Is it reported speech of the source that the report quotes as direct speech?"""

    @property
    def rank(self) -> tuple[int, bool, int]:
        """The same speaker before an unknown one before another one; what is a quotation of its own before a part of a text."""
        return ("same", "unknown", "other").index(self.relation), self.reported, 0 if _whole(self.sites[0]) else 1


def _said(
    quote: Quote, chains: list[list[Site]], parts: list[Piece], report: Facts, heard: Heard, voices: Voices
) -> Finding:
    told = report.speaker(quote)
    best = min((_saying(quote, chain, told, heard, voices) for chain in chains), key=lambda saying: saying.rank)
    source_id = next((site.quote.id for site in best.sites if site.quote is not None), None)
    sides = Sides(*_spans(quote, best.sites, heard), quote.id, source_id)
    if best.relation == "other" and told is not None:
        return _by_another(quote, told, best.sites, parts, heard, sides)
    if best.reported:
        reason = "the source reports this in other people’s words, without quotation marks; the report quotes it"
        return draft("quote", "paraphrased", reason, sides, 0.8, flags=["marks"])
    said = best.sites[0].quote
    who = heard.facts.speaker(said) if said is not None and best.relation == "same" else None
    reason = "the source has the same words" + (f", said by {who.name}" if who is not None else "")
    if any(part.gap in ("ellipsis", "bracket") for part in parts):
        reason += "; the report marks what it leaves out or puts in"
    return draft("quote", "verbatim", reason, sides, 0.95 if best.relation == "same" else 0.85)


def _saying(quote: Quote, chain: list[Site], told: Speaker | None, heard: Heard, voices: Voices) -> Saying:
    relations = [_relation(told, site, heard, voices) for site in chain]
    relation: Relation = "other" if "other" in relations else "same" if "same" in relations else "unknown"
    reported = quote.kind == "direct" and all(s.quote is not None and s.quote.kind == "indirect" for s in chain)
    return Saying(chain, relation, reported)


def _by_another(
    quote: Quote, told: Speaker, chain: list[Site], parts: list[Piece], heard: Heard, sides: Sides
) -> Finding:
    """The words stand in the source, but in what somebody else says."""
    speakers = (heard.facts.speaker(site.quote) for site in chain if site.quote is not None)
    names = sorted({speaker.name for speaker in speakers if speaker is not None})
    by = " and ".join(names)
    if len(names) > 1 and len(chain) > 1:
        reason = f"the words are put together from what {by} say in the source"
        return draft("quote", "spliced", reason, sides, 0.8, flags=["speaker"])
    sure = min([quote.confidence, *(site.quote.confidence for site in chain if site.quote)])
    if sure >= SURE and (sum(weight(part.forms) for part in parts) >= TELLING or _whole(chain[0])):
        reason = f"in the source, {by} says this, in the report {told.name}"
        return draft("quote", "other speaker", reason, sides, sure, flags=["speaker"])
    reason = f"the source has the words in what {by} says, the report in what {told.name} says; they are few, or the speaker is not certain"
    return draft("quote", "unclear", reason, sides, 0.4, flags=["speaker"])


def _relation(told: Speaker | None, site: Site, heard: Heard, voices: Voices) -> Relation:
    return voices.relation(told, heard.facts.speaker(site.quote) if site.quote is not None else None)


def _whole(site: Site) -> bool:
    """Are the words a whole quotation of the source, and no part of one?"""
    return site.quote is not None and any(
        abs(span.start - site.start) <= 2 and abs(span.end - site.end) <= 2 for span in site.quote.spans
    )


def _spans(quote: Quote, chain: list[Site], heard: Heard) -> tuple[list[Span], list[Span]]:
    text = heard.facts.article.text
    return list(quote.spans), [cut(text, site.start, site.end) for site in chain]


def _apart(quote: Quote, parts: list[Piece], places: list[list[int]], heard: Heard) -> Finding:
    """All pieces are there, but not in this order or not near each other."""
    chain = [_site(heard, starts[0], starts[0] + len(part.words)) for part, starts in zip(parts, places, strict=True)]
    report_spans, source_spans = _spans(quote, chain, heard)
    long = sum(len(part.words) >= SPLICE for part in parts) > 1
    reason = "its parts stand in the source, but apart from each other or in another order"
    source_id = next((site.quote.id for site in chain if site.quote), None)
    sides = Sides(report_spans, source_spans, quote.id, source_id)
    return draft("quote", "spliced" if long else "unclear", reason, sides, 0.8 if long else 0.4)


# ---------------------------------------------------------------- not the same words
def _near(
    quote: Quote, parts: list[Piece], places: list[list[int]], report: Facts, heard: Heard, voices: Voices
) -> Finding:
    nears = [_nearest(part, starts, heard) for part, starts in zip(parts, places, strict=True)]
    count = sum(len(part.words) for part in parts)
    found = [near for near in nears if near is not None]
    share = sum(near.found.share * len(near.piece.words) for near in found) / count
    longest = max((near.found.longest for near in found), default=0)
    if count < SHORT or share < LIKE or longest < RUN:
        reason = "the source does not have these words, nor words that are much like them"
        return draft("quote", "not found", reason, Sides(quote.spans, report_id=quote.id), min(0.9, quote.confidence))
    sites = [_site(heard, near.start, near.end) for near in found]
    report_spans, source_spans = _spans(quote, sites, heard)
    source_id = next((site.quote.id for site in sites if site.quote), None)
    sides = Sides(report_spans, source_spans, quote.id, source_id)
    if _two_places(found, heard):
        reason = "its words stand in two places of the source, and nothing in the report says so"
        return draft("quote", "spliced", reason, sides, 0.8)
    few = len(found) < len(parts) or (count <= SHORT + 2 and all(site.quote is None for site in sites))
    return _altered(quote, found, sites, sides, share, few, report, heard, voices)


def _altered(
    quote: Quote,
    found: list[Near],
    sites: list[Site],
    sides: Sides,
    share: float,
    few: bool,
    report: Facts,
    heard: Heard,
    voices: Voices,
) -> Finding:
    """The words of one place, changed; `share`: how many of the quote's the source has, `few`: too few to say more."""
    edits = [edit for near in found for edit in _edits(near, report, heard)]
    flags = [flag for edit in edits for flag in (edit.op, *edit.flags)]
    told, said = report.speaker(quote), heard.facts.speaker(sites[0].quote) if sites[0].quote is not None else None
    relation = voices.relation(told, said)
    if all(site.quote is not None and site.quote.kind == "indirect" for site in sites):
        reason = "the source reports this in other people’s words, without quotation marks; the report quotes it"
        return draft("quote", "paraphrased", reason, sides, 0.6, edits=edits, flags=["marks", *flags])
    if share < ALTERED or relation == "other" or few:
        reason = "the source has words like these, but not enough of them to say that it is the same"
        if relation == "other" and share >= ALTERED:
            reason = "the source has nearly these words, said by somebody else"
        return draft("quote", "unclear", reason, sides, 0.4, edits=edits, flags=flags)
    confidence = min(0.95, 0.5 + share / 2) if any(site.quote is not None for site in sites) else 0.7
    return draft(
        "quote", "altered", f"the quote is altered: {_told(edits)}", sides, confidence, edits=edits, flags=flags
    )


def _nearest(part: Piece, starts: list[int], heard: Heard) -> Near | None:
    """The stretch most like a piece; the place itself where it stands in the source as it is."""
    size = len(part.words)
    if starts:
        return Near(part, starts[0], Alignment(0, size, 1.0, size, ()))
    best: Near | None = None
    for start, end in heard.stream.windows(part.forms):
        found = align(heard.stream.forms[start:end], part.forms)
        if found.longest and (
            best is None or (found.share, -len(found.edits)) > (best.found.share, -len(best.found.edits))
        ):
            best = Near(part, start, found)
    return best


def _two_places(found: list[Near], heard: Heard) -> bool:
    """Does a piece have a run of words, missing where the rest stands, that stands elsewhere in the source?"""
    for near in found:
        for edit in near.found.edits:
            run = near.piece.forms[edit.b[0] : edit.b[1]]
            if len(run) >= SPLICE and weight(run) >= 2 and heard.stream.exact(run, limit=1):
                return True
            if edit.b[0] == edit.b[1] and _between(near.base + edit.a[0], near.base + edit.a[1], heard):
                return True
    return False


def _between(start: int, end: int, heard: Heard) -> bool:
    """Is what is left out more than a word or two, and the words before and behind it in quotes of their own?"""
    if end - start < SPLICE or not start or end >= len(heard.stream.items):
        return False
    before, behind = (
        heard.quote_at(word.start, word.end) for word in (heard.stream.items[start - 1], heard.stream.items[end])
    )
    return before is not None and behind is not None and before.id != behind.id


def _edits(near: Near, report: Facts, heard: Heard) -> list[Edit]:
    out = []
    for difference in near.found.edits:
        a = heard.stream.items[near.base + difference.a[0] : near.base + difference.a[1]]
        b = near.piece.words[difference.b[0] : difference.b[1]]
        out.append(
            Edit(
                op="changed" if a and b else "left out" if a else "put in",
                source=cut(heard.facts.article.text, a[0].start, a[-1].end) if a else None,
                report=cut(report.article.text, b[0].start, b[-1].end) if b else None,
                flags=flags_of([word.form for word in a], [word.form for word in b]),
            )
        )
    return out


def _told(edits: list[Edit], most: int = 3) -> str:
    """The edits in a line."""
    told = []
    for edit in edits[:most]:
        if edit.source is not None and edit.report is not None:
            told.append(f"“{short(edit.source.text)}” became “{short(edit.report.text)}”")
        elif edit.source is not None:
            told.append(f"“{short(edit.source.text)}” is left out")
        elif edit.report is not None:
            told.append(f"“{short(edit.report.text)}” is put in")
    if len(edits) > most:
        told.append(f"and {len(edits) - most} more")
    return ", ".join(told)
