"""Learning from a treebank of our own: the same bytes each time, and trees that the treebank has."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.syntax.model import load

pytest.importorskip("training", reason="the training scripts are beside the package, not in it")

from training import train as script
from training.treebank import sentences

SENTENCES = [
    "Acme/NNP/2/nsubj said/VBD/0/root sales/NNS/4/nsubj rose/VBD/2/ccomp ././2/punct",
    "Bolt/NNP/2/nsubj paid/VBD/0/root $/$/2/obj 5/CD/3/nummod ././2/punct",
    "The/DT/2/det bank/NN/5/nsubj did/VBD/5/aux n't/RB/5/advmod pay/VB/0/root ././5/punct",
    "It/PRP/2/nsubj sold/VBD/0/root a/DT/7/det 15/CD/6/nummod -/HYPH/6/punct point/NN/7/compound plan/NN/2/obj ././2/punct",
]


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    """A small treebank in the form that the scripts read, each sentence several times."""
    lines = ["# doc ours"]
    for _ in range(8):
        for text in SENTENCES:
            for word in text.split():
                form, tag, head, label = word.rsplit("/", 3)
                lines.append("\t".join((form, tag, "X", head, label, form)))
            lines.append("")
    path = tmp_path / "train.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_tokens_are_those_of_factx(treebank: Path) -> None:
    read = sentences(treebank)[:4]
    assert [s.words for s in read][1] == ["Bolt", "paid", "<money>", "."]
    assert "didn't" in read[2].words
    assert "15-point" in read[3].words
    assert all(s.heads.count(-1) == 1 for s in read)


def test_the_same_treebank_gives_the_same_bytes(treebank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "WORKERS", 0)
    first, second = script.train(treebank), script.train(treebank)
    assert first == second
    models = load(first)
    words = ["Acme", "said", "sales", "rose", "."]
    tags = models.tagger.tag(words)
    assert tags == ["NNP", "VBD", "NNS", "VBD", "."]
    assert models.parser.parse(words, tags)[0] == [1, -1, 3, 1, 1]
