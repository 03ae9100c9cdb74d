"""What of a text can be said at all."""

from __future__ import annotations

import unicodedata

_UNHEARD = {"Cf", "Cs", "Co", "Cn"}
"""Categories of characters that join or colour what stands around them, or that are none: left out.
Soft hyphens are among them: a space in their place would cut a word in two."""


def sayable(text: str) -> str:
    """The text without control characters, runs of white space made one space.

    NUL ends a text for a C library, Ctrl-A begins a command for eSpeak: neither may reach an engine.
    """
    kept = (_heard(character) for character in text)
    return " ".join("".join(kept).split())


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
