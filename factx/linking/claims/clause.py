"""The shallow parse of one sentence: chunks (noun phrases, verb groups, amounts, times …), and who is whose subject.

A sentence becomes a list of chunks and a `shape`, one letter a chunk, so that clause rules can be regular expressions
over shapes. Amounts and times are chunks of their own and are never cut:

    A amount   @ time   N noun phrase   H pronoun   g possessor before an amount ("Acme's $5 million")
    m words before an amount that belong to its noun phrase ("a record", "the estimated")
    V finite verb group   I infinitive   G -ing form   E participle   o "of"   p other preposition   & coordinator
    w subordinator or relative   u up, down, higher, lower   J adjective   R adverb   x other
    , ; : - ( ) " .   punctuation

>>> from factx.article import Article
>>> from factx.document import Document
>>> document = Document(Article(text="Sales of Acme's gears in Spain were strong."))
>>> scene = Scene(document, document.sentences[0], [], [], [])
>>> scene.shape, scene.text_of(scene.subject_of(scene.shape.index("V")))
('NoNpNVJ.', 'Sales')
"""

from __future__ import annotations

from factx.linking.claims.chunked import FURTHEST, ChunkedSentence
from factx.linking.claims.chunks import Chunk
from factx.linking.claims.words import BEFORE_WHAT, OBJECT_CONTROL, SPEECH, is_quantity

__all__ = ["CONJUNCTIONS", "FURTHEST", "Chunk", "Scene"]

CONJUNCTIONS = ("as", "after", "before", "since", "until")
"""Prepositions that open a clause where a subject and a finite verb follow."""


