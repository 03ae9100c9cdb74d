"""The texts of the editions, in Markdown (CommonMark, with the tables of GitHub).

What the notice says stays text: a character that Markdown or HTML would take for a sign is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notices.document import Document, Sentence, Span
from notices.publishing.fragments import printable
from notices.publishing.layout import Item, Listing, Passage, Row, Table, Unit, units

_SIGNS = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?:[#=+-]|\d{1,9}(?=[.)]))")
_NUMBER = re.compile(r"[0-9]{1,9}[.)]")
_SPACES = re.compile(r"[\t\n\v\f\r \x1c-\x1f\x85\u2028\u2029]+")


def markdown(document: Document) -> str:
    """The whole document as Markdown, ending with a line break."""
    return "\n\n".join(_unit(unit) for unit in units(document)) + "\n"


def _unit(unit: Unit) -> str:
    match unit:
        case Passage():
            return _passage(unit)
        case Listing():
            return "\n".join(line for item in unit.items for line in _item(item, ""))
        case Table():
            return "\n".join(_table(unit))


def _passage(passage: Passage) -> str:
    text = _line_start(_sentences(passage.sentences))
    match passage.kind:
        case "heading":
            return "#" * min(passage.depth, 6) + " " + _closing_hashes(text)
        case "quote":
            return "> " + text
        case "label":
            words = text.strip()  # no-break spaces too: `*` closes nothing after a space
            return f"*{words}*" if words else ""
        case _:
            return text


def _item(item: Item, indent: str) -> Iterator[str]:
    """A number is a list marker of Markdown too; any other marker stands before the text."""
    numbered = _NUMBER.fullmatch(item.marker)
    bullet = item.marker if numbered else "-"
    marker = "" if numbered else _spaced(_escaped(item.marker))
    text = _line_start(" ".join(filter(None, (marker, _sentences(item.sentences)))))
    yield f"{indent}{bullet} {text}"
    for child in item.children:
        yield from _item(child, indent + " " * (len(bullet) + 1))


def _table(table: Table) -> Iterator[str]:
    """Markdown wants a header row: where the source has none, it stays empty."""
    head, body = (table.rows[0], table.rows[1:]) if table.rows[0].header else (None, table.rows)
    yield _cells(head.cells if head else (), table.columns)
    yield "| " + " | ".join(["---"] * table.columns) + " |"
    for row in body:
        yield _row(row, table.columns)


def _row(row: Row, columns: int) -> str:
    return _cells(row.cells, columns)


def _cells(cells: Sequence[str], columns: int) -> str:
    padded = [_spaced(_escaped(cell)) for cell in cells] + [""] * (columns - len(cells))
    return "| " + " | ".join(padded) + " |"


def _sentences(sentences: Sequence[Sentence]) -> str:
    return " ".join(_sentence(sentence) for sentence in sentences)


def _sentence(sentence: Sentence) -> str:
    text = printable(sentence.text)
    parts: list[str] = []
    position = 0
    for start, end in _apart(sentence.emphasis, text):
        parts += [_escaped(text[position:start]), "**", _escaped(text[start:end]), "**"]
        position = end
    return _spaced("".join([*parts, _escaped(text[position:])]))


def _apart(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """Bold spans that Markdown can show: in order, apart, and with no space or sign just inside them.

    `**` opens bold only before a letter and closes it only after one (CommonMark 6.2).
    """
    position = 0
    for start, end in sorted(spans):
        start, end = max(start, position), min(end, len(text))
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not text[end - 1].isalnum():
            end -= 1
        if start < end:
            yield start, end
            position = end + 1


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda sign: "\\" + sign.group(), printable(text))


def _line_start(text: str) -> str:
    """Escape what would make a heading, a list or a rule of the beginning of a line."""
    if found := _LINE_START.match(text):
        end = found.end() if found.group().isdigit() else 0
        return text[:end] + "\\" + text[end:]
    return text


def _closing_hashes(text: str) -> str:
    """A heading's own `#` at its end is text."""
    return re.sub(r"#(?=#*$)", r"\\#", text)


def _spaced(text: str) -> str:
    """On one line: a line break would end a row or begin a list. No-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")
