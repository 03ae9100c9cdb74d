"""The Word documents: what an editor sees, read back by our own reader and, where it is here, LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from lxml import etree

from notices.document import Block, Sentence
from notices.edition import EDITIONS, Bundle, Edition, EditionId
from notices.publishing.layout import Passage, units
from notices.publishing.word import write_docx
from notices.raw import RawBlock
from notices.reading import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {"w": W[1:-1], "dc": "http://purl.org/dc/elements/1.1/"}

Open = Callable[[str, EditionId], Path]


@pytest.fixture
def docx(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Writes an edition of a bundle as a Word document."""

    def write(which: str, edition: EditionId) -> Path:
        bundle: Bundle = request.getfixturevalue(which)[0]
        chosen = bundle.edition(edition)
        assert chosen
        write_docx(bundle, chosen, tmp_path / f"{chosen.stem}.docx")
        return tmp_path / f"{chosen.stem}.docx"

    return write


def part(file: Path, name: str) -> etree._Element:
    with ZipFile(file) as archive:
        return etree.fromstring(archive.read(name))


def find(file: Path, name: str, path: str) -> list[etree._Element]:
    found: list[etree._Element] = part(file, name).xpath(path, namespaces=NAMES)
    return found


def text_of(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t")).replace("\u00a0", " ")


def printed(blocks: tuple[Block, ...]) -> Iterator[str]:
    """What a document shows, block by block, spaces evened out."""
    for block in blocks:
        said = " ".join(sentence.text for sentence in block.sentences)
        yield " ".join((" ".join(block.cells) or said).split())


def shown(block: RawBlock) -> str:
    return " ".join((" ".join(block.cells) or block.text).split())


def test_our_own_reader_reads_the_original_back(docx: Open, published: tuple[Bundle, Path]) -> None:
    """Every block with its kind, level and mark: an edited document can be made into a bundle again."""
    edition = published[0].edition("original")
    assert edition
    blocks = [b for b in edition.document.blocks if b.kind != "label"]
    read_back = [b for b in read(docx("published", "original")).blocks if shown(b) not in _labels(edition)]
    as_paragraph = {"dateline": "paragraph", "signature": "paragraph", "quote": "paragraph"}
    assert [shown(b) for b in read_back] == list(printed(tuple(blocks)))
    assert [b.kind for b in read_back] == [as_paragraph.get(b.kind, b.kind) for b in blocks]
    assert [b.marker for b in read_back] == [b.marker for b in blocks]
    assert [b.level for b in read_back if b.kind == "item"] == [b.level for b in blocks if b.kind == "item"]
    assert [b.header for b in read_back if b.kind == "row"] == [True, False, False]


def _labels(edition: Edition) -> set[str]:
    return {sentence.text for sentence in edition.document.sentences() if sentence.kind == "label"}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("which", ["published", "hostile"])
def test_all_text_stands_in_it_once_and_in_order(
    which: str, edition: EditionId, docx: Open, request: pytest.FixtureRequest
) -> None:
    """Whatever the notice says, it is text."""
    bundle: Bundle = request.getfixturevalue(which)[0]
    chosen = bundle.edition(edition)
    assert chosen
    starts = find(docx(which, edition), "word/document.xml", "//w:bookmarkStart/@w:name")
    assert starts == [s.id.replace("-", "_") for s in chosen.document.sentences()]


def test_headings_have_word_s_own_styles(docx: Open, published: tuple[Bundle, Path]) -> None:
    """A screen reader and the navigation pane find them; no rank is skipped."""
    edition = published[0].edition("original")
    assert edition
    file = docx("published", "original")
    found = find(file, "word/document.xml", "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]")
    depths = [u.depth for u in units(edition.document) if isinstance(u, Passage) and u.depth]
    assert [p.find(f"{W}pPr/{W}pStyle").get(W + "val") for p in found] == [f"Heading{d}" for d in depths]
    names = find(file, "word/styles.xml", "//w:style/w:name/@w:val")
    assert {"heading 1", "heading 6", "List Paragraph", "Quote", "annotation text"} <= set(names)
    used = find(file, "word/document.xml", "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    assert set(used) <= set(find(file, "word/styles.xml", "//w:style/@w:styleId"))


@pytest.mark.parametrize(("edition", "locale"), [("plain", "fr-FR"), ("translation", "en-GB")])
def test_every_run_says_its_language(edition: EditionId, locale: str, docx: Open) -> None:
    """So that it is spoken and spell-checked rightly; a sentence that was not translated is French."""
    file = docx("published", edition)
    runs = find(file, "word/document.xml", "//w:r[w:t[normalize-space()]]")
    spoken = {text_of(run): run.find(f"{W}rPr/{W}lang").get(W + "val") for run in runs}
    french = {text for text, said in spoken.items() if said == "fr-FR"}
    assert set(spoken.values()) <= {locale, "fr-FR"}
    assert locale == "fr-FR" or french == {"Service : ONAF ; mission : investigations financières."}
    assert find(file, "word/styles.xml", "//w:docDefaults//w:lang/@w:val") == [locale]
    assert find(file, "docProps/core.xml", "//dc:language")[0].text == locale


def test_a_flagged_sentence_has_a_comment(docx: Open) -> None:
    """It names the flag, the reason and the sentence that it comes from; no other sentence has one."""
    file = docx("published", "translation")
    told = {
        c.get(W + "id"): [text_of(p) for p in c.iter(W + "p")]
        for c in find(file, "word/comments.xml", "//w:comment")
    }
    anchored = {
        name: told[number]
        for name in ("t4", "t7", "t12")
        for number in find(
            file,
            "word/document.xml",
            f"//w:bookmarkStart[@w:name='{name}']/following-sibling::*[1][self::w:commentRangeStart]/@w:id",
        )
    }
    assert len(told) == 3
    assert anchored["t4"] == [
        "Phrase t4 : à vérifier.",
        "Nombre : « 23 000 » a changé de sens ou de portée.",
        "s4 : « Au total plus de 23 000 faits ont été dénoncés, au préjudice de plus de 480 victimes. »",
    ]
    assert anchored["t7"][0] == "Phrase t7 : traduction incertaine."
    assert anchored["t12"][0] == "Phrase t12 : non traduit."
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert find(file, "word/document.xml", f"//w:{kind}/@w:id") == ["0", "1", "2"]


def test_what_is_missing_is_told_at_the_beginning(docx: Open) -> None:
    """In a comment: an editor may want to put it back."""
    first = find(docx("published", "plain"), "word/comments.xml", "//w:comment[@w:id='0']")[0]
    said = [text_of(p) for p in first.iter(W + "p")]
    assert said[0] == "Ce qui manque : 1"
    assert said[1] == "s6 : « Plus de 5 millions d'euros ont été saisis ; »"
    assert "5 millions d'euros" in said[2]


def test_tables_have_header_rows_and_a_name(docx: Open) -> None:
    """The header comes again on every page, and a screen reader announces it."""
    file = docx("published", "original")
    rows = find(file, "word/document.xml", "//w:tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert find(file, "word/document.xml", "//w:tblCaption/@w:val") == ["Tableau 1"]
    assert find(file, "word/document.xml", "//w:tblLook/@w:firstRow") == ["1"]


def test_a_short_row_fills_the_table(tmp_path: Path, samples: ModuleType) -> None:
    """Word calls a table damaged whose rows differ in width without saying so."""
    rows = (("a", "b", "c"), ("d",))
    blocks = tuple(
        Block("row", (Sentence(f"s{n}", " ; ".join(cells), "row", (f"s{n}",)),), cells=cells)
        for n, cells in enumerate(rows, 1)
    )
    bundle = samples.make_bundle(
        tmp_path, {"original": replace(samples.ORIGINAL, blocks=blocks)}, audio=False
    )
    write_docx(bundle, bundle.editions[0], tmp_path / "a.docx")
    spans = [
        [
            int(c.find(f"{W}tcPr/{W}gridSpan").get(W + "val")) if len(c.find(f"{W}tcPr")) > 1 else 1
            for c in row
        ]
        for row in (r.findall(W + "tc") for r in find(tmp_path / "a.docx", "word/document.xml", "//w:tr"))
    ]
    assert spans == [[1, 1, 1], [3]]


def test_lists_that_count_have_numberings_of_their_own(docx: Open) -> None:
    """Two items that follow each other share one; bullets share another."""
    file = docx("published", "original")
    used = find(file, "word/document.xml", "//w:numPr/w:numId/@w:val")
    assert used == ["1", "1", "2", "2"]
    kinds = find(file, "word/numbering.xml", "//w:abstractNum/w:lvl[@w:ilvl='0']/w:numFmt/@w:val")
    assert kinds == ["decimal", "bullet"]


def test_the_properties_say_what_it_is(docx: Open) -> None:
    """Title, author and that a machine made it."""
    core = part(docx("published", "plain"), "docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NAMES) == "Enquête sur la plateforme « coco »"
    assert core.findtext("dc:creator", namespaces=NAMES) == "Parquet de Paris"
    assert "pas encore relue par une personne" in core.findtext("dc:description", namespaces=NAMES)


def test_the_same_bundle_gives_the_same_bytes(docx: Open) -> None:
    """Nothing comes from the clock or from chance."""
    once = docx("published", "plain").read_bytes()
    assert docx("published", "plain").read_bytes() == once


@pytest.mark.slow
@pytest.mark.parametrize("which", ["published", "hostile"])
def test_libreoffice_opens_it_and_keeps_all_text(which: str, docx: Open, tmp_path: Path) -> None:
    """A second reader that shares nothing with ours."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("NOT TESTED: LibreOffice (soffice) is not installed here")
    file = docx(which, "original")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "odt", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    again = read(file.with_suffix(".odt")).blocks
    assert [shown(b) for b in again] == [shown(b) for b in read(file).blocks]
