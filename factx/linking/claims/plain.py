"""Results language in the order of its words: "Revenue for 2024 rose 5% to $3.2bn", where the tree's ties make no sense.

From the amount to the left, over times, other amounts and adverbs, stands the word that says what happened; its kind and the
amount's preposition decide, by a table that `tests/linking/claims/test_frames.py` walks. Before that word, in its clause, stands
the quantity.
"""

from __future__ import annotations

from dataclasses import dataclass

from factx.linking.claims.frames import Frame, governor_of
from factx.linking.claims.scene import Scene
from factx.linking.claims.words import GENERIC, GUIDED, SPEECH, direction_of, is_quantity

__all__ = ["PLAIN", "PlainRule", "item", "plain", "quantity_before", "senseless"]


@dataclass(frozen=True)
class PlainRule:
    """`words`: kind of the word that leads up to the amount; `cases`: preposition of the amount ("" for none); `side`: of a change."""

    name: str
    words: frozenset[str]
    cases: frozenset[str]
    side: str | None
    example: str
    counter: str


def rule(name: str, words: str, cases: str, side: str | None, example: str, counter: str) -> PlainRule:
    """A row of the table; "0" is "no preposition"."""
    return PlainRule(
        name,
        frozenset(words.split(", ")),
        frozenset("" if c == "0" else c for c in cases.split()),
        side,
        example,
        counter,
    )


PLAIN: tuple[PlainRule, ...] = (
    rule("change by", "change verb, direction", "by", "by",
         "Group revenues, Torrin said, fell by [4.6%]. -> revenues", "Group revenues were hurt by [4.6%]."),
    rule("change", "change verb, direction", "0", "by",
         "Costs for the period ended May 3, 2024 fell [4 percent] to $8 million. -> Costs", "Costs for the period were [4 percent]."),
    rule("change to", "change verb, direction", "to at", "to",
         "Pre-tax profit more than doubled to [£2.1 million]. -> profit", "Bolt went up to [two towns]."),
    rule("change from", "change verb, direction", "from", "from",
         "Pre-tax profit more than doubled from [£2.1 million]. -> profit", "Bolt came from [two towns]."),
    rule("level", "level verb, estimate verb", "0 at to in of between around", None,
         "Revenue for 2024 is forecast at [$4 billion to $5 billion]. -> Revenue", "Bolt paid [$4 billion to $5 billion]."),
    rule("copula", "be", "0 at in of between around", None,
         "Gross profit was $7m and adjusted operating profit was [$3m]. -> profit", "Gross profit fell and Bolt paid [$3m]."),
    rule("of", "quantity", "of at in between around", None,
         "Results beat estimates, with EBITDA at [€541 million]. -> EBITDA", "Results beat those with a [€541 million] charge."),
    rule("worth", "worth", "0 of", None,
         "Bolt won 42 orders worth a total of [£9 million]. -> orders", "Bolt won 42 orders of [£9 million]."),
    rule("beside", "quantity", "0", None,
         "In 2018, turnover reached £640m and pre-tax profit [£52m]. -> profit", "In 2018, turnover reached [£640m]."),
)  # fmt: skip

BE = frozenset(("is", "are", "was", "were", "be", "been"))
HAVE = frozenset(("has", "had", "have"))
CASES = frozenset(("to", "from", "by", "at", "of", "in", "between", "around"))
PASSED = frozenset((",", "or", "(", ")", "year", "over", "year-on-year", "record", "further", "additional", "a", "an"))
"""Beside other amounts, times, articles and adverbs, what can stand between the word and the amount."""
REACH = 14
BORDERS = frozenset(
    (";", ":", "•", "*", "|", "(", ")", "“", "”", '"', "that", "and", "but", "while", "with", "as", "which", "who")
)
OWN_TAGS = ("NN", "NNS", "NNP", "NNPS")


def senseless(scene: Scene, ref: int, frame: Frame | None) -> bool:
    """Can the frame not be meant: is the quantity an amount, a time, a "share" of "$2 a share" or a verb, or is there none?

    Or is it another than the noun in front of the amount, or of its "of"?
    """
    if frame is None or frame.quantity is None:
        return True
    tree, noun, before = scene.tree, frame.quantity, scene.first(ref) - 1
    if before >= 0 and before != noun and tree.tags[before] in ("NN", "NNS") and _measured(scene, before):
        return True  # "turnover reached £640m and pre-tax profit £52m"
    if before > 0 and tree.lower[before] == "of" and not frame.name.startswith("of") and _measured(scene, before - 1):
        return tree.lower[before - 1] not in GENERIC
    if (
        tree.lower[noun] in GUIDED
        and frame.verb is not None
        and tree.label[frame.verb] in ("acl", "acl:relcl", "ccomp")
    ):
        return True  # "its forecast that revenue will grow 5%"
    wrong = noun in scene.covered or noun in scene.time_nodes or tree.tags[noun] == "PRP"
    return wrong or (tree.tags[noun][:2] == "VB" and tree.tags[noun] != "VBG")


