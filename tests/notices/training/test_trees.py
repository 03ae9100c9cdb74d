"""How the parser is trained: treebanks read, a toy that learns them, and the file that the product opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from notices.syntax import ROOT
from notices.syntax.parser import Parser
from notices.training.trees.treebank import Sample, read_samples, write_samples

CONLLU = """# text = Le chat du maire dort.
1	Le	le	DET	_	_	2	det	_	_
2	chat	chat	NOUN	_	_	6	nsubj	_	_
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	_	5	det	_	_
5	maire	maire	NOUN	_	_	2	nmod	_	_
6	dort	dormir	VERB	_	_	0	root	_	_
7	.	.	PUNCT	_	_	6	punct	_	_

"""
CHAT = Sample(
    ("Le", "chat", "du", "maire", "dort", "."),
    ("DET", "NOUN", "ADP", "NOUN", "VERB", "PUNCT"),
    (1, 4, 3, 1, ROOT, 4),
    ("det", "nsubj", "case", "nmod", "ROOT", "punct"),
)


def test_a_contraction_is_one_word(tmp_path: Path) -> None:
    """A treebank's "de" + "le" is the "du" that is written, with the preposition's place in the tree."""
    (file := tmp_path / "one.conllu").write_text(CONLLU, encoding="utf-8")
    assert list(read_samples(file)) == [CHAT]


def test_samples_come_back(tmp_path: Path) -> None:
    """What is written as JSON lines is read as it was."""
    file = tmp_path / "trees.jsonl"
    assert write_samples(file, [CHAT, CHAT]) == 2
    assert list(read_samples(file)) == [CHAT, CHAT]


def test_a_toy_learns_and_the_product_reads_it(tmp_path: Path) -> None:
    """A few seconds on four sentences: the product's own network gives the trees that were shown."""
    pytest.importorskip("torch", reason="PyTorch is not here: NOTHING of training the parser is tested")
    from notices.training.trees.learning import Course, Names, accuracy, learn, sizes_for
    from notices.training.trees.storing import store

    shown = [
        Sample(
            (det, noun, verb, "."),
            ("DET", "NOUN", "VERB", "PUNCT"),
            (1, 2, ROOT, 2),
            (*CHAT.relations[:2], "ROOT", "punct"),
        )
        for det, noun in (("Le", "chat"), ("La", "mairie"))
        for verb in ("dort", "ferme")
    ]
    names = Names.of(shown * 3)
    sizes = sizes_for(names)
    weights = learn(shown * 8, names, sizes, Course(steps=60, tokens=120))
    assert accuracy(weights, sizes, shown, names).relations == 1
    file = tmp_path / "parser.npz"
    store(file, {name: value.numpy() for name, value in weights.items()}, names, sizes.blocks)
    tree = Parser(file).parse("La mairie dort.")
    assert [(t.head, t.dep) for t in tree.tokens] == [(1, "det"), (2, "nsubj"), (ROOT, "ROOT"), (2, "punct")]
