"""EPUB 3.3 with media overlays: one book for each language, or one for both; an edition a chapter.

Nothing in a book comes from the clock or from chance: the same bundle gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from notices.document import Lang
from notices.edition import Bundle, Edition, EditionId
from notices.phrases import say
from notices.publishing.archive import write_archive
from notices.publishing.fragments import printable
from notices.publishing.layout import Unit, page_starts, units
from notices.publishing.moment import is_date, moment
from notices.publishing.outline import Entry, has_title, outline
from notices.publishing.overlay import Moment, clock, moments
from notices.publishing.templating import fill
from notices.publishing.theme import OURS, Theme
from notices.publishing.view import View
from voices import Recording


@dataclass(frozen=True)
class Chapter:
    """One edition in a book."""

    id: EditionId
    name: str
    title: str
    title_lang: Lang
    units: tuple[Unit, ...]
    outline: tuple[Entry, ...]
    view: View
    base: int
    recording: Recording | None
    moments: tuple[Moment, ...]
    sentences: tuple[str, ...]
    """The ids of all that it says."""

    @property
    def lang(self) -> Lang:
        """The language of its text."""
        return self.view.lang

    @property
    def file(self) -> str:
        """Its content document, beside the package document."""
        return f"{self.id}.xhtml"

    @property
    def overlay(self) -> str:
        """Its media overlay."""
        return f"{self.id}.smil"

    @property
    def audio(self) -> str:
        """Its sound."""
        return f"audio/{self.id}.mp3"

    @property
    def milliseconds(self) -> int:
        """How long all its clips are together."""
        return sum(m.end_ms - m.begin_ms for m in self.moments)

    @property
    def duration(self) -> str:
        """The same as a clock value."""
        return clock(self.milliseconds)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages of the source that begin in it."""
        return page_starts(self.units)


@dataclass(frozen=True)
class Book:
    """What the package document says of the whole."""

    lang: Lang
    """The first of its languages: the book speaks of itself in it."""
    identifier: str
    title: str
    title_lang: Lang
    publisher: str
    date: str
    source: str
    description: str
    modified: str
    chapters: tuple[Chapter, ...]
    certified_by: str = ""
    """The person or body who says that it conforms to EPUB Accessibility; empty where nobody does."""

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages of its texts."""
        return tuple(dict.fromkeys(chapter.lang for chapter in self.chapters))

    @property
    def other_titles(self) -> tuple[tuple[str, Lang], ...]:
        """Its title in its other languages."""
        titles = dict.fromkeys((c.title, c.title_lang) for c in self.chapters if c.lang != self.lang)
        return tuple(title for title in titles if title != (self.title, self.title_lang))

    @property
    def duration(self) -> str:
        """Of all overlays together; empty where nothing is spoken."""
        total = sum(chapter.milliseconds for chapter in self.chapters)
        return clock(total) if total else ""

    @property
    def is_spoken(self) -> bool:
        """Whether every chapter can be heard."""
        return all(chapter.moments for chapter in self.chapters)

    @property
    def narrator(self) -> str:
        """The synthetic voices that speak, in words."""
        voices = dict.fromkeys(c.recording.voice for c in self.chapters if c.recording)
        return say("book.narrator", self.lang, voice=", ".join(voices))

    @property
    def paged(self) -> Chapter | None:
        """The first chapter that has pages of the source."""
        return next((chapter for chapter in self.chapters if chapter.pages), None)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages of the page list."""
        return self.paged.pages if self.paged else ()

    @property
    def modes(self) -> tuple[str, ...]:
        """EPUB Accessibility 1.1, accessMode."""
        return ("textual", "auditory") if self.duration else ("textual",)

    @property
    def sufficient_modes(self) -> tuple[str, ...]:
        """EPUB Accessibility 1.1, accessModeSufficient: each alone is enough to read the whole book."""
        return ("textual", "auditory", "textual,auditory") if self.is_spoken else ("textual",)

    @property
    def features(self) -> tuple[str, ...]:
        """EPUB Accessibility 1.1, accessibilityFeature."""
        return (
            "tableOfContents",
            "structuralNavigation",
            "readingOrder",
            "displayTransformability",
            *(("synchronizedAudioText",) if self.duration else ()),
            *(("pageBreakMarkers", "pageNavigation") if self.pages else ()),
        )

    @property
    def summary(self) -> str:
        """EPUB Accessibility 1.1, accessibilitySummary."""
        told = ["book.summary"]
        told += ["book.summary.audio"] if self.duration else ["book.summary.silent"]
        told += ["book.summary.pages"] if self.pages else []
        return " ".join([*(say(key, self.lang) for key in told), self.description])


