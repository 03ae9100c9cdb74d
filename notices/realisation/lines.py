"""The words `Line` and `Realised`: what is written for a unit, before it has a place and an id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from notices.document import Flag, Sentence
from notices.extraction import Unit
from notices.gate import Doubt


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


def ids(sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    """The ids of these sentences."""
    return tuple(s.id for s in sentences)
