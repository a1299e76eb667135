"""The words of a noun phrase, without what a description does not need: determiner, possessor, times, amounts.

>>> from factx.article import Article
>>> from factx.document import Document
>>> from factx.linking.claims.clause import Scene
>>> document = Document(Article(text="The sales of Acme's new gears to Spain, which fell."))
>>> describe(Scene(document, document.sentences[0], [], [], []), 0)
'sales of new gears to Spain'
"""

from __future__ import annotations

from factx import lexicon
from factx.linking.claims.clause import Scene
from factx.linking.claims.words import BEFORE_WHAT, EXPLANATORY, VERBAL

__all__ = ["WORDS_AT_MOST", "bare", "describe", "lower_first", "possessor", "trail", "without_capital", "words_of"]

WORDS_AT_MOST = 14
"""Longest description, in words."""


def bare(scene: Scene, index: int) -> tuple[int, int]:
    """First and last token of a noun chunk without determiners and possessor."""
    chunk = scene.chunks[index]
    codes = scene.tokens.codes
    first = chunk.first
    mark = codes.rfind("'", chunk.first, chunk.last)
    if mark < 0:
        mark = next(
            (i for i in range(chunk.last - 1, chunk.first, -1) if scene.tokens.text[i] in ("'", "’", "'s", "’s")), -1
        )
    if mark >= 0 and (codes[mark - 1] == "P" or codes[chunk.first] in "DS" or chunk.first + 1 == mark):
        first = mark + 1
    while first < chunk.last and codes[first] in "DS":
        first += 1
    return first, chunk.last


def possessor(scene: Scene, index: int) -> tuple[int, int] | None:
    """First and last token of the possessor in a noun chunk ("Acme" of "Acme's gears", "its")."""
    chunk = scene.chunks[index]
    codes = scene.tokens.codes
    for i in range(chunk.last, chunk.first, -1):
        if codes[i] == "'" or scene.tokens.text[i] in ("'s", "’s", "'", "’"):
            return chunk.first, i - 1
    if chunk.kind == "g" and chunk.first == chunk.last:
        return chunk.first, chunk.last
    if codes[chunk.first] == "S":
        return chunk.first, chunk.first
    return None


def words_of(scene: Scene, first: int, last: int) -> str:
    """Tokens `first` to `last` as written, on one line."""
    text = scene.document.text[scene.tokens.start[first] : scene.tokens.end[last]]
    return " ".join(text.split())


def describe(
    scene: Scene, index: int, *, owned_by: str = "", stop: int | None = None, joined: bool = False, owned: bool = False
) -> str:
    """The noun phrase that begins with chunk `index`; a final "of X" is left out where X is its owner.

    `owned`: "reduction of its workforce" keeps the "its".
    `joined`: with the noun that "and" joins to it ("cash and cash equivalents", "research and development").
    """
    first, last = bare(scene, index)
    parts = [words_of(scene, first, last)]
    at = index
    if joined:
        front = scene.kind(index - 1) == "&" and scene.kind(index - 2) == "N"
        if front and scene.kind(index - 3) in ("", ",", "w", "p"):
            whole = words_of(scene, bare(scene, index - 2)[0], last)
            if stop is None or scene.kind(stop) in ("V", "E") or whole.lower() in lexicon.table("metrics.tsv"):
                parts = [whole]
        else:
            at = _list(scene, index, len(scene.shape) if stop is None else stop, parts) - 1
    parts.extend(trail(scene, at, owned_by=owned_by, stop=stop, room=WORDS_AT_MOST - (last - first + 1), owned=owned))
    return " ".join(parts)


def trail(scene: Scene, index: int, *, owned_by: str = "", stop: int | None = None, room: int = WORDS_AT_MOST, verbal: bool = False,
          reduced: bool = False, owned: bool = False) -> list[str]:  # fmt: skip
    """What goes on behind chunk `index`: "of …", "in …", "to …", times left out, until the clause turns."""
    parts: list[str] = []
    i = index + 1
    end = len(scene.shape) if stop is None else stop
    while i < end and room > 0:
        kind = scene.shape[i]
        if kind in 'R"':
            i += 1
            continue
        if kind in "op" and i + 1 < end:
            word = scene.head_of(i)
            if word in ("before", "after") and scene.kind(i + 1) == "N" and scene.head_of(i + 1) in BEFORE_WHAT:
                parts += [word, scene.text_of(i + 1)]
                i += 2
                if scene.kind(i) == "&" and scene.kind(i + 1) == "N" and scene.head_of(i + 1) in BEFORE_WHAT:
                    parts += [scene.text_of(i), scene.text_of(i + 1)]
                    i += 2
                continue
            activity = (
                word == "from" and scene.kind(i + 1) == "N" and scene.head_of(i + 1) in ("operations", "activities")
            )
            if kind == "p" and not activity and not _goes_on(word, verbal):
                break
            j = i + 1
            while scene.kind(j) in tuple('R"') or (scene.kind(j) == "J" and scene.shape[j + 1 : j + 3] == "@N"):
                j += 1
            if scene.kind(j) == "@" and scene.kind(j + 1) == "N" and j + 1 < end and not times_own(scene, j, end):
                j += 1  # "to first-quarter growth"
            elif scene.kind(j) == "@":
                i = j + 1
                continue
            if (scene.kind(j) == "m" and scene.kind(j + 1) == "A") or scene.kind(j) == "A":
                amount = scene.kind(j) == "A" and (
                    word == "of" and _plain_share(scene, j) if not verbal else _count(scene, j)
                )
                if not amount:
                    break
                parts += [word, scene.text_of(j)]
                room -= 2 + len(parts[-1].split())
                i = j + 1
                continue
            if (
                word != "per"
                and verbal
                and scene.kind(j) == "N"
                and scene.kind(j + 1) == "o"
                and scene.kind(scene.after(j + 1, 'R"m')) == "A"
            ):
                break  # "on revenue of $5m" is another amount's
            if scene.kind(j) != "N" or j >= end or (kind == "p" and scene.kind(j + 1) == "V" and stop is None):
                break  # "as rivals grew" is a clause
            first, last = bare(scene, j)
            if owned and scene.tokens.codes[scene.chunks[j].first] == "S":
                first = scene.chunks[j].first
            text = words_of(scene, first, last)
            if owned_by and word == "of" and (text == owned_by or owned_by.endswith(" " + text)):
                i = j + 1
                continue
            parts += [word, text]
            room -= last - first + 2
            i = _list(scene, j, end, parts)
            continue
        if kind == "I" and (verbal or not parts):
            parts.append(scene.text_of(i))
            room -= len(parts[-1].split())
            i = _verb_object(scene, i, end, parts)
            verbal = True
            continue
        if (
            reduced
            and kind in "EV"
            and scene.tokens.tag[scene.chunks[i].last] in ("VBN", "VBD")
            and scene.kind(i + 1) == "p"
        ):
            parts.append(scene.text_of(i))
            room -= 1
            i += 1
            verbal = True
            continue
        if kind == "@" and not parts:
            i += 1
            continue
        if kind == "@" and verbal:
            i += 1
            continue
        break
    return parts


