"""Finds headings that no markup names: "Article 3", lines in capitals, bold lines, short lines alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from notices.raw import RawBlock
from notices.reading.marks import ends_sentence, item_mark
from notices.reading.text import Line

_NUMBER = r"(?:\d{1,3}(?:[.-]\d{1,3})*|1\s?er|premier|première|unique|[IVXLC]{1,6}|[A-Z])"
_DIVISION = re.compile(
    rf"(?P<name>titre|chapitre|annexe|section|sous-section|article|art\.)\s*(?:n°\s*)?{_NUMBER}\b\s*(?:er\b)?(?P<rest>.*)",
    re.I,
)
_LEVELS = {"titre": 2, "chapitre": 2, "annexe": 2, "section": 3, "sous-section": 4, "article": 3, "art.": 3}
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DATELINE = re.compile(
    rf"(?:fait\s+)?(?:à\s+)?[^\d,]{{0,60}},?\s*(?:le|ce)\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?\s*"
    rf"\d{{1,2}}(?:er)?\s+(?:{_MONTHS})\s+\d{{4}}\W*",
    re.I,
)
_NAME = re.compile(r"(?:(?:M\.|Mme|Me|Dr)\s+)?(?:[A-ZÉÈ][a-zéèêëïîôûç]+[- ]){1,3}[A-ZÉÈÊËÏÎÔÛÇ' -]{2,}$")
_VALUE = re.compile(
    r".{1,80}?\s?:\s*(?:[\d+(][\d\s.,/()+-]*(?:$|\s?(?:€|%|°|[hHkm][\w²³]*\b|[Ee]uros?\b|/|\S{0,3}$)|\s\S+\s\d{4}$)|\S*@|https?:|www\.).*"
    r"|.*\d\s?(?:€|[Ee]uros?)(?:\s?(?:TTC|HT|/\s?\w+|par\s\w+|l['’]\w+))?"
    r"|\d{5}\s+[A-ZÀ-Ý].*"
)
"""A label with its value, a price, a postal line: printed in bold or capitals, and still no heading."""
_MAX_LENGTH = 120
_MAX_ALONE = 80
_PROSE = 60
_TITLE_AND_PROSE = re.compile(rf"((?:article|art\.)\s*{_NUMBER}\b[^:]{{0,120}}?)\s*:\s*(.+)", re.I)


def promote(blocks: Sequence[RawBlock], *, alone: bool = False) -> tuple[RawBlock, ...]:
    """The blocks, with paragraphs that are headings in all but name made headings.

    `alone`: a short line without a full stop that stands between blank lines counts too (plain text).
    """
    blocks = [part for block in blocks for part in _without_prose(block)]
    last_prose = max((i for i, block in enumerate(blocks) if _is_prose(block)), default=-1)
    return tuple(
        _promoted(block, alone and _before_prose(blocks, i)) if i < last_prose else block
        for i, block in enumerate(blocks)
    )


def _promoted(block: RawBlock, alone: bool) -> RawBlock:
    level = heading_level(block, alone) if block.kind == "paragraph" else 0
    return replace(block, kind="heading", level=level, emphasis=()) if level else block


def _without_prose(block: RawBlock) -> list[RawBlock]:
    """A "heading" that holds a whole paragraph, as recognition makes them, in its two parts."""
    if block.kind != "heading" or len(block.text) <= _MAX_LENGTH or block.level == 1:
        return [block]
    if parts := _TITLE_AND_PROSE.fullmatch(block.text):
        return [replace(block, text=parts[1]), replace(block, kind="paragraph", level=0, text=parts[2])]
    return [replace(block, kind="paragraph", level=0) if ends_sentence(block.text) else block]


def heading_level(block: RawBlock, alone: bool) -> int:
    """The level at which this paragraph reads as a heading; 0 where it does not."""
    text = block.text
    if not text or len(text) > _MAX_LENGTH or DATELINE.fullmatch(text) or text[-1] in ",;":
        return 0
    if division := _DIVISION.fullmatch(text):
        rest = division["rest"].strip(" .:–—-\xa0")
        return _LEVELS[division["name"].lower()] if not rest or not ends_sentence(text) else 0
    if _VALUE.fullmatch(text):
        return 0
    if _in_capitals(text):
        return 2
    if ends_sentence(text) or _NAME.fullmatch(text) or item_mark(text) or len(text) > _MAX_ALONE:
        return 0
    if Line(text, block.emphasis).all_bold and not text[0].islower():
        return 3
    return 3 if alone and text[0].isupper() else 0


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    longest = max(map(len, re.findall(r"[^\W\d_]+", text)), default=0)
    return len(letters) >= 4 and longest >= 4 and sum(c.isupper() for c in letters) >= 0.95 * len(letters)


def _before_prose(blocks: Sequence[RawBlock], index: int) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and (_is_prose(following) or following.kind in ("item", "row"))


def _is_prose(block: RawBlock) -> bool:
    return block.kind != "heading" and (
        bool(block.cells)
        or block.kind == "item"
        or (len(block.text) >= _PROSE and not _in_capitals(block.text))
    )