def plain(scene: Scene, ref: int) -> Frame | None:
    """The frame of an amount by the words before it; None where they are no results language."""
    amount = scene.amounts[ref]
    if amount.currency is None and amount.dimension == "count" and amount.unit is not None:
        return None
    tree, node = scene.tree, scene.outer(ref)
    behind = tree.head[node]
    if behind > node and direction_of(tree.lower[behind], "noun"):
        return None  # "a $14 million increase"
    word, case = _led_up_to(scene, ref)
    if word is None:
        return None
    kind = _kind(scene, word)
    row = next((r for r in PLAIN if kind in r.words and case in r.cases), None)
    if row is None:
        return None
    quantity = (
        word if kind == "quantity" else noun_before(scene, word) if kind == "worth" else quantity_before(scene, word)
    )
    if quantity is None and tree.tags[word] == "VBG":
        subject = tree.subject(word)  # "The value surged 245%, rising from $9 million"
        quantity = subject if subject is not None and _measured(scene, subject) else None
    if quantity is None:
        return None
    verb = word if tree.tags[word][:2] == "VB" else tree.clause_of(word)
    if kind == "be" and tree.label[word] in ("cop", "aux"):
        verb = tree.head[word]
        verb = tree.head[verb] if tree.label[verb] == "obl" else verb  # "are expected to be in the range of $5m to $6m"
    frame = Frame(row.name, node, quantity, verb, row.side)
    if row.side is not None:
        frame.anchor = word
        frame.direction = direction_of(tree.lemma(word), "verb") or direction_of(tree.lower[word], "adverb")
    return frame


ITEMS = frozenset((";", "•", "*", "·", "|"))


def item(scene: Scene, ref: int, frame: Frame | None) -> Frame | None:
    """ "; (2) news syndication to 5,000+ outlets;": in an item of a list without a verb, the noun in front."""
    tree, first = scene.tree, scene.first(ref)
    begin = next((i for i in range(first - 1, -1, -1) if tree.words[i] in ITEMS), None)
    if begin is None or frame is None or frame.verb is None or frame.verb > begin:
        return None
    if tree.tags[first - 1] not in ("IN", "TO") or any(tree.tags[i][:2] in ("VB", "MD") for i in range(begin, first)):
        return None
    noun = first - 2
    return Frame("beside", scene.outer(ref), noun) if noun > begin and tree.tags[noun] in OWN_TAGS else None


def _led_up_to(scene: Scene, ref: int) -> tuple[int | None, str]:
    """The word that leads up to an amount, and the amount's preposition."""
    tree = scene.tree
    first = scene.first(ref)
    case, near = "", True
    for node in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = tree.lower[node]
        if node in scene.covered or node in scene.time_nodes:
            near = False
        elif word in CASES and tree.tags[node] != "RP":
            case = word if near and not (case and word == "in") else case
        elif (
            word in PASSED
            or word in GENERIC
            or (tree.tags[node] in ("DT", "RB", "RBR", "RP") and not direction_of(word, "adverb"))
        ):
            continue
        else:
            return node, case
    return None, case


def _kind(scene: Scene, word: int) -> str:
    tree = scene.tree
    if tree.lower[word] in BE:
        return "be"
    if direction_of(tree.lower[word], "adverb"):
        return "direction"
    if tree.tags[word] in OWN_TAGS:
        return "quantity" if is_quantity(tree.lower[word]) and not direction_of(tree.lower[word], "noun") else ""
    return governor_of(tree, word)


def noun_before(scene: Scene, word: int) -> int | None:
    """The noun in front of a word, whole: "exports to China worth $5m"."""
    tree, node = scene.tree, word - 1
    if word == 0 or tree.tags[node] not in OWN_TAGS:
        return None
    while tree.case(node) and 0 <= tree.head[node] < node and tree.tags[tree.head[node]] in OWN_TAGS:
        node = tree.head[node]
    return node


def quantity_before(scene: Scene, word: int) -> int | None:
    """The first noun that can be measured in the clause that a word ends."""
    tree = scene.tree
    found, node = None, word - 1
    if tree.tags[word] == "VBG" and node > 0 and tree.lower[node] == ",":
        node -= 1  # "Sales were strong, growing 14%"
    while node >= 0:
        lower = tree.lower[node]
        if lower in (",", "-"):
            opened = _aside(scene, node)
            if opened is None:
                break
            node = opened
        elif node in scene.taken or _borders(scene, node):
            break
        elif _measured(scene, node) and not _measured(scene, node + 1, any_noun=True):
            found = node
        node -= 1
    return found


def _borders(scene: Scene, node: int) -> bool:
    """Does a clause begin behind the node: a conjunction, a mark, a finite verb other than an auxiliary?"""
    tree, lower = scene.tree, scene.tree.lower[node]
    if lower in BORDERS:
        return lower != "as" or tree.lower[node + 1] != "of"
    finite = tree.tags[node] in ("VBD", "VBZ", "VBP") and lower not in BE and lower not in HAVE
    return finite and node + 1 not in scene.time_nodes  # "the period ended May 3"


def _measured(scene: Scene, node: int, *, any_noun: bool = False) -> bool:
    tree = scene.tree
    noun = tree.tags[node] in OWN_TAGS and node not in scene.time_nodes
    return noun and (any_noun or is_quantity(tree.lower[node]))


def _aside(scene: Scene, comma: int) -> int | None:
    """The comma before ", Bolt said," in front of a verb."""
    tree = scene.tree
    for node in range(comma - 1, max(-1, comma - 6), -1):
        if tree.lower[node] == ",":
            return node if any(tree.lemma(n) in SPEECH for n in range(node + 1, comma)) else None
    return None
