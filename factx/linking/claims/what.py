"""What an amount is: the noun that it measures or the verb that it completes, in the text's words."""

from __future__ import annotations

import re

from factx import lexicon
from factx.linking.claims.clause import Scene
from factx.linking.claims.phrases import WORDS_AT_MOST, bare, describe, trail, words_of
from factx.linking.claims.roles import Role
from factx.linking.claims.words import (
    AGENT_NOUNS,
    BE,
    COPULAS,
    DEALS,
    MONEY_VERBS,
    NOUNS_OF_MONEY,
    NOUNS_OF_VERBS,
    SHARES,
    TRANSACTIONS,
    direction_of,
    is_quantity,
)

__all__ = ["nominal", "of_what", "what_of", "without_capital"]

PARTICLES = frozenset(("aside", "back", "out", "off", "over", "away", "down"))
"""Adverbs that belong to the verb ("set aside", "paid out")."""

RATE = re.compile(r"(?:per|an?|each|every|apiece)\b|/", re.IGNORECASE)
BASIS = re.compile(r"\s{0,3}(on an? [\w-]{3,20} basis)\b", re.IGNORECASE)
NOMINAL = {"up": "rise", "down": "fall"}
PRICES = {"value": "value", "price": "price", "offer": "offer", "sell": "price", "buy": "price", "rent": "price", "lease": "price",
          "acquire": "price", "purchase": "price", "hire": "price", "trade": "price", "auction": "price", "repurchase": "price", "resell": "price"}  # fmt: skip


def what_of(scene: Scene, ref: int, role: Role, base: str | None, owner: str | None) -> str | None:
    """The description of amount `ref`; `base`: that of the amount that it restates, `owner`: its subject."""
    text = _what(scene, ref, role, base, owner)
    if text is None or text.lower() in AGENT_NOUNS or (RATE.match(text) and len(text.split()) < 4):
        return None  # "company", "per share"
    return without_capital(scene, text) if text and text[0].isupper() else text


def without_capital(scene: Scene, text: str) -> str:
    """A common word's capital goes where it only begins the sentence: "Revenue rose" is about "revenue"."""
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


def _what(scene: Scene, ref: int, role: Role, base: str | None, owner: str | None) -> str | None:
    if role.name == "listed" and role.anchor is not None and base is not None and role.base is not None:
        same = scene.amounts[ref].currency == scene.amounts[role.base].currency
        if same:
            return with_rate(scene, ref, base)  # "grew 3% year over year and 4% in the quarter"
    if (
        role.name == "restated"
        and role.anchor is not None
        and role.base is not None
        and _is_share(scene, ref, role.base)
    ):
        moved = _changed(scene, ref, role, owner or "") if role.noun is not None else None
        return moved if moved is not None else base  # "fell 7 per cent or 19.3p": the fall itself
    if role.name == "restated" and role.base is not None and role.verb is not None and _is_share(scene, ref, role.base):
        parts = trail(scene, role.noun, verbal=True) if role.noun is not None else []
        return with_rate(scene, ref, " ".join([_last_verb(scene, role.verb), *parts]))
    if base is not None and role.base is not None and role.name in ("conversion", "restated", "comparison", "elliptic"):
        text: str | None = base
        if role.name == "restated" and scene.amounts[ref].per and scene.amounts[role.base].per is None:
            text = strip_rate(base)
    else:
        text = _main(scene, ref, role, _owner(scene, ref, role, owner))
        if (
            base is not None
            and text
            and role.name == "of"
            and role.side == "from"
            and " " not in text
            and text in base.split()
        ):
            text = base  # "compared with a loss of $2" says "loss per share" in short
    return with_rate(scene, ref, text)


def _owner(scene: Scene, ref: int, role: Role, owner: str | None) -> str:
    """Whose, for a phrase that then need not say it; the subject of a number is its quantity and no owner."""
    if owner is None or (
        scene.amounts[ref].currency is None and role.noun is not None and _named_in(scene, role.noun, owner)
    ):
        return ""
    return owner


def _named_in(scene: Scene, noun: int, owner: str) -> bool:
    head = scene.head_of(noun)
    return scene.kind(noun) == "N" and head not in SHARES and head in owner.lower().split()


