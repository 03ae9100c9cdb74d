"""A row of a table is told in as few sentences as are short."""

from __future__ import annotations

import pytest

from notices.realisation.rows import told

_ROWS = (
    (
        "Niveau : orange ; accès à pied : libre ; travaux : interdits",
        ("Niveau : orange ; accès à pied : libre ; travaux : interdits.",),
    ),
    (
        "Usage : arrosage ; particuliers : interdit ; entreprises : interdit",
        ("Usage : arrosage ; particuliers et entreprises : interdit.",),
    ),
    (
        "Usage : golf ; particuliers : sans objet ; clubs : interdit ;",
        ("Usage : golf ; clubs : interdit.",),
    ),
    (
        "Lot : 25 098 A ; produit : steaks hachés de bœuf à 15 % de matière grasse en boîte de dix",
        ("Lot : 25 098 A.", "Produit : steaks hachés de bœuf à 15 % de matière grasse en boîte de dix."),
    ),
    (
        "Contrat ; droit d'accès : oui ; droit de retrait : non ; droit d'oubli : oui",
        ("Contrat ; droit d'accès et droit d'oubli : oui ; droit de retrait : non.",),
    ),
    ("Adulte : 5 €", ("Adulte : 5 €.",)),
    ("Nord ; trois jours ; 12 euros", ("Nord ; trois jours ; 12 euros",)),
)


@pytest.mark.parametrize(("row", "cells"), _ROWS)
def test_no_sentence_of_a_row_is_long(row: str, cells: tuple[str, ...]) -> None:
    """Cells that say the same are told together, those that say nothing go, and a short pair stays."""
    assert told(row) == cells
