"""Write the noun classes of WordNet 3.0 into the last column of words.tsv.

    python training/wordnet_classes.py /usr/share/wordnet factx/lexicon/data/words.tsv

WordNet files each sense of a noun under one of 26 lexicographer files (noun.person, noun.group, noun.act …). The column
has one letter for each class in which a form is used, the most frequent first: those of its first sense and of every sense
that makes up a sixth of its uses in the texts that WordNet's authors tagged, three at most. "-": no noun.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

CLASSES = {
    "03": "y", "04": "a", "05": "n", "06": "f", "07": "t", "08": "b", "09": "k", "10": "c", "11": "e", "12": "l", "13": "o",
    "14": "g", "15": "s", "16": "m", "17": "j", "18": "p", "19": "h", "20": "v", "21": "x", "22": "r", "23": "q", "24": "i",
    "25": "z", "26": "d", "27": "u", "28": "w",
}  # fmt: skip
"""Number of a lexicographer file -> letter: a act, b body, c communication, d state, e event, f artifact, g group, h phenomenon,
i relation, j object, k cognition, l feeling, m motive, n animal, o food, p person, q quantity, r process, s location,
t attribute, u substance, v plant, w time, x possession, y top of the hierarchy, z shape."""
SHARE = 1 / 6
MOST = 3


def senses(folder: Path) -> dict[str, str]:
    """Noun -> the letters of its classes, the most frequent first."""
    number = {}
    for line in (folder / "data.noun").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            number[line[:8]] = line[9:11]
    counts: dict[tuple[str, str], int] = {}
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, sense, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1:"):
            counts[lemma, sense] = int(count)
    out = {}
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" ") or "_" in (cells := line.split())[0]:
            continue
        offsets = cells[-int(cells[2]) :]
        weights: dict[str, float] = defaultdict(float)
        for rank, offset in enumerate(offsets, 1):
            weights[CLASSES[number[offset]]] += counts.get((cells[0], str(rank)), 0) + (0.5 if rank == 1 else 0.01)
        total = sum(weights.values())
        first = CLASSES[number[offsets[0]]]
        kept = [c for c in sorted(weights, key=lambda c: -weights[c]) if c == first or weights[c] >= SHARE * total]
        out[cells[0]] = "".join(kept[:MOST])
    return out


def singulars(form: str, exceptions: dict[str, str]) -> list[str]:
    """What a form can be the plural of, itself first."""
    out = [form]
    if form in exceptions:
        out.append(exceptions[form])
    if form.endswith("men"):
        out.append(form[:-3] + "man")
    if form.endswith("ies"):
        out.append(form[:-3] + "y")
    if form.endswith(("ses", "xes", "zes", "ches", "shes")):
        out.append(form[:-2])
    if form.endswith("s") and not form.endswith("ss"):
        out.append(form[:-1])
    return out


def main(source: str, target: str) -> None:
    folder, path = Path(source), Path(target)
    known = senses(folder)
    exceptions = dict(line.split()[:2] for line in (folder / "noun.exc").read_text(encoding="utf-8").splitlines())
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            out.append(line)
            continue
        cells = line.split("\t")[:4]
        found = next((known[one] for one in singulars(cells[0], exceptions) if one in known), "-")
        out.append("\t".join([*cells, found]))
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
