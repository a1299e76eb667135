"""Parts of speech, learned: an averaged perceptron from left to right over Penn tags (Collins 2002).

The score of a tag is a sum of whole numbers, so that the same sentence has the same tags on every machine.

>>> from factx.syntax.model import models
>>> words = "Acme said sales rose and that it claims damages .".split()
>>> " ".join(models().tagger.tag(words))
'NNP VBD NNS VBD CC IN PRP VBZ NNS .'
>>> " ".join(models().tagger.tag("It said that costs fell .".split()))
'PRP VBD IN NNS VBD .'
"""

from __future__ import annotations

from factx import lexicon
from factx.syntax.lanes import Lanes
from factx.syntax.vocabulary import Vocabulary, shape

__all__ = ["PENN", "Tagger"]

PENN = tuple(
    "NN IN DT NNP JJ PRP . RB NNS , VB CC VBD VBP VBZ CD VBN VBG TO MD PRP$ : UH -RRB- -LRB- WDT WRB HYPH '' `` WP RP POS "
    "NNPS JJR JJS EX RBR SYM FW NFP $ GW ADD PDT RBS LS AFX WP$".split()
)
"""The tags, in the order of their lanes."""

NUMBER = {tag: number for number, tag in enumerate(PENN)}
START, END = len(PENN), len(PENN) + 1

VBZ, NNS, NOUN = NUMBER["VBZ"], NUMBER["NNS"], 1 << "ANRV".index("N")
PAST_OR_MODAL = (NUMBER["VBD"], NUMBER["MD"])
"""What no present form stands before in the treebanks: in "said that costs fell" it is the noun."""

SHAPES = {
    name: number
    for number, name in enumerate(("x", "Xx", "XX", "xX", "X", "0", "0-", ".", "x-", "XX-", "Xx-", "xX-"), 1)
}


class Looks(dict[str, int]):
    """Form -> its shape, its first letter's and last letters' classes, folded into one number; filled as forms are met."""

    def __missing__(self, form: str) -> int:
        number = SHAPES.get(shape(form), 0)
        if len(self) < Vocabulary.MANY:
            self[form] = number
        return number


class Classes(dict[str, int]):
    """Form -> the tag that the word list has for it, and the other classes that it can be (A N R V), as a number below 1,024."""

    def __missing__(self, form: str) -> int:
        low = form.lower()
        tag = NUMBER.get(lexicon.tags().get(low, ""), START)
        number = tag << 4 | sum(1 << "ANRV".index(c) for c in lexicon.other_classes().get(low, "") if c in "ANRV")
        if len(self) < Vocabulary.MANY:
            self[form] = number
        return number


class Forms(dict[str, tuple[int, int, int, int]]):
    """Form -> its number, ending, look and class: one look-up a word; filled as forms are met, emptied when it is full."""

    MANY = 20_000

    def __init__(self, words: Vocabulary, suffixes: Vocabulary, looks: Looks, classes: Classes) -> None:
        super().__init__()
        self.parts = words, suffixes, looks, classes

    def __missing__(self, form: str) -> tuple[int, int, int, int]:
        words, suffixes, looks, classes = self.parts
        found = words[form], suffixes["." + form.lower()], looks[form], classes[form]
        if len(self) >= self.MANY:
            self.clear()
        self[form] = found
        return found


Context = tuple[list[int], list[int], list[int], list[int]]
"""Of a sentence's words: their numbers, endings, looks and classes, with what stands for nothing at both ends."""


