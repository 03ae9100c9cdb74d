"""What a notice says of itself: what it is called, who publishes it, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from notices.document import Document
from notices.raw import RawBlock, RawNotice
from notices.structure import build_document

FIXTURES = Path(__file__).parent.parent / "fixtures"


def lines(name: str) -> Iterator[tuple[str, str, str]]:
    """A table of three columns."""
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second, third = line.split("\t")
            yield first, second, third


def block(text: str) -> RawBlock:
    """A block as the tables write it."""
    sharps = re.match(r"(#+) ", text)
    return (
        RawBlock("heading", text[sharps.end() :], len(sharps[1])) if sharps else RawBlock("paragraph", text)
    )


def document(blocks: str, declared: str = "-", media_type: str = "text/plain") -> Document:
    """The document of these blocks."""
    raw = tuple(map(block, blocks.split(" ¶ ")))
    return build_document(
        RawNotice(
            "n",
            "n.txt",
            "0" * 64,
            media_type,
            raw,
            declared.replace("-", "", 1) if declared == "-" else declared,
        )
    )


@pytest.mark.parametrize(("title", "declared", "blocks"), list(lines("titles.tsv")))
def test_titles(title: str, declared: str, blocks: str) -> None:
    """A mere kind, a byline or a section is not what a notice is called."""
    assert document(blocks, declared).title == title


@pytest.mark.parametrize(("title", "declared", "blocks"), list(lines("titles.tsv")))
def test_a_title_is_built_of_words_of_the_notice(title: str, declared: str, blocks: str) -> None:
    """No word of a title comes from elsewhere, and the heading in the text stays as printed."""
    built = document(blocks, declared)
    known = re.findall(r"\w+", f"{blocks} {declared}".lower())
    assert set(re.findall(r"\w+", built.title.lower())) <= set(known)
    headings = [b.sentences[0].text for b in built.blocks if b.kind == "heading" and b.level == 1]
    assert all(text in f"{blocks} {declared}" or "Arrêté" in text for text in headings)


@pytest.mark.parametrize(("issuer", "declared", "blocks"), list(lines("issuers.tsv")))
def test_who_publishes(issuer: str, declared: str, blocks: str) -> None:
    """A body before a person, the nearest body before those above it; nobody where nobody is named."""
    assert (document(blocks, declared).issuer or "-") == issuer


def test_the_table_of_issuers_is_large_enough() -> None:
    """At least forty cases, some in which nobody is named."""
    cases = list(lines("issuers.tsv"))
    assert len(cases) >= 40
    assert sum(issuer == "-" for issuer, _, _ in cases) >= 5


def test_the_title_that_a_page_shows_goes_before_its_headings() -> None:
    """The title of a front matter stands above the text; that of a web page's tab does not."""
    assert document("# Chambres ¶ Texte.", "Hébergements", "text/markdown").title == "Hébergements"
    assert document("# Chambres ¶ Texte.", "Hébergements", "text/html").title == "Chambres"


@pytest.mark.parametrize(
    ("blocks", "place", "day"),
    [
        (
            "LE PRÉFET DU GARD Chevalier de la Légion d'honneur Nîmes, le 3 mai 2024 ¶ Texte.",
            "Nîmes",
            "2024-05-03",
        ),
        ("Communiqué de presse Paris, le 28 juin 2024 ¶ Texte.", "Paris", "2024-06-28"),
        (
            "Avis ¶ Publié le 5 mai 2024 ¶ Texte. ¶ Fait à Uzès, le 3 mai 2024 ¶ Le maire",
            "Uzès",
            "2024-05-03",
        ),
        (
            "# Canicule ¶ Communiqué de presse – Préfecture du Gard – Nîmes, le 29 juin 2025 ¶ Texte.",
            "",
            "2025-06-29",
        ),
        ("Avis ¶ Le préfet a reçu Jean, le 3 mai 2024 ¶ Texte.", "", ""),
    ],
)
def test_the_day_wherever_it_stands(blocks: str, place: str, day: str) -> None:
    """Behind a line of honours, in a byline, and the day of signing before that of publishing."""
    built = document(blocks)
    assert (built.place, built.date) == (place, day)


def test_a_dateline_behind_honours_is_a_block_of_its_own() -> None:
    """It is heard apart from the honours."""
    built = document("LE PRÉFET DU GARD Chevalier de la Légion d'honneur Nîmes, le 3 mai 2024 ¶ Texte.")
    assert [b.kind for b in built.blocks][1] == "dateline"
    assert built.blocks[0].sentences[0].text == "LE PRÉFET DU GARD Chevalier de la Légion d'honneur"
