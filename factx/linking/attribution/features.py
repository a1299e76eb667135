"""What speaks for a candidate: how it stands to the quotation, what stands between them, what it and the quotation are like."""

from __future__ import annotations

from collections.abc import Sequence

from factx import lexicon
from factx.linking.attribution.between import BESIDE, FEW, STEPS, gap_between, is_beside, signs_between, step, word_at
from factx.linking.attribution.candidates import Candidate, Thread
from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.phrases import TITLES
from factx.linking.attribution.rules import PLAIN
from factx.linking.attribution.unit import CLOSING, STOP_INSIDE, Mark, Unit
from factx.mentions.quotations.roles import is_titled
from factx.mentions.types import SpanTuple

__all__ = ["describe"]

NEXT = 3
"""Features of the place of a quotation that tell what stands next to it."""
PRONOUNS = frozenset("he she they it we i you who which that this another one others some many".split())
OWN = frozenset("we i our my us i'm we're i’m we’re".split())
FIRST = OWN | {"this", "it", "the"}
TAKES = ("quote", "object", "clause", "that", "invert", "belief")
WORDS = (1, 2, 3, 5, 8, 15, 30)
LONGEST_REST = 120
"""Characters behind a name that tell whether it is a signature."""


def describe(
    work: Workspace, unit: Unit, mark: Mark, found: Sequence[Candidate], thread: Thread, prior: Candidate | None
) -> None:
    """Fill in the features of the candidates of one quotation; `prior`: who said the one before it in the unit."""
    shape, place, rivals = _shape(work, mark), _place(work, unit, mark), _rivals(unit, mark, found)
    main = shape[0]
    for candidate in found:
        key = candidate.relation
        if candidate.source is None:
            key, own = "0", [*place, *shape, *(f"{main} {x}" for x in (*rivals, *place[:NEXT]))]
        else:
            if candidate.node is not None:
                key += "<" if candidate.node < mark.first else ">"
                own = _inside(work, unit, mark, candidate)
            else:
                own = _outside(work, unit, mark, candidate)
            kind = _kind(work, candidate.source)
            own += [*kind, main, f"{main} {own[0]}", f"{main} {kind[0]}", f"{kind[0]} {own[0]}", *shape[1:4]]
            last = thread.last
            if last is not None and last.source is not None and candidate.source != last.source:
                own.append(f"same {_lastword_at(work, last.source) == _lastword_at(work, candidate.source)}")
        own += rivals
        if prior is not None:
            own += [
                f"prior {prior.relation} {prior.source == candidate.source and prior.node == candidate.node}",
                f"prior {prior.source == candidate.source}",
            ]
        candidate.features = [f"{key} {x}" for x in (*own, *candidate.features)]


def _shape(work: Workspace, mark: Mark) -> list[str]:
    """What the quotation is like by itself; the first says most."""
    quotation = work.quotations[mark.index]
    inside = work.inside(mark)
    last = inside.rstrip(CLOSING)[-1:]
    words = inside.lower().split()
    large = "a" if inside[:1].islower() else "A"
    titled = is_titled(inside)
    size = f"words {step(len(words), WORDS)}"
    kind = "s" if mark.whole else "f"
    main = f"q{kind}{large}{last if last in ',.?!' else 'w'}{'T' if titled else ''}"
    own = not OWN.isdisjoint(words)
    out = [main, size, f"{size} {large}{titled}", f"own {own}", f"end {last if not last.isalnum() else 'w'}"]
    if STOP_INSIDE.search(inside) is not None:
        out.append("stops")
    first = words[0].strip(".,") if words else ""
    if first in FIRST:
        out.append(f"first {first}")
    if not quotation.closed:
        out.append("unclosed")
    if work.text[quotation.outer_start] in "'‘’`":
        out.append("single")
    return out


