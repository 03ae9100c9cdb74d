"""DOCX of one edition, for those who go on writing: styles, lists, tables, languages, comments.

Plain Office Open XML (ECMA-376, transitional) by templates. What must be known about a sentence stands in a
comment beside it; its id is a bookmark. Nothing comes from the clock or from chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from notices.document import Lang, Sentence
from notices.edition import SOURCES, Bundle, Edition
from notices.phrases import say
from notices.publishing.archive import write_archive
from notices.publishing.cells import Piece
from notices.publishing.findings import Finding, findings
from notices.publishing.fragments import printable
from notices.publishing.layout import Item, Listing, Passage, Row, Table, Unit, units
from notices.publishing.moment import moment
from notices.publishing.numbering import Numbers, numbers_of
from notices.publishing.templating import fill
from notices.publishing.view import View

_STYLES = {"quote": "Quote", "label": "Label", "dateline": "Dateline", "signature": "Signature"}
_LOCALES: dict[Lang, str] = {"fr": "fr-FR", "en": "en-GB"}
_WIDTH = 9638
"""Of the text on A4 with margins of 2 cm, in twentieths of a point."""
_DEEPEST = 8
"""A word processor knows nine levels of lists, 0 to 8."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style and one language."""

    text: str
    bold: bool
    locale: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a sentence stands: a bookmark, and a comment where something must be known."""

    number: int
    name: str
    comment: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, or a part of it in a cell; only its first part is marked."""

    runs: tuple[Run, ...]
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its style and, in a list, the number of its numbering and its level."""

    style: str
    said: tuple[Said, ...]
    numbering: int = 0
    level: int = 0

    shape = "paragraph"


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row, each one paragraph."""

    cells: tuple[Paragraph, ...]
    header: bool
    missing: int
    """How many columns the last cell has to span besides its own."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[TableRow, ...]
    columns: int
    title: str

    shape = "table"

    @property
    def width(self) -> int:
        """Of a column, in twentieths of a point."""
        return _WIDTH // self.columns


@dataclass(frozen=True, slots=True)
class Comment:
    """What must be known about a sentence, in French: a paragraph each."""

    number: int
    paragraphs: tuple[str, ...]


def write_docx(bundle: Bundle, edition: Edition, file: Path) -> None:
    """Write the edition as a Word document."""
    time = moment(bundle.source.date)
    writer = _Writer(bundle, edition)
    body = tuple(writer.blocks(units(edition.document)))
    about = {
        "title": printable(edition.document.title or bundle.source.title),
        "issuer": printable(bundle.source.issuer),
        "locale": _LOCALES[edition.lang],
        "description": say(f"label.{edition.id}", edition.lang),
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    parts = {
        "[Content_Types].xml": fill("docx-types.xml"),
        "_rels/.rels": fill("docx-rels.xml"),
        "docProps/core.xml": fill("docx-core.xml", about=about),
        "word/document.xml": fill("docx-document.xml", body=body, about=about),
        "word/comments.xml": fill("docx-comments.xml", comments=writer.comments, about=about),
        "word/numbering.xml": fill("docx-numbering.xml", numberings=writer.numberings),
        "word/settings.xml": fill("docx-settings.xml", about=about),
        "word/styles.xml": fill("docx-styles.xml", about=about),
        "word/_rels/document.xml.rels": fill("docx-document-rels.xml"),
    }
    write_archive(file, time, ((name, text.encode()) for name, text in parts.items()))


class _Writer:
    """Turns units into paragraphs and tables, and gathers the comments and numberings that they name."""

    def __init__(self, bundle: Bundle, edition: Edition) -> None:
        self.comments: list[Comment] = []
        self.numberings: list[Numbers] = []
        self._edition = edition
        self._french = View("fr")
        self._marks = 0
        self._reasons = _reasons(bundle, edition)
        self._missing = _missing(bundle, edition)
        self._sources = _sources(bundle, edition)

    def blocks(self, layout: Sequence[Unit]) -> Iterator[Paragraph | Grid]:
        """The body of the document."""
        for unit in layout:
            match unit:
                case Passage():
                    yield Paragraph(_style(unit), self._sentences(unit.sentences))
                case Listing():
                    yield from self._items(unit.items, 0)
                case Table():
                    yield self._table(unit)

    def _items(self, items: Sequence[Item], level: int) -> Iterator[Paragraph]:
        numbers = numbers_of([printable(item.marker) for item in items])
        before, numbering = None, 0
        for item, own in zip(items, numbers, strict=True):
            if own != before:
                numbering = self._numbering(own)
            before = own
            yield Paragraph("ListParagraph", self._sentences(item.sentences), numbering, min(level, _DEEPEST))
            yield from self._items(item.children, level + 1) if item.children else ()

    def _numbering(self, numbers: Numbers) -> int:
        """Lists that count have a numbering each; those that do not share one."""
        if numbers.count in ("bullet", "none") and numbers in self.numberings:
            return self.numberings.index(numbers) + 1
        self.numberings.append(numbers)
        return len(self.numberings)

    def _table(self, table: Table) -> Grid:
        rows = tuple(
            TableRow(tuple(self._cells(row)), row.header, table.columns - len(row.cells))
            for row in table.rows
        )
        return Grid(rows, table.columns, say("page.table", self._edition.lang, number=table.number))

    def _cells(self, row: Row) -> Iterator[Paragraph]:
        """A sentence's mark stands where it is first seen."""
        for cell in row.pieces:
            yield Paragraph("TableText", tuple(self._piece(piece, row.header) for piece in cell))

    def _piece(self, piece: Piece, header: bool) -> Said:
        run = Run(printable(piece.text), header, self._locale(piece.sentence))
        return Said((run,), self._mark(piece.sentence) if piece.begins else None)

    def _sentences(self, spoken: Sequence[Sentence]) -> tuple[Said, ...]:
        return tuple(Said(tuple(self._runs(sentence)), self._mark(sentence)) for sentence in spoken)

    def _runs(self, sentence: Sentence) -> Iterator[Run]:
        length = len(sentence.text)
        edges = {edge for span in sentence.emphasis for edge in span if 0 < edge < length}
        for start, end in pairwise([0, *sorted(edges), length]):
            bold = any(s <= start and end <= e for s, e in sentence.emphasis)
            yield Run(printable(sentence.text[start:end]), bold, self._locale(sentence))

    def _locale(self, sentence: Sentence) -> str:
        return _LOCALES["fr" if "untranslated" in sentence.flags else self._edition.lang]

    def _mark(self, sentence: Sentence) -> Mark:
        self._marks += 1
        about = tuple(self._about(sentence))
        if about:
            self.comments.append(Comment(len(self.comments), about))
        comment = self.comments[-1].number if about else None
        return Mark(self._marks, sentence.id.replace("-", "_"), comment)

    def _about(self, sentence: Sentence) -> Iterator[str]:
        """What the first sentence cannot say of the text as a whole; then what must be known of this one."""
        missing, self._missing = self._missing, ()
        yield from missing
        tags = self._french.tags(sentence)
        reasons = self._reasons.get(sentence.id, ())
        if not tags and not reasons:
            return
        yield say("word.flags", "fr", id=sentence.id, flags=", ".join(tags) or say("page.tag.doubtful", "fr"))
        yield from map(printable, reasons)
        for origin in sentence.origin:
            if origin in self._sources and origin != sentence.id:
                yield say("word.source", "fr", id=origin, text=printable(self._sources[origin]))


