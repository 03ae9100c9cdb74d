"""The talking books, read against the DAISY 2.02 specification (its sections stand in brackets)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import av
import pytest
from lxml import etree

from notices.document import Document
from notices.edition import Bundle
from notices.publishing.daisy import hours, write_daisy

HTML = "{http://www.w3.org/1999/xhtml}"
STRICT = {
    "meta": {"http-equiv", "name", "content"},
    "link": {"rel", "type", "href"},
    "th": {"scope"},
}
"""What elements of XHTML 1.0 Strict may have besides what all may have."""
STRICT_ELEMENTS = frozenset(
    "html head title meta link body h1 h2 h3 h4 h5 h6 p div span small strong blockquote ul li "
    "table tbody tr th td".split()
)
COMMON = {"id", "class", "lang", "{http://www.w3.org/XML/1998/namespace}lang"}
BOOKS = [("published", "fr"), ("published", "en"), ("hostile", "fr"), ("hostile", "en")]

Made = Callable[[str, str], tuple[Bundle, Path]]


@pytest.fixture(scope="session")
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The talking book of a bundle, in a language; written once."""
    written: dict[tuple[str, str], tuple[Bundle, Path]] = {}

    def make(which: str, lang: str) -> tuple[Bundle, Path]:
        if (which, lang) not in written:
            bundle, _ = request.getfixturevalue(which)
            written[which, lang] = bundle, write(bundle, lang, tmp_path_factory.mktemp("daisy"))
        return written[which, lang]

    return make


def write(bundle: Bundle, lang: str, folder: Path) -> Path:
    """The talking book of the whole bundle."""
    mp3s = {edition.id: edition.recording for edition in bundle.editions if edition.recording}
    return write_daisy(bundle, lang, mp3s, folder)


def ncc(book: Path) -> etree._Element:
    return etree.parse(book / "ncc.html").getroot()


def meta(root: etree._Element) -> dict[str, str]:
    """The metadata by name; a name that comes twice fails."""
    found = [(m.get("name"), m.get("content")) for m in root.iter("meta", HTML + "meta") if m.get("name")]
    assert len(dict(found)) == len(found)
    return dict(found)


def smils(book: Path) -> list[etree._Element]:
    """The SMIL documents in the order in which they are played."""
    return [etree.parse(file).getroot() for file in sorted(book.glob("n*.smil"))]


def pars(book: Path) -> Iterator[tuple[str, etree._Element, etree._Element, etree._Element]]:
    """File, par, text and audio of every synchronisation point, in playing order."""
    for file in sorted(book.glob("n*.smil")):
        for par in etree.parse(file).getroot().iterfind("body/seq/par"):
            (text,), (audio,) = par.findall("text"), par.findall("audio")
            yield file.name, par, text, audio


def clip(audio: etree._Element) -> tuple[float, float]:
    """Its times in seconds; they are in normal play time with milliseconds [2.3.3.8]."""
    times = [re.fullmatch(r"npt=(\d+\.\d{3})s", audio.get(name)) for name in ("clip-begin", "clip-end")]
    begin, end = (float(time[1]) for time in times)
    return begin, end


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_the_ncc_has_all_metadata(which: str, lang: str, made: Made) -> None:
    """Mandatory and recommended [2.1.3]; what is counted is right; the identifier is the same everywhere."""
    _, book = made(which, lang)
    root = ncc(book)
    said = meta(root)
    children = list(root.find(HTML + "body"))
    pages = [c for c in children if c.get("class") == "page-normal"]
    assert said["dc:format"] == "Daisy 2.02"
    assert said["dc:language"] == lang
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", said["dc:date"])
    assert all(said[name] for name in ("dc:title", "dc:creator", "dc:publisher", "dc:source", "ncc:narrator"))
    assert (said["ncc:charset"], said["ncc:multimediaType"]) == ("utf-8", "audioFullText")
    assert said["ncc:setInfo"] == "1 of 1"
    assert int(said["ncc:tocItems"]) == len(children)
    assert int(said["ncc:pageNormal"]) == len(pages)
    assert int(said["ncc:maxPageNormal"]) == max([int(p[0].text) for p in pages], default=0)
    assert said["ncc:pageFront"] == said["ncc:pageSpecial"] == "0"
    assert int(said["ncc:depth"]) == max(int(c.tag[-1]) for c in children if c not in pages)
    assert int(said["ncc:files"]) == len(list(book.iterdir()))
    assert {meta(smil)["dc:identifier"] for smil in smils(book)} == {said["dc:identifier"]}


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_the_ncc_holds_headings_and_pages_only(which: str, lang: str, made: Made) -> None:
    """The title first; no rank is skipped; each has an id and one link [2.1.5 to 2.1.10]."""
    _, book = made(which, lang)
    children = list(ncc(book).find(HTML + "body"))
    assert (children[0].tag, children[0].get("class")) == (HTML + "h1", "title")
    assert {c.tag.removeprefix(HTML) for c in children} <= {"h1", "h2", "h3", "h4", "h5", "h6", "span"}
    ranks = [int(c.tag[-1]) for c in children if c.tag != HTML + "span"]
    assert all(following <= rank + 1 for rank, following in pairwise(ranks))
    assert all(c.get("id") and len(c) == 1 and c[0].tag == HTML + "a" and c[0].text for c in children)
    assert len({c.get("id") for c in children}) == len(children)


