"""The book in both languages, and what is said of who vouches for a book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from lxml import etree

from notices.edition import LANGS, Bundle
from notices.publishing import Extras, publish
from notices.publishing.bilingual import bilingual_book
from notices.publishing.epub import book_of, write_book

NAMES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "smil": "http://www.w3.org/ns/SMIL",
    "html": "http://www.w3.org/1999/xhtml",
}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CHAPTERS = ["original", "translation", "plain", "plain-en"]

Bind = Callable[[str], Path]


@pytest.fixture(scope="session")
def bind(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bind:
    """The bilingual book of a bundle, certified; written once."""
    made: dict[str, Path] = {}

    def write(which: str) -> Path:
        if which not in made:
            bundle: Bundle = request.getfixturevalue(which)[0]
            mp3s = {edition.id: edition.recording for edition in bundle.editions if edition.recording}
            made[which] = tmp_path_factory.mktemp("bilingual") / "notice.fr-en.epub"
            write_book(bilingual_book(bundle, mp3s, certified_by="Mairie <de> Paris"), made[which])
        return made[which]

    return write


def tree(book: Path, name: str) -> etree._Element:
    with ZipFile(book) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


@pytest.mark.java
@pytest.mark.parametrize("which", ["published", "hostile"])
def test_epubcheck_has_nothing_to_say(which: str, bind: Bind, epubcheck: Callable[[Path], list[str]]) -> None:
    """No error and no warning."""
    assert epubcheck(bind(which)) == []


def test_each_edition_is_followed_by_its_translation(bind: Bind) -> None:
    """One content document and one overlay each, in its language."""
    book = bind("published")
    package = tree(book, "package.opf")
    assert package.xpath("//opf:itemref/@idref", namespaces=NAMES) == [*CHAPTERS, "nav"]
    assert package.xpath("//opf:item/@media-overlay", namespaces=NAMES) == [f"{c}-overlay" for c in CHAPTERS]
    assert package.xpath("//dc:language/text()", namespaces=NAMES) == ["fr", "en"]
    for chapter in CHAPTERS:
        content = tree(book, f"{chapter}.xhtml")
        assert content.get("lang") == content.get(XML_LANG) == LANGS[chapter]
        texts = tree(book, f"{chapter}.smil").xpath("//smil:text/@src", namespaces=NAMES)
        assert texts == [f"{chapter}.xhtml#{i}" for i in content.xpath("//*[@class='s']/@id")]


def test_it_has_a_title_in_each_language(bind: Bind) -> None:
    """The French one first: it is the notice's own."""
    titles = tree(bind("published"), "package.opf").findall(".//dc:title", NAMES)
    assert [(t.text, t.get(XML_LANG)) for t in titles] == [
        ("Enquête sur la plateforme « coco »", None),
        ("Investigation into the “coco” platform", "en"),
    ]


def test_headings_lead_to_the_same_heading_in_the_other_language(bind: Bind) -> None:
    """There and back; the link speaks the language that it leads to."""
    book = bind("published")
    links = {}
    for chapter in CHAPTERS:
        for link in tree(book, f"{chapter}.xhtml").xpath("//*[@class='crossing']/html:a", namespaces=NAMES):
            (heading,) = link.getparent().getprevious().xpath(".//*[@class='s']/@id")
            links[f"{chapter}.xhtml#{heading}"] = link.get("href")
            assert link.get("lang") == link.get("hreflang") == LANGS[link.get("href").split(".")[0]]
    assert links["original.xhtml#s5"] == "translation.xhtml#t5"
    assert len(links) == 12
    assert all(links[there] == here for here, there in links.items())


def test_sentences_name_the_one_that_they_come_from(bind: Bind) -> None:
    """So that a program can put the languages side by side."""
    said = tree(bind("published"), "translation.xhtml").xpath("//*[@data-o]")
    assert {s.get("id"): s.get("data-o") for s in said}["t4"] == "s4"


def test_the_contents_say_which_language_each_part_is_in(bind: Bind) -> None:
    """A screen reader changes its voice."""
    items = tree(bind("published"), "nav.xhtml").xpath(
        "//html:nav[@id='toc']/html:ol/html:li", namespaces=NAMES
    )
    assert [item.get("lang") for item in items] == [None, "en", None, "en"]
    navs = tree(bind("published"), "nav.xhtml").xpath("//html:nav/@id", namespaces=NAMES)
    assert navs == ["toc", "landmarks", "pages"]


def test_a_book_conforms_only_where_somebody_says_so(bind: Bind, published: tuple[Bundle, Path]) -> None:
    """A machine cannot know; the name of who does stands beside the claim."""

    def claims(book: Path) -> list[tuple[str, str]]:
        found = tree(book, "package.opf").xpath(
            "//opf:meta[@property='dcterms:conformsTo' or @property='a11y:certifiedBy']", namespaces=NAMES
        )
        return [(m.get("property"), m.text) for m in found]

    assert claims(published[1] / "notice.fr.epub") == []
    assert claims(bind("published")) == [
        ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
        ("a11y:certifiedBy", "Mairie <de> Paris"),
    ]


def test_books_in_one_language_are_as_they_were(published: tuple[Bundle, Path], tmp_path: Path) -> None:
    """No links to texts that they do not hold."""
    mp3s = {edition.id: edition.recording for edition in published[0].editions if edition.recording}
    write_book(book_of(published[0], "fr", mp3s), tmp_path / "a.epub")
    assert (tmp_path / "a.epub").read_bytes() == (published[1] / "notice.fr.epub").read_bytes()
    assert not tree(tmp_path / "a.epub", "original.xhtml").xpath("//*[@class='crossing' or @data-o]")


def test_extras_are_made_and_offered_where_they_were_asked_for(tmp_path: Path, samples: ModuleType) -> None:
    """Word documents and the bilingual book on the page too; the talking books are folders."""
    bundle = samples.make_bundle(tmp_path)
    page = publish(bundle, tmp_path, extras=Extras(daisy=True, docx=True, bilingual=True))
    made = {f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*")}
    offered = [f"{edition.stem}.docx" for edition in bundle.editions] + ["notice.fr-en.epub"]
    assert {*offered, "daisy.fr/ncc.html", "daisy.en/ncc.html"} <= made
    assert all(f'href="{path}"' in page.read_text(encoding="utf-8") for path in offered)


def test_extras_that_cannot_be_made_are_left_out(tmp_path: Path, samples: ModuleType) -> None:
    """No talking book without sound, no bilingual book in one language."""
    bundle = samples.make_bundle(tmp_path, audio=False)
    french = replace(bundle, editions=bundle.editions[:2])
    publish(french, tmp_path, extras=Extras(daisy=True, bilingual=True))
    assert not list(tmp_path.glob("daisy*"))
    assert not (tmp_path / "notice.fr-en.epub").exists()
