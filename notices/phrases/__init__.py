"""All words that the product itself says, in French and English, from one table.

The table is the TSV files of this folder: key, French, English, tab-separated; `#` begins a comment line.
A phrase may hold `{names}`, filled by `say`.
"""

from __future__ import annotations

import re
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


def recognise(text: str, areas: tuple[str, ...], lang: str = "fr") -> Phrase | None:
    """The phrase that `text` is in `lang`, with its values; None where it is no phrase of these areas.

    An area is the beginning of a key (`summary.`). A phrase that is mostly values is never found.
    """
    for key, pattern in _patterns(lang):
        if key.startswith(areas) and (match := pattern.fullmatch(text)):
            return Phrase(key, dict(match.groupdict()))
    return None


@cache
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases of a language as patterns; those with the most words of their own first."""
    phrases = [(key, said[lang].replace("\\n", "\n")) for key, said in _table().items()]
    fixed = [(key, words, len(re.sub(r"\{\w+\}|\W", "", words))) for key, words in phrases]
    told = [(key, words, size) for key, words, size in fixed if "{" not in words or size >= 4]
    told.sort(key=lambda phrase: (-phrase[2], phrase[0]))
    return tuple((key, _pattern(words)) for key, words, _ in told)


def _pattern(words: str) -> re.Pattern[str]:
    """Each value once: a name that comes again is the same words again."""
    seen: set[str] = set()
    written = []
    for piece in re.split(r"(\{\w+\})", words):
        name = piece[1:-1]
        if not re.fullmatch(r"\{\w+\}", piece):
            written.append(re.escape(piece))
        elif name in seen:
            written.append(f"(?P={name})")
        else:
            seen.add(name)
            written.append(f"(?P<{name}>.+?)")
    return re.compile("".join(written), re.DOTALL)