def test_a_heading_that_was_not_translated_is_french_in_the_ncc_too(
    tmp_path: Path, samples: ModuleType
) -> None:
    """A player that speaks the entries must not read it as English."""
    bundle = samples.with_untranslated_headings(samples.make_bundle(tmp_path))
    links = ncc(write(bundle, "en", tmp_path)).iter(HTML + "a")
    told = {a.text: a.get("lang") for a in links}
    assert (told["Les saisies"], told["In short"]) == ("fr", None)


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_entries_point_to_what_is_played_in_the_same_order(which: str, lang: str, made: Made) -> None:
    """Each link goes to a par of its own [2.1.10.1]; together they are the flow of the book [2.1]."""
    _, book = made(which, lang)
    links = [a.get("href") for a in ncc(book).iter(HTML + "a")]
    played = [f"{file}#{par.get('id')}" for file, par, _, _ in pars(book)]
    assert [link for link in played if link in set(links)] == links


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_every_smil_begins_with_a_heading(which: str, lang: str, made: Made) -> None:
    """Its first text is a heading element [2.3.4.1], and the NCC names it."""
    _, book = made(which, lang)
    text = etree.parse(book / "text.html")
    named = {a.get("href"): a.text for a in ncc(book).iter(HTML + "a")}
    for file, smil in zip(sorted(book.glob("n*.smil")), smils(book), strict=True):
        par = smil.find("body/seq/par")
        target = par.find("text").get("src").removeprefix("text.html#")
        (element,) = text.xpath("//*[@id=$id]", id=target)
        assert re.fullmatch("h[1-6]", element.tag.removeprefix(HTML))
        assert named[f"{file.name}#{par.get('id')}"] == meta(smil)["title"]


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_every_sentence_is_heard_once_in_reading_order(which: str, lang: str, made: Made) -> None:
    """A heading is one point with all its sentences; every other sentence is its own; a page is one too."""
    bundle, book = made(which, lang)
    text = etree.parse(book / "text.html")
    heard: list[str] = []
    for _, par, target, _ in pars(book):
        (element,) = text.xpath("//*[@id=$id]", id=target.get("src").removeprefix("text.html#"))
        if element.get("class") == "page-normal":
            assert par.get("system-required") == "pagenumber-on"
        else:
            inner = [e.get("id") for e in element.iter() if e.get("class") == "s"]
            heard += inner or [element.get("id")]
    expected = [s.id for e in bundle.editions if e.lang == lang for s in e.document.sentences()]
    assert heard == expected


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_clips_lie_within_the_sound_and_leave_no_gap(which: str, lang: str, made: Made) -> None:
    """Of each sound file, as decoded; no clip is too short for a player."""
    _, book = made(which, lang)
    clips: dict[str, list[tuple[float, float]]] = {}
    for _, par, _, audio in pars(book):
        assert par.get("endsync") == "last"
        clips.setdefault(audio.get("src"), []).append(clip(audio))
    assert sorted(clips) == sorted(file.name for file in book.glob("*.mp3"))
    for name, times in clips.items():
        with av.open(str(book / name)) as sound:
            length = sum(frame.samples / frame.sample_rate for frame in sound.decode(audio=0))
        assert times[0][0] == 0
        assert all(one[1] == two[0] for one, two in pairwise(times))
        assert all(end - begin >= 0.1 - 1e-6 for begin, end in times)
        assert times[-1][1] <= length + 0.001


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_times_add_up(which: str, lang: str, made: Made) -> None:
    """Of the SMIL documents, their elapsed times, the master SMIL and the NCC [2.3.2.1, 2.4.2]."""
    _, book = made(which, lang)
    elapsed = 0
    for file, smil in zip(sorted(book.glob("n*.smil")), smils(book), strict=True):
        times = [clip(audio) for name, _, _, audio in pars(book) if name == file.name]
        length = sum(round((end - begin) * 1000) for begin, end in times)
        assert smil.find("body/seq").get("dur") == f"{length / 1000:.3f}s"
        assert meta(smil)["ncc:timeInThisSmil"] == hours(length)
        assert meta(smil)["ncc:totalElapsedTime"] == hours(elapsed)
        elapsed += length
    master = etree.parse(book / "master.smil").getroot()
    assert meta(master)["ncc:timeInThisSmil"] == meta(ncc(book))["ncc:totalTime"] == hours(elapsed)
    assert [r.get("src") for r in master.iter("ref")] == [f.name for f in sorted(book.glob("n*.smil"))]


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_the_text_is_xhtml_1_strict(which: str, lang: str, made: Made) -> None:
    """No element and no attribute of HTML 5: the players' parsers are old."""
    _, book = made(which, lang)
    tree = etree.parse(book / "text.html")
    assert tree.docinfo.public_id == "-//W3C//DTD XHTML 1.0 Strict//EN"
    for element in tree.getroot().iter():
        name = element.tag.removeprefix(HTML)
        assert name in STRICT_ELEMENTS
        assert set(element.attrib) <= STRICT.get(name, set()) | COMMON, name
    ids = tree.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert not tree.xpath("//*[local-name()='body']/text()[normalize-space()]")


