"""Reads the tables of words that lie beside the finders."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a TSV table as tuples of cells, without comments (`#`) and empty lines."""
    text = (files("notices.facts") / name).read_text(encoding="utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#")
    )
