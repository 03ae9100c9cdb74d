"""Bonds: what a sentence takes up of those before it, and what limits it behind it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from notices.document import Document
from notices.extraction import Unit, units_of
from notices.raw import RawBlock, RawNotice
from notices.structure import build_document

_TABLE = Path(__file__).parents[1] / "fixtures" / "bonds.tsv"
_LINES = [x for x in _TABLE.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
_ROWS = list(csv.DictReader(_LINES, delimiter="\t"))


def _document(*paragraphs: str, title: str = "Été tranquille à Brou") -> Document:
    blocks = [RawBlock("heading", title, 1), *(RawBlock("paragraph", p) for p in paragraphs)]
    return build_document(RawNotice("avis", "avis.txt", "0" * 64, "text/plain", tuple(blocks)))


def _units(first: str, second: str) -> tuple[Unit, Unit]:
    one, two = units_of(_document(f"{first} {second}"))
    return one, two


@pytest.mark.parametrize("row", _ROWS, ids=[row["second"][:40] for row in _ROWS])
def test_two_sentences_are_bound_as_the_table_says(row: dict[str, str]) -> None:
    """A limit is needed by what it limits; what takes something up leans on what names it."""
    one, two = _units(row["first"], row["second"])
    assert (one.needs == (two.place,)) == (row["bond"] == "needs")
    if row["bond"] == "leans":
        assert two.leans_on == one.place
    if row["bond"] == "free":
        assert not two.leans


def test_what_is_taken_up_is_found_further_back() -> None:
    """ "Cette commission" leans on the sentence that names the commission, not on the one between."""
    units = units_of(
        _document(
            "La commission siège à Brou.", "La mairie est ouverte.", "L'avis de cette commission compte."
        )
    )
    assert units[2].leans_on == 0


def test_the_title_names_too() -> None:
    """What the title names needs no other sentence: the title is always told."""
    told = "La mairie est ouverte. Rien ne permet de dire que cet incendie est volontaire."
    assert not units_of(_document(told, title="Incendie de la halle"))[1].leans


def test_an_exception_is_bound_to_the_article_that_it_lifts() -> None:
    """An exception in one article belongs to the ban of another: neither is told without the other."""
    order = _document(
        "Vu le code de la route ;",
        "Vu le code de l'environnement ;",
        "ARRÊTE :",
        "Article 1 : L'accès au bois est interdit du 1er juin au 30 septembre.",
        "Article 2 : Le présent arrêté est affiché en mairie.",
        "Article 3 : Les interdictions prévues à l'article 1 ne sont pas applicables aux propriétaires.",
    )
    ban, *_, lifted = (unit for unit in units_of(order) if unit.part == "article")
    assert ban.needs == (lifted.place,)
    assert lifted.leans_on == ban.place
