"""Publishing: the finished bundle as texts, page, books, captions and manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notices.edition import Bundle, EditionId
from notices.publishing.markup import markdown

if TYPE_CHECKING:
    from notices.advice import Advice
    from voices import Recording

__all__ = ["markdown", "publish"]


def publish(
    bundle: Bundle,
    folder: Path,
    advice: Sequence[Advice] = (),
    mp3s: Mapping[EditionId, Recording] | None = None,
) -> Path:
    """Write the whole bundle into `folder`, where its sound files already stand in `audio/`.

    `advice` is about the original. `mp3s` are the recordings that go into the books, which always carry
    MP3; left out, those of the editions that are MP3 themselves. Returns the page.
    """
    from notices.publishing.webpage import page

    _write_texts(bundle, folder)
    _write_captions(bundle, folder)
    _write_books(bundle, folder, _mp3s(bundle) if mp3s is None else mp3s)
    index = _write(folder / "index.html", page(bundle, folder, advice))
    _write_manifest(bundle, folder)
    return index


def _write_texts(bundle: Bundle, folder: Path) -> None:
    from notices.publishing.markup import markdown

    for edition in bundle.editions:
        _write(folder / f"{edition.stem}.md", markdown(edition.document))


def _write_captions(bundle: Bundle, folder: Path) -> None:
    from voices import webvtt

    for edition in bundle.editions:
        if edition.recording:
            _write(folder / "audio" / f"{edition.stem}.vtt", webvtt(edition.recording, edition.lang))


def _write_books(bundle: Bundle, folder: Path, mp3s: Mapping[EditionId, Recording]) -> None:
    from notices.publishing.epub import book_of, write_book

    for lang in dict.fromkeys(edition.lang for edition in bundle.editions):
        write_book(book_of(bundle, lang, mp3s), folder / f"notice.{lang}.epub")


def _mp3s(bundle: Bundle) -> dict[EditionId, Recording]:
    return {e.id: e.recording for e in bundle.editions if e.recording and e.recording.format == "mp3"}


def _write_manifest(bundle: Bundle, folder: Path) -> None:
    from notices.publishing.manifest import manifest, written

    _write(folder / "manifest.json", written(manifest(bundle, folder)))


def _write(file: Path, text: str) -> Path:
    """UTF-8 and line feeds on every system: the same bundle has the same bytes."""
    file.write_bytes(text.encode("utf-8"))
    return file
