"""The lines of an address are one contact, and lines that are none stay apart."""

from __future__ import annotations

import pytest

from notices.document import Block, Sentence
from notices.extraction.addresses import folded
from notices.gate import prove

_ADDRESSES = (
    (
        "DEAL Réunion | Service des risques | 2 rue Juliette Dodu - CS 41009 | "
        "97443 Saint-Denis cedex 9 tel : 0262402851",
        "DEAL Réunion, Service des risques, 2 rue Juliette Dodu, CS 41009, 97443 Saint-Denis cedex 9 ; "
        "téléphone : 02 62 40 28 51",
    ),
    (
        "Mairie de Vaulnay | Service des écoles | Bureau des inscriptions et des transports scolaires | "
        "3 place du Marché | 76540 Vaulnay | Tél. : 02.35.11.22.33",
        "Mairie de Vaulnay, 3 place du Marché, 76540 Vaulnay ; téléphone : 02 35 11 22 33",
    ),
    (
        "Madame la commissaire enquêtrice | Hôtel de ville - 1 rue de l'Église - BP 5 - 63210 SAINTE-OMBRE",
        "Madame la commissaire enquêtrice, Hôtel de ville, 1 rue de l'Église, BP 5, 63210 SAINTE-OMBRE",
    ),
)
_NONE = (
    "Mairie de Vaulnay | La mairie est fermée le 3 mai.",
    "Programme | Concert | Feu d'artifice",
    "76540 Vaulnay",
    "3 juin | 4 juin | 5 juin",
    "Le maire | Jean Petit",
)


def _blocks(lines: str) -> tuple[Block, ...]:
    return tuple(
        Block("paragraph", (Sentence(f"s{n}", text, origin=(f"s{n}",)),))
        for n, text in enumerate(lines.split(" | "), 1)
    )


@pytest.mark.parametrize(("lines", "told"), _ADDRESSES)
def test_an_address_is_one_contact(lines: str, told: str) -> None:
    """Who, where, and the telephone at the end; of a long one the offices within go. All its lines are named
    as its source, and prove it."""
    blocks = _blocks(lines)
    (block,) = folded(blocks)
    (sentence,) = block.sentences
    assert sentence.text == told
    assert sentence.origin == tuple(b.sentences[0].id for b in blocks)
    sources = [b.sentences[0].text for b in blocks]
    assert [d for d in prove(f"{told}.", sources) if d.severity == "block"] == []


@pytest.mark.parametrize("lines", _NONE)
def test_other_lines_stay_apart(lines: str) -> None:
    """A sentence, a programme, a town alone, days, and a signature are no address."""
    blocks = _blocks(lines)
    assert folded(blocks) == blocks


def test_what_is_announced_is_an_item_of_what_announces_it() -> None:
    """ "Écrivez à l'adresse suivante :" and the address are told together."""
    head = Block("paragraph", (Sentence("s9", "Écrivez à l'adresse suivante :", origin=("s9",)),))
    told = folded((head, *_blocks("Mairie | 3 place du Marché | 76540 Vaulnay")))
    assert [block.kind for block in told] == ["paragraph", "item"]


def test_two_addresses_are_two_contacts() -> None:
    """Behind its town and its telephone an address ends."""
    one = "Mairie de Vaulnay | 3 place du Marché | 76540 Vaulnay | Tél : 02 35 11 22 33"
    two = "Mairie de Brécy | 1 rue Neuve | 76550 Brécy"
    assert len(folded(_blocks(f"{one} | {two}"))) == 2
