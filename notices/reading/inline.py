"""Small things inside a line: raised figures, the words that stand for a picture."""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FILE_NAME = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf)$|^(?:img|image|dsc|photo)[-_ ]?\d*$", re.I
)
_GENERATED = re.compile(r"généré|generated", re.I)
_TELLING_WORDS = 4  # fewer name a picture; more say something


def raised(before: str, text: str) -> str:
    """Raised text as signs: m², n°, 1er. A figure stays raised, or the number before it would change."""
    sign = text.strip()
    if sign in ("o", "°") and before[-1:] and before[-1] in "nN0123456789":
        return "°"
    if sign == "os" and before[-1:] in ("n", "N"):
        return "°s"
    return sign.translate(_RAISED) if sign.isdigit() else text


def tells(alternative: str) -> bool:
    """True for an alternative text that says something, not for a file's name or a generated one."""
    return (
        len(alternative.split()) >= _TELLING_WORDS
        and not _FILE_NAME.search(alternative)
        and not _GENERATED.search(alternative)
    )
