"""Parts of speech, learned: an averaged perceptron from left to right over Penn tags (Collins 2002).

The score of a tag is a sum of whole numbers, so that the same sentence has the same tags on every machine.

>>> from factx.syntax.model import models
>>> words = "Acme said sales rose 5 % and that it claims damages .".split()
>>> " ".join(models().tagger.tag(words))
'NNP VBD NNS VBD CD NN CC IN PRP VBZ NNS .'
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


class Tagger:
    """A tagger over `rows`: feature -> packed scores of the tags (`Lanes`).

    `known`: the only tag of a form that had no other in the treebanks; it is not asked for again.
    """

    def __init__(
        self, lanes: Lanes, rows: dict[int, int], words: Vocabulary, suffixes: Vocabulary, known: dict[str, int]
    ) -> None:
        self.lanes, self.rows, self.words, self.suffixes, self.known = lanes, rows, words, suffixes, known
        self.looks, self.classes = Looks(), Classes()

    def tag(self, forms: list[str]) -> list[str]:
        """Penn tags of the words of one sentence (units by their class: "<money>" …)."""
        return [PENN[number] for number in self.numbers(forms)]

    def numbers(self, forms: list[str]) -> list[int]:
        """As `tag`, by number."""
        get, best, known = self.rows.get, self.lanes.best, self.known.get
        before, before2 = START, START
        out = []
        for index, features in enumerate(self.static(forms)):
            number = known(forms[index])
            if number is None:
                total = 0
                for feature in features:
                    total += get(feature, 0)
                for feature in dynamic(features, before, before2):
                    total += get(feature, 0)
                number = best(total)
            out.append(number)
            before2, before = before, number
        return out

    def static(self, forms: list[str]) -> list[tuple[int, ...]]:
        """The features of each word that do not depend on the tags before it; the first is that of the word itself."""
        words = [self.words[form] for form in forms]
        ends = [self.suffixes["." + form.lower()] for form in forms]
        looks = [self.looks[form] for form in forms]
        classes = [self.classes[form] for form in forms]
        # In a headline a capital says nothing: its words have shapes of their own.
        long = [look for form, look in zip(forms, looks, strict=True) if look and len(form) > 3 and form[0].isalpha()]
        if len(long) > 2 and sum(look != 1 for look in long) * 5 >= len(long) * 4:
            looks = [look + 16 for look in looks]
        w = [1, 1, *words, 2, 2]
        e = [0, *ends, 0]
        k = [0, 0, *looks, 0, 0]
        c = [1023, *classes, 1023]
        out: list[tuple[int, ...]] = []
        for i in range(len(forms)):
            word, end, look, known = w[i + 2], e[i + 1], k[i + 2], c[i + 1]
            out.append((
                word, 1 << 40 | end << 6 | look, 2 << 40 | look << 6 | k[i + 1], 3 << 40 | w[i + 1], 4 << 40 | w[i + 3],
                5 << 40 | e[i] , 6 << 40 | e[i + 2], 7 << 40 | word << 16 | w[i + 3], 8 << 40 | w[i + 1] << 16 | word,
                9 << 40 | w[i], 10 << 40 | w[i + 4], 11 << 40 | look << 12 | k[i + 1] << 6 | k[i + 3], 12 << 40 | end,
                18 << 40 | word << 6 | look, 19 << 40 | e[i + 2] << 16 | end, 20 << 40 | look << 1 | (i == 0), 21 << 40,
                23 << 40 | known << 10 | c[i + 2], 24 << 40 | c[i] << 10 | known, 25 << 40 | known << 6 | look, 22 << 40 | known,
            ))  # fmt: skip
        return out


def dynamic(static: tuple[int, ...], before: int, before2: int) -> tuple[int, ...]:
    """The features that look at the tags before the word, too."""
    word, known = static[0], static[-1] & 1023
    return (
        13 << 40 | before, 14 << 40 | before << 6 | before2, 15 << 40 | before << 16 | word, 16 << 40 | before2,
        17 << 40 | before << 10 | known, 26 << 40 | before << 16 | before2 << 10 | known,
    )  # fmt: skip
