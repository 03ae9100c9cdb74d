"""Lines of days and hours stand under what they are the hours of."""

from __future__ import annotations

import pytest

from notices.document import Block, BlockKind, Sentence
from notices.extraction.timetables import timetabled
from notices.realisation.tables import rows_told


def _blocks(*lines: str, kind: BlockKind = "paragraph") -> tuple[Block, ...]:
    return tuple(
        Block(kind, (Sentence(f"s{n}", text, origin=(f"s{n}",)),)) for n, text in enumerate(lines, 2)
    )


_HEADS = (
    "Une exposition de peinture est visible dans le hall de la mairie aux heures d'ouverture",
    "Le public est reçu aux horaires suivants :",
    "La déchetterie de Brécy est ouverte",
)


@pytest.mark.parametrize("head", _HEADS)
@pytest.mark.parametrize("kind", ["paragraph", "item"])
def test_hours_stand_under_what_they_open(head: str, kind: BlockKind) -> None:
    """The hours become rows of the sentence before them."""
    first = Block("paragraph", (Sentence("s1", head, origin=("s1",)),))
    told = timetabled((first, *_blocks("Lundi, mardi : 14h-17h", "vendredi de 9 h à 12 h", kind=kind)))
    assert [block.kind for block in told] == ["paragraph", "row", "row"]
    assert told[0].sentences[0].text.endswith(" :")


_APART = (
    ("Le maire a signé l'arrêté.", ("Lundi : 14h-17h", "Mardi : 9h-12h")),
    ("La mairie est ouverte", ("Lundi : 14h-17h",)),
    ("La mairie est ouverte", ("Concert à l'église", "Bal à la salle des fêtes")),
)


@pytest.mark.parametrize(("head", "lines"), _APART)
def test_other_lines_stay_as_they_are(head: str, lines: tuple[str, ...]) -> None:
    """A whole sentence heads nothing, one line is no timetable, and a programme has no hours."""
    blocks = (Block("paragraph", (Sentence("s1", head, origin=("s1",)),)), *_blocks(*lines))
    assert timetabled(blocks) == blocks


def test_a_line_without_a_colon_is_a_row() -> None:
    """ "vendredi de 9 h à 12 h" is a row like "Lundi : 14h-17h", and no title of those below."""
    items = tuple(
        Sentence(f"s{n}", text, "row", (f"s{n}",))
        for n, text in enumerate(("vendredi de 9 h à 12 h", "Samedi : 9h-12h"))
    )
    assert [row.text for row in rows_told(items)] == ["Vendredi de 9 h à 12 h.", "Samedi : 9h-12h."]
    assert [row.level for row in rows_told(items)] == [0, 0]
