"""DAISY 2.02, full text and full audio: the talking book that the players of libraries for the blind read.

The specification: https://daisy.org/activities/standards/daisy/daisy-2/daisy-format-2-02-specification/
(DAISY Consortium, Recommendation of 28 February 2001); its sections are named beside what follows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from notices import __version__
from notices.document import Lang, Sentence
from notices.edition import Bundle, EditionId
from notices.publishing.epub import Book, Chapter, book_of
from notices.publishing.fragments import printable
from notices.publishing.layout import Part, Passage, Unit, own_sentences, parts, sentences
from notices.publishing.overlay import milliseconds, seconds
from notices.publishing.templating import fill, verbatim
from notices.publishing.view import View
from voices import Recording

TEXT = "text.html"
"""The one text document; its pages, headings and sentences are what the SMIL documents point to."""

_SHORTEST_MS = 100
"""Players stumble over shorter clips."""


@dataclass(frozen=True, slots=True)
class Event:
    """A synchronisation point (section 2.3.3.3): a text and the piece of sound that belongs to it."""

    id: str
    """Of the element in the text document."""
    begin_ms: int
    end_ms: int
    rank: int = 0
    """Of a heading, 1 to 6."""
    page: int = 0
    """The number of the page of the source that begins here; such an event is a pause, or has no sound."""
    name: str = ""
    """Of a heading, as it stands in the NCC."""
    lang: Lang = "fr"
    """Of its name."""

    @property
    def begin(self) -> str:
        """As SMIL 1.0 writes it, without `npt=`: 1.234s."""
        return seconds(self.begin_ms)

    @property
    def end(self) -> str:
        """As SMIL 1.0 writes it, without `npt=`: 1.234s."""
        return seconds(self.end_ms)

    @property
    def is_heard(self) -> bool:
        """Whether it has a piece of sound of its own."""
        return self.end_ms > self.begin_ms


@dataclass(frozen=True, slots=True)
class Stretch:
    """One SMIL document: a heading and all that follows it up to the next one (section 2.3.4.1)."""

    number: int
    audio: str
    events: tuple[Event, ...]
    before_ms: int
    """How long all earlier ones are together."""

    @property
    def file(self) -> str:
        """Its name, ASCII and short, as CDs and old players want it."""
        return f"n{self.number:04}.smil"

    @property
    def heard(self) -> tuple[Event, ...]:
        """The events that have sound."""
        return tuple(event for event in self.events if event.is_heard)

    @property
    def title(self) -> str:
        """The heading that it begins with."""
        return self.events[0].name

    @property
    def milliseconds(self) -> int:
        """How long it is."""
        return sum(event.end_ms - event.begin_ms for event in self.events)

    @property
    def duration(self) -> str:
        """The same in seconds, as `dur` wants it (section 2.3.3.2)."""
        return seconds(self.milliseconds)

    @property
    def time(self) -> str:
        """The same as hours, minutes and seconds."""
        return hours(self.milliseconds)

    @property
    def elapsed(self) -> str:
        """How much was heard before it begins, as hours, minutes and seconds."""
        return hours(self.before_ms)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the NCC (section 2.1.5): a heading or a page, and where it is heard."""

    id: str
    element: str
    """h1 to h6, or span."""
    css_class: str
    """`title` for the first heading, `page-normal` for a page; else empty."""
    href: str
    text: str
    lang: Lang
    page: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """One edition in the text document."""

    heading: str
    """The id of its first heading."""
    before: str
    """What stands in that heading before the sentences."""
    title: str
    """Its title, where the first sentences are not the title."""
    title_lang: Lang
    first: tuple[Sentence, ...]
    """The sentences in its first heading."""
    page: int | None
    """The page that begins with it."""
    units: tuple[Unit, ...]
    """What follows the first heading."""
    view: View


