"""Trees: what is asked of them by name, and what must hold of every one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.article import Article
from factx.document import Document
from factx.syntax import Syntax, Tree, tree_of


def words(tree: Tree, nodes: list[int]) -> list[str]:
    return [tree.words[node] for node in nodes]


def node(tree: Tree, word: str) -> int:
    return tree.words.index(word)


SUBJECTS = [
    # sentence, predicate, the subject's phrase
    ("Acme paid a fine.", "paid", "Acme"),
    ("Sales of its gears fell.", "fell", "Sales of its gears"),
    ("Acme, which makes gears, rose.", "makes", "Acme"),
    ("Acme bought Bolt and sold Zed.", "sold", "Acme"),
    ("Acme wants to sell Zed.", "sell", "Acme"),
    ("The bank asked Bolt to sell Zed.", "sell", "Bolt"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_subject_of_a_predicate(text: str, verb: str, subject: str) -> None:
    tree = tree_of(text)
    assert tree.phrase(tree.subject(node(tree, verb))) == subject


def test_reported_clause_is_the_complement_of_its_verb() -> None:
    tree = tree_of("The company said that profits fell.")
    assert tree.text(tree.complement(node(tree, "said"))) == "fell"
    assert tree.mark(node(tree, "fell")) == "that"


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Profits fell.", "past"),
        ("Profits have fallen.", "perfect"),
        ("Profits fall sharply.", "present"),
        ("Profits will fall.", "future"),
    ],
)
def test_tense_of_a_verb_group(text: str, tense: str) -> None:
    tree = tree_of(text)
    assert tree.tense(tree.root) == tense


def test_voice_negation_and_modality_of_a_verb_group() -> None:
    passive, negated, modal = (
        tree_of(text)
        for text in ("The mill was sold by Bolt.", "Bolt did not sell the mill.", "Bolt may sell the mill.")
    )
    assert passive.is_passive(passive.root)
    assert not negated.is_passive(negated.root)
    assert negated.is_negated(negated.root)
    assert modal.modal(modal.root) == "may"


def test_sums_shares_and_times_are_one_node_each() -> None:
    tree = tree_of("On May 18, 2024 it paid US$4.1 billion, or 58 percent of sales, and 3bn yuan.")
    assert {"May 18, 2024", "US$4.1 billion", "58 percent", "3bn yuan"} <= set(tree.words)


TEXTS = st.lists(
    st.sampled_from("Acme said that sales of $ 5 million rose , fell “ ” ( ) — . 3% who and 2024 don’t U.S. X".split()),
    min_size=1,
    max_size=40,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_tree_has_one_root_and_covers_the_sentence(text: str) -> None:
    tree = tree_of(text)
    assert tree.head.count(-1) == 1
    for start in range(len(tree)):
        steps = sum(1 for _ in zip(tree.above(start), range(len(tree) + 1), strict=False))
        assert steps <= len(tree), "a circle"
    covered = "".join(tree.words)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a < b <= c for a, b, c in zip(tree.start, tree.end, [*tree.start[1:], len(text)], strict=True))


def test_a_very_long_sentence_is_one_tree() -> None:
    text = "Acme sold " + ", ".join(f"part {n}" for n in range(600)) + " and Zed."
    tree = tree_of(text)
    assert tree.head.count(-1) == 1
    assert len(tree) > 1000


def test_threads_read_the_same_trees() -> None:
    text = " ".join(f"Acme {n} said that sales rose {n}% to ${n} million in 2024." for n in range(1, 60))
    document = Document(Article(text=text))
    alone = [Syntax(document).of(s).head for s in document.sentences]
    shared = Syntax(document)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda s: shared.of(s).head, document.sentences * 3))
    assert together == alone * 3
