#!/usr/bin/env python3
"""Score quote extraction and attribution.

    python -m scorers.quotes GOLD.jsonl PRED.jsonl [--json]

GOLD   PolNeAR as quotes/*.jsonl: content, source, head, cue of every attribution.
PRED   one object per document:
       {"id": ..., "quotes": [{"content": [[s, e], ...],
                               "source": [s, e] | null,
                               "speaker": str | null,
                               "cue": [s, e] | null}]}
       Offsets index the gold document's text.  A document missing from PRED
       counts as one with no quotes; other fields are ignored.

Everything is measured over word tokens, so quotation marks, white space and
final punctuation at the edge of a span never matter.

Scopes.  "quoted" keeps quotes with at least one word inside quotation marks
(gold kinds direct and mixed; a prediction's kind is worked out the same way
from the gold file's `quoted` regions).  "all" also holds the indirect ones.
A system is not charged in "quoted" for the indirect speech it finds.

Metrics in each scope:

 strict, lenient   Content precision/recall/F1.  A predicted and a gold quote
        match when the Jaccard overlap of their words is >= 0.8 / >= 0.5.
        Pairs are taken greedily, best overlap first (the rightly attributed
        one where overlaps tie), each quote at most once.
 split quotes ("A," said X. "B.") may be one quote or two on either side, at
        no cost: besides single pairs, one gold quote may be matched by the
        union of several predicted ones that lie (>= 80 % of their words)
        inside it, and one predicted quote by the union of several gold ones
        with compatible speakers.  Such a group competes with single pairs on
        its Jaccard overlap, and when it wins every member counts as matched.
 words  Precision/recall/F1 over content words (no segmentation involved).
        In scope "quoted" only words inside quotation marks are counted: the
        part every system can be asked for.
 source Of the matched (lenient) gold quotes that have a source phrase, how
        many got the right one.  Right = the predicted source span covers a
        word of the gold source's head, or the predicted name (`speaker`, or
        the text at `source`) is compatible with the gold speaker or with a
        head that is a name.  Names are compatible when their last words agree
        (titles, possessives and Jr. aside); for organisations ("... Party",
        "... University") all words of the shorter name must be in the longer.
 speaker  The same for gold quotes with a known full name, judged by name only
        and asking for `speaker` (a pronoun's span is not enough).
 attributed  End-to-end precision/recall/F1: lenient content match and right
        source.  Gold quotes with no source, and predictions matched to those,
        are left out.
 attributed_words  The same over words: a word is right when it is content on
        both sides and the source is right (scope "quoted": words inside
        quotation marks).  Insensitive to how quotes are cut.

Predictions with most of their words in a gold `ignore` region are dropped.
`by_kind` gives the lenient recall for direct, mixed and indirect gold.
"""

import argparse
import bisect
import json
import re
import sys

WORD = re.compile(r"\w+(?:['’.\-‐‑]\w+)*")
STRICT, LENIENT, INSIDE = 0.8, 0.5, 0.8
KINDS = ("direct", "mixed", "indirect")
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sen",
        "senator",
        "rep",
        "representative",
        "gov",
        "governor",
        "president",
        "secretary",
        "judge",
        "justice",
        "gen",
        "general",
        "sir",
        "mayor",
        "prof",
        "professor",
        "the",
        "a",
        "an",
    ]
)
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
GENERIC = frozenset(  # last words that do not identify anyone
    [
        "administration",
        "agency",
        "association",
        "bank",
        "board",
        "bureau",
        "campaign",
        "center",
        "centre",
        "co",
        "coalition",
        "committee",
        "commission",
        "company",
        "conference",
        "congress",
        "corp",
        "corporation",
        "council",
        "court",
        "department",
        "foundation",
        "fund",
        "government",
        "group",
        "house",
        "inc",
        "institute",
        "journal",
        "ltd",
        "magazine",
        "media",
        "ministry",
        "news",
        "office",
        "organization",
        "party",
        "poll",
        "post",
        "press",
        "report",
        "research",
        "senate",
        "service",
        "society",
        "street",
        "survey",
        "team",
        "times",
        "today",
        "tribune",
        "union",
        "university",
    ]
)
PRONOUNS = frozenset(
    [
        "i",
        "he",
        "she",
        "it",
        "we",
        "you",
        "they",
        "who",
        "which",
        "that",
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "your",
        "him",
        "them",
        "me",
        "us",
    ]
)


