"""The words that a rule wants beside a number (`Rule.near`) leave out nothing that its pattern would match."""

from __future__ import annotations

import re
from itertools import product

import pytest

from factx.mentions.amounts.identifiers import REGISTER_WORDS
from factx.mentions.amounts.not_claims import NOT_CLAIMS, SECTION_WORDS
from factx.rules import NEAR, WORD_OR_MARK, Rule

RULES = [rule for rule in NOT_CLAIMS.rules if rule.near]
BESIDE = sorted({form for word in SECTION_WORDS | REGISTER_WORDS for form in (word, word.title(), word.upper())})
FRAMES = (
    "see {0} 21 of it",
    "see {0} A 21",
    "see {0} No. 21",
    "see {0}s 5 and 21",
    "at 21 {0}",
    "at 21 Old {0}, Leeds",
    "of {0}: 21",
    "{0}-21",
)
OTHERS = (
    "report_12.pdf", "12.docx", "x_12", "12_y", "No. 5", "no 5", "Nos. 12", "#5", "№ 7", "ranked 3", "the top 10 of", "the Top Ten.", "big four",
    "Fortune 500 list", "4 out of 5 stars", "a 4.5-star hotel", "5 / 5.", "Fig. 3", "Vol. 12", "§§ 12", "p. 12", "App(TM) 5.2", "Zap™ 7", "Zap® 7", "net zero",
    "at zero", "a zero tolerance", "Stock code: 763", "P.O. Box 5", "(HKEX: 763)", "SEC File No. 000-12", "12 Wall St.", "Parkstrasse 12", "iOS 17", "Ext. 5",
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_near_words_leave_nothing_out(rule: Rule) -> None:
    found = 0
    for text in (*OTHERS, *(frame.format(word) for frame, word in product(FRAMES, BESIDE))):
        for place in re.finditer(r"(?<![0-9])[0-9]|\b[A-Za-z]", text):
            if rule.compiled.match(text, place.start()):
                found += 1
                around = set(WORD_OR_MARK.findall(text[max(0, place.start() - NEAR) : place.start() + NEAR].lower()))
                assert rule.near & around, f"{rule.name} matches in {text!r}"
    assert found, "no text for this rule"