def _is_share(scene: Scene, ref: int, base: int) -> bool:
    """Does money restate a part of something ("9% of sales in research (over $5m)")?"""
    other = scene.amounts[base]
    return (
        scene.amounts[ref].currency is not None
        and other.currency is None
        and other.dimension in ("percentage", "ratio")
    )


def _main(scene: Scene, ref: int, role: Role, owner: str) -> str | None:
    if role.name == "modifier" and role.noun is not None:
        return _with_premodifier(scene, role, of_what(scene, role, describe(scene, role.noun, owned_by=owner)))
    if role.name == "measure" and role.noun is not None:
        return _measured(scene, ref, role, owner)
    if role.name in ("of", "label", "apposition") and role.noun is not None:
        text = describe(
            scene,
            role.noun,
            owned_by=owner,
            stop=role.start if role.start > role.noun else None,
            joined=role.name == "of",
        )
        return (
            _with_premodifier(scene, role, text)
            if role.name == "apposition" and "-" in scene.shape[role.noun : role.start]
            else text
        )
    if role.name == "worth" and role.base is not None:
        unit = scene.amounts[role.base].unit
        return f"worth of {unit}" if unit and scene.amounts[role.base].unit_start is not None else None
    if role.name == "worth" and role.noun is not None:
        text = "worth of " + describe(
            scene, role.noun, owned_by=owner, stop=role.start if role.start > role.noun else None
        )
        return f"{text} to {_done(scene, role)}" if scene.head_of(role.noun) in DEALS and _done(scene, role) else text
    if role.name in ("change", "comparison", "restated") and role.anchor is not None and role.noun is not None:
        return _changed(scene, ref, role, owner)
    if role.name == "copula" and role.noun is not None:
        if scene.kind(role.noun) != "N":
            return None
        if (
            scene.head_of(role.noun) == "cash"
            and role.verb is not None
            and scene.kind(role.noun + 1) in ("E", "V")
            and role.noun + 1 < role.verb
        ):
            last = scene.before(role.verb, "@pR,")  # "cash provided by operating activities for the year was"
            return words_of(scene, bare(scene, role.noun)[0], scene.chunks[last].last)
        return describe(scene, role.noun, owned_by=owner, stop=role.verb, joined=True)
    if role.name == "counted" and scene.amounts[ref].dimension == "percentage":
        return None
    if role.name == "change" and role.noun is None and role.base is not None:
        other = scene.amounts[role.base]
        return other.unit if other.currency is None and other.unit_start is not None else None
    if role.name == "counted":
        done = [] if role.verb is None or role.noun is not None else [_last_verb(scene, role.verb)]
        return (
            " ".join([*([scene.amounts[ref].unit or ""] if scene.amounts[ref].unit_start is not None else []), *done])
            or None
        )
    if role.verb is not None:
        return _verbal(scene, ref, role)
    return None


def of_what(scene: Scene, role: Role, text: str) -> str:
    """ "revenue is expected to show a 3% rise": a bare noun of change takes the clause's quantity, "rise in revenue"."""
    if role.name != "modifier" or role.direction is None or " " in text or role.verb is None:
        return text
    verb = role.verb if scene.shape[role.verb] == "V" else scene.verb_before(role.verb, "V")
    subject = scene.subject_of(verb) if verb is not None else None
    if subject is None or scene.kind(subject) != "N" or not is_quantity(scene.head_of(subject)):
        return text
    return f"{text} in {_lower_first(describe(scene, subject, stop=verb))}"


def _with_premodifier(scene: Scene, role: Role, text: str) -> str:
    """ "a hostile $5bn bid" -> "hostile bid"."""
    before = role.start - 1
    if scene.kind(before) != "m":
        return text
    chunk = scene.chunks[before]
    codes, lower = scene.tokens.codes, scene.tokens.lower
    words = [
        i
        for i in range(chunk.first, chunk.last + 1)
        if codes[i] not in "DS" and lower[i] not in ("extra", "whopping", "record", "another", "additional", "further")
    ]
    return " ".join([*(scene.tokens.text[i] for i in words), text]) if words else text


