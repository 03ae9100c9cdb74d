"""Names from outside, made fit to be shown: a file's name may hold what moves a terminal's cursor."""

from __future__ import annotations

import re
from pathlib import PurePath

from notices.phrases import Phrase

UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, those that turn the direction of text, and bytes that are no text (PEP 383)."""


def visible(text: str) -> str:
    """The text with what cannot be seen written out: `\\x1b`, `\\n`, `\\u202e`, `\\xe9` for a stray byte."""
    return UNSEEN.sub(lambda found: _written_out(found[0]), text)


def _written_out(character: str) -> str:
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def shown(value: object) -> object:
    """A value of a message with its text made visible; numbers stay numbers."""
    if isinstance(value, Phrase):
        return Phrase(value.key, {name: shown(inner) for name, inner in value.values.items()})
    return visible(str(value)) if isinstance(value, str | PurePath | Exception) else value
