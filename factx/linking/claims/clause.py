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
>>> document = Document(Article(text="Sales of Acme's gears in Spain comprised most revenue."))
>>> scene = Scene(document, document.sentences[0], [], [], [])
>>> scene.shape, scene.text_of(scene.subject_of(scene.shape.index("V")))
('NoNpNVN.', 'Sales')
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factx import lexicon
from factx.document import Document, Sentence
from factx.linking.claims.moments import Moment
from factx.linking.claims.words import TRANSACTIONS, direction_of
from factx.mentions.types import AmountMention, SpanTuple

__all__ = ["Chunk", "Scene"]

FURTHEST = 40
"""Chunks that a look to the left or right goes at most."""

LONGEST = 600
"""Tokens of a sentence that are parsed; of a longer one, those around an amount."""

AUXILIARIES = frozenset(
    "is are was were be been being am 's ’s 're ’re 'm ’m isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t "
    "has have had having 've ’ve hasn't haven't hadn't hasn’t haven’t hadn’t do does did don't doesn't didn't don’t "
    "doesn’t didn’t".split()
)
SUBORDINATORS = frozenset(
    "that which who whom whose what when where while whereas whilst although though because if unless whether how why "
    "once so lest".split()
)
DIRECTIONS = frozenset("up down higher lower".split())
COORDINATORS = frozenset("and or but nor plus & yet".split())
SUFFIXES = frozenset("inc corp ltd llc l.p lp plc co s.a sa n.v nv ag gmbh l.l.c pty s.p.a incorporated limited".split())
CYCLES = frozenset("year quarter month week day".split())
YEARLY = frozenset(
    "year-over-year year-on-year quarter-over-quarter quarter-on-quarter month-over-month month-on-month y-o-y yoy sequentially".split()
)
IRREGULAR = frozenset("forecast put set cut broadcast split".split())
BEFORE_TO = frozenset("compared according due thanks relative equal next close prior subject".split())
HAVE = frozenset("has have had having 've ’ve".split())
PREPOSITIONAL = frozenset("including excluding following regarding concerning versus vs per than compared against".split())

