"""The word `Fact`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a text."""

    kind: str
    value: str
    """Canonical and independent of the language: "23000", "2024-06-28", "500000 EUR", "suspicion"."""
    start: int
    end: int
    text: str
    """As it stands in the text."""
    weak: bool = False
    """True where the words may mean something else ("neuf", "un"): a weak fact bears out what another text
    says, and asks nothing of it."""
