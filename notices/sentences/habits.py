"""What the splitter knows of a language: its abbreviations and the words that open its sentences."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Habits:
    """The table `abbreviations.tsv` for one language; its head says what each kind means."""

    never: frozenset[str]
    number: frozenset[str]
    opener: frozenset[str]
    designator: frozenset[str]
    opens: frozenset[str]


@cache
def habits(lang: str) -> Habits:
    """The habits of French, or of English for any language that is not French."""
    kinds: dict[str, set[str]] = defaultdict(set)
    wanted = "fr" if lang.startswith("fr") else "en"
    table = files(__package__).joinpath("abbreviations.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            language, kind, words = line.split("\t")
            if language == wanted:
                kinds[kind].update(words.split())
    return Habits(**{kind: frozenset(kinds[kind]) for kind in Habits.__slots__})