def _style(passage: Passage) -> str:
    if passage.kind == "heading":
        return f"Heading{min(passage.depth, 6)}"
    return _STYLES.get(passage.kind, "Normal")


def _reasons(bundle: Bundle, edition: Edition) -> dict[str, tuple[str, ...]]:
    """Why a sentence is to be looked at, by its id."""
    reasons: dict[str, tuple[str, ...]] = {}
    for finding in _found(bundle, edition):
        reasons[finding.id] = (*reasons.get(finding.id, ()), *finding.reasons)
    return reasons


def _found(bundle: Bundle, edition: Edition) -> tuple[Finding, ...]:
    alone = findings(replace(bundle, editions=(edition,)))
    return tuple(finding for found in alone for finding in (*found.fell_back, *found.to_review))


def _missing(bundle: Bundle, edition: Edition) -> tuple[str, ...]:
    """What the source says and the edition does not, for the comment at its first sentence."""
    source = bundle.edition(SOURCES[edition.id])
    pair = (source, edition) if source and source is not edition else (edition,)
    lost = [m for found in findings(replace(bundle, editions=pair)) for m in found.missing]
    if not lost:
        return ()
    return (say("page.missing", "fr", count=len(lost)), *(line for m in lost for line in _lost(m)))


def _lost(finding: Finding) -> tuple[str, ...]:
    named = say("word.source", "fr", id=finding.id, text=printable(finding.text))
    return (named, *map(printable, finding.reasons))


def _sources(bundle: Bundle, edition: Edition) -> dict[str, str]:
    source = bundle.edition(SOURCES[edition.id])
    return {s.id: s.text for s in source.document.sentences()} if source else {}
