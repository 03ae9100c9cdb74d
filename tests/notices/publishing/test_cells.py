"""What of a table row is heard is seen in its cells, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.document import Sentence
from notices.publishing.cells import placed


def _seen(sentences: list[str], cells: list[str]) -> list[list[tuple[str, str, bool]]] | None:
    spoken = [Sentence(f"s{number}", text, "row") for number, text in enumerate(sentences, 1)]
    found = placed(spoken, cells)
    if found is None:
        return None
    return [[(piece.sentence.id, piece.text, piece.begins) for piece in cell] for cell in found]


def test_a_row_of_one_sentence_begins_in_its_first_cell() -> None:
    """Whatever the order in which it says the cells."""
    assert _seen(["Service : voirie ; tâche : réparer."], ["voirie", "", "réparer"]) == [
        [("s1", "voirie", True)],
        [("s1", "", False)],
        [("s1", "réparer", False)],
    ]


def test_each_cell_may_have_a_sentence_of_its_own() -> None:
    """Marks are heard as words, empty cells are not heard."""
    sentences = ["Parc ;", "matin : oui ;", "soir : fermé ;", "chiens : non"]
    assert _seen(sentences, ["Parc", "✔", "", "fermé", "✘**"]) == [
        [("s1", "Parc", True)],
        [("s2", "✔", True)],
        [],
        [("s3", "fermé", True)],
        [("s4", "✘**", True)],
    ]


def test_a_cell_may_hold_two_sentences_and_a_sentence_two_cells() -> None:
    """The cut lies where the sentences part; the name of a column is heard, and not seen."""
    sentences = ["Rubrique : 12 ; libellé : Dépôt de bois.", "Le volume est de 30 m³ ; régime : D"]
    assert _seen(sentences, ["12", "Dépôt de bois. Le volume est de 30 m³", "D"]) == [
        [("s1", "12", True)],
        [("s1", "Dépôt de bois.", False), ("s2", "Le volume est de 30 m³", True)],
        [("s2", "D", False)],
    ]


@pytest.mark.parametrize(
    ("sentences", "cells"),
    [
        (["Service : ONAF ; task: checks."], ["ONAF", "contrôles"]),
        (["Item 12.", "Wood store."], ["12", "Dépôt de bois", "D"]),
        (["Dépôt.", "De plus, ceci.", "Bois."], ["Dépôt", "Bois"]),
        (["Bois.", "Dépôt.", "Un."], ["Dépôt", "Bois"]),
        ([], ["Bois"]),
        (["Bois."], []),
    ],
)
def test_cells_that_are_not_what_is_heard_are_not_shown(sentences: list[str], cells: list[str]) -> None:
    """In another language, in another order, or less than all that is said."""
    assert _seen(sentences, cells) is None


@given(st.lists(st.text("ab .✔", max_size=8), max_size=5), st.lists(st.text("ab .✔", max_size=8), max_size=5))
def test_what_is_shown_is_the_cells_and_every_sentence_begins_once(
    sentences: list[str], cells: list[str]
) -> None:
    """Nothing of a cell is lost, doubled or moved, and sentences are met in their order."""
    found = _seen(sentences, cells)
    if found is not None:
        pieces = [piece for cell in found for piece in cell]
        shown = [" ".join(text for _, text, _ in cell).split() for cell in found]
        assert shown == [cell.split() for cell in cells]
        assert [name for name, _, begins in pieces if begins] == [f"s{n + 1}" for n in range(len(sentences))]