def _place(work: Workspace, unit: Unit, mark: Mark) -> list[str]:
    """Where the quotation stands."""
    tree = unit.tree
    before, behind = word_at(unit, mark.first - 1), word_at(unit, mark.last + 1)
    section = work.document.section_at(tree.start[mark.first])
    alone = unit.only_quotes(0, len(unit))
    out = [f"before {before}", f"behind {behind}", f"around {before} {behind}", f"alone {alone}"]
    out.append(f"marks {min(len(unit.marks), FEW)}")
    if section != "body":
        out.append(section)
    top = None if alone else _top(unit, mark)  # nothing but quotations is not parsed for this
    if top is not None:
        head = tree.head[top]
        out.append(f"top {tree.label[top]}")
        if head >= 0:
            out += [f"head {tree.tags[head]}", f"head {tree.lower[head]}", f"top {tree.label[top]} {head in unit.cues}"]
    quotation = work.quotations[mark.index]
    paragraph = work.document.paragraph_at(quotation.outer_start)
    if paragraph is not None:
        out.append(f"par {quotation.outer_start <= paragraph.start} {quotation.outer_end >= paragraph.end}")
    return out


def _rivals(unit: Unit, mark: Mark, found: Sequence[Candidate]) -> list[str]:
    """Is there a cue right beside the quotation; was somebody announced, or speaking?"""
    near = {
        "b" if candidate.report.node < mark.first else "a"
        for candidate in found
        if candidate.report is not None and is_beside(unit, mark, candidate.report)
    }
    relations = {candidate.relation[0] for candidate in found}
    return [f"beside {''.join(sorted(near))}", f"there {''.join(sorted(relations & set('cat')))}"]


def _inside(work: Workspace, unit: Unit, mark: Mark, candidate: Candidate) -> list[str]:
    """How a candidate of the unit itself stands to the quotation."""
    tree, node, report = unit.tree, candidate.node, candidate.report
    assert node is not None
    left, right = (report.left, report.right) if report is not None else (node, node)
    if report is None and candidate.who is not None:
        left, right = min(node, candidate.who), max(node, candidate.who)
    ahead = node < mark.first
    low, high = (right + 1, mark.first) if ahead else (mark.last + 1, left)
    signs = signs_between(unit, low, high)
    others = [m for m in unit.marks if (right < m.first < mark.first if ahead else mark.last < m.first < left)]
    outer = word_at(unit, mark.last + 1 if ahead else mark.first - 1)
    out = [
        f"gap {signs}", f"away {step(max(high - low, 0), STEPS)}", f"outer {outer}", f"outer {outer} {signs}",
        f"stops {min(sum(unit.word(k) in ('.', '?', '!') for k in range(low, high)), 2)}",
        f"others {min(len(others), 2)} {any(m.whole for m in others)}",
    ]  # fmt: skip
    top = _top(unit, mark)
    if top is not None:
        out.append(f"arc {tree.label[top] if tree.head[top] == node else node in tree.above(top)}")
    if report is not None:
        frames = report.frames
        takes = "".join(name[0] for name in TAKES if name in frames)
        plain = "plain" if report.lemma in PLAIN else report.form
        close = signs in BESIDE
        stance = report.verb.stance if report.verb is not None else ""
        return [
            f"close {close} {takes}", *out, f"takes {takes}", f"form {report.form}", f"rule {report.rule}", f"lemma {report.lemma}",
            f"{plain} {signs}", f"close {close} {report.rule}", f"stance {stance}",
        ]  # fmt: skip
    if candidate.relation == "verb":
        lemma = f"lemma {tree.lemma(node)}"
        return [
            *out,
            lemma,
            f"tag {tree.tags[node]}",
            f"root {tree.root == node}",
            f"object {tree.object(node) is not None}",
        ]
    begin = work.sources.base(tree, node)[0]
    before = word_at(unit, begin - 1)
    told = unit.has_verb(0, mark.first) or unit.has_verb(mark.last + 1, len(unit))
    return [
        *out,
        f"label {tree.label[node]}",
        f"pre {before}",
        f"pre {before} {signs}",
        f"post {word_at(unit, node + 1)}",
        f"told {told}",
    ]


