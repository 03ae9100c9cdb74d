"""A difficult word is explained only where it has the sense of its explanation."""

from __future__ import annotations

from pathlib import Path

import pytest

from notices.document import Block, Document, Sentence
from notices.lexicon import senses, terms
from notices.telling.glossary import explained

TABLE = Path(__file__).parent.parent / "fixtures" / "wording" / "senses.tsv"
CASES = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_a_word_is_explained_in_its_own_sense_only(sentence: str, expected: str) -> None:
    """Each line of the table: a sentence and what is explained of it."""
    document = Document(
        "fr", "Essai", (Block("paragraph", (Sentence("s1", sentence, "sentence", ("s1",)),)),)
    )
    told = [s.text.split(" :")[0].lower() for b in explained(document, document) for s in b.sentences]
    assert told == [term for term in expected.split(" | ") if term]


def test_every_sense_belongs_to_a_term() -> None:
    """The table names terms of the lexicon."""
    assert set(senses()) <= {term.fr for term in terms()}
