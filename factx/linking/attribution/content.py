"""Where the reported words begin and end beside a cue: what the tree says, with the sentence's punctuation as second voice."""

from __future__ import annotations

from collections.abc import Sequence

from factx.linking.attribution.draft import Workspace
from factx.linking.attribution.phrases import TEMPORAL
from factx.linking.attribution.reports import ACCORDING, FINITE, GERUND, Report
from factx.linking.attribution.unit import Unit
from factx.mentions.cues import speech_nouns
from factx.syntax import NOMINAL
from factx.syntax.tree import SUBJECTS

__all__ = [
    "behind_addressee",
    "clause_end",
    "content_start",
    "has_clause",
    "opens_clause",
    "opens_headline",
    "phrase_end",
    "trim",
]

LONGEST_ASIDE = 30
LONGEST_CONTENT = 260
CONTRAST = frozenset("while although though whereas".split())
OTHERS = frozenset("say argue add tell".split())
RELATIVE = frozenset("that which who whom whose".split())
SUBORDINATE = frozenset(("acl:relcl", "acl", "advcl", "csubj"))
TENSED = frozenset(("VBD", "VBZ", "VBP", "MD"))
WHERE = frozenset("in on at during after before to with via by from over for about through of".split())


def phrase_end(unit: Unit, node: int, limit: int) -> int:
    """The node behind the noun phrase whose head is `node`, with what hangs on it up to a comma or a clause."""
    tree = unit.tree
    last = node
    for child in tree.inside(
        node,
        without=frozenset(
            ("acl", "acl:relcl", "appos", "parataxis", "advcl", "ccomp", "punct", "conj", "cc", "nsubj", "cop", "aux")
        ),
    ):
        if last < child < limit and unit.cover[child] is None:
            if child - last > 3 or any(unit.word(i) in (",", ":") for i in range(last + 1, child)):
                break
            last = child
    return last + 1


def content_start(work: Workspace, unit: Unit, report: Report) -> int:
    """The node that the words behind a cue begin at: past particles, addressee, time, place and punctuation."""
    k = report.right + 1
    frames = report.frames
    if ("it" in frames and unit.word(k) == "it") or ("out" in frames and unit.word(k) == "out"):
        k += 1
    if "to" in frames:
        k = after_addressee(unit, report, k)
    k = skip_adjuncts(work, unit, report, k)
    if unit.word(k) != "that" and frames & {"clause", "that"}:
        that = _that_of(unit, report, k)
        if that is not None:
            return that
    comma = k
    while unit.word(k) in (",", ":"):
        k += 1
    if k > comma and k in unit.cues and unit.tag(k) == "VBG":
        return len(unit)  # "Ray agreed, saying …": the words belong to the next cue
    return k


def _that_of(unit: Unit, report: Report, k: int) -> int | None:
    """The "that" further on which the tree has as the mark of the clause that the cue reports, with no verb between."""
    tree = unit.tree
    for node in range(k, min(len(unit), k + LONGEST_ASIDE)):
        if unit.mark_at(node) is not None or unit.tag(node) in TENSED or node in unit.cues:
            return None
        if (
            unit.word(node) != "that"
            or (tree.label[node] != "mark" and unit.tag(node - 1) != "CC")
            or unit.tag(node + 1) in TENSED
        ):
            continue
        clause = tree.head[node]
        if tree.label[clause] == "ccomp" and tree.head[clause] == report.node:
            return node
        return (
            node
            if tree.label[clause] not in ("acl:relcl", "acl") and unit.word(node - 1) not in ("so", "now", "such")
            else None
        )
    return None


def after_addressee(unit: Unit, report: Report, k: int) -> int:
    """Skip whom the words are said to: "told [reporters] that", "warned [investors in Paris] that"."""
    tree = unit.tree
    start = k
    while unit.tag(k) == "RB":
        k += 1
    if unit.tag(k) in ("PRP", "PRP$") and unit.word(k) in ("me", "us", "them", "him"):
        return k + 1
    told = next((c for c in tree.all(report.node, "iobj", "obj") if c >= k and unit.cover[c] is None), None)
    if told is None or told - k > 12 or any(unit.word(i) in (",", ":", "that") for i in range(k, told)):
        return start
    if unit.tag(told) == "PRP" and unit.word(told) in ("it", "you", "her"):
        return told + 1
    end = phrase_end(unit, told, len(unit))
    if unit.word(end) == ",":  # "told its suppliers, many of them small firms, that …"
        for i in range(end + 1, min(len(unit), end + LONGEST_ASIDE)):
            if unit.word(i) == "that" and unit.word(i - 1) == ",":
                return i
    return end


