"""Where and when a notice was made, as it says of itself."""

from __future__ import annotations

import re

from notices.structure.bodies import is_generic
from notices.structure.dates import dateline, dateline_before, first_date
from notices.structure.roles import Part

_BEARS_ITS_DAY = re.compile(
    r"arr[êe]té|communiqué|décision|délibération|cr\b|compte[- ]rendu|procès-verbal|séance"
    r"|liste des délibérations",
    re.IGNORECASE,
)
_HEAD_BLOCKS = 8


def place_of(parts: tuple[Part, ...]) -> str:
    """Where it was signed or published, as the first dateline has it."""
    found = (dateline(part.text) for part in parts if part.kind == "dateline")
    return next((line.place for line in found if line and line.place), "")


def date_of(parts: tuple[Part, ...], title: str, declared: str) -> str:
    """The notice's own day: "Fait à ..., le ..." before any other dateline, that of its title ("Arrêté du
    ...") or of its byline, else as the file declares."""
    lines = [part.text for part in parts if part.kind == "dateline"]
    days = [(text, found.day) for text in lines if (found := dateline(text)) and found.day]
    if days:
        return next((day for text, day in days if text[:4].lower() == "fait"), days[0][1])
    in_title = first_date(title) if _BEARS_ITS_DAY.match(title) else ""
    head = [part.text for part in parts[:_HEAD_BLOCKS] if part.kind in ("heading", "paragraph")]
    byline = next((day for text in head if is_generic(text) and (day := first_date(text))), "")
    opening = next((day for part in parts[:3] if (day := _news_opening(part.text))), "")
    return in_title or byline or opening or declared


def _news_opening(text: str) -> str:
    """The day of "PARIS, le 28 juin 2024 – Le parquet ..."."""
    head = dateline_before(text)
    return head.day if head and head.place and re.match(r"\s*[–—-]\s", text[head.end :]) else ""
