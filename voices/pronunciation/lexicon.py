"""A body's own lexicon: words that its voice must say its way, from a TSV or a PLS file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from voices.errors import LexiconUnreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

PLS = "http://www.w3.org/2005/01/pronunciation-lexicon"
"""The namespace of the W3C's Pronunciation Lexicon Specification 1.0."""

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes; a larger lexicon is refused."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_FIRST_PLACE = 0xF0000  # private use: no text that comes in keeps such a character


@dataclass(frozen=True, slots=True)
class Entry:
    """One word, or several, and what is said instead; `lang` empty: in every language."""

    written: str
    said: str
    lang: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Entries; the first of two equal ones wins.

    Capitals in `written` must match; small letters match capitals too.
    """

    entries: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    @cached_property
    def _by_first_token(self) -> dict[str, list[Entry]]:
        index: dict[str, list[Entry]] = {}
        for entry in self.entries:
            index.setdefault(_TOKEN.findall(entry.written)[0].lower(), []).append(entry)
        for found in index.values():
            found.sort(key=lambda entry: -len(entry.written))
        return index

    def hide(self, text: str, lang: str) -> tuple[str, list[str]]:
        """The text with a private character, safe from all rules, for each entry; and what they stand for."""
        out: list[str] = []
        said: list[str] = []
        done = 0
        for token in _TOKEN.finditer(text):
            if token.start() < done:
                continue
            entry = self._entry_at(text, token.start(), token[0], lang)
            if entry and len(said) < 0xFFFE:
                out += (text[done : token.start()], chr(_FIRST_PLACE + len(said)))
                said.append(entry.said)
                done = token.start() + len(entry.written)
        return "".join(out) + text[done:], said

    def _entry_at(self, text: str, at: int, token: str, lang: str) -> Entry | None:
        for entry in self._by_first_token.get(token.lower(), ()):
            end = at + len(entry.written)
            if entry.lang not in ("", lang) or not _matches(entry.written, text[at:end]):
                continue
            if not (text[end : end + 1].isalnum() and entry.written[-1].isalnum()):
                return entry
        return None


def show(text: str, said: list[str]) -> str:
    """The text with what was hidden, as said."""
    if not said:
        return text
    return re.sub(
        f"[{chr(_FIRST_PLACE)}-{chr(_FIRST_PLACE + 0xFFFD)}]", lambda m: said[ord(m[0]) - _FIRST_PLACE], text
    )


def _matches(written: str, found: str) -> bool:
    return found == written or (found.lower() == written and len(found) == len(written))


_Place = tuple[str, int]
"""A file and a line in it; 0 where the whole file is meant."""

_FAULTS = {
    "too-large": "larger than {limit} MB; split it",
    "not-text": "not UTF-8 text",
    "not-opened": "{error}",
    "no-pair": "write the word, a tab, and how it is said",
    "half-a-pair": "a word and how it is said are both needed",
    "no-language": "{lang} is no language; write fr or en",
    "not-xml": "not well-formed XML: {error}",
    "not-pls": "not a PLS 1.0 lexicon without a document type",
    "no-alias": "{word} has no alias; phonemes alone cannot be used",
}


def _unreadable(place: _Place, fault: str, **values: object) -> LexiconUnreadable:
    file, line = place
    where = f"{file}, line {line}" if line else file
    words = f"{where}: {_FAULTS[fault].format(**values)}."
    return LexiconUnreadable(words, file=file, line=line, fault=fault, **values)


# ---- files -----------------------------------------------------------------------------------


def read_lexicon(file: Path) -> Lexicon:
    """The lexicon in a file: PLS where it is XML, else TSV (`written`, `said`, and maybe a language).

    Raises `LexiconUnreadable` with the line that cannot be used.
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise _unreadable((str(file), 0), "too-large", limit=LARGEST_FILE // 1024 // 1024)
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable((str(file), 0), "not-text") from error
    except OSError as error:
        raise _unreadable((str(file), 0), "not-opened", error=error) from error
    read: Callable[[str, str], Lexicon] = from_pls if text.lstrip().startswith("<") else from_tsv
    return read(text, str(file))


def from_tsv(text: str, name: str = "lexicon") -> Lexicon:
    """A lexicon of lines `written<TAB>said[<TAB>lang]`; `#` opens a remark, column names may come first."""
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#") or line.lower().startswith("written\tsaid"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) not in (2, 3):
            raise _unreadable((name, number), "no-pair")
        entries.append(_entry(*cells, place=(name, number)))
    return Lexicon(tuple(entries))


def to_tsv(lexicon: Lexicon) -> str:
    """The lexicon as TSV."""
    return "written\tsaid\tlang\n" + "".join(f"{e.written}\t{e.said}\t{e.lang}\n" for e in lexicon.entries)


def from_pls(text: str, name: str = "lexicon") -> Lexicon:
    """A lexicon in PLS 1.0: each grapheme of a lexeme with its first alias."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable((name, 0), "not-xml", error=error) from error
    if root.getroottree().docinfo.doctype or root.tag != f"{{{PLS}}}lexicon":
        raise _unreadable((name, 0), "not-pls")
    lang = (root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()
    return Lexicon(
        tuple(entry for lexeme in root.iter(f"{{{PLS}}}lexeme") for entry in _lexeme(lexeme, lang, name))
    )


def _lexeme(lexeme: _Element, lang: str, name: str) -> list[Entry]:
    graphemes = [_text(element) for element in lexeme.iter(f"{{{PLS}}}grapheme")]
    aliases = [_text(element) for element in lexeme.iter(f"{{{PLS}}}alias")]
    place = name, lexeme.sourceline or 0
    if not aliases:
        words = ", ".join(graphemes)
        raise _unreadable(place, "no-alias", word=words)
    return [_entry(grapheme, aliases[0], lang, place=place) for grapheme in graphemes]


def _text(element: _Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def to_pls(lexicon: Lexicon, lang: str) -> str:
    """The entries for one language as PLS 1.0, for a reading system or another engine."""
    from xml.sax.saxutils import escape

    lines = "".join(
        f"  <lexeme><grapheme>{escape(entry.written)}</grapheme>"
        f"<alias>{escape(entry.said)}</alias></lexeme>\n"
        for entry in lexicon.entries
        if entry.lang in ("", lang)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<lexicon version="1.0" xmlns="{PLS}" alphabet="ipa" xml:lang="{lang}">\n'
        f"{lines}</lexicon>\n"
    )


def _entry(written: str, said: str, lang: str = "", *, place: _Place) -> Entry:
    if not _TOKEN.search(written) or not said:
        raise _unreadable(place, "half-a-pair")
    if lang and not re.fullmatch(r"[a-z]{2}", lang):
        raise _unreadable(place, "no-language", lang=lang)
    return Entry(written, said, lang)
