"""Marks of emphasis in a plain text: `**bold**`, `*italic*`, `__bold__`, `_italic_`."""

from __future__ import annotations

import re

from notices.reading.text import Run

_BOLD = re.compile(
    r"(?<!\*)\*\*(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*])\*\*(?!\*)|(?<!\w)__(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_])__(?!\w)"
)
_ITALIC = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_])_(?!\w)"
)
_LONE_BOLD = re.compile(r"(?<=\S)\*\*(?=\s|$)|(?:(?<=\s)|^)\*\*(?=\S)")
"""Half of a pair, whose other half stands in another paragraph."""


def runs_of(text: str) -> list[Run]:
    """The text without its marks, what stood between two pairs of stars or lines in bold.

    A star for a footnote ("gratuit*"), a bullet, a product ("2 * 3") and a name ("nom_de_fichier") stay.
    """
    if "*" not in text and "_" not in text:
        return [Run(text)]
    runs: list[Run] = []
    place = 0
    for match in _BOLD.finditer(text):
        runs += [Run(_plain(text[place : match.start()])), Run(_plain(match[1] or match[2]), bold=True)]
        place = match.end()
    return [*runs, Run(_plain(text[place:]))]


def _plain(text: str) -> str:
    return _LONE_BOLD.sub("", _ITALIC.sub(lambda m: m[1] or m[2], text))