CHUNK = re.compile(
    r"""
      (?P<A>Aa*+) | (?P<time>(?:[DS]J?)?@~*+)
    | (?P<g>[DS]{0,2}+[JEGNP\#&]{0,8}[NP]'(?=[DSRJEGNP\#]{0,5}A|J?@~*[JEGNP\#])) | (?P<S>S(?=A))
    | (?P<m>(?:[DS]R?[JEG\#]{0,4}|J{1,3})(?=A))
    | (?P<N>[DS]{0,2}+(?:[NP&]{0,6}[NP]')?
          (?:(?:(?<=[DS'JIopV])|(?<=,)(?=R?E)|(?<![DSJEGNPRBVxMTI'\#aA~@]))R?[EG](?=[JNPEG\#])|R?[J\#](?:[,&]R?[JE](?=[J\#&,EGNP]))?+|[EG](?=[NP])(?<=[DSJ'][EG]))*+
          [NPJ\#]*[NP](?:&P+)?+(?:'[JEG\#NP]*[NP])*+)
    | (?P<H>H)
    | (?P<V>R{0,3}+(?:Mx?|x)[RD]?R?(?:x|[VBEG]|TR?[Bx])*+(?:R{0,2}[EGBV])?(?:R?TR?(?:xR?)*[BVxE]E?)*+ | R{0,3}+[VB](?:R?(?:TR?xR?E|TR?[BVx]))*+)
    | (?P<I>TR{0,2}(?:xR?)*[BVEx]E?)
    | (?P<G>R?G) | (?P<E>R?E)
    | (?P<D>[DS]) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
LETTERS = {"time": "@", "S": "g", "D": "m"}
LONE = {"o": "o", "I": "p", "T": "p", "&": "&", "w": "w", "W": "w", "u": "u", "J": "J", "R": "R", ",": ",", ".": ".",
        "(": "(", ")": ")", '"': '"', ":": "-", ";": ";", "#": "N", "$": "x", "'": "x", "M": "V"}  # fmt: skip


@dataclass(slots=True, frozen=True)
class Chunk:
    """Tokens `first` to `last` (included) of one `kind`; `ref`: index of its amount or time."""

    kind: str
    first: int
    last: int
    ref: int = -1


class Scene:
    """One sentence, parsed around its amounts (`indices` into `amounts`) and times."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        indices: Sequence[int],
        amounts: Sequence[AmountMention],
        times: Sequence[Moment],
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.sentence = sentence
        self.amounts = amounts
        self.times = times
        self.indices = tuple(indices)
        self.chunks: list[Chunk] = []
        self.place: dict[int, int] = {}
        self._parse()
        self.shape = "".join([chunk.kind for chunk in self.chunks])

    # ------------------------------------------------------------ parsing
    def _window(self) -> tuple[int, int]:
        inside = self.tokens.inside(self.sentence.start, self.sentence.end)
        first, last = inside.start, inside.stop
        if last - first > LONGEST and self.indices:
            first = max(first, self.tokens.at(self.amounts[self.indices[0]].start) - LONGEST // 2)
            last = min(last, max(first + LONGEST, self.tokens.at(self.amounts[self.indices[-1]].end) + 60))
        return first, last

    def _parse(self) -> None:
        tokens = self.tokens
        base, stop = self._window()
        mask = self._mask(base, stop)
        held: dict[int, int] = {}
        for index, time in enumerate(self.times):
            at, end = tokens.at(time.start), tokens.at(time.end - 1)
            if base <= at and end < stop and not (time.type == "SET" and at == end):
                # (a lone "annual" is an adjective)
                mask[at - base : end + 1 - base] = "@" + "~" * (end - at)
                held[at] = index
        for index in self.indices:
            amount = self.amounts[index]
            at, end = tokens.at(amount.phrase_start), tokens.at(amount.phrase_end - 1)
            while at < end and mask[at - base] in "aA~":  # the phrase before may reach into this one
                at += 1
            if not base <= at <= end < stop:
                continue
            mask[at - base : end + 1 - base] = "A" + "a" * (end - at)
            held[at] = index
        for match in CHUNK.finditer("".join(mask)):
            kind = match.lastgroup or "other"
            first, last = match.start() + base, match.end() - 1 + base
            if kind == "other":
                kind = LONE.get(match[0], "x")
                if kind == "-" and tokens.text[first] == ";":
                    kind = ";"
            kind = LETTERS.get(kind, kind)
            if kind == "A" and first in held:
                self.place[held[first]] = len(self.chunks)
            ref = held.get(first, -1) if kind in "A@" else -1
            if kind == "@" and ref < 0:  # behind a determiner
                ref = next((held[i] for i in range(first, last + 1) if i in held), -1)
            self.chunks.append(Chunk(kind, first, last, ref))
        if self.indices:
            self._mend()

    def _mend(self) -> None:
        """Verbs that the tagger did not see: "sales comprised less than $5m", "Bolt axes 90 jobs", "a report values it at"."""
        chunks = self.chunks
        verb = False
        i = 0
        while i < len(chunks):
            chunk = chunks[i]
            kind = chunk.kind
            following = chunks[i + 1].kind if i + 1 < len(chunks) else ""
            if kind in "w;.":
                verb = False
            elif kind == "V":
                verb = True
            elif kind == "J" and i > 1 and chunks[i - 1].kind == "A" and chunks[i - 2].kind in "mg" and following != "N":
                if "N" in lexicon.other_classes().get(self.tokens.lower[chunk.last], ""):
                    chunks[i] = Chunk("N", chunk.first, chunk.last)  # "a $5m fine"
            elif kind == "m" and following == "A" and chunk.last - chunk.first > 1 and not verb and self.tokens.codes[chunk.last] in "EV":
                chunks[i : i + 1] = [Chunk("N", chunk.first, chunk.last - 1), Chunk("V", chunk.last, chunk.last)]
                verb = True
            elif not verb and kind == "E" and following == "A" and i and chunks[i - 1].kind in "NH@)":
                chunks[i] = Chunk("V", chunk.first, chunk.last)
                verb = True
            elif not verb and kind == "N" and chunk.first < chunk.last and following and following in "Apu":
                cut = self._hidden_verb(chunk, chunks[i + 1])
                if cut is not None:
                    parts = [Chunk("N", chunk.first, cut - 1), Chunk("V", cut, cut)]
                    if cut < chunk.last:
                        parts.append(Chunk("N", cut + 1, chunk.last))
                    chunks[i : i + 1] = parts
                    verb = True
            i += 1
        self.place = {chunk.ref: i for i, chunk in enumerate(chunks) if chunk.kind == "A" and chunk.ref >= 0}

    def _hidden_verb(self, chunk: Chunk, following: Chunk) -> int | None:
        """The token of a noun chunk that must be its clause's verb, if one can be."""
        lower, lemmas = self.tokens.lower, lexicon.verb_lemmas()
        last = lower[chunk.last]
        if following.kind == "A" and following.ref >= 0:
            amount = self.amounts[following.ref]
            counted = amount.currency is None and amount.unit_start is not None and amount.dimension == "count"
            fits = counted or (last in ("cost", "costs") and amount.currency is not None) or (amount.unit_name == "percent" and direction_of(lemmas.get(last, ""), "verb") is not None)
            return chunk.last if fits and last in lemmas and self.tokens.tag[chunk.last - 1] != "DT" else None
        if following.kind == "u":
            return chunk.last if direction_of(lemmas.get(last, ""), "verb") else None
        word = lower[following.first]
        if word == "at":
            for i in range(chunk.last - 1, chunk.first, -1):
                if lower[i].endswith("s") and lemmas.get(lower[i]) in TRANSACTIONS:
                    return i
        if word in ("from", "between") and lemmas.get(last) in ("range", "vary"):
            return chunk.last
        if word in ("by", "to") and direction_of(lemmas.get(last, ""), "verb") and last.endswith("s"):
            return chunk.last
        return None

    def _mask(self, base: int, stop: int) -> list[str]:
        """One letter a token: the codes, with closed-class words told apart by their form."""
        tokens = self.tokens
        mask = list(tokens.codes[base:stop])
        lower = tokens.lower
        last = len(mask) - 1
        for i in range(last + 1):
            code, word = mask[i], lower[base + i]
            before = mask[i - 1] if i else "."
            if code == "R" != tokens.codes[base + i]:
                continue  # set from the word before
            if code == "'" or word in ("'s", "’s"):
                mask[i] = "'" if before in "NP)" else "x"
            elif word == "record" and before == "D" and i < last and mask[i + 1] in "#$":
                mask[i] = "J"
            elif code in "IWNJRVBEGM&DXTP":
                if word == "of":
                    mask[i] = "o"
                elif word in AUXILIARIES:
                    mask[i] = "x"
                elif word in SUBORDINATORS and (word != "that" or code in "IW"):
                    mask[i] = "w"
                elif word in DIRECTIONS:
                    mask[i] = "u"
                elif word in COORDINATORS:
                    mask[i] = "&"
                elif word in ("more", "less") and i + 2 <= last and lower[base + i + 1] == "than" and mask[i + 2] in "VEB" and before != "x":
                    mask[i] = mask[i + 1] = "R"  # "more than doubled"
                elif word in PREPOSITIONAL or word == "worth" or (word == "to" and lower[base + i - 1] in BEFORE_TO):
                    mask[i] = "I"
                elif word == "net" or (word == "own" and before == "S"):
                    mask[i] = "J"
                elif word == "own":
                    mask[i] = "V"
                elif word in CYCLES and i + 2 <= last and lower[base + i + 2] == word and lower[base + i + 1] in ("over", "on", "to"):
                    mask[i] = mask[i + 1] = mask[i + 2] = "R"  # "year over year"
                elif word in YEARLY:
                    mask[i] = "R"
                elif code == "N" and before in "xR" and self._participle(base + i, i, mask):
                    mask[i] = "E"
            elif code == "." and i < last:
                # "Inc." and "U.S." in mid-sentence go on with the name
                mask[i] = before if before in "PN" and tokens.codes[base + i + 1] not in '")' else ","
            elif code == "," and before == "P" and i < last and lower[base + i + 1] in SUFFIXES:
                mask[i] = mask[i + 1] = "P"
            elif code == '"' and word in ("'", "’") and before in "NP" and i < last and self._genitive(base + i):
                mask[i] = "'"
        return mask

    def _participle(self, token: int, i: int, mask: list[str]) -> bool:
        """Is a noun-like form behind "had" or "had previously" the verb ("had forecast a rise")?"""
        lower = self.tokens.lower
        auxiliary = lower[token - 1] if mask[i - 1] == "x" else lower[token - 2] if i > 1 else ""
        following = self.tokens.codes[token + 1 : token + 2]
        if lower[token] not in lexicon.verb_lemmas():
            return False
        if auxiliary in BE:  # "is forecast at"
            return lower[token] in IRREGULAR and lower[token + 1] in ("at", "to")
        return auxiliary in HAVE and following in ("D", "S", "#", "$", "H")

    def _genitive(self, token: int) -> bool:
        """Is the apostrophe at `token` one behind a plural or a name in -s ("investors' money")?"""
        tokens = self.tokens
        return (
            tokens.lower[token - 1].endswith("s")
            and tokens.start[token] == tokens.end[token - 1]
            and tokens.codes[token + 1] in "NJPE#$"
            and tokens.start[token + 1] == tokens.end[token] + 1
        )

    # ------------------------------------------------------------ reading
    def text_of(self, index: int | None) -> str:
        """The words of a chunk as written ("" for None)."""
        if index is None:
            return ""
        chunk = self.chunks[index]
        return self.document.text[self.tokens.start[chunk.first] : self.tokens.end[chunk.last]]

    def span_of(self, index: int) -> SpanTuple:
        """Offsets of a chunk."""
        chunk = self.chunks[index]
        return self.tokens.start[chunk.first], self.tokens.end[chunk.last]

    def lower_of(self, index: int) -> list[str]:
        """The words of a chunk in lower case."""
        chunk = self.chunks[index]
        return self.tokens.lower[chunk.first : chunk.last + 1]

    def head_of(self, index: int) -> str:
        """The last word of a chunk, in lower case."""
        return self.tokens.lower[self.chunks[index].last]

    def lemma_of(self, index: int) -> str:
        """The lemma of the last verb of a verb group ("" where it has none: a form of "be" is "be")."""
        chunk = self.chunks[index]
        codes = self.tokens.codes
        for token in range(chunk.last, chunk.first - 1, -1):
            word = self.tokens.lower[token]
            if word in BE:
                return "be"
            lemma = lexicon.verb_lemmas().get(word)
            if lemma is not None:
                return lemma
            if codes[token] in "VBEG":
                return word  # a verb that the lexicon does not have
        return ""

    def kind(self, index: int) -> str:
        """The kind of a chunk; "" outside the sentence."""
        return self.shape[index] if 0 <= index < len(self.shape) else ""

    def chunk_at(self, offset: int) -> int:
        """Index of the chunk that holds `offset`, or of the next one."""
        token = self.tokens.at(offset)
        return bisect_left(self.chunks, token, key=lambda chunk: chunk.last)

    def before(self, index: int, skip: str = 'R"m') -> int:
        """The nearest chunk before `index` that is not of the kinds to skip (-1: none)."""
        index -= 1
        while index >= 0 and self.shape[index] in skip:
            index -= 1
        return index

    def after(self, index: int, skip: str = 'R"') -> int:
        """The nearest chunk behind `index` that is not of the kinds to skip (len: none)."""
        index += 1
        while index < len(self.shape) and self.shape[index] in skip:
            index += 1
        return index

    def opening(self, index: int) -> int | None:
        """The bracket that chunk `index` stands in, if one is open."""
        depth = 0
        for i in range(index - 1, max(-1, index - FURTHEST), -1):
            if self.shape[i] == ")":
                depth += 1
            elif self.shape[i] == "(":
                if not depth:
                    return i
                depth -= 1
        return None

    # ------------------------------------------------------------ clauses
    def verb_before(self, index: int, kinds: str = "VIGE") -> int | None:
        """The verb group that governs what stands at `index`: the nearest to the left, not over a clause boundary."""
        stop = max(-1, index - FURTHEST)
        i = index - 1
        while i > stop:
            letter = self.shape[i]
            if letter == ")":
                opened = self.opening(i)
                i = (opened if opened is not None else i) - 1
                continue
            if letter in kinds:
                return i
            if letter in ";w" or letter == "(":
                return None
            i -= 1
        return None

    def verb_after(self, index: int) -> int | None:
        """The next finite verb group to the right within the clause."""
        for i in range(index + 1, min(len(self.shape), index + FURTHEST)):
            if self.shape[i] == "V":
                return i
            if self.shape[i] in ";.w":
                return None
        return None

    def phrase_start(self, index: int) -> int:
        """Of the noun phrase at `index`: the first chunk of the whole phrase that it is the end of ("sales of gears")."""
        start = index
        for _ in range(6):
            before = start - 1
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
            return i
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
                        return antecedent if self.kind(antecedent - 1) == "o" else self.phrase_start(antecedent)
                return None
            elif letter == "&":
                before = self.verb_before(i)
                if before is None:
                    return None
                return self._subject(before, depth + 1)
            elif letter in "NHAg":
                start = self.phrase_start(i)
                before = start - 1
                if self.kind(before) in ("p", "o"):
                    # a phrase of its own in front of the verb ("In May …"), or one behind an earlier noun
                    i = before - 1
                    continue
                if self.kind(before) in ("V", "G", "I") and shape[verb] in "IGE":
                    return self._controller(before, start, verb, depth)
                return start
            elif letter in "VIG":
                if shape[verb] in "IGE" or letter == "G":
                    return self._subject(i, depth + 1)
                return None
            else:
                return None if letter in ";." else self._fronted(verb)
        return self._fronted(verb)

    def _controller(self, governing: int, noun: int, verb: int, depth: int) -> int | None:
        """The subject of an infinitive or participle behind "verb + noun": the verb's own, but "asked Bolt to pay"."""
        if self.shape[verb] == "I" and self.lemma_of(governing) in OBJECT_CONTROL:
            return noun
        return self._subject(governing, depth + 1)

    def apposed_name(self, index: int) -> int:
        """ "The airline, Bolt Air, said": the name behind the comma, where the chunk at `index` is no name itself."""
        codes = self.tokens.codes
        if codes[self.chunks[index].last] == "P" or self.kind(index + 1) != ",":
            return index
        name = index + 2
        if self.kind(name) != "N" or codes[self.chunks[name].last] != "P" or codes[self.chunks[name].first] == "D":
            return index
        after = self.after(name)
        if self.kind(after) == "(":
            closing = self.shape.find(")", after, after + 8)
            after = self.after(closing) if closing > 0 else after
        return name if self.kind(after) in (",", "V") else index

    def _over_apposition(self, comma: int, verb: int) -> int | None:
        """Before the verb stands "…, a maker of gears," or "…, reporting results,": the chunk before it."""
        i = comma
        while i > max(0, comma - 14):
            i -= 1
            letter = self.shape[i]
            if letter == ")":
                opened = self.opening(i)
                if opened is None:
                    return None
                i = opened
                continue
            if letter == ",":
                return i - 1 if self.kind(i - 1) in ("N", "H", ")", "A", "@", '"', ",") else None
            if letter in "V;.(":
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


BE = frozenset("is are was were be been being am 's ’s 're ’re isn't wasn't aren't weren't isn’t wasn’t".split())
OBJECT_CONTROL = frozenset(
    "ask tell order urge require force oblige allow enable help permit encourage advise invite persuade want cause get "
    "lead expect instruct compel direct authorise authorize commission hire".split()
)