# ----------------------------------------------------------------- names


def name_words(name):
    """Lower-case words of a name without titles, possessive and suffix.

    What follows a comma, a bracket or "who" describes the speaker."""
    words = []
    name = re.split(r"\s*[,(\n]|\s+who\b", (name or "").strip())[0]
    for w in re.findall(r"[^\W_]+(?:[.'’\-][^\W_]+)*\.?", name):
        w = re.sub(r"['’]s?$", "", w.lower()).rstrip(".").replace("’", "'")
        if w:
            words.append(w)
    while words and words[0] in TITLES:
        words.pop(0)
    while words and words[-1] in SUFFIXES:
        words.pop()
    return words


def names_agree(a, b):
    a, b = name_words(a), name_words(b)
    if not a or not b or a[-1] in PRONOUNS or b[-1] in PRONOUNS:
        return False
    if a[-1] in GENERIC or b[-1] in GENERIC:
        small, large = sorted((set(a), set(b)), key=len)
        return small <= large
    return a[-1] == b[-1]


# --------------------------------------------------------------- documents


class Doc:
    """A gold document's word tokens, and which of them are in marks."""

    def __init__(self, gold):
        self.text = gold["text"]
        self.words = [m.span() for m in WORD.finditer(self.text)]
        self.starts = [s for s, _ in self.words]
        self.in_marks = self.covered(gold.get("quoted", []))
        self.ignored = self.covered(gold.get("ignore", []))

    def covered(self, spans):
        """Indices of the words that the spans touch."""
        out = set()
        for s, e in spans or []:
            i = max(0, bisect.bisect_right(self.starts, s) - 1)
            while i < len(self.words) and self.words[i][0] < e:
                if self.words[i][1] > s:
                    out.add(i)
                i += 1
        return out


class Item:
    """One quote, gold or predicted, as sets of word indices."""

    def __init__(self, doc, quote, gold):
        self.words = doc.covered(quote["content"])
        self.marks = self.words & doc.in_marks
        self.speaker = quote.get("speaker")
        if gold:
            self.has_source = bool(quote.get("source"))
            head = quote.get("head") or (quote["source"][0] if self.has_source else None)
            self.kind = quote.get("kind") or self._kind()
        else:
            head = quote.get("source")
            self.has_source = bool(head or self.speaker)
            self.kind = self._kind()
        self.head = doc.covered([head]) if head else set()
        if gold and self.has_source and not self.head:  # a head without letters
            self.head = doc.covered(quote["source"])
            self.has_source = bool(self.head)
        self.head_text = doc.text[head[0] : head[1]] if head else ""

    def _kind(self):
        if not self.marks:
            return "indirect"
        return "direct" if self.marks == self.words else "mixed"

    def quoted(self):
        return self.kind != "indirect"


def source_right(gold, pred):
    if gold.head & pred.head:
        return True
    gold_names = [n for n in (gold.speaker, gold.head_text) if n and n[:1].isupper()]
    pred_names = [n for n in (pred.speaker, None if pred.speaker else pred.head_text) if n and n[:1].isupper()]
    return any(names_agree(g, p) for g in gold_names for p in pred_names)


def same_speaker(a, b):
    """May two gold quotes be two pieces of one split quote?"""
    if not a.has_source or not b.has_source or a.head & b.head:
        return True
    if a.speaker and b.speaker:
        return names_agree(a.speaker, b.speaker)
    return (
        a.head_text.lower() == b.head_text.lower()
        or (name_words(a.head_text)[-1:] != [] and name_words(a.head_text)[-1] in PRONOUNS)
        or (name_words(b.head_text)[-1:] != [] and name_words(b.head_text)[-1] in PRONOUNS)
    )