@dataclass(frozen=True)
class TalkingBook:
    """What the templates need."""

    book: Book
    identifier: str
    date: str
    texts: tuple[Text, ...]
    stretches: tuple[Stretch, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The NCC's entries, in the order in which they are heard."""
        return tuple(_entries(self.stretches))

    @property
    def pages(self) -> tuple[int, ...]:
        """The numbers of the source's pages."""
        return tuple(entry.page for entry in self.entries if entry.page)

    @property
    def depth(self) -> int:
        """The rank of the deepest heading."""
        return max(event.rank for stretch in self.stretches for event in stretch.events)

    @property
    def time(self) -> str:
        """How long the whole is, as hours, minutes and seconds."""
        return hours(sum(stretch.milliseconds for stretch in self.stretches))

    @property
    def files(self) -> int:
        """How many files the book has: SMIL documents, sounds, NCC, master, style sheet and text."""
        return len(self.stretches) + len(self.texts) + 4

    @property
    def generator(self) -> str:
        """What made it."""
        return f"Notices {__version__}"


def write_daisy(bundle: Bundle, lang: Lang, mp3s: Mapping[EditionId, Recording], folder: Path) -> Path:
    """Write the talking book of this language as the new folder `daisy.<lang>` in `folder`; returns it.

    `mp3s` holds the sound of at least one edition in this language; editions without are left out.
    """
    book = book_of(bundle, lang, mp3s)
    chapters = tuple(chapter for chapter in book.chapters if chapter.moments)
    talking = _talking_book(bundle, replace(book, chapters=chapters))
    place = folder / f"daisy.{lang}"
    place.mkdir()
    for name, content in _files(talking):
        (place / name).write_bytes(content)
    return place


def hours(thousandths: int) -> str:
    """Milliseconds as hours, minutes and seconds, to the nearest second: 0:01:02."""
    whole = (thousandths + 500) // 1000
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _files(talking: TalkingBook) -> Iterator[tuple[str, bytes]]:
    yield "ncc.html", fill("daisy-ncc.html", talking=talking).encode()
    yield "master.smil", fill("daisy-master.smil", talking=talking).encode()
    yield TEXT, fill("daisy-text.html", talking=talking).encode()
    yield "book.css", verbatim("book.css").encode()
    for stretch in talking.stretches:
        yield stretch.file, fill("daisy.smil", talking=talking, stretch=stretch).encode()
    for number, chapter in enumerate(talking.book.chapters, 1):
        if chapter.recording:
            yield _audio(number), chapter.recording.file.read_bytes()


def _audio(number: int) -> str:
    return f"a{number:04}.mp3"


def _talking_book(bundle: Bundle, book: Book) -> TalkingBook:
    return TalkingBook(
        book=book,
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, f'sha256:{bundle.source.sha256}:{book.lang}:daisy')}",
        date=book.date or book.modified[:10],
        texts=tuple(_text(book, chapter) for chapter in book.chapters),
        stretches=tuple(_stretches(book)),
    )


def _text(book: Book, chapter: Chapter) -> Text:
    """The first edition begins with the title itself, the others with their name."""
    first = _opening(chapter)
    return Text(
        heading=_heading_id(chapter),
        before=chapter.name if _is_named(book, chapter) else "",
        title="" if first and first.kind == "heading" else chapter.title,
        title_lang=chapter.title_lang,
        first=first.sentences if first else (),
        page=first.page if first and chapter is book.paged else None,
        units=chapter.units[1:] if first else chapter.units,
        view=replace(chapter.view, base=_base(chapter), pages=chapter is book.paged),
    )


def _is_named(book: Book, chapter: Chapter) -> bool:
    return chapter is not book.chapters[0]


def _opening(chapter: Chapter) -> Passage | None:
    """The passage that stands in the first heading: the title or, where there is none, what is heard first.

    The first text of a SMIL document has to be a heading (section 2.3.4.1), and something has to be heard.
    """
    first = chapter.units[0]
    return first if isinstance(first, Passage) else None


def _base(chapter: Chapter) -> int:
    """The rank of what its headings stand under; the title, where it comes first, is the first heading."""
    opening = _opening(chapter)
    titled = opening is not None and opening.kind == "heading"
    return 0 if titled and chapter.base == 0 else 1


def _heading_id(chapter: Chapter) -> str:
    return f"edition-{chapter.id}"


