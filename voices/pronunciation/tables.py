"""The word tables: TSV files in `data/<lang>/`, one word a line, that a person who writes no code can extend.

Lines that begin with `# ` are remarks; the first other line names the columns.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(lang: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, each as long as its line of column names."""
    text = files(__package__).joinpath("data", lang, f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("# ")]
    width = lines[0].count("\t") + 1
    return tuple(tuple((line + "\t" * width).split("\t")[:width]) for line in lines[1:])


@cache
def mapping(lang: str, name: str) -> dict[str, str]:
    """The first column of a table to its second."""
    return {row[0]: row[1] for row in rows(lang, name)}


@cache
def words(lang: str, name: str) -> frozenset[str]:
    """The first column of a table."""
    return frozenset(row[0] for row in rows(lang, name))


def letters(lang: str, name: str) -> str:
    """The first column of a table of single characters, as one text."""
    return "".join(row[0] for row in rows(lang, name))
