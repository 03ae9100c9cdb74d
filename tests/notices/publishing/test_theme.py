"""A body's own look: it changes the page and the books, and nothing that they promise."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from notices import Settings
from notices.cli import main
from notices.errors import ThemeUnusable
from notices.publishing import Extras, publish
from notices.publishing.templating import verbatim
from notices.publishing.theme import OURS, TEMPLATES, read_theme
from notices.signature import made_with

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Themed = Callable[..., Path]

TOP = '<header class="top">'
HEADER = '<div id="our-town">Ville de Saint-Exemple</div>\n<section epub:type="chapter"'


@pytest.fixture
def theme(tmp_path: Path) -> Callable[..., Path]:
    """Writes a theme of these files."""

    def write(**texts: str) -> Path:
        folder = tmp_path / "theme"
        folder.mkdir()
        for name, text in texts.items():
            (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def themed(tmp_path: Path, samples: ModuleType) -> Themed:
    """Publishes the sample bundle, or other documents, in the theme of a folder."""

    def make(folder: Path, **bundle: object) -> Path:
        out = tmp_path / "out"
        out.mkdir()
        publish(samples.make_bundle(out, **bundle), out, extras=Extras(theme=read_theme(folder)))
        return out

    return make


@pytest.mark.java
@pytest.mark.browser
def test_styles_and_templates_of_a_body_are_used_and_every_checker_still_passes(
    theme: Callable[..., Path],
    themed: Themed,
    epubcheck: Callable[..., list[str]],
    chromium: Browser,
    violations: Callable[..., list[str]],
) -> None:
    """Colours and a header in page and book: seen by the browser, admitted by the page's policy."""
    folder = theme(
        page_css="body { border-top: 7px solid #000091; }",
        book_css="h1 { color: #000091; }",
        page_html=verbatim("page.html").replace(
            '<header class="top">', f"{TOP}<p>Ville de Saint-Exemple</p>"
        ),
        content_xhtml=verbatim("content.xhtml").replace('<section epub:type="chapter"', HEADER),
        LICENCE="à nous",
    )
    out = themed(folder)
    books = sorted(out.glob("*.epub"))
    for book in books:
        with ZipFile(book) as archive:
            assert archive.read("EPUB/book.css").decode().endswith("h1 { color: #000091; }")
            assert b"our-town" in archive.read(
                "EPUB/original.xhtml" if "fr" in book.name else "EPUB/translation.xhtml"
            )
    assert epubcheck(*books) == []
    context = chromium.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((out / "index.html").as_uri())
    assert page.locator("body").evaluate("e => getComputedStyle(e).borderTopWidth") == "7px"
    assert page.locator("header p").first.inner_text() == "Ville de Saint-Exemple"
    assert complaints == []
    context.close()
    unguarded = chromium.new_page(bypass_csp=True)
    unguarded.goto((out / "index.html").as_uri())
    assert violations(unguarded) == []
    unguarded.close()


def test_without_a_theme_nothing_changes(tmp_path: Path, samples: ModuleType) -> None:
    """Copies of our own templates give the same page, byte for byte."""
    folder = tmp_path / "ours"
    folder.mkdir()
    for name in TEMPLATES:
        (folder / name).write_text(verbatim(name), encoding="utf-8")
    pages = []
    for number, look in enumerate((OURS, read_theme(folder))):
        out = tmp_path / str(number)
        out.mkdir()
        publish(samples.make_bundle(out), out, extras=Extras(theme=look))
        pages.append({file.name: file.read_bytes() for file in out.iterdir() if file.is_file()})
    assert pages[0] == pages[1]


ESCAPES = {
    "safe": "{{ page.policy }}{{ page.title | safe }}",
    "safe, by another name": "{{ page.policy }}{{ [page.title] | map('safe') | join }}",
    "tojson": "{{ page.policy }}<p title='{{ page.title | tojson }}'></p>",
    "autoescape": "{{ page.policy }}{% autoescape false %}{{ page.title }}{% endautoescape %}",
    "the class of safe text": "{{ page.policy }}{{ page.style.__class__(page.title) }}",
    "the same by a filter": "{{ page.policy }}{{ (page.style | attr('__class__'))(page.title) }}",
    "a global's insides": "{{ page.policy }}{{ say.__globals__ }}",
    "a file elsewhere": "{{ page.policy }}{% include '../../settings.py' %}",
}