def skip_adjuncts(work: Workspace, unit: Unit, report: Report, k: int) -> int:
    """Skip time phrases, adverbs, "in a statement", "to reporters" … behind a cue; the node that the content begins at."""
    while k < len(unit):
        end = _adjunct(work, unit, report, k)
        if end is None or end <= k:  # a time of one odd token ("8pm" as a name) ends where it begins
            break
        k = end
    return k


def _adjunct(work: Workspace, unit: Unit, report: Report, k: int) -> int | None:
    """The node behind the adverb, time, place or aside that begins at `k`; None where none does."""
    word, tag = unit.word(k), unit.tag(k)
    if tag == "RB" and word not in ("not", "there") and unit.tag(k + 1) not in ("JJ", "CD", "$", "RB"):
        return k + 1
    if word in TEMPORAL or (word[:1].isdigit() and unit.tree.label[k][:3] == "obl"):
        end = _time_end(unit, k)
        return None if unit.tag(end) in TENSED else end  # "said [Monday was …"
    if word in WHERE and tag in ("IN", "TO", "VBG"):
        return _skipped_phrase(work, unit, report, k)
    if word == "(":
        close = next((i for i in range(k + 1, min(len(unit), k + 5)) if unit.word(i) == ")"), None)
        return None if close is None else close + 1  # "said on Wednesday (April 9)"
    if word != ",":
        return None
    aside = range(k + 1, min(len(unit), k + LONGEST_ASIDE))  # "reported, citing two sources, that …"
    return next((i + 1 for i in aside if unit.word(i) == "," and unit.word(i + 1) == "that"), None)


def _time_end(unit: Unit, k: int) -> int:
    """The node behind a time phrase."""
    while unit.word(k) in TEMPORAL or unit.tag(k) in ("DT", "CD"):
        k += 1
    return k


def _skipped_phrase(work: Workspace, unit: Unit, report: Report, k: int) -> int | None:
    """The node behind the phrase of the preposition at `k`, where it belongs to the cue and not to the words reported."""
    tree = unit.tree
    if unit.word(k + 1) in TEMPORAL and unit.word(k) in ("on", "in", "at", "since"):
        return k + 2  # "said on Tuesday [profits …"
    noun = tree.head[k]
    if noun < 0 or noun < k or unit.mark_at(noun) is not None or tree.label[k] not in ("case", "mark", "fixed"):
        return None
    if tree.tags[noun] not in NOMINAL and tree.label[k] != "case":
        return None
    end = phrase_end(unit, noun, len(unit))
    after = unit.word(end)
    tied = tree.head[noun] == report.node or report.left <= tree.head[noun] <= report.right
    follows = after in ("that", ",", ":", "", ".") or unit.mark_at(end) is not None or after in WHERE
    venue = tree.lower[noun] in speech_nouns() or tree.lower[noun].rstrip("s") in speech_nouns()
    time = (
        tree.lower[noun] in TEMPORAL
        or tree.words[noun][:1].isdigit()
        or any(tree.lower[i] in TEMPORAL for i in range(k, end))
    )
    if tied or follows or venue or time:
        return end
    return None


def behind_addressee(work: Workspace, unit: Unit, report: Report) -> int:
    """The node behind the cue and whom it tells: "…, [Ray told The Herald]"."""
    k = report.right + 1
    if report.form != FINITE or "to" not in report.frames:
        return k
    end = after_addressee(unit, report, k)
    return end if unit.word(end) in ("", ".", ",", ")") or unit.word(end) in WHERE else k


def clause_end(work: Workspace, unit: Unit, report: Report, k: int, later: Sequence[Report]) -> int:
    """The node behind the reported clause that begins at `k`: the end of the cue's own clause, or where the next report begins."""
    size = min(len(unit), k + LONGEST_CONTENT, _own_end(unit, report, k))
    quoted = False
    last_mark = max((mark.last for mark in unit.marks if k <= mark.last < size), default=-1)
    cut = {_beginning(unit, r): r for r in later if r.node > k and _is_new(work, unit, report, r)}
    e = k
    while e < size:
        mark = unit.cover[e]
        if mark is not None:
            quoted = quoted or mark.index not in work.claimed
            if mark.first == e and mark.whole and e > k and _is_stop(work, unit, e - 1):
                break
            e = max(e + 1, min(mark.last + 1, size))
            continue
        if (e > k and e in cut) or _ends(work, unit, k, e, quoted and e > last_mark):
            break
        e += 1
    return e


