"""The bundle as a whole."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from notices.edition import Bundle
from notices.publishing import Extras, publish
from voices import Recording

TEXTS = {"original.fr.md", "plain.fr.md", "translation.en.md", "plain.en.md"}


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_bundle_holds_exactly_the_files_of_the_contract(published: tuple[Bundle, Path]) -> None:
    """Page, texts, sound with captions, books, manifest: nothing is missing and nothing else is there."""
    sound = {f"audio/{Path(text).stem}{suffix}" for text in TEXTS for suffix in (".mp3", ".vtt")}
    rest = {"index.html", "manifest.json", "notice.fr.epub", "notice.en.epub"}
    assert set(_files(published[1])) == TEXTS | sound | rest


@pytest.mark.parametrize("names", [("vtt", "srt"), ("srt",), ()])
def test_captions_are_those_that_were_asked_for(
    tmp_path: Path, samples: ModuleType, names: tuple[str, ...]
) -> None:
    """Beside each sound file, one for each format; both tell each sentence at the same time."""
    bundle = samples.make_bundle(tmp_path)
    publish(bundle, tmp_path, extras=Extras(captions=names))
    written = {file.name for file in (tmp_path / "audio").iterdir() if file.suffix != ".mp3"}
    assert written == {f"{Path(text).stem}.{name}" for text in TEXTS for name in names}
    if "srt" in names:
        for edition in bundle.editions:
            told = (tmp_path / "audio" / f"{edition.stem}.srt").read_text(encoding="utf-8")
            assert told.count(" --> ") == len(edition.recording.cues)


def test_publishing_twice_gives_equal_bytes(
    published: tuple[Bundle, Path], tmp_path: Path, samples: ModuleType
) -> None:
    """Nothing comes from the clock, from chance, or from the folder's name."""
    publish(samples.make_bundle(tmp_path), tmp_path, samples.ADVICE)
    assert _files(tmp_path) == _files(published[1])


def test_the_epoch_of_the_build_dates_the_books(
    tmp_path: Path, samples: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH stands in the book, not the notice's date."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    publish(samples.make_bundle(tmp_path), tmp_path)
    with ZipFile(tmp_path / "notice.fr.epub") as book:
        assert {entry.date_time for entry in book.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        assert b"2023-11-14T22:13:20Z" in book.read("EPUB/package.opf")


def test_a_notice_from_before_the_first_zip_is_published(tmp_path: Path, samples: ModuleType) -> None:
    """Its own date stands in the book's metadata; the archive's entries bear the earliest date they can."""
    bundle = samples.make_bundle(tmp_path, audio=False)
    publish(replace(bundle, source=replace(bundle.source, date="1901-07-01")), tmp_path)
    with ZipFile(tmp_path / "notice.fr.epub") as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"<dc:date>1901-07-01</dc:date>" in book.read("EPUB/package.opf")


def test_without_sound_there_are_texts_page_and_silent_books(tmp_path: Path, samples: ModuleType) -> None:
    """No audio element, no overlay, no captions."""
    publish(samples.make_bundle(tmp_path, audio=False), tmp_path)
    assert set(_files(tmp_path)) == TEXTS | {
        "index.html",
        "manifest.json",
        "notice.fr.epub",
        "notice.en.epub",
    }
    assert "<audio" not in (tmp_path / "index.html").read_text(encoding="utf-8")
    with ZipFile(tmp_path / "notice.en.epub") as book:
        assert not [name for name in book.namelist() if name.endswith((".smil", ".mp3"))]


def test_only_the_editions_that_were_made_are_published(tmp_path: Path, samples: ModuleType) -> None:
    """One edition alone gives one text and one book, and no word of the others."""
    documents = {"plain-en": samples.PLAIN_ENGLISH}
    publish(samples.make_bundle(tmp_path, documents), tmp_path)
    assert {"plain.en.md", "notice.en.epub"} <= set(_files(tmp_path))
    assert "notice.fr.epub" not in _files(tmp_path)
    assert re.findall(
        r'<section class="edition" id="([^"]+)"', (tmp_path / "index.html").read_text("utf-8")
    ) == ["plain-en"]


def test_books_carry_the_mp3s_that_they_are_handed(tmp_path: Path, samples: ModuleType) -> None:
    """Where the bundle's sound is in another format, the books hold MP3 all the same."""
    bundle = samples.make_bundle(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    mp3s: dict[str, Recording] = {
        edition.id: samples.record(edition.document, elsewhere / f"{edition.stem}.mp3")
        for edition in bundle.editions
    }
    publish(bundle, tmp_path, mp3s=mp3s)
    with ZipFile(tmp_path / "notice.fr.epub") as book:
        assert book.read("EPUB/audio/plain.mp3") == mp3s["plain"].file.read_bytes()
