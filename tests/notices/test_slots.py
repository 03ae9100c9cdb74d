"""Slots: where a reader looks for what a sentence says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from notices.document import Document, Sentence
from notices.extraction import Unit, slot_of
from notices.extraction.slots import comes_next
from notices.raw import RawBlock, RawNotice
from notices.structure import build_document
from notices.summary import summarise

_TABLE = Path(__file__).parents[1] / "fixtures" / "slots.tsv"
_LINES = [x for x in _TABLE.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
_ROWS = [(row["slot"], row["sentence"]) for row in csv.DictReader(_LINES, delimiter="\t")]


@pytest.mark.parametrize(("slot", "sentence"), _ROWS, ids=[sentence[:40] for _, sentence in _ROWS])
def test_a_sentence_stands_where_it_is_looked_for(slot: str, sentence: str) -> None:
    """Duties and permissions are things to do, appeals come next, a statistic is no price."""
    assert slot_of(Unit(Sentence("s1", sentence, "sentence", ("s1",))), sentence) == slot


@pytest.mark.parametrize(
    "text",
    [
        "Réponses demandées avant le 1er juin.",
        "Les recherches ont repris le 12.",
        "Aucune piste n'est écartée.",
        "Un appel à témoins est lancé.",
    ],
)
def test_a_deadline_is_no_silence(text: str) -> None:
    """ "Le document ne le dit pas." never stands beside a deadline or a next step."""
    assert comes_next(text)


def _document(*paragraphs: str) -> Document:
    blocks = (
        RawBlock("heading", "Nouvelles de la semaine à Brou", 1),
        *(RawBlock("paragraph", text) for text in paragraphs),
    )
    return build_document(RawNotice("essai", "essai.txt", "0" * 64, "text/plain", blocks))


def _heading_over(document: Document, words: str) -> str:
    """The heading under which a sentence with these words is told."""
    heading = ""
    for sentence in summarise(document).document.sentences():
        if sentence.kind == "heading":
            heading = sentence.text
        elif words in sentence.text:
            return heading
    return ""


@pytest.mark.parametrize(
    ("general", "duty", "words"),
    [
        (
            "Aucune évacuation générale n'est ordonnée.",
            "Toutefois, les habitants de la rue du Port sont invités à quitter les lieux avant 21 heures.",
            "rue du Port",
        ),
        (
            "Les salariés n'ont aucune démarche à faire.",
            "En revanche, les artisans doivent déclarer leurs revenus avant le 20 mai.",
            "artisans",
        ),
    ],
)
def test_a_duty_behind_a_contrast_is_a_thing_to_do(general: str, duty: str, words: str) -> None:
    """The duty is looked for under its heading, and what it limits stands with it."""
    document = _document("La rivière de Brou est en crue depuis le 3 mai 2026.", f"{general} {duty}")
    assert _heading_over(document, words) == "Que devez-vous faire ?"
    assert _heading_over(document, general[:20]) == "Que devez-vous faire ?"


def test_the_day_of_signing_does_not_answer_when() -> None:
    """An order was signed by somebody on a day; that says who decided, not when it holds."""
    order = _document(
        "Vu le code de la route ;",
        "Vu le code de l'environnement ;",
        "ARRÊTE :",
        "Article 1 : L'accès au bois est interdit du 1er juin au 30 septembre 2026.",
        "Fait à Brou, le 4 mai 2026",
    )
    assert _heading_over(order, "Signé à Brou") == "Qui ?"
