"""The Markdown texts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from notices.document import Block, BlockKind, Document, Sentence
from notices.edition import Bundle
from notices.publishing.markup import markdown


class _Text(HTMLParser):
    """The text of an HTML page, and the names of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _rendered(document: Document) -> _Text:
    reader = _Text()
    reader.feed(MarkdownIt("commonmark").enable("table").render(markdown(document)))
    return reader


def _words(text: str) -> list[str]:
    return re.sub(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text).split()


def _document(kind: BlockKind, text: str, **block: object) -> Document:
    return Document("fr", "Titre", (Block(kind, (Sentence("s1", text, origin=("s1",)),), **block),))


TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("*_`#>-+=|[]()<>&~\\!:.1) aé\"'\u00a0\n;{}/"), st.characters()),
    max_size=60,
).filter(str.split)


@given(TEXTS, st.sampled_from(["paragraph", "item", "heading", "quote", "label", "signature"]))
def test_any_text_is_read_back_as_the_same_text(text: str, kind: BlockKind) -> None:
    """Whatever signs a notice holds, a Markdown reader sees its words and no markup but ours."""
    read = _rendered(_document(kind, text, level=1))
    assert _words(read.text) == _words(text)
    assert set(read.elements) <= {"p", "ul", "li", "h1", "blockquote", "em"}


@given(TEXTS)
def test_any_cell_is_read_back_as_the_same_text(text: str) -> None:
    """A bar in a cell does not make another cell."""
    read = _rendered(_document("row", text, cells=(text,)))
    assert _words(read.text) == _words(text)
    assert read.elements.count("td") in (0, 1)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_bold_never_changes_the_words(spans: list[tuple[int, int]]) -> None:
    """Bold spans may overlap, be empty, or begin at a space."""
    text = "Le nom de « domaine » (saisi), 12 fois."
    block = Block("paragraph", (Sentence("s1", text, emphasis=tuple(spans)),))
    read = _rendered(Document("fr", "", (block,)))
    assert read.text.strip() == text
    assert set(read.elements) <= {"p", "strong"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Dupont a signé l'art. 3.", "M. Dupont a signé l'art. 3."),
        ("n° 12 & fils", "n° 12 & fils"),
        ("# 3", "\\# 3"),
        ("2024. Bilan", "2024\\. Bilan"),
        ("snake_case", "snake\\_case"),
        ("<b>", "\\<b\\>"),
        ("&eacute;", "\\&eacute;"),
    ],
)
def test_only_what_markdown_would_read_is_escaped(text: str, expected: str) -> None:
    """The text stays good to read for a person, too."""
    assert markdown(_document("paragraph", text)) == expected + "\n"


def test_the_seed_in_markdown(published: tuple[Bundle, Path]) -> None:
    """Headings, bold, numbered and nested lists, a table, a quotation."""
    text = (published[1] / "original.fr.md").read_text(encoding="utf-8")
    assert text.startswith("# Enquête sur la plateforme « coco »\n\n*Parquet de Paris, 28 juin 2024.*\n")
    assert "le 28 juin 2024 **une information judiciaire** sur" in text
    assert "## Les saisies\n\n1. Plus de 5 millions d'euros ont été saisis ;\n2. des comptes" in text
    assert "gelés :\n   - en Hongrie et en Lituanie ;\n   - en Allemagne" in text
    assert "| Service | Mission |\n| --- | --- |\n| DNEF | perquisitions fiscales |\n" in text
    assert "\n> « Le nom de domaine a été saisi. »\n" in text


def test_hostile_texts_stay_texts(hostile: tuple[Bundle, Path], samples: ModuleType) -> None:
    """No edition's Markdown makes a link, an image or raw HTML of a hostile notice."""
    for edition in hostile[0].editions:
        elements = set(_rendered(edition.document).elements)
        assert not elements & {"script", "img", "a", "svg", "b", "style", "code"}
