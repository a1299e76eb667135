"""A unit of attribution: the sentences that no quotation is cut by, as one tree in which quotations are held whole.

A quotation that is a sentence of its own stands in the tree as a short clause, however long it is; a fragment is parsed
with the words around it. `marks` are both, in order, with the first and the last of their nodes; `cues` are the verbs
outside of them that can report speech.

>>> from factx.article import Article
>>> from factx.mentions.quotations import find_quotations
>>> document = Document(Article(text='"We won it again. We are glad," Jo Ray, a lawyer, told them. He said that it was "over".'))
>>> [(len(u.marks), [u.tree.words[c] for c in u.cues]) for u in Maker(document, find_quotations(document), Syntax(document)).made()]
[(1, ['told']), (1, ['said'])]
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factx.document import Document, Sentence
from factx.mentions.cues import SpeechVerb, speech_forms, speech_nouns
from factx.mentions.types import Quotation
from factx.syntax import Held, Syntax, Tree

__all__ = ["CLAUSE", "PUNCTUATION", "Maker", "Mark", "Unit"]

COLLAPSED = frozenset({"speech", "fragment"})
PUNCTUATION = frozenset(", . : ; ( ) ! ? … — – - -- … “ ” \" ‘ ’ ' '' `` « » [ ]".split())
NOUN_PHRASE = frozenset("DT JJ NN NNS NNP NNPS IN CD PRP$ POS".split())
CLAUSE = frozenset(("clause", "that", "whether"))
"""Frames of verbs that report without a quotation."""
CLAUSE_WORDS = frozenset("that whether if why how what when where who".split())
LONGEST_ADDRESSEE = 30
"""Words between a verb and the word that opens what it reports, at most: "told the board of … that"."""
BEFORE_NOUN = frozenset("DS'")
"""Codes of words behind which a form of a verb is a noun: "the reports", "its claims"."""
REPORTING = frozenset(("that", "according", "per"))
"""Words that can report, or end what does, beside the verbs."""
LIGHT = frozenset("and or but then also so again".split())
ENDS = tuple(",.!?…—")
CLOSING = "'’”\"»›)] "
IDIOMS = frozenset(
    ["all told ,", "that said ,", "being said ,", "worth noting that", "worth noting ,", "needless to say"]
)
"""A cue between its neighbours, where it is none."""
MOST_QUOTATIONS = 24
"""Quotations of a unit, at most: a sentence with more of them is read in pieces."""
LONGEST = 400
"""Tokens of a unit, at most; what is longer is no sentence and is cut."""
LONGEST_FRAGMENT = 60
"""Tokens of a quotation that is parsed with the words around it, at most."""
SHORT = 60
"""Characters of a sentence that can be the attribution of the question before it, at most."""
FEED = re.compile(r"The post\s[^\n]{1,300}\sappeared first on\s")
"""The line that a blog adds to each article that it feeds to others."""
STOP_INSIDE = re.compile(r"[.!?…][”\"’']?\s")


@dataclass(slots=True)
class Mark:
    """A quotation in a unit: its index, its first and last node, marks included; `whole`: four words or more."""

    index: int
    first: int
    last: int
    whole: bool


@dataclass(slots=True)
class Unit:
    """`marks` in order; `cover`: node -> the mark that it stands in, or None; `paragraph`: the one that it begins in."""

    tree: Tree
    marks: list[Mark]
    cover: list[Mark | None]
    cues: dict[int, SpeechVerb]
    paragraph: int
    start: int
    end: int

    def __len__(self) -> int:
        return len(self.tree)

    def word(self, node: int) -> str:
        """The node in lower case; "" outside of the unit and in a quotation."""
        return self.tree.lower[node] if 0 <= node < len(self.cover) and self.cover[node] is None else ""

    def tag(self, node: int) -> str:
        """The tag of a node; "" outside of the unit and in a quotation."""
        return self.tree.tags[node] if 0 <= node < len(self.cover) and self.cover[node] is None else ""

    def mark_at(self, node: int) -> Mark | None:
        """The quotation that the node stands in."""
        return self.cover[node] if 0 <= node < len(self.cover) else None

    def whole_at(self, node: int) -> bool:
        """Stands the node in a quotation of four words or more?"""
        mark = self.mark_at(node)
        return mark is not None and mark.whole

    def is_light(self, node: int) -> bool:
        """Punctuation, a conjunction, an adverb or a word of a quotation: nothing that a quotation is not alone with."""
        return (
            self.cover[node] is not None
            or self.tree.lower[node] in PUNCTUATION
            or self.tree.lower[node] in LIGHT
            or self.tree.tags[node] in ("RB", "CC")
        )

    def only_quotes(self, first: int, stop: int) -> bool:
        """Are the nodes `[first, stop)` quotations and what ties them?"""
        return all(map(self.is_light, range(first, stop)))

    def has_verb(self, first: int, stop: int) -> bool:
        """Is there a verb with a tense among the nodes `[first, stop)`, outside of quotations?"""
        return any(
            self.cover[node] is None and self.tree.tags[node] in ("VBD", "VBZ", "VBP", "MD")
            for node in range(first, stop)
        )


class Maker:
    """Makes the units of a document."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], syntax: Syntax) -> None:
        self.document = document
        self.tokens = document.tokens
        self.quotations = quotations
        self.syntax = syntax
        self.forms = speech_forms(document.lexicon.speech_verbs)
        self.mine = document.lexicon.speech_verbs

    def units(self) -> Iterator[tuple[int, int, list[int]]]:
        """(start, end, top-level quotations) of sentences that no quotation is cut by."""
        quotations = self.quotations
        tops = [i for i, q in enumerate(quotations) if q.parent is None and q.role in COLLAPSED]
        position, size = 0, len(tops)
        begin: int | None = None
        inside: list[int] = []
        for sentence in self.document.sentences:
            if begin is None:
                begin, inside = sentence.start, []
            while position < size and quotations[tops[position]].outer_start < sentence.end:
                inside.append(tops[position])
                position += 1
            while len(inside) > MOST_QUOTATIONS:
                cut = quotations[inside[MOST_QUOTATIONS]].outer_start
                yield begin, cut, inside[:MOST_QUOTATIONS]
                begin, inside = cut, inside[MOST_QUOTATIONS:]
            if inside and quotations[inside[-1]].outer_end > sentence.end:
                continue
            if (
                inside
                and sentence.end <= quotations[inside[-1]].outer_end
                and self._attribution_follows(sentence.index, quotations[inside[-1]])
            ):
                continue
            yield begin, sentence.end, inside
            begin = None
        if begin is not None:
            yield begin, len(self.document.text), inside

    def made(self) -> Iterator[Unit]:
        """The units that hold a quotation, a word that can report a clause, or a colon that announces, in text order."""
        starts = self.tokens.start
        places = [starts[i] for i in self._reporting()]
        position, size = 0, len(places)
        for start, end, inside in self.units():
            while position < size and places[position] < start:
                position += 1
            if FEED.match(self.document.text, start, end) is not None:
                continue
            if inside or (position < size and places[position] < end) or self.document.text[end - 1] == ":":
                unit = self.make(start, end, inside)
                if unit is not None:
                    yield unit

    def _reporting(self) -> Iterator[int]:
        """The tokens that can report without a quotation beside them: no part of a name, no noun with its article."""
        lower, codes, forms, nouns = self.tokens.lower, self.tokens.codes, self.forms, speech_nouns()
        asked = forms.keys() | REPORTING  # one test a word of the text, for one word in thirty
        for i in [i for i, word in enumerate(lower) if word in asked]:
            word = lower[i]
            verb = forms.get(word)
            if verb is not None:
                opens = not verb.frames.isdisjoint(("clause", "document")) or (
                    verb.frames & CLAUSE and self._opens_clause(i)
                )
                if (opens or self._refers(i)) and not (i and codes[i - 1] in BEFORE_NOUN) and not self._in_name(i):
                    yield i
                continue
            before = lower[i - 1]
            noun = word == "that" and nouns.get(before) == "act"
            if noun or word == "according" or (word == "per" and before in ("as", ",", ".", "*")):
                yield i

    def _opens_clause(self, token: int) -> bool:
        """Follows "that" or a question word in the sentence?"""
        for word in self.tokens.lower[token + 1 : token + LONGEST_ADDRESSEE]:
            if word in CLAUSE_WORDS or word == ".":
                return word != "."
        return False

    def _refers(self, token: int) -> bool:
        """Is it the verb of an aside: "as Ray writes, …", "…, as noted by Bolt."?"""
        following = "".join(self.tokens.lower[token + 1 : token + 2])
        return following in (",", ".", "by", "in", "on") and "as" in self.tokens.lower[max(0, token - 4) : token]

    def _in_name(self, token: int) -> bool:
        """Is the token a part of a name: "United States"?"""
        start = self.tokens.start[token]
        names = self.syntax.names
        at = bisect_right(names.starts, start) - 1
        return at >= 0 and start < names.names[at].end

    def make(self, start: int, end: int, inside: Sequence[int] = ()) -> Unit | None:
        """The unit of `text[start:end]` with the quotations `inside`; None where it has no words."""
        tokens = self.tokens
        low, high = tokens.first_from(start), tokens.first_from(end)
        if not inside and high > low + LONGEST:
            end = tokens.end[low + LONGEST - 1]
        tree = self.syntax.parse(start, end, self._held(inside))
        if not len(tree):
            return None
        marks: list[Mark] = []
        cover: list[Mark | None] = [None] * len(tree)
        node = 0
        for index in inside:
            quotation = self.quotations[index]
            node = bisect_left(tree.start, quotation.outer_start, node)
            first = node
            node = bisect_left(tree.start, quotation.outer_end, node)
            if node > first:
                mark = Mark(index, first, node - 1, quotation.role == "speech")
                marks.append(mark)
                cover[first:node] = [mark] * (node - first)
        forms = self.forms
        cues = {
            n: forms[word]
            for n, word in enumerate(tree.lower)
            if word in forms and cover[n] is None and self._is_verb(tree, n, cover)
        }
        paragraph = self.document.paragraph_at(start)
        return Unit(tree, marks, cover, cues, paragraph.index if paragraph else 0, start, end)

    def _held(self, inside: Sequence[int]) -> list[Held]:
        """The quotations that are sentences, and the marks of the others."""
        out: list[Held] = []
        for quotation in (self.quotations[i] for i in inside):
            if self._is_held(quotation):
                out.append((quotation.outer_start, quotation.outer_end, "quotation"))
                continue
            if quotation.outer_start < quotation.start:
                out.append((quotation.outer_start, quotation.start, "open"))
            if quotation.end < quotation.outer_end:
                out.append((quotation.end, quotation.outer_end, "close"))
        return out

    def _is_verb(self, tree: Tree, node: int, cover: Sequence[Mark | None]) -> bool:
        """Is a form of a speech verb a verb here? What is tagged as a noun may be the verb that its sentence lacks."""
        tag = tree.tags[node]
        if " ".join(tree.lower[max(0, node - 1) : node + 2]) in IDIOMS:
            return False
        if tag[:2] == "VB":
            return True
        if tag in ("NN", "NNS") and "".join(tree.lower[node + 1 : node + 2]) == "that":
            return self._lacks_verb(tree, node)
        if (
            tag in ("NN", "NNS")
            and "".join(tree.lower[node + 1 : node + 2]) in (":", ",")
            and any(cover[node + 2 : node + 3])
        ):
            return not any(
                tree.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(node)
            )  # "The statement read: “…”"
        if tag in ("NN", "NNS") and node + 2 >= len(tree):
            return self._closes(tree, node, cover)
        return self.forms[tree.lower[node]].lemma in self.mine

    def _lacks_verb(self, tree: Tree, node: int) -> bool:
        """Is it the verb that its sentence lacks: "Jo Ray, a lawyer, [notes] that …", "44% [report] that …"?"""
        apart = tree.tags[node - 1] not in ("DT", "JJ", "PRP$", "POS", "VBD", "VBZ", "VBP", "IN", "TO", "VBN", "VBG")
        return apart and not any(
            tree.tags[i] in ("VBD", "VBZ", "VBP", "MD", "DT", "PRP$", "POS") and tree.head[i] in (node, -1)
            for i in range(node)
        )

    def _closes(self, tree: Tree, node: int, cover: Sequence[Mark | None]) -> bool:
        """Is it "“…?” a narrator in the ad asks.": nothing but a noun phrase between a quotation and the last word?"""
        back = node - 1
        while back >= 0 and cover[back] is None and tree.tags[back] in NOUN_PHRASE:
            back -= 1
        return 0 <= back < node - 1 and cover[back] is not None

    def _is_held(self, quotation: Quotation) -> bool:
        """Is the quotation a sentence of its own, or too long to be parsed with the words around it?"""
        if quotation.role != "speech":
            return False
        text = self.document.text[quotation.start : quotation.end].strip()
        if (
            len(self.tokens.inside(quotation.start, quotation.end)) > LONGEST_FRAGMENT
            or STOP_INSIDE.search(text) is not None
        ):
            return True
        return not text[:1].islower() and text.rstrip(CLOSING)[-1:] in ENDS

    def _attribution_follows(self, index: int, quotation: Quotation) -> bool:
        """“Really?” Ray pressed.: a question or a cry, and a short sentence behind it in the same paragraph; or a comma."""
        document = self.document
        if index + 1 >= len(document.sentences):
            return False
        last = document.text[quotation.end - 1]
        if last == ",":
            return True
        if last not in "?!—":
            return False
        here, following = document.sentences[index], document.sentences[index + 1]
        if here.paragraph != following.paragraph or following.end - following.start > SHORT:
            return False
        return self._attributes(following)

    def _attributes(self, sentence: Sentence) -> bool:
        """Is it a subject, a verb, and little else: "Ray pressed."?"""
        tree = self.syntax.of(sentence)
        if tree.tags[tree.root] == "NNS":  # "Ray questions."
            return tree.lower[tree.root] in self.forms
        return tree.object(tree.root) is None
