"""A text as words: cut the same way for every kind of fact, with elisions and contractions undone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "ﬁ": "fi", "ﬂ": "fl"})

_WORD = {
    "fr": re.compile(
        r"aujourd'hui|(?:[ldnjmtsc]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[^\W_])|[^\W\d_]+|\d+|[^\w\s]|_",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"[A-Z][a-z]+'[a-z]{4,}|[^\W\d_]+(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b|[^\W\d_]+|\d+|[^\w\s]|_",
        re.IGNORECASE,
    ),
}
_FULL = {
    "d'": "de",
    "qu'": "que",
    "n'": "ne",
    "j'": "je",
    "jusqu'": "jusque",
    "lorsqu'": "lorsque",
    "puisqu'": "puisque",
    "quoiqu'": "quoique",
}


class Token(NamedTuple):
    """A word, a run of digits or one sign, with where it stands."""

    text: str
    low: str
    """In lower case, elision undone (`qu'` is `que`), accents kept."""
    fold: str
    """`low` without accents."""
    start: int
    end: int
    is_word: bool
    """True for letters, false for digits and signs."""
    is_capital: bool
    """True where it begins with a capital letter."""


def fold(text: str) -> str:
    """Lower case, without accents or ligatures, with one kind of apostrophe."""
    text = text.translate(_LIGATURES).translate(_APOSTROPHES).lower()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def side(lang: str) -> str:
    """The tables' language for a language code: everything that is not English is read as French."""
    return "en" if lang.startswith("en") else "fr"


@lru_cache(maxsize=4096)
def tokenise(text: str, lang: str) -> tuple[Token, ...]:
    """The words and signs of a text, in order; offsets are those of `text`."""
    plain = text.translate(_APOSTROPHES)
    tokens: list[Token] = []
    for m in _WORD[side(lang)].finditer(plain):
        word = m[0]
        low, folded, is_word = _forms(word)
        tokens.append(Token(word, low, folded, *m.span(), is_word, word[0].isupper()))
    return tuple(tokens)


@lru_cache(maxsize=32768)
def _forms(word: str) -> tuple[str, str, bool]:
    """The word in lower case, without accents, and whether it is one."""
    low = word.lower()
    low = _FULL.get(low, low)
    folded = low if low.isascii() else fold(low)
    return low, folded, word[0].isalpha() or folded == "n't"


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The beginning of a word, which its inflected forms and its family share: "interd", "securi"."""
    word = fold(word)
    if len(word) > 3 and word[-1] in "sx":
        word = word[:-1]
    return word[:6]
