"""Across languages: words of procedure and of caution are said as what they are.

"Mis en examen" is neither "charged" nor "convicted", "sans doute" is not "without doubt". What an English
text may say for such words, and what it may say only where the French has it too, stands in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from notices.gate.doubt import Doubt
from notices.gate.text import clip


def rendered_wrongly(written: str, source: str) -> Iterator[Doubt]:
    """Words of the French whose English keeps too little of them, or says more than they do."""
    for row in _rows():
        found = row.french.search(source)
        if not found:
            continue
        if row.kept and not row.kept.search(written):
            yield Doubt("hedge", clip(found.group()), "lost")
        more = row.other and row.other.search(written)
        if more and not (row.licence and row.licence.search(source)):
            yield Doubt("hedge", clip(f"{found.group()}: {more.group()}"), "changed")


@dataclass(frozen=True, slots=True)
class _Row:
    french: re.Pattern[str]
    kept: re.Pattern[str] | None
    other: re.Pattern[str] | None
    licence: re.Pattern[str] | None
    """What in the French bears out the other English."""


@cache
def _rows() -> tuple[_Row, ...]:
    text = files(__package__).joinpath("renderings.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(_row(*cells) for cells in lines)


def _row(french: str, *english: str) -> _Row:
    kept, other, licence = (None if cell == "-" else _pattern(cell) for cell in english)
    return _Row(_pattern(french), kept, other, licence)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
