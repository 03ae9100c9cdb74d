"""One book in both languages: each edition is followed by its translation, one text and one overlay each.

A heading leads to the same heading in the other language, and each sentence of a translation names the one
that it comes from (`data-o`). Two texts side by side would be one overlay that jumps between languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from notices.document import Sentence
from notices.edition import Bundle, EditionId
from notices.publishing.epub import Book, Chapter, book_of_editions
from notices.publishing.layout import Passage
from notices.publishing.view import Crossing
from voices import Recording

_ORDER: tuple[EditionId, ...] = ("original", "translation", "plain", "plain-en")
_TRANSLATIONS: dict[EditionId, EditionId] = {"original": "translation", "plain": "plain-en"}
_OTHERS = _TRANSLATIONS | {translation: source for source, translation in _TRANSLATIONS.items()}


def bilingual_book(bundle: Bundle, mp3s: Mapping[EditionId, Recording], *, certified_by: str = "") -> Book:
    """The book of all editions of the bundle."""
    editions = sorted(bundle.editions, key=lambda edition: _ORDER.index(edition.id))
    book = book_of_editions(bundle, editions, "fr-en", mp3s, certified_by=certified_by)
    chapters = {chapter.id: chapter for chapter in book.chapters}
    return replace(book, chapters=tuple(_crossed(c, chapters.get(_OTHERS[c.id])) for c in book.chapters))


def _crossed(chapter: Chapter, other: Chapter | None) -> Chapter:
    crossings = dict(_crossings(chapter, other)) if other else {}
    return replace(chapter, view=replace(chapter.view, linked=True, crossings=crossings))


def _crossings(chapter: Chapter, other: Chapter) -> Iterator[tuple[str, Crossing]]:
    """From the id of each heading to the heading that was written from it, or that it was written from."""
    written_from = {origin: heading.id for heading in _headings(other) for origin in heading.origin}
    there = {heading.id for heading in _headings(other)}
    for heading in _headings(chapter):
        target = written_from.get(heading.id) or next(filter(there.__contains__, heading.origin), None)
        if target:
            yield heading.id, Crossing(f"{other.file}#{target}", other.name, other.lang)


def _headings(chapter: Chapter) -> Iterator[Sentence]:
    """The first sentence of each heading."""
    for unit in chapter.units:
        if isinstance(unit, Passage) and unit.kind == "heading":
            yield from unit.sentences[:1]
