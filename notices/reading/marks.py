"""What stands before a list item, and where one line goes on in the next."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_BLANK = "[ \t\xa0\u202f]"
BULLETS = "-‐‑–—‒−•●○◦▪▫■□►▶▸➢➤➔✓✔☐☑❖→⇒·*"
_BULLET = re.compile(
    rf"[{re.escape(BULLETS)}]{{1,2}}{_BLANK}+(?=\S)|[•●▪■►➢✓❖](?=\w)|[=-]{{1,2}}>{_BLANK}*(?=\S)|o{_BLANK}+(?=\S)"
)
_NUMBER = re.compile(
    rf"(?P<marker>\d{{1,2}}(?:\.|\)|°\)?)(?!\d)|\(\d{{1,2}}\)|\(?[a-zA-Z]\)|\(?[ivx]{{1,4}}\)|[IVX]{{1,4}}\))"
    rf"(?:{_BLANK}+|(?=[^\W\d]))(?=\S)"
)
_LOOSE_NUMBER = re.compile(rf"(?P<marker>\d{{1,2}}/|[a-h]\.){_BLANK}+(?=\S)")
_GOES_ON = re.compile(
    r"(?:\b(?:d[eu]|des|les?|la|l['’]|et|ou|à|aux?|en|par|pour|sur|sous|dans|avec|sans|que?|qui|un|une|son|sa|ses|n°|M\.|Mme|MM\.)|[,(«-])$",
    re.I,
)
_DASHES = "-–—"
_NEW_ENTRY = re.compile(r"(?:Les?|La|L['’]|Une?|Des|Du|Vu|M\.|MM\.|Mmes?|Monsieur|Madame)(?:\s|(?<=['’]))")
_STOP = re.compile(r"[.!?…:;][»”\")\]*_ \xa0\u202f]*$")
_ADDRESS = re.compile(
    r"\d{1,4}\s?(?:bis|ter|quater)?,?\s+(?:rue|avenue|av\.|bd|boulevard|place|chemin|route|impasse|allée|quai|cours|"
    r"square|lieu-dit|résidence)\b|\d{5}\s+[A-ZÉ]|0\d[ .]\d\d",
    re.I,
)
_OPENING = "«“\"'’([*_ \xa0\u202f"


class Mark(NamedTuple):
    """The mark of a list item; `marker` is empty for a bullet, `end` is where the item's text begins."""

    marker: str
    end: int


def item_mark(text: str) -> Mark | None:
    """The mark that the text begins with, if it reads as a list item."""
    if bullet := _BULLET.match(text):
        between_dashes = text[0] in _DASHES and text[-1] in _DASHES  # "- ARRÊTE -"
        return None if between_dashes else Mark("", bullet.end())
    if number := _NUMBER.match(text) or _LOOSE_NUMBER.match(text):
        return Mark(number["marker"], number.end())
    return None


def ends_sentence(text: str) -> bool:
    """True where the text ends with a full stop, colon, semicolon or the like."""
    return bool(_STOP.search(text))


def parts(before: str, after: str) -> bool:
    """True where a line break that the writer made parts two paragraphs, false where the sentence runs on."""
    if item_mark(after):
        return True
    first = after.lstrip(_OPENING)[:1]
    if first.islower():
        return False
    if before.rstrip().endswith(",") and _NEW_ENTRY.match(after):
        return True
    return ends_sentence(before) or not _GOES_ON.search(before.rstrip("*_ \t"))


def parts_softly(before: str, after: str, width: int) -> bool:
    """The same for a break that may be the work of an editor that wraps lines at `width` (0: it does not)."""
    first_word = after.split(maxsplit=1)[0] if after.strip() else ""
    if item_mark(after):
        return True
    if width and len(before) + 1 + len(first_word) > width:
        return False
    if after.lstrip(_OPENING)[:1].isdigit() and not (ends_sentence(before) or _ADDRESS.match(after)):
        return False
    return parts(before, after)


def wrap_width(rows: list[str]) -> int:
    """The width at which these lines were wrapped, 0 where each line break is the writer's own.

    A text is wrapped where, at a good share of its line breaks, the next word would not have fitted.
    """
    pairs = [(a.strip(), b.strip()) for a, b in pairwise(rows) if a.strip() and b.strip()]
    if len(pairs) < 3:
        return 0
    lengths = sorted(len(before) for before, _ in pairs)
    width = lengths[(len(lengths) * 9) // 10]
    if not 30 <= width <= 130:
        return 0
    full = sum(len(before) + 1 + len(after.split(maxsplit=1)[0]) > width - 2 for before, after in pairs)
    return width - 2 if full >= 3 and full >= 0.3 * len(pairs) else 0
