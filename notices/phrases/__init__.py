"""All words that the product itself says, in French and English, from one table.

The table is the TSV files of this folder: key, French, English, tab-separated; `#` begins a comment line.
A phrase may hold `{names}`, filled by `say`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for entry in sorted(files(__name__).iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".tsv"):
            for line in entry.read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#"):
                    key, french, english = line.split("\t")
                    table[key] = {"fr": french, "en": english}
    return table


def say(key: str, lang: str, **values: object) -> str:
    """The phrase `key` in `lang` (English where it is neither), filled with `values`.

    `\\n` in the table is a line break.
    """
    phrase = _table()[key]["fr" if lang.startswith("fr") else "en"]
    return phrase.replace("\\n", "\n").format(**values)


def keys() -> frozenset[str]:
    """Every key of the table."""
    return frozenset(_table())