def _outside(work: Workspace, unit: Unit, mark: Mark, candidate: Candidate) -> list[str]:
    """How a candidate outside of the unit stands to the quotation."""
    quotation = work.quotations[mark.index]
    alone = unit.only_quotes(0, len(unit))
    if candidate.announcement is not None:
        announcement = candidate.announcement
        return [f"cued {announcement.cue is not None} {alone}", f"par {unit.paragraph - announcement.paragraph}"]
    if candidate.draft is not None:
        draft = candidate.draft
        same = draft.start >= work.document.paragraphs[unit.paragraph].start
        between = work.text[draft.end : quotation.outer_start]
        away = step(len(between.split()), STEPS) if between.strip(" \n,.—–-") else -1
        return [
            f"{draft.kind} {same} {away}", f"{away} {alone}", f"par {unit.paragraph - draft.paragraph} {same}", f"rule {draft.rule}",
            f"cued {draft.cue is not None}", f"here {draft.start >= unit.start}", f"before {word_at(unit, mark.first - 1)}",
            f"sentences {min(len(STOP_INSIDE.findall(between[:600])), 3)}",
        ]  # fmt: skip
    assert candidate.source is not None
    if candidate.relation == "sentence":
        return [f"alone {alone}", f"before {word_at(unit, mark.first - 1)}"]
    start, end = quotation.outer_end, candidate.source[0]
    if candidate.relation == "before":
        start, end = candidate.source[1], quotation.outer_start
    gap = gap_between(work, start, end)
    rest = _rest(work, candidate.source)
    return [f"gap {gap}", f"gap {gap} {rest[0]}", *rest, f"lines {work.text.count(chr(10), start, end)}"]


def _kind(work: Workspace, source: SpanTuple) -> list[str]:
    """What the candidate is, in short first."""
    start, end = source
    text = work.text[start:end]
    word = text.rpartition(" ")[2].lower()
    if word in PRONOUNS and " " not in text:
        return ["is pronoun", f"is {word}"]
    name = work.sources.mention(end - 1)
    if name is not None and name.kind != "place":
        return [f"is {name.kind}"]
    if text[:1].isupper() and text.rpartition(" ")[2][:1].isupper():
        return ["is capital"]
    if word in TITLES or (word[-1:] == "s" and word[:-1] in TITLES):
        return ["is title"]
    if word in lexicon.words("documents.tsv"):
        return ["is document"]
    return ["is noun", f"is {lexicon.noun_classes().get(word, '-')[0]}"]


def _lastword_at(work: Workspace, span: SpanTuple) -> str:
    return work.text[span[0] : span[1]].rpartition(" ")[2].lower()


def _top(unit: Unit, mark: Mark) -> int | None:
    """The node of the quotation that the rest of it hangs on."""
    tree, inside = unit.tree, range(mark.first, mark.last + 1)
    return next((i for i in inside if tree.head[i] not in inside and tree.label[i] != "punct"), None)


def _rest(work: Workspace, span: SpanTuple) -> list[str]:
    """What follows a name on its line."""
    tokens, paragraph = work.tokens, work.document.paragraph_at(span[0])
    if paragraph is None:
        return [""]
    where = tokens.inside(span[1], min(paragraph.end, span[1] + LONGEST_REST))
    after = [tokens.lower[i] if not tokens.lower[i][0].isalnum() else tokens.codes[i] for i in where[:2]]
    titled = not TITLES.isdisjoint(tokens.lower[where.start : where.stop])
    verb = not {"V", "M"}.isdisjoint(tokens.codes[where.start : where.stop])
    begins = span[0] - paragraph.start <= FEW
    return [
        f"after {after[0] if after else ''} {titled} {verb}", f"after {' '.join(after)}", f"titled {titled}", f"verb {verb}",
        f"begins {begins} {titled} {verb}", f"ends {work.text[paragraph.end - 1].isalnum()} {work.text[paragraph.end - 1] == ':'}",
        f"line {step(len(where), STEPS)} {begins}",
    ]  # fmt: skip