def times_own(scene: Scene, time: int, end: int) -> bool:
    """Is the time more than an adjective to the noun behind it ("in 2030 sales fell", not "a dip in Q2 profit")?"""
    chunk = scene.chunks[time]
    if chunk.first != chunk.last:
        return True
    word = scene.tokens.lower[chunk.first]
    labelled = word[0] in "qhf" and word[-1].isdigit() and scene.kind(time + 2) not in ("V", "M")
    return "-" not in word and not (labelled and (time + 2 >= end or scene.kind(time + 2) == "p"))


def _goes_on(word: str, verbal: bool) -> bool:
    """Does the preposition go on with the description? More do behind a verb ("invested through funds")."""
    if word in EXPLANATORY:
        return word != "from" or verbal
    return word == "per" or (verbal and word in VERBAL)


def _plain_share(scene: Scene, index: int) -> bool:
    """Is the amount of chunk `index` only part of a name for a thing ("37.5% of Bolt")?"""
    ref = scene.chunks[index].ref
    return ref >= 0 and scene.amounts[ref].dimension in ("percentage", "ratio")


def _count(scene: Scene, index: int) -> bool:
    """Is the amount a count of things ("on four new vessels")?"""
    ref = scene.chunks[index].ref
    return (
        ref >= 0
        and scene.amounts[ref].currency is None
        and scene.amounts[ref].unit_start is not None
        and scene.amounts[ref].dimension == "count"
    )


def _verb_object(scene: Scene, verb: int, end: int, parts: list[str]) -> int:
    """The object of an infinitive joins the description; -> the chunk behind it."""
    j = scene.after(verb, 'Ru"')
    if j > verb + 1:
        parts.extend(scene.text_of(k) for k in range(verb + 1, j) if scene.shape[k] != '"')
    if scene.kind(j) == "A" and j < end and scene.amounts[scene.chunks[j].ref].currency is None:
        parts.append(scene.text_of(j))
        return j + 1
    if scene.kind(j) == "N" and j < end:
        first, last = bare(scene, j)
        parts.append(words_of(scene, first, last))
        return _list(scene, j, end, parts)
    return j


def _list(scene: Scene, index: int, end: int, parts: list[str]) -> int:
    """ "chips and other gear": a second noun joins where no verb follows it; -> the chunk behind."""
    j = index + 1
    if (
        scene.kind(j) == "&"
        and scene.kind(j + 1) == "N"
        and j + 1 < end
        and scene.kind(scene.after(j + 1)) not in ("V", "E")
        and scene.tokens.codes[scene.chunks[j + 1].first] != "D"
    ):
        first, last = bare(scene, j + 1)
        parts += [scene.text_of(j), words_of(scene, first, last)]
        return j + 2
    return j


def without_capital(scene: Scene, text: str) -> str:
    """A common word's capital goes where it only begins the sentence.

    >>> import factx
    >>> factx.extract("Revenue rose to $5m.").money[0].what
    'revenue'
    """
    first = text.split(" ", 1)[0]
    opening = scene.tokens.text[scene.chunks[0].first : scene.chunks[0].first + 4] if scene.chunks else []
    common = first.lower() in lexicon.tags() or first.lower().split("-")[0] in (
        "pre",
        "full",
        "like",
        "non",
        "half",
        "first",
        "second",
        "third",
        "fourth",
        "year",
    )
    return text[0].lower() + text[1:] if first in opening and common and first[1:].islower() else text


def lower_first(text: str) -> str:
    """A capital that only begins a sentence goes.

    >>> lower_first("Sales of gears"), lower_first("US sales")
    ('sales of gears', 'US sales')
    """
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