def jaccard(a, b):
    return len(a & b) / len(a | b) if a or b else 0.0


def match(golds, preds, threshold):
    """Greedy groups [(gold indices, pred indices)], one side always single."""
    options = []
    for g, gold in enumerate(golds):
        parts = []
        for p, pred in enumerate(preds):
            if gold.words & pred.words:
                options.append((jaccard(gold.words, pred.words), 1, not source_right(gold, pred), (g,), (p,)))
                if pred.words and len(gold.words & pred.words) >= INSIDE * len(pred.words):
                    parts.append(p)
        if len(parts) > 1:
            union = set().union(*(preds[p].words for p in parts))
            options.append((jaccard(gold.words, union), len(parts), False, (g,), tuple(parts)))
    for p, pred in enumerate(preds):
        parts = [
            g for g, gold in enumerate(golds) if gold.words and len(gold.words & pred.words) >= INSIDE * len(gold.words)
        ]
        if len(parts) > 1 and all(
            same_speaker(golds[a], golds[b]) for i, a in enumerate(parts) for b in parts[i + 1 :]
        ):
            union = set().union(*(golds[g].words for g in parts))
            options.append((jaccard(union, pred.words), len(parts), False, tuple(parts), (p,)))
    options.sort(key=lambda o: (-o[0], *o[1:]))
    used_g, used_p, groups = set(), set(), []
    for score, _, _, gs, ps in options:
        if score < threshold:
            break
        if used_g.isdisjoint(gs) and used_p.isdisjoint(ps):
            used_g.update(gs)
            used_p.update(ps)
            groups.append((gs, ps))
    return groups


# ----------------------------------------------------------------- counting


class Ratio:
    """Precision and recall counts; .add() any of the four."""

    def __init__(self):
        self.tp_pred = self.n_pred = self.tp_gold = self.n_gold = 0

    def result(self):
        p = self.tp_pred / self.n_pred if self.n_pred else 0.0
        r = self.tp_gold / self.n_gold if self.n_gold else 0.0
        return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "pred": self.n_pred, "gold": self.n_gold}


class Share:
    def __init__(self):
        self.right = self.n = 0

    def result(self):
        return {"acc": self.right / self.n if self.n else 0.0, "n": self.n}


class Scope:
    def __init__(self, quoted):
        self.only_quoted = quoted
        self.strict, self.lenient = Ratio(), Ratio()
        self.words, self.attributed, self.attributed_words = Ratio(), Ratio(), Ratio()
        self.source, self.speaker = Share(), Share()

    def wants(self, item):
        return item.quoted() or not self.only_quoted

    def content(self, ratio, golds, preds, groups):
        """Count matches; return (gold -> preds, preds that count)."""
        partner_g, partner_p = {}, {}
        for gs, ps in groups:
            for g in gs:
                partner_g[g] = ps
            for p in ps:
                partner_p[p] = gs
        counted = []
        for p, pred in enumerate(preds):
            gs = partner_p.get(p)
            if any(self.wants(golds[g]) for g in gs) if gs else self.wants(pred):
                counted.append(p)
                ratio.n_pred += 1
                ratio.tp_pred += bool(gs)
        for g, gold in enumerate(golds):
            if self.wants(gold):
                ratio.n_gold += 1
                ratio.tp_gold += g in partner_g
        return partner_g, partner_p, counted

    def add(self, doc, golds, preds, strict, lenient):
        self.content(self.strict, golds, preds, strict)
        partner_g, partner_p, counted = self.content(self.lenient, golds, preds, lenient)
        for g, gold in enumerate(golds):
            if not self.wants(gold):
                continue
            mates = [preds[p] for p in partner_g.get(g, ())]
            right = bool(mates) and all(source_right(gold, m) for m in mates)
            if gold.has_source:
                self.attributed.n_gold += 1
                self.attributed.tp_gold += right
                if mates:
                    self.source.n += 1
                    self.source.right += right
                    if gold.speaker:
                        self.speaker.n += 1
                        self.speaker.right += all(
                            bool(m.speaker) and names_agree(gold.speaker, m.speaker) for m in mates
                        )
        for p in counted:
            mates = [golds[g] for g in partner_p.get(p, ())]
            sourced = [g for g in mates if g.has_source]
            if mates and not sourced:
                continue
            self.attributed.n_pred += 1
            self.attributed.tp_pred += bool(sourced) and all(source_right(g, preds[p]) for g in sourced)
        self.add_words(doc, golds, preds)

    def add_words(self, doc, golds, preds):
        pick = (lambda i: i.marks) if self.only_quoted else (lambda i: i.words)
        owner_g, owner_p = {}, {}
        for owner, items in ((owner_g, golds), (owner_p, preds)):
            for item in items:
                for w in pick(item):
                    owner.setdefault(w, []).append(item)
        both = len(owner_g.keys() & owner_p.keys())
        self.words.n_gold += len(owner_g)
        self.words.n_pred += len(owner_p)
        self.words.tp_gold += both
        self.words.tp_pred += both
        for w, gs in owner_g.items():
            sourced = [g for g in gs if g.has_source]
            if not sourced:
                owner_p.pop(w, None)
                continue
            ok = any(source_right(g, p) for g in sourced for p in owner_p.get(w, ()))
            self.attributed_words.n_gold += 1
            self.attributed_words.tp_gold += ok
            self.attributed_words.tp_pred += ok
        self.attributed_words.n_pred += len(owner_p)

    def result(self):
        return {
            k: getattr(self, k).result()
            for k in ("strict", "lenient", "words", "source", "speaker", "attributed", "attributed_words")
        }


