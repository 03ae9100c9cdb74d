"""What of a text can be said at all."""

from __future__ import annotations

import re
import unicodedata

_UNHEARD = {"Cf", "Cs", "Co", "Cn"}
"""Categories of characters that join or colour what stands around them, or that are none: left out.
Soft hyphens are among them: a space in their place would cut a word in two."""


_ENDLESS = re.compile(r"[^\W_]{31,}")
_PIECE = 20
"""eSpeak drops what goes beyond 200 phonemes of a word: 25 letters "w", spelled. The longest words of French
and English have fewer than 31 letters; what is longer is a key or a hash, and loses nothing by being cut."""


def sayable(text: str) -> str:
    """The text without control characters, runs of white space made one space, endless words cut in pieces.

    NUL ends a text for a C library, Ctrl-A begins a command for eSpeak: neither may reach an engine.
    """
    return _ENDLESS.sub(_in_pieces, printable(text))


def printable(text: str) -> str:
    """The text in one line without characters that are neither seen nor heard."""
    return " ".join("".join(_heard(character) for character in text).split())


def _in_pieces(word: re.Match[str]) -> str:
    letters = word.group()
    return " ".join(letters[start : start + _PIECE] for start in range(0, len(letters), _PIECE))


def _heard(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    return "" if category in _UNHEARD else character


def says_something(text: str) -> bool:
    """Whether there is a letter or a digit in it; a text of symbols alone is a silence."""
    return any(character.isalnum() for character in text)


def must_sound(text: str) -> bool:
    """Whether any voice of ours must make a sound of it: it holds a Latin letter or a Western digit."""
    return any(c.isascii() and c.isalnum() for c in unicodedata.normalize("NFKD", text))
