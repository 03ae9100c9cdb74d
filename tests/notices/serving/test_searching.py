"""Searching bundles."""

from __future__ import annotations

from pathlib import Path

import pytest

from notices.serving.searching import folded, search
from notices.serving.shelf import Shelf


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Préfecture de l’Hérault", "prefecture de l'herault"),
        ("NŒUD   cœur\u00a0Ångström", "noeud coeur angstrom"),
        ("ÇA ﬁnit", "ca finit"),
        ("", ""),
    ],
)
def test_folded(text: str, plain: str) -> None:
    """No accents, no capitals, no odd spaces."""
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        ("enquete coco", ["s3", "p8"]),
        ("DENONCES", ["s4"]),
        ("seized", ["t6", "t13"]),
        ("soupçonné bulgarie", ["s14"]),
        ("coco bulgarie", ["s3", "s14"]),
        ("information judic", ["s3", "p3", "p8"]),
    ],
)
def test_every_word_is_found_whatever_its_accents(
    question: str, passages: list[str], shelf_folder: Path
) -> None:
    """Beginnings of words are enough; passages that say more than the title are shown, each wording once."""
    (hit,) = [h for h in search(Shelf(shelf_folder).bundles(), question) if h.bundle.name == "coco"]
    assert [p.id for p in hit.passages] == passages


@pytest.mark.parametrize("question", ["introuvable", "saisies seized", "nquête", "machine reviewed"])
def test_what_is_not_there_is_not_found(question: str, shelf_folder: Path) -> None:
    """Neither words of two languages at once, nor the middle of a word, nor our own labels."""
    assert not [h for h in search(Shelf(shelf_folder).bundles(), question) if h.bundle.name == "coco"]


@pytest.mark.parametrize("question", ["", "  ", "?!", "\x00", "«»"])
def test_a_question_without_words_finds_all(question: str, shelf_folder: Path) -> None:
    """The list as it was."""
    bundles = Shelf(shelf_folder).bundles()
    assert [hit.bundle for hit in search(bundles, question)] == list(bundles)
