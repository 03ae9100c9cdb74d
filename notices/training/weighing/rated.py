"""A notice whose sentences are rated: how important are the facts that each tells.

One line a sentence: the importances (1 a detail, 2 useful, 3 nobody may miss it) with commas, or nothing;
a kind (T title, D dateline or signature, H heading, P first sentence of a paragraph, S another, I item of a
list); the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from notices.document import Document
from notices.errors import CorpusUnreadable
from notices.raw import RawBlock, RawNotice
from notices.structure import build_document

_KINDS = frozenset("TDHPSI")


@dataclass(frozen=True, slots=True)
class Rated:
    """A notice and the importances of the facts of its lines."""

    name: str
    document: Document
    lines: tuple[tuple[str, tuple[int, ...]], ...]

    def importances(self, sentence: str) -> tuple[int, ...]:
        """Those of a sentence; of all lines that it holds, where it holds several."""
        wanted = _bare(sentence)
        same = [told for text, told in self.lines if _bare(text) == wanted]
        if same:
            return same[0]
        return tuple(i for text, told in self.lines if _bare(text) in wanted for i in told)


def read(file: Path) -> Rated:
    """The notice in a file. CorpusUnreadable where a line is not as it should be."""
    rows = [
        _row(line, number, file) for number, line in enumerate(_text(file).splitlines(), 1) if line.strip()
    ]
    blocks = tuple(_blocks([(kind, text) for _, kind, text in rows]))
    notice = RawNotice(file.stem, file.name, "0" * 64, "text/plain", blocks)
    return Rated(file.stem, build_document(notice), tuple((text, told) for told, _, text in rows))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise CorpusUnreadable(file=file, line=1, detail=str(fault)) from None


def _row(line: str, number: int, file: Path) -> tuple[tuple[int, ...], str, str]:
    cells = line.split("\t")
    if len(cells) != 3 or cells[1] not in _KINDS or not re.fullmatch(r"(?:[123](?:,[123])*)?", cells[0]):
        raise CorpusUnreadable(file=file, line=number, detail=line[:80])
    return tuple(int(i) for i in cells[0].split(",") if i), cells[1], cells[2]


def _blocks(rows: list[tuple[str, str]]) -> Iterator[RawBlock]:
    """Headings, items and paragraphs: a sentence S goes on with what P or D began."""
    paragraph = 0
    numbered = []
    for kind, text in rows:
        paragraph += kind != "S"
        numbered.append((paragraph, kind, text))
    for _, group in groupby(numbered, key=lambda row: row[0]):
        mine = list(group)
        kind = mine[0][1]
        text = " ".join(text for _, _, text in mine)
        if kind in "TH":
            yield RawBlock("heading", text, level=1 if kind == "T" else 2)
        else:
            yield RawBlock("item" if kind == "I" else "paragraph", text)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
