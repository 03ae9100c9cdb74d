"""The events that a text tells of, by the verbs and nouns of the lexicon."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from notices.lexicon import events

_BEGINNING = re.compile(r"(?<![\w-])\w\w")


@lru_cache(maxsize=8192)
def event_kinds(text: str) -> frozenset[str]:
    """The kinds of event that a text tells of: {"ban", "open"}."""
    low = text.lower()
    kinds: set[str] = set()
    end = 0
    for word in _BEGINNING.finditer(low):
        if word.start() < end:
            continue
        for stem, kind in _by_beginning().get(word[0], ()):
            if low.startswith(stem, word.start()):
                kinds.add(kind)
                end = word.start() + len(stem)
                break
    return frozenset(kinds)


@cache
def _by_beginning() -> dict[str, tuple[tuple[str, str], ...]]:
    """The beginnings of words by their first two letters, the longest first."""
    index: dict[str, list[tuple[str, str]]] = {}
    for stem, kind in sorted(events().items(), key=lambda pair: -len(pair[0])):
        index.setdefault(stem[:2], []).append((stem, kind))
    return {letters: tuple(stems) for letters, stems in index.items()}