@pytest.mark.parametrize("way", ESCAPES)
def test_a_theme_cannot_write_unescaped_text(
    way: str, theme: Callable[..., Path], themed: Themed, samples: ModuleType
) -> None:
    """Whatever way it tries, no bundle is made."""
    folder = theme(page_html=ESCAPES[way])
    with pytest.raises(ThemeUnusable) as caught:
        themed(folder, documents=samples.hostile_documents(), audio=False)
    assert caught.value.values["file"] == "page.html"
    assert caught.value.values["detail"].key in ("theme.unescaped", "theme.fails")


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("page.css", "body { background: URL (https://example.org/a.png) }", "theme.fetches"),
        ("page.css", "@import 'other.css';", "theme.fetches"),
        ("book.css", "</style><script>", "theme.no_style"),
        ("page.html", "<p>{{ page.title }}</p>", "theme.no_policy"),
        ("page.html", "{{ page.policy }}", "theme.lost"),
        ("page.html", "{{ page.policy }}{{ page.nothing_of_this_name }}", "theme.fails"),
        ("page.html", "{{ page.policy }}\n{% if %}", "theme.syntax"),
        ("content.xhtml", "<html><p>{{ chapter.title }}</html>", "theme.not_xml"),
        ("content.xhtml", "<html>{{ chapter.title }}</html>", "theme.lost"),
        ("pages.css", "body {}", "theme.unknown"),
        ("page.css", " " * 500_001, "theme.large"),
        ("LICENCE", "à nous", "theme.empty"),
    ],
)
def test_a_theme_that_cannot_serve_says_why(
    file: str, text: str, reason: str, tmp_path: Path, themed: Themed
) -> None:
    """The file and the reason, in both languages."""
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(ThemeUnusable) as caught:
        themed(folder, audio=False)
    assert caught.value.values["detail"].key == reason
    for lang in ("fr", "en"):
        assert str(folder) in caught.value.words(lang)


def test_a_missing_theme_is_told_before_the_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a bundle in another look than the one asked for, and not after minutes."""
    notice = tmp_path / "avis.txt"
    notice.write_text("La mairie sera fermée le 3 mai 2024.", encoding="utf-8")
    command = ["make", str(notice), "--output", str(tmp_path / "out"), "--theme", str(tmp_path / "nowhere")]
    with pytest.raises(SystemExit) as left:
        main([*command, "--lang", "en"])
    assert left.value.code == ThemeUnusable.code
    assert "not a folder" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_hostile_notice_stays_text_in_a_body_s_template(
    theme: Callable[..., Path], themed: Themed, samples: ModuleType
) -> None:
    """The body's templates escape as ours do."""
    page = verbatim("page.html").replace("<main", "<p>{{ page.title }} {{ page.issuer }}</p>\n<main")
    out = themed(theme(page_html=page), documents=samples.hostile_documents(), audio=False)
    text = (out / "index.html").read_text(encoding="utf-8")
    assert "<p>&lt;script&gt;" in text
    assert len(re.findall(r"<script", text)) == 1


def test_the_signature_names_the_theme_by_its_contents(theme: Callable[..., Path]) -> None:
    """A changed theme makes the bundle anew; the same one elsewhere does not."""
    folder = theme(page_css="body {}")

    def signature(look: Path | None) -> str:
        return str(made_with(Settings(theme=look, audio=False), None)["signature"])

    first = signature(folder)
    assert f"theme:{read_theme(folder).sha256}" in first
    moved = folder.rename(folder.with_name("moved"))
    assert signature(moved) == first
    (moved / "page.css").write_text("body { }", encoding="utf-8")
    assert signature(moved) != first
    assert "theme" not in signature(None)