class Scene(ChunkedSentence):
    """One sentence, parsed around its amounts (`indices` into `amounts`) and times: whose subject is whose."""

    def phrase_start(self, index: int, *, clause: bool = False) -> int:
        """Of the noun phrase at `index`: the first chunk of the whole phrase that it is the end of ("sales of gears").

        `clause`: a verb follows, so that "as", "after" and the like open its clause.
        """
        start = index
        for _ in range(6):
            before = start - 1
            if clause and self._opens_clause(before):
                break
            if self.kind(before) in ("o", "p") and self.kind(before - 1) and self.kind(before - 1) in "NHA@g":
                start = before - 1
            elif self.kind(before) == "@" and self.kind(before - 1) in ("o", "p") and self.kind(before - 2) == "N":
                start = before - 2
            else:
                break
        return start

    def subject_of(self, verb: int) -> int | None:
        """The chunk that is the subject of the verb group at `verb`: the head of its noun phrase."""
        return self._subject(verb, 0)

    def _subject(self, verb: int, depth: int) -> int | None:
        if depth > 4:
            return None
        shape = self.shape
        i = verb - 1
        stop = max(-1, verb - FURTHEST)
        if shape[verb] in "GE" and self.kind(i) in ("N", "A"):
            start = self.phrase_start(i)
            measured = self.kind(start) == "N" and is_quantity(self.head_of(start)) and not is_quantity(self.head_of(i))
            return start if measured else i  # "with sales at the shops rising"
        while i > stop:
            letter = shape[i]
            if letter in 'R"JuE':
                i -= 1
            elif letter == "@":
                i -= 1
                while i > stop and shape[i] in "po":
                    i -= 1
            elif letter in ")":
                opened = self.opening(i)
                if opened is None:
                    return None
                i = opened - 1
            elif letter == ",":
                jumped = self._over_apposition(i, verb)
                if jumped is None:
                    before = self.verb_before(i, "V")
                    return self._subject(before, depth + 1) if before is not None else None
                i = jumped
            elif letter == "-":
                opened = shape.rfind("-", max(0, i - 12), i)
                i = (opened if opened > 0 else i) - 1
            elif letter == "w":
                if self.head_of(i) in ("which", "who", "that"):
                    antecedent = self.before(i, 'R",')
                    if self.kind(antecedent) in ("N", "H", "A"):
                        head = antecedent if self.kind(antecedent - 1) == "o" else self.phrase_start(antecedent)
                        near = (
                            self.kind(antecedent) == "N"
                            and self.head_of(i) != "who"
                            and not self.is_named(antecedent)
                            and not is_quantity(self.head_of(head))
                        )
                        return antecedent if near else head  # "fallout from a strike that has", "sales in Spain that"
                return None
            elif letter == "&":
                before = self.verb_before(i)
                if before is None:
                    return None
                return self._subject(before, depth + 1)
            elif letter in "NHAg":
                i = self._list_start(i) if shape[verb] == "V" else i
                start = self._whole(self.phrase_start(i, clause=shape[verb] == "V"), shape[verb] == "V")
                before = start - 1
                if shape[verb] == "V" and self._opens_clause(before) and "," not in shape[start:verb]:
                    return start  # "as volumes fell"
                if self.kind(before) in ("p", "o"):
                    # a phrase of its own in front of the verb ("In May …"), or one behind an earlier noun
                    i = before - 1
                    continue
                if self.kind(before) in ("V", "G", "I") and shape[verb] in "IGE":
                    return self._controller(before, start, verb, depth)
                return start
            elif letter == "V" and shape[verb] == "V" and self._reduced(i):
                i -= 1  # "the price paid for fuel rose"
            elif (
                letter == "V"
                and shape[verb] == "V"
                and i == verb - 1
                and self.kind(i - 1) in ("H", "N")
                and self.kind(i - 2) == "N"
            ):
                i -= 2  # "the sector it serves has"
            elif letter in "VIG":
                if shape[verb] in "IGE" or letter == "G":
                    return self._subject(i, depth + 1)
                return None
            else:
                return None if letter in ";." else self._fronted(verb)
        return self._fronted(verb)

    def _list_start(self, index: int) -> int:
        """The first of three or more names that end with chunk `index`: "Acme, Bolt and Zed said"; `index` for what is no list."""
        i = index - 1
        if self.kind(i) != "&" or not self.is_named(index):
            return index
        i -= 1 + (self.kind(i - 1) == ",")
        first = index
        while self.kind(i) == "N" and self.is_named(i) and self.kind(i - 1) == "," and index - i < 20:
            first, i = i - 2, i - 2
        listed = first < index and self.kind(first) == "N" and self.is_named(first)
        return first if listed and self.kind(first - 1) not in ("V", "I", "G") else index

    def _opens_clause(self, index: int) -> bool:
        """Is the preposition at `index`, with a noun and a finite verb behind, a conjunction: "rose as volumes fell"; "profit before tax rose"?"""
        if self.kind(index) != "p" or self.head_of(index) not in CONJUNCTIONS or self.head_of(index + 1) in BEFORE_WHAT:
            return False
        return self.kind(index - 1) not in ("N", "@") or self.verb_before(index, "V") is not None

    def _whole(self, start: int, clause: bool) -> int:
        """ "earnings before interest and taxes" begins with the earnings."""
        if (
            self.kind(start - 1) == "&"
            and self.kind(start - 2) == "N"
            and self.kind(start - 3) == "p"
            and self.head_of(start - 3) in ("before", "after")
            and self.head_of(start) in BEFORE_WHAT
            and self.kind(start - 4) == "N"
        ):
            return self.phrase_start(start - 4, clause=clause)
        return start

    def _reduced(self, verb: int) -> bool:
        """Is what looks like a finite verb a participle behind its noun: "costs faced by airlines", before the clause's own verb?"""
        chunk = self.chunks[verb]
        return (
            chunk.first == chunk.last
            and self.tokens.tag[chunk.last] in ("VBD", "VBN")
            and self.tokens.lower[chunk.last].endswith(("ed", "id", "en", "wn", "ld", "nt"))
            and self.kind(verb + 1) in ("p", "o")
            and self.kind(verb - 1) == "N"
        )

    def _controller(self, governing: int, noun: int, verb: int, depth: int) -> int | None:
        """The subject of an infinitive or participle behind "verb + noun": the verb's own, but "asked Bolt to pay"."""
        if self.shape[verb] == "I" and self.lemma_of(governing) in OBJECT_CONTROL:
            return noun
        return self._subject(governing, depth + 1)

    def apposed_name(self, index: int) -> int:
        """ "The airline, Bolt Air, said": the name behind the comma, where the chunk at `index` is no name itself."""
        codes = self.tokens.codes
        if self.is_named(index) or self.kind(index + 1) != ",":
            return index
        name = index + 2
        if self.kind(name) != "N" or not self.is_named(name) or codes[self.chunks[name].first] == "D":
            return index
        after = self.after(name)
        if self.kind(after) == "(":
            closing = self.shape.find(")", after, after + 8)
            after = self.after(closing) if closing > 0 else after
        return name if self.kind(after) in (",", "V") else index

    def _over_apposition(self, comma: int, verb: int) -> int | None:
        """Before the verb stands "…, a maker of gears," or "…, which it opened in May,": the chunk before that."""
        seen = False
        i = comma
        while i > max(0, comma - 16):
            i -= 1
            letter = self.shape[i]
            if letter == ")":
                opened = self.opening(i)
                if opened is None:
                    return None
                i = opened
            elif letter == "V":
                seen = True
            elif letter == "w" and seen:
                return i - 2 if self.kind(i - 1) == "," else None
            elif letter == "," and seen and self.lemma_of(self.before(comma, 'R@p"')) in SPEECH:
                return i - 1  # "Sales, Bolt said, rose"
            elif letter == ",":
                return i - 1 if not seen and self.kind(i - 1) in ("N", "H", ")", "A", "@", '"', ",") else None
            elif letter in ";.(":
                return None
        return None

    def _fronted(self, verb: int) -> int | None:
        """A participle or a "with"-phrase in front has the subject of the main clause behind it."""
        if self.shape[verb] not in "GEI":
            return None
        main = self.verb_after(verb)
        if main is None or self.shape.find(",", verb, main) < 0:
            return None
        for i in range(main - 1, verb, -1):
            if self.shape[i] in "NH":
                start = self.phrase_start(i)
                return start if self.kind(start - 1) == "," else None
            if self.shape[i] not in 'R"':
                return None
        return None