def _measured(scene: Scene, ref: int, role: Role, owner: str) -> str:
    """ "$5m worth of gear"; behind "sales comprised" the noun comes "from" the subject."""
    assert role.noun is not None
    text = describe(scene, role.noun, owned_by=owner, joined=True)
    if scene.head_of(role.noun - 2 if scene.kind(role.noun - 1) == "o" else role.noun) == "worth":
        text = "worth of " + text
    lemma = scene.lemma_of(role.verb) if role.verb is not None else ""
    if role.verb is not None and lemma in COPULAS and lemma not in ("be", "account") and scene.amounts[ref].currency:
        subject = scene.subject_of(role.verb)
        if subject is not None and scene.kind(subject) == "N":
            text = f"{text} from {_lower_first(describe(scene, subject, stop=role.verb))}"
    return text


def is_somebody(scene: Scene, noun: int) -> bool:
    """A name or "the company": nothing that itself can be measured."""
    head = scene.head_of(noun)
    named = scene.tokens.codes[scene.chunks[noun].last] == "P" or head in AGENT_NOUNS
    return scene.kind(noun) == "N" and named and not is_quantity(head) and head not in SHARES


PRICE_MOVES = frozenset(("rise", "fall", "gain", "jump", "slip", "drop", "climb", "soar", "plunge", "tumble", "surge", "slide", "sink", "advance",
                         "add", "lose", "shed", "rally", "dip", "leap", "slump", "rebound", "plummet", "close", "end", "finish", "trade", "open",
                         "settle"))  # fmt: skip
"""What a listed company itself is said to do where its share price does it ("Acme rose 5%", "Bolt closed at $9")."""
DEAREST = 1_000_000
"""What one share can cost, in a currency's major units."""
CLOSING = frozenset(("close", "end", "finish", "settle"))


def moved_price(scene: Scene, ref: int, role: Role) -> str | None:
    """ "Acme rose 5%", "Bolt closed at $9": the share price, of which the text says only whose it is."""
    amount = scene.amounts[ref]
    if role.verb is None or (amount.dimension not in ("percentage", None) and amount.currency is None):
        return None
    lemma = scene.lemma_of(role.verb)
    level = role.side == "to" and amount.high < DEAREST
    if amount.currency is not None and not level and lemma not in CLOSING | {"trade", "open"}:
        return None
    return ("closing price" if lemma in CLOSING else "share price") if lemma in PRICE_MOVES else None


def _changed(scene: Scene, ref: int, role: Role, owner: str) -> str | None:
    assert role.noun is not None
    assert role.anchor is not None
    noun = role.noun
    if scene.kind(noun) == "A":
        return None
    verbal = role.verb if role.verb is not None else role.anchor
    if scene.kind(noun) == "H" or (noun < verbal and is_somebody(scene, noun)):
        return moved_price(scene, ref, role) or (
            NOUNS_OF_VERBS.get(scene.lemma_of(verbal)) if role.side == "by" and scene.kind(verbal) in "VIGE" else None
        )
    stop = role.anchor if role.anchor > noun else None
    if stop is None and noun < role.start and (role.verb is None or role.verb < noun):
        stop = role.start  # "raised its guidance for sales to a range of"
    text = describe(scene, noun, owned_by=owner, stop=min(stop, verbal) if stop is not None and verbal > noun else stop)
    if scene.kind(noun) == "m":
        text = _antecedent(scene, noun)
    if scene.head_of(noun) in SHARES and scene.amounts[ref].dimension != "percentage" and scene.amounts[ref].currency:
        text = "share price"
    text = " ".join([text, *_aside(scene, role)])
    if role.side == "by" and (
        scene.amounts[ref].currency is not None or scene.head_of(scene.before(role.start)) == "by"
    ):
        head = text.split(" ", 1)[0]
        if direction_of(head.lower(), "noun") is None:
            text = nominal(scene, role, text)
    return text


def _aside(scene: Scene, role: Role) -> list[str]:
    """ "to $10 one-way for all flights": what comes behind the last value of the change, and belongs to all."""
    end = role.end
    while scene.kind(end + 1) == "p" and scene.head_of(end + 1) in ("to", "from") and scene.kind(end + 2) == "A":
        end += 2
    parts = []
    if scene.kind(end + 1) == "J":
        end += 1
        parts.append(scene.text_of(end))
    if scene.kind(end + 1) == "p" and scene.head_of(end + 1) == "for" and scene.kind(end + 2) == "N":
        first, last = bare(scene, end + 2)
        parts += ["for", words_of(scene, first, last)]
    return parts


