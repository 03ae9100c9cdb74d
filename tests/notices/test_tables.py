"""A table told: the place with each of its days, what rows share said once, and no timetable with a hole."""

from __future__ import annotations

import pytest

from notices.document import Block, Document, Sentence
from notices.extraction import Unit, units_of
from notices.extraction.rows import whole_rows
from notices.gate import prove
from notices.raw import RawBlock
from notices.realisation import realise
from notices.realisation.shortening import within
from notices.realisation.tables import rows_told
from notices.structure.rows import spoken_rows

_PLACES = (
    "Mairie de Vaulnay",
    "3 place du Marché",
    "mardi 4 mars 2025 : 9h00-12h00",
    "mardi 1 avril 2025 : 14h-17h (clôture)",
    "mardi 18 mars 2025 : 09h-12h",
    "Salle des fêtes de Brécy",
    "jeudi 6 mars 2025 : 14h-17h",
)
_TABLES = (
    (
        _PLACES,
        (
            "Mairie de Vaulnay, 3 place du Marché : les 4 et 18 mars 2025, 9h-12h.",
            "Mairie de Vaulnay, 3 place du Marché : le mardi 1er avril 2025, 14h-17h (clôture).",
            "Salle des fêtes de Brécy : le jeudi 6 mars 2025, 14h-17h.",
        ),
    ),
    (
        (
            "Date : lundi 2 juin 2025 ; lieu : Mairie de Clair ; horaires : 9h00 à 12h00",
            "Date : mercredi 18 juin 2025 ; lieu : Mairie de Bru ; horaires : 14h à 17h",
            "Date : samedi 5 juillet 2025 ; lieu : Mairie de Clair ; horaires : 9h à 12h",
        ),
        (
            "Mairie de Clair : les 2 juin et 5 juillet 2025, de 9h à 12h.",
            "Mairie de Bru : le mercredi 18 juin 2025, de 14h à 17h.",
        ),
    ),
    (
        ("Entrée", "Adulte : 5 €", "Enfant : 3 €", "Abonnement", "Adulte : 42 €"),
        ("Entrée", "Adulte : 5 €.", "Enfant : 3 €.", "Abonnement", "Adulte : 42 €."),
    ),
    (
        ("Samedi 21 juin", "10h : concours de pétanque", "20h : repas"),
        ("Samedi 21 juin", "10h : concours de pétanque.", "20h : repas."),
    ),
    (
        ("Programme du matin", "10h : concours de pétanque", "11h : discours"),
        ("Programme du matin :", "10h : concours de pétanque.", "11h : discours."),
    ),
    (
        (
            "Secteur : Centre ; ordures : mardi ; tri : jeudi",
            "Secteur : Gare ; ordures : mardi ; tri : jeudi",
        ),
        ("Secteur : Centre et Gare ; ordures : mardi ; tri : jeudi.",),
    ),
    (
        (
            "Site : Vaulnay ; substance : cuivre ; limite : 5 mg",
            "Site : Vaulnay ; substance : zinc ; limite : 10 mg",
        ),
        ("Site : Vaulnay.", "Substance : cuivre ; limite : 5 mg.", "Substance : zinc ; limite : 10 mg."),
    ),
    (("Nord ; trois jours", "Sud ; deux jours"), ("Nord ; trois jours", "Sud ; deux jours")),
)


def _rows(texts: tuple[str, ...]) -> tuple[Sentence, ...]:
    return tuple(Sentence(f"s{n}", text, "row", (f"s{n}",)) for n, text in enumerate(texts, 2))


@pytest.mark.parametrize(("rows", "told"), _TABLES)
def test_what_rows_share_is_said_once(rows: tuple[str, ...], told: tuple[str, ...]) -> None:
    """A place stands with each of its days; one value of several names, and one time of several days, is
    said once; other titles stay above their rows."""
    assert tuple(row.text for row in rows_told(_rows(rows))) == told