def _ends(work: Workspace, unit: Unit, k: int, node: int, behind_quotation: bool) -> bool:
    """Does the node end the clause that begins at `k`: a full stop, a semicolon, what parts it from words behind its quotation?"""
    word = unit.word(node)
    if word in (".", "?", "!"):
        return _is_stop(work, unit, node)
    if word == ";":
        return node > k and not _in_brackets(unit, k, node)
    if not behind_quotation:
        return False
    return word == "," or (word in ("and", "but") and (node + 1 in unit.cues or unit.tag(node + 1) in ("VBD", "VBN")))


def _in_brackets(unit: Unit, k: int, node: int) -> bool:
    """Stands the node in a bracket that opens behind `k`?"""
    return sum((unit.word(i) == "(") - (unit.word(i) == ")") for i in range(k, node)) > 0


def _own_end(unit: Unit, report: Report, k: int) -> int:
    """The end of the clause that the cue is the verb of, where that is a subordinate one before its sentence goes on."""
    tree = unit.tree
    size = len(unit)
    node = report.node
    if report.form == ACCORDING:
        return size
    seen = 0
    while tree.head[node] >= 0 and tree.label[node] in ("conj", "xcomp") and seen < 5:
        node = tree.head[node]
        seen += 1
    if tree.head[node] < 0 or tree.label[node] not in SUBORDINATE:
        return size
    end = tree.inside(node)[-1] + 1
    if tree.label[node] == "acl:relcl" and report.source is not None:
        # ", who says the offer was too low, will …": the comma before the verb of the main clause
        for i in range(k + 1, size - 1):
            if unit.word(i) == "," and unit.tag(i + 1) in TENSED:
                return min(i, end) if end > k + 1 else i
    if tree.label[node] == "advcl" and tree.head[node] > node:
        if not tree.mark(node) and unit.tag(report.left - 1) not in ("IN", "WRB") and report.form == FINITE:
            return size
        # "While Ray says that …, Bolt has": the main clause is behind
        head = tree.own_subject(tree.head[node])
        if head is not None and head > k:
            first = tree.inside(head)[0]
            if first > k and unit.word(first - 1) == ",":
                return first - 1
    return end if end > k + 1 and tree.head[node] > node else size


def _beginning(unit: Unit, report: Report) -> int:
    """The first node of a later report with the comma, conjunction or preposition before it."""
    left = report.left
    while left > 0 and (
        unit.tag(left - 1) in ("CC", "RB", "MD")
        or unit.word(left - 1) in ("has", "have", "had", "while", "although", "though", "whereas")
    ):
        left -= 1
    return left - 1 if unit.word(left - 1) == "," else left


def _is_new(work: Workspace, unit: Unit, report: Report, other: Report) -> bool:
    """Is a later report one of its own, and not part of the words reported?"""
    tree = unit.tree
    beginning = _beginning(unit, other)
    comma = unit.word(beginning) == ","
    if other.form == ACCORDING:
        return True
    if other.form == GERUND:
        return comma and other.shared and _adds(unit, other)
    if other.form != FINITE:
        return False
    joined = tree.label[other.node] == "conj" and tree.head[other.node] == report.node
    if other.shared:
        return _is_coordinated(unit, report, other, joined, comma)
    if not comma:
        return joined and unit.tag(beginning) == "CC"
    if joined or unit.tag(beginning + 1) == "CC":
        return True
    if unit.word(other.left - 1) in CONTRAST:
        return True
    noun = other.source is not None and tree.tags[other.source.node] != "PRP"
    return noun and other.lemma in OTHERS and tree.label[other.node] not in SUBORDINATE


def _is_coordinated(unit: Unit, report: Report, other: Report, joined: bool, comma: bool) -> bool:
    """Is it "…, and added that …", and not "said Ray left and suggested Li be named"?"""
    tree = unit.tree
    inner = tree.label[other.node] == "conj" and not joined and tree.head[other.node] > report.node
    if inner and not comma and unit.word(other.node + 1) != "that":
        return False
    return unit.tag(_beginning(unit, other) + comma) == "CC" and _reports_something(unit, other)


def _reports_something(unit: Unit, report: Report) -> bool:
    """Does a clause, a quotation or an addressee follow the cue ("and added that …", not "and added ten shops")?"""
    tree = unit.tree
    if unit.word(report.node + 1) in ("that", ":", ",") or unit.mark_at(report.node + 1) is not None:
        return True
    clause = tree.complement(report.node)
    return (clause is not None and clause > report.node) or (
        "object" in report.frames and any(m.first > report.node for m in unit.marks)
    )