@pytest.mark.parametrize(("which", "lang"), BOOKS)
def test_documents_name_their_types_and_files_have_short_ascii_names(
    which: str, lang: str, made: Made
) -> None:
    """XHTML 1.0 and SMIL 1.0; no folder, no name that a CD or an old player could spoil [2.3.7, 2.5.3]."""
    _, book = made(which, lang)
    kinds = {
        "ncc.html": "-//W3C//DTD XHTML 1.0 Transitional//EN",
        "master.smil": "-//W3C//DTD SMIL 1.0//EN",
        "n0001.smil": "-//W3C//DTD SMIL 1.0//EN",
    }
    assert {name: etree.parse(book / name).docinfo.public_id for name in kinds} == kinds
    assert all(re.fullmatch(r"[a-z0-9]{1,8}\.(html|smil|mp3|css)", file.name) for file in book.iterdir())


def test_pages_of_the_source_can_be_chosen(made: Made) -> None:
    """Each stands in the NCC where it begins, as a number."""
    _, book = made("published", "fr")
    spans = ncc(book).iter(HTML + "span")
    assert [(e.get("class"), e[0].text) for e in spans] == [("page-normal", n) for n in "123"]


def test_a_page_without_a_pause_before_it_shares_the_sound_of_what_follows(
    published: tuple[Bundle, Path], tmp_path: Path
) -> None:
    """Speech without silences still has its pages; no clip is empty."""
    bundle, _ = published
    edition = bundle.edition("original")
    assert edition
    assert edition.recording
    cues = edition.recording.cues
    breathless = tuple(replace(c, end_s=n.start_s) for c, n in pairwise(cues)) + cues[-1:]
    spoken = replace(edition, recording=replace(edition.recording, cues=breathless))
    book = write(replace(bundle, editions=(spoken,)), "fr", tmp_path)
    links = {a.text: a.get("href") for a in ncc(book).iter(HTML + "a")}
    assert [links[n] for n in "123"] == [
        "n0001.smil#par-s-label1",
        links["Les saisies"],
        "n0002.smil#par-s12",
    ]
    assert not any(par.get("system-required") for _, par, _, _ in pars(book))


@pytest.mark.parametrize("start", [2, 10])
def test_a_notice_without_a_title_begins_with_a_heading_all_the_same(
    start: int, tmp_path: Path, samples: ModuleType
) -> None:
    """Be its first block a paragraph or a table: the title is written, and something is heard with it."""
    document: Document = replace(samples.ORIGINAL, blocks=samples.ORIGINAL.blocks[start:])
    bundle = samples.make_bundle(tmp_path, {"original": document})
    book = write(bundle, "fr", tmp_path)
    (title,) = etree.parse(book / "text.html").xpath("//*[@id='edition-original']")
    assert title.tag == HTML + "h1"
    assert "".join(title.itertext()).startswith(document.title)
    assert ncc(book).find(f"{HTML}body/{HTML}h1/{HTML}a").text == document.title


def test_an_edition_without_sound_is_left_out(published: tuple[Bundle, Path], tmp_path: Path) -> None:
    """The book is full text and full audio, whatever was narrated."""
    bundle, _ = published
    plain = bundle.edition("plain")
    assert plain
    assert plain.recording
    book = write_daisy(bundle, "fr", {"plain": plain.recording}, tmp_path)
    assert [file.name for file in book.glob("*.mp3")] == ["a0001.mp3"]
    assert "s3" not in etree.parse(book / "text.html").xpath("//@id")


def test_the_same_bundle_gives_the_same_bytes(published: tuple[Bundle, Path], tmp_path: Path) -> None:
    """Nothing comes from the clock or from chance."""
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        write(published[0], "fr", folder)
    files = [file.relative_to(one) for file in one.rglob("*") if file.is_file()]
    assert files
    assert all((one / file).read_bytes() == (two / file).read_bytes() for file in files)


@pytest.mark.parametrize(
    ("thousandths", "said"),
    [(0, "0:00:00"), (499, "0:00:00"), (500, "0:00:01"), (59_999, "0:01:00"), (36_061_000, "10:01:01")],
)
def test_hours(thousandths: int, said: str) -> None:
    """To the nearest second."""
    assert hours(thousandths) == said