def score(gold_docs, pred_docs):
    """Scores of predictions (dicts with id and quotes) against gold dicts."""
    by_id = {d["id"]: d for d in pred_docs}
    scopes = {"quoted": Scope(True), "all": Scope(False)}
    by_kind = {k: Share() for k in KINDS}
    for gold in gold_docs:
        doc = Doc(gold)
        golds = [i for i in (Item(doc, q, True) for q in gold["quotes"]) if i.words]
        preds = [
            i
            for i in (Item(doc, q, False) for q in by_id.get(gold["id"], {}).get("quotes", []))
            if i.words and 2 * len(i.words & doc.ignored) <= len(i.words)
        ]
        strict = match(golds, preds, STRICT)
        lenient = match(golds, preds, LENIENT)
        for scope in scopes.values():
            scope.add(doc, golds, preds, strict, lenient)
        found = {g for gs, _ in lenient for g in gs}
        for g, item in enumerate(golds):
            by_kind[item.kind].n += 1
            by_kind[item.kind].right += g in found
    out = {name: scope.result() for name, scope in scopes.items()}
    out["by_kind"] = {k: {"recall": s.result()["acc"], "n": s.n} for k, s in by_kind.items()}
    return out


def report(result):
    lines = []
    for scope in ("quoted", "all"):
        lines.append("%-22s %6s %6s %6s %7s %7s" % (scope, "P", "R", "F1", "pred", "gold"))
        for name, v in result[scope].items():
            if "acc" in v:
                lines.append("  %-20s %6s %6s %6.3f %7s %7d" % (name + " accuracy", "", "", v["acc"], "", v["n"]))
            else:
                lines.append(
                    "  %-20s %6.3f %6.3f %6.3f %7d %7d" % (name, v["p"], v["r"], v["f1"], v["pred"], v["gold"])
                )
    lines.append(
        "lenient recall: " + ", ".join("%s %.3f of %d" % (k, v["recall"], v["n"]) for k, v in result["by_kind"].items())
    )
    return "\n".join(lines)


def read_jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def main(argv=None):
    ap = argparse.ArgumentParser(description="Score quote extraction; see the module docstring.")
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--json", action="store_true", help="full result as JSON")
    args = ap.parse_args(argv)
    result = score(read_jsonl(args.gold), read_jsonl(args.pred))
    print(json.dumps(result, indent=1) if args.json else report(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