def _adds(unit: Unit, report: Report) -> bool:
    """Is the -ing form a new attribution (", adding that …"), not part of the clause (", noting changes")?"""
    following = report.node + 1
    return (
        "clause" in report.frames
        or report.lemma == "cite"  # "…, citing Jo Ray": whose words they are
        or unit.word(following) in ("that", ":", ",")
        or unit.mark_at(following) is not None
    )


def _is_stop(work: Workspace, unit: Unit, node: int) -> bool:
    """Does a sentence end behind the node?"""
    if node + 1 >= len(unit):
        return True
    end = unit.tree.end[node]
    sentence = work.document.sentence_at(end - 1)
    return sentence is not None and sentence.end <= end + 2


def trim(unit: Unit, k: int, end: int) -> tuple[int, int]:
    """`[k, end)` without "that", conjunctions and commas at its edges."""
    while k < end and unit.word(k) in (",", ":", ";", "that", "—", "–", "-"):
        pronoun = (unit.tag(k + 1) in TENSED and unit.tree.label[k + 1 : k + 2] != ["nsubj"]) or (
            unit.tree.words[k][:1].isupper() and unit.tree.label[k] != "mark"
        )
        if unit.word(k) == "that" and (k + 1 == end or pronoun):
            break
        k += 1
    while end > k and (
        unit.word(end - 1) in (",", ":", ";", ".", "—", "–", "(", "-", "!", "?") or unit.tag(end - 1) == "CC"
    ):
        end -= 1
    return k, end


def has_clause(work: Workspace, unit: Unit, k: int, end: int, headline: bool = False) -> bool:
    """Do the nodes `[k, end)` hold a subject and its verb with a tense that are not those of a relative or subordinate clause?

    In a headline "Acme to close plant" and "Acme closing plant" are clauses as well.
    """
    tree = unit.tree
    nominal = False
    for node in range(k, end):
        if not _is_predicate(unit, node, headline):
            nominal = nominal or tree.tags[node] in NOMINAL
            continue
        label, head = tree.label[node], tree.head[node]
        if label in ("aux", "aux:pass", "cop") and k <= head < end and tree.child(node, *SUBJECTS, "expl") is None:
            continue
        if k <= head < end and (label in ("acl:relcl", "acl") or (label == "advcl" and tree.mark(node))):
            continue
        subject = next((c for c in tree.all(node, *SUBJECTS, "expl") if k <= c < end), None)
        if subject is None and (
            label in SUBORDINATE
            or not nominal
            or unit.tag(node - 1) in ("CC", "TO", "WP", "WDT")
            or unit.word(node - 1) == "that"
        ):
            continue
        if subject is not None and tree.lower[subject] in ("who", "which", "that") and k < subject and label != "ccomp":
            continue
        return True
    return False


def _is_predicate(unit: Unit, node: int, headline: bool) -> bool:
    tree = unit.tree
    mark = unit.mark_at(node)
    if mark is not None and mark.whole and mark.last - mark.first < 6:
        return False
    if tree.is_finite(node):
        return True
    return headline and (tree.tags[node] in ("VBG", "VBN", "VB") or tree.is_verb(node))


def opens_headline(unit: Unit, k: int, end: int) -> bool:
    """Does a headline go on with a subject and its verb, tense or not ("Acme to close plant"), and not with a noun?"""
    tree = unit.tree
    for node in range(k, end):
        if tree.tags[node][:2] != "VB" or tree.label[node] in (
            "acl",
            "acl:relcl",
            "amod",
            "compound",
            "advcl",
            "nmod",
            "case",
        ):
            continue
        if any(k <= c < node for c in tree.all(node, *SUBJECTS)):
            return True
    return False


def opens_clause(unit: Unit, k: int, end: int) -> bool:
    """Does `[k, end)` begin with a subject and its verb, so that it is no object ("reported [a loss], as sales fell")?"""
    tree = unit.tree
    for node in range(k, min(end, k + 40)):
        if unit.mark_at(node) is not None and node > k:
            continue
        if not tree.is_finite(node) or tree.label[node] in ("acl", "advcl"):
            continue
        subject = tree.child(node, "nsubj", "nsubj:pass", "expl", "csubj")
        if subject is None or not k <= subject < node or tree.lower[subject] in RELATIVE:
            continue
        return tree.inside(subject)[0] <= k + 1 or min(tree.inside(node)) <= k + 1
    return False
