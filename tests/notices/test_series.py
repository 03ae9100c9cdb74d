"""Lists and numbered headings that no markup tells."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.raw import RawBlock, RawNotice
from notices.structure import build_document


def block(text: str) -> RawBlock:
    """ "## " makes a heading, "* " an item without a mark, "3.| " an item with one."""
    if sharps := re.match(r"(#+) ", text):
        return RawBlock("heading", text[sharps.end() :], len(sharps[1]))
    if mark := re.match(r"(\S*)\| ", text):
        return RawBlock("item", text[mark.end() :], marker=mark[1])
    return RawBlock("paragraph", text)


def told(*blocks: str) -> list[str]:
    """The blocks of the document as lines, without its title."""
    raw = tuple(map(block, ("# Marche populaire", *blocks)))
    document = build_document(RawNotice("n", "n.txt", "0" * 64, "text/plain", raw))
    return [
        f"{b.kind[0]}{b.level if b.kind == 'heading' else ''}{b.marker and ' ' + b.marker} | "
        + " ".join(s.text for s in b.sentences)
        for b in document.blocks[1:]
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Ils doivent : - avoir lu le règlement - remplir le coupon. Les mineurs viennent.",
            [
                "p | Ils doivent :",
                "i | avoir lu le règlement",
                "i | remplir le coupon.",
                "p | Les mineurs viennent.",
            ],
        ),
        (
            "À apporter : • une pièce d'identité ; • un justificatif",
            ["p | À apporter :", "i | une pièce d'identité ;", "i | un justificatif"],
        ),
        (
            "Sont interdits : 1° l'arrosage ; 2° le lavage ; 3° les jeux d'eau.",
            [
                "p | Sont interdits :",
                "i 1° | l'arrosage ;",
                "i 2° | le lavage ;",
                "i 3° | les jeux d'eau.",
            ],
        ),
        (
            "Joindre : a) une copie ; b) un plan.",
            ["p | Joindre :", "i a) | une copie ;", "i b) | un plan."],
        ),
        ("Ouvert : 9h - 12h - 14h", ["p | Ouvert : 9h - 12h - 14h"]),
        ("Il s'agit de la ligne Paris - Lyon.", ["p | Il s'agit de la ligne Paris - Lyon."]),
        ("Tarif : - 10 %", ["p | Tarif : - 10 %"]),
        (
            "Vu l'article L. 211-5 ; le 3° de l'article R. 610-5 ; le 4° du II.",
            ["p | Vu l'article L. 211-5 ; le 3° de l'article R. 610-5 ; le 4° du II."],
        ),
    ],
)
def test_lists_in_the_line(text: str, lines: list[str]) -> None:
    """Marks of one sign in order part a text; a lone dash, an hour and a reference do not."""
    assert told(text) == lines


def test_numbered_headings_in_the_line() -> None:
    """The series 1, 2, 3 proves them; the title ends where a sentence begins."""
    assert told(
        "1. Inscription Les mineurs sont accompagnés d'un adulte tout au long du parcours. "
        "2. Tarif L'inscription est au tarif de 2 €. 3. Droit à l'image Tout participant accepte les photos.",
    ) == [
        *("h2 | 1. Inscription", "p | Les mineurs sont accompagnés d'un adulte tout au long du parcours."),
        *("h2 | 2. Tarif", "p | L'inscription est au tarif de 2 €."),
        *("h2 | 3. Droit à l'image", "p | Tout participant accepte les photos."),
    ]


def test_a_number_in_the_line_goes_on_a_series_of_blocks() -> None:
    """Glued to the paragraph before it, the third heading is one like its neighbours."""
    assert told(
        *("1.| Organisation", "Les participants suivent le parcours."),
        *("2.| Inscription", "Les mineurs sont accompagnés. 3. Tarif L'inscription coûte 2 €."),
        *("4.| Ravitaillement", "Une buvette est ouverte."),
    ) == [
        *("h2 | 1. Organisation", "p | Les participants suivent le parcours."),
        *("h2 | 2. Inscription", "p | Les mineurs sont accompagnés."),
        *("h2 | 3. Tarif", "p | L'inscription coûte 2 €."),
        *("h2 | 4. Ravitaillement", "p | Une buvette est ouverte."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le présent arrêté vise l'art. 3. Le maire est chargé de son exécution.",
        "La réunion a lieu salle 2. Le maire la préside.",
        "Le score est de 1. Il monte à 3. Il redescend.",
    ],
)
def test_a_number_alone_proves_nothing(text: str) -> None:
    """No series, no cut."""
    assert told(text) == [f"p | {text}"]


def test_points_of_an_agenda_are_headings() -> None:
    """A point followed by its paragraphs is a heading below "Ordre du jour"; all have one level."""
    assert told(
        *("## Ordre du jour", "1/| ONF État d'assiette :", "Il n'y aura pas de coupe.", "13 votes pour"),
        *("| 2/ Subventions :", "Le budget s'élève à 2000 €."),
        *("3/| Modification du texte des tarifs de la salle.", "Le texte doit être modifié."),
    ) == [
        *("h2 | Ordre du jour", "h3 | 1/ ONF État d'assiette :", "p | Il n'y aura pas de coupe."),
        *("p | 13 votes pour", "h3 | 2/ Subventions :", "p | Le budget s'élève à 2000 €."),
        *("h3 | 3/ Modification du texte des tarifs de la salle.", "p | Le texte doit être modifié."),
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        ("1.| Approbation du procès-verbal", "2.| Budget", "3.| Questions diverses", "Le maire est absent."),
        (
            "1.| L'inscription se fait en ligne. Elle ne vaut pas admission.",
            "Texte.",
            "2.| L'admission.",
            "Texte.",
        ),
        ("1.| de boire de l'eau ;", "Et encore.", "2.| de fermer les volets ;", "Texte."),
    ],
)
def test_a_numbered_list_stays_a_list(blocks: tuple[str, ...]) -> None:
    """Points without text of their own, sentences and ends of a sentence are items."""
    assert [line[0] for line in told(*blocks)] == ["i" if "|" in one else "p" for one in blocks]


def test_lettered_paragraphs_are_items() -> None:
    """Letters in order are marks."""
    assert told("A/ Incendie : M. Dupont est référent.", "B/ Chats : la campagne reprend.") == [
        "i A/ | Incendie : M. Dupont est référent.",
        "i B/ | Chats : la campagne reprend.",
    ]


def test_capitals_in_two_lines_are_one_heading() -> None:
    """What goes on with a little word is joined; the lines of a letterhead stay apart."""
    assert told("AVIS DE COUPURE", "DE L'EAU POTABLE", "COUR D'APPEL", "TRIBUNAL JUDICIAIRE", "Texte.")[
        :3
    ] == [
        "h2 | AVIS DE COUPURE DE L'EAU POTABLE",
        "h2 | COUR D'APPEL",
        "h2 | TRIBUNAL JUDICIAIRE",
    ]


def test_siblings_have_one_level() -> None:
    """Headings of one size under one heading are on one level, the first of them too."""
    assert [
        line[:2] for line in told("## Ordre du jour", "#### Élection", "Texte.", "#### Budget", "Texte.")
    ] == [
        *("h2", "h3", "p ", "h3", "p "),
    ]


def test_a_table_goes_on_behind_a_passage() -> None:
    """A cell given as paragraphs below its row does not take the names of the columns from the next row."""
    raw = (
        RawBlock("heading", "Sécheresse", 1),
        RawBlock("row", "", cells=("Usage", "Durée", "Mesure"), header=True),
        RawBlock("row", "", cells=("Piscines", "3 mois", "")),
        RawBlock("paragraph", "Le remplissage est interdit."),
        RawBlock("row", "", cells=("Pelouses", "1 mois", "Interdit")),
        RawBlock("paragraph", "Fin du tableau."),
        RawBlock("row", "", cells=("a", "b", "c")),
    )
    document = build_document(RawNotice("n", "n.txt", "0" * 64, "text/plain", raw))
    rows = [b.sentences[0].text for b in document.blocks if b.kind == "row"]
    assert rows[1:] == [
        "Usage : Piscines ; durée : 3 mois",
        "Usage : Pelouses ; durée : 1 mois ; mesure : Interdit",
        "a ; b ; c",
    ]


MARKS = st.sampled_from(
    ["1. Le", "2. Un", "3. Les", ": - a", "- b", "1° c ;", "2° d.", "est là.", "Tarif", "A/ e", "•"]
)


@given(st.lists(st.lists(MARKS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4))
def test_no_word_is_lost_or_moved(texts: list[str]) -> None:
    """Whatever is parted, letters and figures come out in their order."""
    raw = tuple(RawBlock("paragraph", text) for text in texts)
    document = build_document(RawNotice("n", "n.txt", "0" * 64, "text/plain", raw))
    said = " ".join(f"{b.marker} {' '.join(s.text for s in b.sentences)}" for b in document.blocks)
    assert re.findall(r"\w", said) == re.findall(r"\w", " ".join(texts))
