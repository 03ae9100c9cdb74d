"""What opens the plain version: the news, and neither procedure, nor what is not so, nor a number to call."""

from __future__ import annotations

import pytest

from notices.document import Document
from notices.raw import RawBlock, RawNotice
from notices.structure import build_document
from notices.summary import summarise

_ORDER = (
    "Vu le code de la route ;",
    "Vu le code de l'environnement ;",
    "ARRÊTE :",
)


def _document(title: str, *paragraphs: str) -> Document:
    blocks = (RawBlock("heading", title, 1), *(RawBlock("paragraph", text) for text in paragraphs))
    return build_document(RawNotice("essai", "essai.txt", "0" * 64, "text/plain", blocks))


def _under(document: Document, heading: str) -> list[str]:
    """The texts told under a heading of the plain version."""
    told: dict[str, list[str]] = {}
    last = ""
    for sentence in summarise(document).document.sentences():
        last = sentence.text if sentence.kind == "heading" else last
        told.setdefault(last, []).append(sentence.text if sentence.kind != "heading" else "")
    return [text for text in told.get(heading, []) if text]


def _essential(title: str, *paragraphs: str) -> str:
    return " ".join(_under(_document(title, *paragraphs), "L'essentiel"))


@pytest.mark.parametrize(
    ("first", "second", "opens"),
    [
        (
            "Les variantes ne sont pas autorisées.",
            "Les offres doivent être déposées en ligne avant le 30 mars 2026 à 12 heures.",
            "Les offres",
        ),
        (
            "Les appareils de 10 watts ne sont pas concernés.",
            "La société Lumo rappelle tous ses chargeurs de 15 watts à cause d'un risque de feu.",
            "La société Lumo",
        ),
        (
            "Le majeur nie toute participation au vol.",
            "Deux personnes ont été interpellées le 20 novembre à Brou.",
            "2 personnes",
        ),
        (
            "Le 17 mars 2023, le préfet a réuni le comité de l'eau à Brou.",
            "L'arrosage des jardins est interdit dans tout le département dès le 20 mars 2023.",
            "L'arrosage",
        ),
        (
            "Le numéro vert 0 800 06 66 66 est ouvert de 9 h à 19 h.",
            "La piscine de Brou est fermée jusqu'au 3 juin à cause d'une panne.",
            "La piscine",
        ),
    ],
)
def test_the_news_opens_before_what_only_limits_it(first: str, second: str, opens: str) -> None:
    """What is not so, a number to call, somebody not yet told of: none of them opens a text."""
    assert _essential("Nouvelles de la semaine à Brou", first, second).startswith(opens)


def test_the_sentences_of_a_trial_open_its_report() -> None:
    """What a court pronounced is the news, even where it is a list."""
    told = _essential(
        "Communiqué : travaux qui n'ont pas été faits",
        "Par jugement rendu le 4 février 2025, le tribunal de Brou a statué sur les poursuites engagées "
        "contre trois personnes.",
        "Le tribunal a prononcé les peines suivantes : deux ans d'emprisonnement pour le gérant.",
    )
    assert "peines suivantes" in told
    assert "statué" not in told


def test_an_order_opens_with_its_first_rule() -> None:
    """An article that says where a list stands is no rule; the first that forbids is."""
    told = _essential(
        "Arrêté du 3 mai 2026 portant limitation des usages de l'eau",
        *_ORDER,
        "Article 1 : La liste des communes figure en annexe.",
        "Article 2 : Le lavage des voitures est interdit du 1er juin au 30 septembre 2026.",
        "Article 3 : Le maire est chargé de l'exécution du présent arrêté.",
    )
    assert "Article 2 : Le lavage" in told
    assert "annexe" not in told


def test_a_subject_is_not_told_three_times() -> None:
    """What the title and the first article say is not said again as "Objet : ..."."""
    ban = "Article 1 : Le lavage des voitures est interdit du 1er juin au 30 septembre 2026."
    title = "Arrêté du 3 mai 2026 portant interdiction du lavage des voitures"
    assert "Objet" not in _essential(title, *_ORDER, ban)
    assert "Objet" in _essential(title, *_ORDER, "Article 1 : La pêche est permise dès le 1er juin 2026.")