def book_of(
    bundle: Bundle, lang: Lang, mp3s: Mapping[EditionId, Recording], *, certified_by: str = ""
) -> Book:
    """The book of the editions in this language, of which there is at least one."""
    editions = [edition for edition in bundle.editions if edition.lang == lang]
    return book_of_editions(bundle, editions, lang, mp3s, certified_by=certified_by)


def book_of_editions(
    bundle: Bundle,
    editions: Sequence[Edition],
    key: str,
    mp3s: Mapping[EditionId, Recording],
    *,
    certified_by: str = "",
) -> Book:
    """The book of these editions, in this order; `key` tells its identifier from the notice's other books."""
    source = bundle.source
    title, title_lang = _title(bundle, editions[0])
    return Book(
        lang=editions[0].lang,
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, f'sha256:{source.sha256}:{key}')}",
        title=title,
        title_lang=title_lang,
        publisher=printable(source.issuer),
        date=source.date if is_date(source.date) else "",
        source=printable(f"{source.file} (SHA-256 {source.sha256})"),
        description=_description(bundle, editions),
        modified=moment(source.date).strftime("%Y-%m-%dT%H:%M:%SZ"),
        chapters=tuple(_chapter(bundle, edition, mp3s.get(edition.id)) for edition in editions),
        certified_by=printable(certified_by),
    )


def write_book(book: Book, file: Path, theme: Theme = OURS) -> None:
    """Write the book as an EPUB: an archive with fixed times, its media type first."""
    parts = (("mimetype", b"application/epub+zip"), *sorted(_files(book, theme)))
    write_archive(file, datetime.fromisoformat(book.modified), parts, stored="mimetype")


def _files(book: Book, theme: Theme) -> Iterator[tuple[str, bytes]]:
    yield "META-INF/container.xml", fill("container.xml").encode()
    yield "EPUB/package.opf", fill("package.opf", book=book).encode()
    yield "EPUB/nav.xhtml", theme.fill("nav.xhtml", book=book).encode()
    yield "EPUB/book.css", theme.style("book.css").encode()
    for chapter in book.chapters:
        content = theme.fill("content.xhtml", keep=chapter.sentences, book=book, chapter=chapter)
        yield f"EPUB/{chapter.file}", content.encode()
        if chapter.moments and chapter.recording:
            yield f"EPUB/{chapter.overlay}", fill("overlay.smil", chapter=chapter).encode()
            yield f"EPUB/{chapter.audio}", chapter.recording.file.read_bytes()


def _chapter(bundle: Bundle, edition: Edition, recording: Recording | None) -> Chapter:
    title, title_lang = _title(bundle, edition)
    layout = units(edition.document)
    base = 0 if has_title(layout) else 1
    written = tuple(sentence.id for sentence in edition.document.sentences())
    return Chapter(
        id=edition.id,
        name=say(f"edition.{edition.id}", edition.lang),
        title=title,
        title_lang=title_lang,
        units=layout,
        outline=outline(layout),
        view=View(edition.lang, base=base, xml=True, pages=True),
        base=base,
        recording=recording,
        moments=moments(recording, set(written)) if recording else (),
        sentences=written,
    )


def _title(bundle: Bundle, edition: Edition) -> tuple[str, Lang]:
    """The title of an edition and its language: a title that was not translated is still French."""
    title = printable(edition.document.title or bundle.source.title)
    return title, "fr" if title == printable(bundle.source.title) else edition.lang


def _description(bundle: Bundle, editions: Sequence[Edition]) -> str:
    told = ["book.machine-made"]
    told += ["label.picture"] if bundle.source.from_picture else []
    gist = bundle.package is not None and bundle.package.gist_only
    told += ["label.gist"] if gist and any(edition.lang == "en" for edition in editions) else []
    return " ".join(say(key, editions[0].lang) for key in told)