@pytest.mark.parametrize("rows", [rows for rows, _ in _TABLES])
def test_no_row_is_lost_or_unproven(rows: tuple[str, ...]) -> None:
    """Each row of the table is named by what tells it, and the gate proves what is told by those rows."""
    sentences = _rows(rows)
    texts = {s.id: s.text for s in sentences}
    told = rows_told(sentences)
    assert {i for row in told for i in row.origin} == set(texts)
    for row in told:
        doubts = prove(row.text, [texts[i] for i in row.origin])
        assert [d for d in doubts if d.severity == "block"] == []


def test_a_timetable_is_told_whole_or_not_at_all() -> None:
    """With a row missing, a timetable says that nothing is on that day: its place in the document is told
    instead."""
    unit = Unit(Sentence("s1", "Les permanences ont lieu aux dates suivantes :"), _rows(_PLACES))
    whole = realise(unit)
    short = within(whole, whole.words // 2)
    assert [line.kind for line in short.lines] == ["sentence", "label"]
    assert within(whole, whole.words) == whole


def _table(*rows: tuple[str, ...]) -> tuple[RawBlock, ...]:
    return tuple(RawBlock("row", "", cells=cells, header=not n) for n, cells in enumerate(rows))


def test_a_title_within_a_table_is_no_cell_of_its_column() -> None:
    """A place above days, or a day above hours, is told without the name of the column."""
    spoken = spoken_rows(
        _table(("Heure", "Animation", "Lieu"), ("Samedi 21 juin", "", ""), ("10h", "concours", "la halle"))
    )
    assert [block.text for block in spoken[1:]] == ["Samedi 21 juin", "10h : concours ; lieu : la halle"]


def test_a_cell_that_holds_nothing_makes_no_title() -> None:
    """A row with empty cells among rows like it is a row."""
    spoken = spoken_rows(_table(("Produit", "Lot"), ("Tomme", ""), ("Bleu", "L12")))
    assert [block.text for block in spoken[1:]] == ["Produit : Tomme", "Produit : Bleu ; lot : L12"]


def test_a_long_row_is_one_thing_to_tell() -> None:
    """A row that the source's edition tells in several sentences names them all."""
    cells = tuple(Sentence(f"s{n}", text, "row", (f"s{n}",)) for n, text in enumerate(("A : 1 ;", "b : 2")))
    (block,) = whole_rows((Block("row", cells),))
    assert [(s.text, s.origin) for s in block.sentences] == [("A : 1 ; b : 2", ("s0", "s1"))]


def test_a_table_that_nothing_announces_stands_under_its_sentence() -> None:
    """Bans in a table are told behind "Les mesures suivantes s'appliquent jusqu'au 30 septembre.", and all of
    them or none."""
    bans = (
        "Arrosage : interdit de 8 h à 20 h",
        "Lavage : interdit",
        "Piscines : interdit",
        "Golfs : interdit",
    )
    sentence = Sentence("s1", "Les mesures s'appliquent jusqu'au 30 septembre 2026.", origin=("s1",))
    rows = (Block("row", (row,), cells=("a", "b")) for row in _rows(bans))
    units = units_of(Document("fr", "Sécheresse", (Block("paragraph", (sentence,)), *rows)))
    assert [unit.leans_on for unit in units] == [None, 0]
    table = realise(Unit(sentence, _rows(bans)))
    assert [line.kind for line in within(table, table.words - 5).lines] == ["sentence", "label"]


def test_marks_of_yes_and_no_are_words() -> None:
    """A voice reads no ticks, and a cell without its tick would say nothing."""
    spoken = spoken_rows(_table(("Base", "Accès", "Retrait"), ("Contrat", "✔️", "❌"), ("Loi", "✓", "✘")))
    assert [block.text for block in spoken[1:]] == [
        "Base : Contrat ; accès : oui ; retrait : non",
        "Base : Loi ; accès : oui ; retrait : non",
    ]