def _antecedent(scene: Scene, index: int) -> str:
    """What "this" stands for: the last noun phrase of the sentence before (the text's own word where there is none)."""
    document = scene.document
    before = document.sentences[scene.sentence.index - 1] if scene.sentence.index else None
    if before is None:
        return scene.head_of(index)
    earlier = Scene(document, before, (), (), ())
    for verb in range(len(earlier.shape) - 1, -1, -1):
        if earlier.shape[verb] == "V":
            for i in range(verb + 1, len(earlier.shape)):
                if earlier.shape[i] == "N":
                    first, last = bare(earlier, i)
                    return words_of(earlier, first, last)
            break
    return scene.head_of(index)


def _verbal(scene: Scene, ref: int, role: Role) -> str | None:
    """The verb, its object where the amount is not that, and what goes on behind the amount."""
    assert role.verb is not None
    lemma = scene.lemma_of(role.verb)
    noun = role.noun
    if (
        lemma in TRANSACTIONS
        and role.name in ("oblique", "loose")
        and scene.amounts[ref].currency
        and noun is not None
        and scene.kind(noun) == "N"
    ):
        if scene.head_of(noun) in SHARES:
            return f"{PRICES[lemma]} per share"
        return f"{PRICES[lemma]} of {describe(scene, noun, stop=role.verb if noun < role.verb else role.start)}"
    if lemma == "be":
        return describe(scene, noun, stop=role.start) if noun is not None and is_quantity(scene.head_of(noun)) else None
    if lemma in CLOSING and scene.amounts[ref].currency and _stands_at(scene, role):
        return "closing price"
    subject = scene.subject_of(role.verb) if scene.shape[role.verb] == "V" and noun is None else None
    if (
        subject is not None
        and scene.kind(subject) == "N"
        and is_quantity(scene.head_of(subject))
        and scene.tokens.codes[scene.chunks[role.verb].last] == "E"
    ):
        return describe(scene, subject, stop=role.verb)  # "no dividend was paid, compared with 5p"
    held = scene.subject_of(role.verb)
    if scene.amounts[ref].currency and held is not None and scene.head_of(held) in SHARES and noun is None:
        at = scene.before(role.start)
        if scene.kind(at) == "p" and scene.head_of(at) == "at":
            return "share price"
    if (
        noun is not None
        and role.verb < noun < role.start
        and scene.kind(noun) == "N"
        and is_quantity(scene.head_of(noun))
    ):
        before = scene.before(role.start)
        if role.name == "oblique" and scene.kind(before) == "p" and scene.head_of(before) in ("to", "at", "from"):
            return describe(scene, noun, stop=before)  # "updated its guidance for sales to $5m"
    parts = [_last_verb(scene, role.verb)]
    if role.name == "object" and scene.kind(role.verb + 1) in ("R", "u") and scene.head_of(role.verb + 1) in PARTICLES:
        parts.append(scene.head_of(role.verb + 1))
    if noun is None and role.name == "oblique" and scene.kind(role.verb + 1) == "A" and role.verb + 1 < role.start:
        parts.append(scene.text_of(role.verb + 1))
    if noun is not None and role.verb < noun < role.start and scene.kind(noun) == "N":
        parts.append(describe(scene, noun, stop=role.start))
    before = scene.before(role.start if role.name != "listed" or role.base is None else scene.place[role.base])
    amount = scene.amounts[ref]
    if amount.unit_start is not None and amount.currency is None and amount.unit and amount.dimension != "percentage":
        if role.verb > role.start or (role.name == "oblique" and noun is None and not _done_to(scene, role.verb)):
            return amount.unit  # "with five projects, the club is known", "it happened in three countries"
        parts += [scene.head_of(before)] if scene.kind(before) in ("p", "o") and before > role.verb else []
        parts.append(amount.unit)
    parts += trail(scene, _behind_brackets(scene, role.end), verbal=True, room=WORDS_AT_MOST)
    if lemma == "fine" and scene.amounts[ref].currency:
        return "fine"
    if len(parts) == 1:
        if lemma not in MONEY_VERBS and lemma not in TRANSACTIONS:
            return None  # "posted", "reflects": says nothing of the amount
        passive = any(word in BE for word in scene.lower_of(role.verb))
        if scene.shape[role.verb] == "G" or passive:
            return NOUNS_OF_MONEY.get(lemma, parts[0])
    return " ".join(parts)


