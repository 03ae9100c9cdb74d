"""A body's own glossary: French terms and their English, from a CSV, TSV or TBX file.

An empty English side means "do not translate": names of associations, acronyms, domains.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from notices.document import Span
from notices.errors import GlossaryUnreadable
from notices.phrases import Phrase
from notices.system_faults import reason

MAX_BYTES = 20_000_000

_WORD_START = re.compile(r"(?<![\w-])[^\W_]")
_HEADERS = frozenset({"fr", "french", "français", "francais", "source", "terme", "term_fr"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """A French term and what it must become."""

    fr: str
    en: str
    """Empty: the French stays as it stands."""

    @property
    def english(self) -> tuple[str, ...]:
        """Every right English form: "interview / hearing" has two, brackets may go, an acronym may stay."""
        if not self.en:
            return (self.fr,)
        forms = [form.strip() for form in re.split(r"\s+/\s+", self.en)]
        bare = [re.sub(r"\s*\([^)]*\)", "", form).strip() for form in forms]
        kept = [self.fr] if re.fullmatch(r"\w*[A-Z]\w*[A-Z]\w*", self.fr) else []
        return tuple(dict.fromkeys(form for form in (*bare, *forms, *kept) if form))


@dataclass(frozen=True, slots=True)
class Found:
    """A glossary term where it stands in a French text."""

    entry: Entry
    span: Span


class Glossary:
    """Terms that can be found in a text, longest first, inflected forms too."""

    def __init__(self, entries: tuple[Entry, ...] = ()) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: (-len(entry.fr), entry.fr)))
        self._by_beginning: dict[str, list[Entry]] = {}
        for entry in self.entries:
            self._by_beginning.setdefault(_beginning(entry.fr), []).append(entry)

    def find(self, text: str) -> tuple[Found, ...]:
        """The terms in a French text, in order; of two that overlap the first, then the longer one."""
        text = text.replace("’", "'")
        found: list[Found] = []
        end = 0
        for start in _WORD_START.finditer(text):
            if start.start() >= end and (term := self._at(text, start.start())):
                found.append(term)
                end = term.span[1]
        return tuple(found)

    def _at(self, text: str, start: int) -> Found | None:
        for entry in self._by_beginning.get(_beginning(text[start : start + 2]), ()):
            if match := _pattern(entry.fr).match(text, start):
                return Found(entry, match.span())
        return None


def _beginning(text: str) -> str:
    """What no inflection changes."""
    return text[:2].lower()


NO_GLOSSARY = Glossary()


@cache
def _pattern(term: str) -> re.Pattern[str]:
    words = r"\s+".join(_inflected(word) for word in term.replace("’", "'").split())
    return re.compile(rf"(?<![\w-]){words}(?![\w-])")


def _inflected(word: str) -> str:
    """An ending of plural or feminine, either case at the start; acronyms and domains as they are."""
    if len(word) < 3 or word.isupper() or not word.replace("'", "").isalpha():
        return re.escape(word)
    first, rest = word[0], word[1:]
    start = f"[{first.lower()}{first.upper()}]" if first.islower() else re.escape(first)
    if rest.endswith("al"):
        return start + re.escape(rest[:-2]) + "(?:al|ale|aux|ales)"
    return start + re.escape(rest) + "e?[sx]?"


def read_glossary(file: Path | None) -> Glossary:
    """The glossary in a CSV, TSV or TBX file, or an empty one. Raises `GlossaryUnreadable`, with the line."""
    if file is None:
        return NO_GLOSSARY
    text = _text(file)
    suffix = file.suffix.lower()
    if suffix == ".tbx" or (suffix == ".xml" and text.lstrip().startswith("<")):
        return Glossary(tuple(_tbx(file, text)))
    if suffix in (".csv", ".tsv", ".txt"):
        return Glossary(tuple(_table(file, text)))
    raise GlossaryUnreadable(file=file, line=1, detail=Phrase.of("glossary.format"))


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise GlossaryUnreadable(file=file, line=1, detail=Phrase.of("glossary.too-large"))
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GlossaryUnreadable(file=file, line=1, detail=reason(error)) from None
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise GlossaryUnreadable(file=file, line=line, detail=Phrase.of("glossary.not-text")) from None


def _table(file: Path, text: str) -> Iterator[Entry]:
    """Two columns; a first line that names them, lines with # and further columns are passed over."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(file, text))
    try:
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            if (
                not any(cells)
                or cells[0].startswith("#")
                or (rows.line_num == 1 and cells[0].lower() in _HEADERS)
            ):
                continue
            if len(cells) < 2:
                raise GlossaryUnreadable(file=file, line=rows.line_num, detail=Phrase.of("glossary.columns"))
            if not cells[0]:
                raise GlossaryUnreadable(file=file, line=rows.line_num, detail=Phrase.of("glossary.no-term"))
            yield Entry(cells[0], cells[1])
    except csv.Error as error:
        raise GlossaryUnreadable(file=file, line=rows.line_num, detail=str(error)) from None


def _delimiter(file: Path, text: str) -> str:
    """Tab in a TSV; in a CSV the semicolon where French spreadsheets put it, else the comma."""
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if file.suffix.lower() == ".tsv" or "\t" in first:
        return "\t"
    return ";" if ";" in first else ","


def _tbx(file: Path, text: str) -> Iterator[Entry]:
    """Concepts of TBX 2 (termEntry, langSet) and 3 (conceptEntry, langSec).

    Each French term of a concept is paired with its first English term.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise GlossaryUnreadable(
            file=file, line=error.lineno or 1, detail=Phrase.of("glossary.xml")
        ) from None
    for concept in root.iter("{*}termEntry", "{*}conceptEntry"):
        english = next(_terms(concept, "en"), "")
        for french in _terms(concept, "fr"):
            yield Entry(french, english)


def _terms(concept: object, lang: str) -> Iterator[str]:
    for section in concept.iter("{*}langSet", "{*}langSec"):  # type: ignore[attr-defined]
        if section.get(_XML_LANG, section.get("lang", "")).lower().split("-")[0] == lang:
            for term in section.iter("{*}term"):
                written = " ".join("".join(term.itertext()).split())
                if written:
                    yield written
