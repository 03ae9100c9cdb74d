"""An edition is a document with its scores and its sound; a bundle is all editions of one notice."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from notices.document import Check, Document, Lang

if TYPE_CHECKING:
    from notices.readability import Scores
    from voices import Recording

EditionId = Literal["original", "plain", "translation", "plain-en"]

EDITIONS: tuple[EditionId, ...] = ("original", "plain", "translation", "plain-en")
"""All editions, in the order in which a reader meets them."""

SOURCES: dict[EditionId, EditionId] = {
    "original": "original",
    "plain": "original",
    "translation": "original",
    "plain-en": "plain",
}
"""Whose sentences an edition's `origin` names."""

LANGS: dict[EditionId, Lang] = {"original": "fr", "plain": "fr", "translation": "en", "plain-en": "en"}

FILE_STEMS: dict[EditionId, str] = {
    "original": "original.fr",
    "plain": "plain.fr",
    "translation": "translation.en",
    "plain-en": "plain.en",
}
"""`FILE_STEMS[id] + ".md"` is the text, `audio/` + stem + suffix the sound."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of the notice, in one language, with what was measured and spoken of it."""

    id: EditionId
    document: Document
    scores: Scores | None = None
    recording: Recording | None = None
    checks: tuple[Check, ...] = ()
    compared: dict[str, int] = field(default_factory=dict)

    @property
    def lang(self) -> Lang:
        """The language of the text."""
        return self.document.lang

    @property
    def stem(self) -> str:
        """The stem of its files: `plain.fr`."""
        return FILE_STEMS[self.id]


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """Which translation package was used, and how good it is known to be."""

    name: str
    version: str
    sha256: str
    """Over the package's files, names and contents, in sorted order."""
    gist_only: bool
    """True where its scores are missing or below the bar: not for publication."""
    quality: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a bundle was made from."""

    title: str
    file: str
    path: Path
    sha256: str
    language: str
    date: str
    issuer: str = ""
    from_picture: bool = False
    unread_pages: tuple[int, ...] = ()
    """Pages that are pictures of text and were not read: what they say is not in the bundle."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that will be published of one notice."""

    name: str
    source: Source
    editions: tuple[Edition, ...]
    made_with: dict[str, Any]
    """What shaped the output, plain data: the same line and the same source give the same bundle."""
    package: PackageInfo | None = None

    def edition(self, edition_id: EditionId) -> Edition | None:
        """The edition with this id, or None where it was not asked for."""
        return next((e for e in self.editions if e.id == edition_id), None)