def _done_to(scene: Scene, verb: int) -> bool:
    """A passive, or a participle ("is used in 40 countries"); what "happened in 40 countries" needs no verb."""
    return scene.tokens.codes[scene.chunks[verb].last] == "E" or any(word in BE for word in scene.lower_of(verb))


def _stands_at(scene: Scene, role: Role) -> bool:
    """ "closed at $9", and what moved from there ("closed at $9, down $1")."""
    assert role.verb is not None
    behind = scene.after(role.verb, 'R"@')
    return (scene.kind(behind) == "p" and scene.head_of(behind) == "at") or scene.kind(behind) == "u"


def _behind_brackets(scene: Scene, end: int) -> int:
    """The last chunk of the amount with the conversions in brackets behind it."""
    if scene.kind(end + 1) != "(":
        return end
    closing = scene.shape.find(")", end + 1, end + 8)
    return closing if closing > 0 and set(scene.shape[end + 2 : closing]) <= set("A,;-&:") else end


def _last_verb(scene: Scene, verb: int) -> str:
    """The verb without auxiliaries: "has spent" -> "spent"."""
    chunk = scene.chunks[verb]
    return scene.tokens.text[chunk.last]


def with_rate(scene: Scene, ref: int, text: str | None) -> str | None:
    """Add "per share", "a leg", "on a diluted basis" as written behind the amount."""
    amount = scene.amounts[ref]
    document = scene.document.text
    written = " ".join(document[amount.end : amount.phrase_end].split())
    parts = [] if text is None else [text]
    said = (
        text is not None
        and amount.per is not None
        and re.search(rf"\bper (?:\w+ )?{re.escape(amount.per)}\b", text) is not None
    )
    if amount.per and not said and RATE.match(written) and (text is None or written.lower() not in text.lower()):
        parts.append(written)
    basis = BASIS.match(document, amount.phrase_end)
    if basis is not None and (text is None or basis[1].lower() not in text.lower()):
        parts.append(basis[1])
    return " ".join(parts) or None


def strip_rate(text: str) -> str:
    """A description without its rate.

    >>> strip_rate("net income per share")
    'net income'
    """
    return re.sub(r"\s(?:per|a|an) (?:\w+ )?\w+$", "", text)


def _done(scene: Scene, role: Role) -> str | None:
    """What a deal does: "is to buy 37.5% of Bolt in a deal worth" -> "buy 37.5% of Bolt"."""
    if role.verb is None or role.noun is None or role.verb > role.noun:
        return None
    lemma, i = scene.lemma_of(role.verb), role.verb + 1
    if lemma not in DOINGS or scene.kind(i) not in ("A", "N"):
        return None
    if scene.kind(i) == "A":
        if scene.amounts[scene.chunks[i].ref].currency is not None:
            return None
        return " ".join([lemma, scene.text_of(i), *trail(scene, i, stop=role.noun - 1)])
    return f"{lemma} {describe(scene, i, stop=role.noun - 1)}"


DOINGS = frozenset(
    [
        "buy",
        "acquire",
        "sell",
        "build",
        "supply",
        "purchase",
        "take",
        "lease",
        "order",
        "deliver",
        "merge",
        "provide",
        "develop",
        "provide",
        "operate",
        "license",
        "design",
    ]
)


def nominal(scene: Scene, role: Role, text: str) -> str:
    """ "costs rose by" -> "rise in costs"."""
    if role.anchor == role.noun:
        return text  # "a traffic drop of"
    lemma = (
        scene.lemma_of(role.anchor)
        if role.anchor is not None and scene.kind(role.anchor) in ("V", "I", "G", "E")
        else ""
    )
    noun = NOUNS_OF_VERBS.get(lemma) or (
        lemma if direction_of(lemma, "noun") else NOMINAL.get(role.direction or "", "change")
    )
    return f"{noun} in {_lower_first(text)}"


def _lower_first(text: str) -> str:
    """A capital that only begins a sentence goes.

    >>> _lower_first("Sales of gears"), _lower_first("US sales")
    ('sales of gears', 'US sales')
    """
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
