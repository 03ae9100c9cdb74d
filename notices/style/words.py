"""Words as readability counts them: separated by spaces, a number with its thousands being one word."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LONGEST_WORD = 60
"""Letters; what is longer is no word of a language."""
LONG_SENTENCE = 15
"""Words; what the plain version aims at."""
VERY_LONG_SENTENCE = 25
"""Words; above this, many readers lose the thread."""
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_CHUNK = re.compile(r"[^\s\u00a0\u202f\u2007/–—]+")
_ALNUM = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|(?:\w[\w-]*\.)+[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
_ELIDED = re.compile(r"(?:[ldnmtscjLDNMTSCJ]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu)['’](?=\w)")


def words(text: str) -> tuple[str, ...]:
    """The words of a text: what stands between spaces and holds a letter or figure."""
    return tuple(chunk for chunk in _CHUNK.findall(_GROUPED.sub("", text)) if _ALNUM.search(chunk))


def is_spoken_word(word: str) -> bool:
    """True for a word of letters: no figure, web address or e-mail, whose syllables say nothing."""
    if len(word) > _LONGEST_WORD or any(sign.isdigit() for sign in word):
        return False
    return _ADDRESS.search(word) is None


def bare(word: str) -> str:
    """The word without an elided article or pronoun before it and without marks around it."""
    return _ELIDED.sub("", word).strip("«»“”\"'’()[]{}.,;:!?…*_-–—")


def letters(text: str) -> list[str]:
    """The runs of letters of a text: "l'arrêté" gives "l" and "arrêté"."""
    return _LETTERS.findall(text)


@lru_cache(maxsize=65536)
def syllables(word: str, lang: str) -> int:
    """Syllables of a word as pyphen hyphenates it (the parts of a compound each), one at least."""
    parts = [part for part in re.split(r"[-'’.]", bare(word).lower()) if part]
    return max(1, sum(len(_hyphens(lang).positions(part)) + 1 for part in parts))


@cache
def _hyphens(lang: str) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="fr" if lang == "fr" else "en_GB")