class Tagger:
    """A tagger over `rows`: feature -> packed scores of the tags (`Lanes`).

    `known`: the tag of a form that has next to no other in the treebanks; it is not asked for again. `sure`: a word in its
    shape behind a tag -> the tag that the scores always gave (`training.slim`).
    """

    def __init__(
        self,
        lanes: Lanes,
        rows: dict[int, int],
        words: Vocabulary,
        suffixes: Vocabulary,
        known: dict[str, int],
        sure: dict[int, int] | None = None,
    ) -> None:
        self.lanes, self.rows, self.words, self.suffixes, self.known = lanes, rows, words, suffixes, known
        self.sure = sure or {}
        self.classes = Classes()
        self.forms = Forms(words, suffixes, Looks(), self.classes)

    def tag(self, forms: list[str]) -> list[str]:
        """Penn tags of the words of one sentence (units by their class: "<money>" …)."""
        return [PENN[number] for number in self.numbers(forms)]

    def numbers(self, forms: list[str]) -> list[int]:
        """As `tag`, by number."""
        get, best, known, sure = self.rows.get, self.lanes.best, self.known.get, self.sure.get
        context = self.context(forms)
        words, _, looks, _ = context
        before, before2 = START, START
        out: list[int] = []
        for index, form in enumerate(forms):
            number = known(form)
            if number is None:
                number = sure(sure_key(words[index + 2], looks[index + 2], before))
            if number is None:
                features = static(context, index)
                features += dynamic(features, before, before2)
                number = best(sum(filter(None, map(get, features))))
            if before == VBZ and number in PAST_OR_MODAL and self.is_plural(forms[index - 1]):
                out[-1] = before = NNS
            out.append(number)
            before2, before = before, number
        return out

    def is_plural(self, form: str) -> bool:
        """Can the form be a plural noun, as far as the word list knows?"""
        return form[-1] == "s" and bool(self.classes[form] >> 4 == NNS or self.classes[form] & NOUN)

    def context(self, forms: list[str]) -> Context:
        """What the features are made of."""
        if not forms:
            return [1, 1, 2, 2], [0] * 4, [0] * 4, [1023] * 4
        words, endings, looks, classes = zip(*map(self.forms.__getitem__, forms), strict=True)
        # In a headline a capital says nothing: its words have shapes of their own.
        long = [look for form, look in zip(forms, looks, strict=True) if look and len(form) > 3 and form[0].isalpha()]
        if len(long) > 2 and sum(look != 1 for look in long) * 5 >= len(long) * 4:
            looks = tuple([look + 16 for look in looks])
        return (
            [1, 1, *words, 2, 2],
            [0, 0, *endings, 0, 0],
            [0, 0, *looks, 0, 0],
            [1023, 1023, *classes, 1023, 1023],
        )


def sure_key(word: int, look: int, before: int) -> int:
    """The key of `Tagger.sure`."""
    return word * 4096 + look * 64 + before


def static(context: Context, index: int) -> tuple[int, ...]:
    """The features of a word that do not depend on the tags before it; the first is that of the word itself."""
    w, e, k, c = context
    i = index + 2
    word, end, look, known = w[i], e[i], k[i], c[i]
    return (
        word, end * 64 + look + (1 << 40), look * 64 + k[i - 1] + (2 << 40), w[i - 1] + (3 << 40), w[i + 1] + (4 << 40),
        e[i + 1] + (5 << 40), word * 65536 + w[i + 1] + (6 << 40), w[i - 2] + (7 << 40), w[i + 2] + (8 << 40),
        look * 4096 + k[i - 1] * 64 + k[i + 1] + (9 << 40), end + (10 << 40), word * 64 + look + (11 << 40),
        look * 2 + (index == 0) + (12 << 40), known * 1024 + c[i + 1] + (13 << 40), c[i - 1] * 1024 + known + (14 << 40),
        known * 64 + look + (15 << 40), known + (16 << 40),
    )  # fmt: skip


def dynamic(static: tuple[int, ...], before: int, before2: int) -> tuple[int, ...]:
    """The features that look at the tags before the word, too."""
    word, known = static[0], static[-1] & 1023
    return (
        before * 65536 + word + (17 << 40),
        before2 + (18 << 40),
        before * 1024 + known + (19 << 40),
        before + (20 << 40),
    )
