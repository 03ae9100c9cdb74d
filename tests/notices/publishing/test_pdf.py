"""The PDFs, taken apart. No validator of PDF/UA is at hand: these are the parts of it that we can see."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest

from notices.edition import Bundle
from notices.errors import ExtraMissing, MachineNotReady
from notices.publishing import Extras, publish
from notices.publishing.layout import Passage, units
from notices.publishing.pdf import write_pdf

Print = Callable[..., Path]


@pytest.fixture
def printed(request: pytest.FixtureRequest, tmp_path: Path) -> Print:
    """Writes the PDF of a bundle in a language."""
    for name in ("weasyprint", "pikepdf"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"NOT TESTED: {name} is not installed here (the extra [pdf])")

    def write(which: str, lang: str, *, large: bool = False) -> Path:
        file = tmp_path / f"{which}.{lang}.{large}.pdf"
        try:
            write_pdf(request.getfixturevalue(which)[0], lang, file, large=large)
        except MachineNotReady:
            pytest.skip("NOT TESTED: Pango is not installed here")
        return file

    return write


def structure(file: Path) -> Iterator[str]:
    """The kinds of all structure elements, in reading order."""
    import pikepdf

    def walk(element: object) -> Iterator[str]:
        if isinstance(element, pikepdf.Array):
            for child in element:
                yield from walk(child)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield str(element.S)
            yield from walk(element.get("/K"))

    with pikepdf.open(file) as document:
        yield from walk(document.Root.StructTreeRoot.K)


def text_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize(("which", "lang"), [("published", "fr"), ("published", "en"), ("hostile", "fr")])
def test_it_is_tagged_and_says_what_it_is(which: str, lang: str, printed: Print) -> None:
    """Language, title shown in the window, tags, fonts; XMP names the standard that it was made for."""
    import pikepdf

    with pikepdf.open(printed(which, lang)) as document:
        assert str(document.Root.Lang) == lang
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo["/Title"])
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
        fonts = [
            o
            for o in document.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_headings_lists_and_tables_are_tagged(
    lang: str, printed: Print, published: tuple[Bundle, Path]
) -> None:
    """Headings with their ranks, none skipped."""
    kinds = list(structure(printed("published", lang)))
    editions = [edition for edition in published[0].editions if edition.lang == lang]
    ranks = [
        f"/H{unit.depth}"
        for edition in editions
        for unit in units(edition.document)
        if isinstance(unit, Passage) and unit.kind == "heading"
    ]
    assert [kind for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()] == ranks
    assert {"/L", "/LI", "/LBody", "/BlockQuote"} <= set(kinds)
    assert ("/Table" in kinds) == (lang == "fr")
    assert kinds.count("/TH") == (2 if lang == "fr" else 0)


@pytest.mark.parametrize("large", [False, True])
def test_all_text_stands_in_it(large: bool, printed: Print, published: tuple[Bundle, Path]) -> None:
    """Every sentence of every edition, at any size."""
    text = text_of(printed("published", "fr", large=large))
    for edition in published[0].editions:
        for sentence in edition.document.sentences():
            if edition.lang == "fr" and sentence.kind != "row":
                assert "".join(sentence.text.split()) in text


def test_large_print_takes_more_room(printed: Print) -> None:
    """18 points at least."""
    pages = [len(pypdfium2.PdfDocument(printed("published", "fr", large=large))) for large in (False, True)]
    assert pages[0] < pages[1]


def test_the_same_bundle_gives_the_same_bytes(printed: Print) -> None:
    """Nothing comes from the clock or from chance."""
    once = printed("published", "fr").read_bytes()
    assert printed("published", "fr").read_bytes() == once


def test_it_is_offered_on_the_page(printed: Print, tmp_path: Path, samples: ModuleType) -> None:
    """In both sizes."""
    printed("published", "fr")  # skips where it cannot be made
    bundle = samples.make_bundle(tmp_path / "made", audio=False)
    (tmp_path / "made").mkdir(exist_ok=True)
    french = replace(bundle, editions=bundle.editions[:2])
    page = publish(french, tmp_path / "made", extras=Extras(pdf=True)).read_text(encoding="utf-8")
    assert 'href="notice.fr.pdf"' in page
    assert 'href="notice.fr.large.pdf"' in page


@pytest.mark.parametrize(("fault", "told"), [(ImportError, ExtraMissing), (OSError, MachineNotReady)])
def test_what_is_missing_is_told(
    fault: type[Exception],
    told: type[Exception],
    published: tuple[Bundle, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The extra, or the system's library beneath it."""

    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise fault("cannot load library 'pango'")

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    with pytest.raises(told):
        write_pdf(published[0], "fr", tmp_path / "a.pdf")
