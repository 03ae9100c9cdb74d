"""All words that the product itself says, in French and English, from one table.

The table is the TSV files of this folder: key, French, English, tab-separated; `#` begins a comment line.
A phrase may hold `{names}`, filled by `say`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


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
    said = {name: v.words(lang) if isinstance(v, Phrase) else v for name, v in values.items()}
    return phrase.replace("\\n", "\n").format(**said)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words whose language is chosen later: a value of an error, for instance, that `say` fills in."""

    key: str
    values: dict[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, key: str, **values: object) -> Phrase:
        """The phrase `key`, to be filled with `values`."""
        return cls(key, values)

    def words(self, lang: str) -> str:
        """The phrase in `lang`."""
        return say(self.key, lang, **self.values)

    def to_json(self) -> dict[str, Any]:
        """Plain data; `from_json` reads it back."""
        return {"key": self.key, "values": self.values}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Phrase:
        """The phrase that `to_json` wrote."""
        return cls(data["key"], data["values"])


def keys() -> frozenset[str]:
    """Every key of the table."""
    return frozenset(_table())
