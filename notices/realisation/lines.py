"""The words `Line` and `Realised`: what is written for a unit, before it has a place and an id."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from notices.document import Flag
from notices.extraction import Unit
from notices.gate import Doubt
from notices.wording.grammar import words_in


@dataclass(frozen=True, slots=True)
class Line:
    """One written sentence, list item or table row."""

    text: str
    kind: Literal["sentence", "item", "row", "label"]
    origin: tuple[str, ...]
    flags: tuple[Flag, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Why a rewriting was given up, where this is the source sentence instead."""
    level: int = 0
    """How deep an item stands."""
    order: int = 0
    """Its place among the lines of its unit."""
    block: int = 0
    """Lines of one number stand in one paragraph or one list item."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Realised:
    """A unit and the lines that tell it."""

    unit: Unit
    lines: tuple[Line, ...]

    @property
    def words(self) -> int:
        """How many words its lines have."""
        return sum(line.words for line in self.lines)


LONGEST = 25
"""No sentence of our own has more words; a source sentence that has is shown and flagged."""


def headed(line: Line, text: str, origin: tuple[str, ...]) -> Line:
    """The line with words before it (an article's number, a heading), flagged where it becomes too long."""
    long = words_in(text) > LONGEST and "fallback" not in line.flags
    flags: tuple[Flag, ...] = (*line.flags, "fallback") if long else line.flags
    return replace(line, text=text, origin=tuple(dict.fromkeys((*origin, *line.origin))), flags=flags)
