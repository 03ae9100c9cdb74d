"""Publishing: the finished bundle as texts, page, books, captions and manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notices.edition import Bundle, EditionId
from notices.publishing.markup import markdown
from notices.publishing.theme import OURS, Theme

if TYPE_CHECKING:
    from notices.advice import Advice
    from notices.document import Lang
    from voices import Recording

__all__ = ["Extras", "markdown", "publish"]


@dataclass(frozen=True, slots=True)
class Extras:
    """What a bundle may hold besides what every bundle holds."""

    daisy: bool = False
    """A DAISY 2.02 talking book for each language that is spoken: the folders `daisy.fr` and `daisy.en`."""
    docx: bool = False
    """A Word document of each edition, beside its Markdown."""
    bilingual: bool = False
    """`notice.fr-en.epub`, where there are editions in both languages."""
    pdf: bool = False
    """`notice.fr.pdf` and `notice.en.pdf`, and the same in large print, `notice.fr.large.pdf`."""
    certified_by: str = ""
    """Who says that the books conform to EPUB Accessibility 1.1 and WCAG 2.2, level AA; empty: nobody."""
    captions: tuple[str, ...] = ("vtt",)
    """Formats of the captions beside each sound file: `vtt`, `srt`."""
    theme: Theme = OURS
    """How the page and the books look."""


def publish(
    bundle: Bundle,
    folder: Path,
    advice: Sequence[Advice] = (),
    mp3s: Mapping[EditionId, Recording] | None = None,
    extras: Extras = Extras(),
) -> Path:
    """Write the whole bundle into `folder`, where its sound files already stand in `audio/`.

    `advice` is about the original. `mp3s` are the recordings that go into the books, which always carry
    MP3; left out, those of the editions that are MP3 themselves. Returns the page.
    """
    from notices.publishing.webpage import page

    spoken = _mp3s(bundle) if mp3s is None else mp3s
    _write_texts(bundle, folder)
    _write_captions(bundle, folder, extras)
    _write_books(bundle, folder, spoken, extras)
    _write_extras(bundle, folder, spoken, extras)
    index = _write(folder / "index.html", page(bundle, folder, advice, extras.theme))
    _write_manifest(bundle, folder)
    return index


def _write_texts(bundle: Bundle, folder: Path) -> None:
    from notices.publishing.markup import markdown

    for edition in bundle.editions:
        _write(folder / f"{edition.stem}.md", markdown(edition.document))


def _write_captions(bundle: Bundle, folder: Path, extras: Extras) -> None:
    from voices import captioned

    for edition in bundle.editions:
        if edition.recording:
            for name in extras.captions:
                text = captioned(edition.recording, edition.lang, name)
                _write(folder / "audio" / f"{edition.stem}.{name}", text)


def _write_books(bundle: Bundle, folder: Path, mp3s: Mapping[EditionId, Recording], extras: Extras) -> None:
    from notices.publishing.bilingual import bilingual_book
    from notices.publishing.epub import book_of, write_book

    langs = _langs(bundle)
    for lang in langs:
        book = book_of(bundle, lang, mp3s, certified_by=extras.certified_by)
        write_book(book, folder / f"notice.{lang}.epub", extras.theme)
    if extras.bilingual and len(langs) > 1:
        both = bilingual_book(bundle, mp3s, certified_by=extras.certified_by)
        write_book(both, folder / "notice.fr-en.epub", extras.theme)


def _write_extras(bundle: Bundle, folder: Path, mp3s: Mapping[EditionId, Recording], extras: Extras) -> None:
    from notices.publishing.daisy import write_daisy
    from notices.publishing.pdf import write_pdf
    from notices.publishing.word import write_docx

    if extras.docx:
        for edition in bundle.editions:
            write_docx(bundle, edition, folder / f"{edition.stem}.docx")
    if extras.pdf:
        for lang in _langs(bundle):
            write_pdf(bundle, lang, folder / f"notice.{lang}.pdf")
            write_pdf(bundle, lang, folder / f"notice.{lang}.large.pdf", large=True)
    if extras.daisy:
        for lang in _langs(bundle):
            if any(edition.id in mp3s for edition in bundle.editions if edition.lang == lang):
                write_daisy(bundle, lang, mp3s, folder)


def _langs(bundle: Bundle) -> tuple[Lang, ...]:
    return tuple(dict.fromkeys(edition.lang for edition in bundle.editions))


def _mp3s(bundle: Bundle) -> dict[EditionId, Recording]:
    return {e.id: e.recording for e in bundle.editions if e.recording and e.recording.format == "mp3"}


def _write_manifest(bundle: Bundle, folder: Path) -> None:
    from notices.publishing.manifest import manifest, written

    _write(folder / "manifest.json", written(manifest(bundle, folder)))


def _write(file: Path, text: str) -> Path:
    """UTF-8 and line feeds on every system: the same bundle has the same bytes."""
    file.write_bytes(text.encode("utf-8"))
    return file