def _stretches(book: Book) -> Iterator[Stretch]:
    number, before = 0, 0
    for place, chapter in enumerate(book.chapters, 1):
        for events in _cut_at_headings(_events(book, chapter)):
            number += 1
            stretch = Stretch(number, _audio(place), events, before)
            before += stretch.milliseconds
            yield stretch


def _cut_at_headings(events: Sequence[Event]) -> Iterator[tuple[Event, ...]]:
    starts = [place for place, event in enumerate(events) if event.rank]
    for start, end in pairwise([*starts, len(events)]):
        yield tuple(events[start:end])


def _events(book: Book, chapter: Chapter) -> list[Event]:
    """The edition's synchronisation points, in the order in which they are heard; the first is a heading."""
    opening = _opening(chapter)
    first = opening.sentences if opening else sentences(chapter.units[0])[:1]
    named = _is_named(book, chapter)
    name, lang = (chapter.name, chapter.lang) if named else (chapter.title, chapter.title_lang)
    events = [Event(_heading_id(chapter), *_clip(chapter, first), rank=1, name=name, lang=lang)]
    said = {sentence.id for sentence in first}
    for unit in chapter.units:
        for part in parts(unit):
            if part.page and chapter is book.paged:
                events += [_page(chapter, events, part.page)]
            events += [event for event in _spoken(chapter, unit, part) if event.id not in said]
    return events


def _spoken(chapter: Chapter, unit: Unit, part: Part) -> Iterator[Event]:
    """A heading is one point, whatever its sentences; everything else is heard sentence by sentence."""
    own = own_sentences(part)
    if isinstance(unit, Passage) and unit.kind == "heading" and own:
        name = " ".join(printable(sentence.text) for sentence in own)
        rank = chapter.view.rank(unit.depth + _base(chapter) - chapter.base)
        lang = chapter.view.lang_of(own)
        yield Event(own[0].id, *_clip(chapter, own), rank=rank, name=name, lang=lang)
    else:
        for sentence in own:
            yield Event(sentence.id, *_clip(chapter, (sentence,)))


def _clip(chapter: Chapter, spoken: Sequence[Sentence]) -> tuple[int, int]:
    """Where neighbouring sentences begin and end in the sound, in milliseconds."""
    ids = {sentence.id for sentence in spoken}
    found = [moment for moment in chapter.moments if moment.id in ids]
    return found[0].begin_ms, found[-1].end_ms


def _page(chapter: Chapter, events: list[Event], number: int) -> Event:
    """The beginning of a page, heard as the pause before it, which is taken from the event before.

    So that a player can tell it from what follows. Where the pause is too short, it has no sound of its own.
    """
    last = events[-1]
    falls_silent = _silences(chapter)[last.end_ms]
    if min(last.end_ms - falls_silent, falls_silent - last.begin_ms) < _SHORTEST_MS:
        return Event(f"page-{number}", last.end_ms, last.end_ms, page=number)
    events[-1] = replace(last, end_ms=falls_silent)
    return Event(f"page-{number}", falls_silent, last.end_ms, page=number)


def _silences(chapter: Chapter) -> dict[int, int]:
    """When the voice falls silent in each clip, by the end of the clip, in milliseconds."""
    if chapter.recording is None:
        return {}
    ends = {cue.id: milliseconds(cue.end_s) for cue in chapter.recording.cues}
    return {moment.end_ms: ends[moment.id] for moment in chapter.moments}


def _entries(stretches: Sequence[Stretch]) -> Iterator[Entry]:
    css_class = "title"
    places = [(stretch, event) for stretch in stretches for event in stretch.events]
    for number, (_, event) in enumerate(places):
        if event.rank or event.page:
            stretch, heard = next(place for place in places[number:] if place[1].is_heard)
            href = f"{stretch.file}#par-{heard.id}"
            if event.page:
                yield Entry(
                    f"ncc-{event.id}", "span", "page-normal", href, str(event.page), event.lang, event.page
                )
            else:
                yield Entry(f"ncc-{event.id}", f"h{event.rank}", css_class, href, event.name, event.lang)
                css_class = ""
