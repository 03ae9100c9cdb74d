"""HTML: the notice on the page, without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from notices.errors import HostileNotice
from notices.phrases import Phrase
from notices.reading.building import finished
from notices.reading.content import Content
from notices.reading.encoding import decode
from notices.reading.limits import Limits

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w-]+)", re.I
)
_CONTAINER = re.compile(  # elements that may nest; <p> and <li> may be left open, and then do not
    r"<(/?)(?:div|span|section|article|main|header|footer|nav|aside|blockquote|ul|ol|dl|table|form|fieldset|b|i|em|"
    r"strong|font|center|q|u|s|small|big|details|figure|object|template|svg|g)\b",
    re.I,
)
_FRAME = re.compile(r"<iframe\b[^>]*>(?:[^<]*</iframe\s*>)?", re.I)  # one left open swallows the page
_MAX_DEPTH = 2000  # honest pages stay under a hundred; the parser takes quadratic time beyond
_DATES = (
    'meta[property="article:published_time"]',
    'meta[name="date"]',
    'meta[name="dcterms.date"]',
    'meta[name="DC.date"]',
    'meta[name="dcterms.issued"]',
)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(data: bytes, limits: Limits) -> Content:
    """The content of an HTML page. Raises HostileNotice where its elements are nested beyond reason."""
    from notices.reading.elements import blocks_of
    from notices.reading.page_parts import without_boilerplate

    page = parse(decode(data, _declared_encoding(data)))
    title, date = _title(page), _date(page)
    body = page.body
    if body is None:
        return Content("text/html", (), title, date)
    blocks = finished(blocks_of(without_boilerplate(body)))
    return Content("text/html", blocks, title, date)


def parse(text: str) -> LexborHTMLParser:
    """The tree of the page, as a browser builds it; nothing is fetched and no script runs."""
    from selectolax.lexbor import LexborHTMLParser

    _refuse_deep(text)
    return LexborHTMLParser(_FRAME.sub("", text.replace("\x00", "")))


def _refuse_deep(text: str) -> None:
    depth = 0
    for match in _CONTAINER.finditer(text):
        depth = max(depth + (-1 if match[1] else 1), 0)
        if depth > _MAX_DEPTH:
            raise HostileNotice(detail=Phrase.of("reading.nesting", limit=_MAX_DEPTH))


def _declared_encoding(data: bytes) -> str:
    match = _DECLARED.search(data[:2048])
    return (match[1] or match[2]).decode("ascii") if match else ""


def _title(page: LexborHTMLParser) -> str:
    node = page.css_first("head > title")
    return " ".join(node.text().split()) if node else ""


def _date(page: LexborHTMLParser) -> str:
    return next((m[0] for m in map(_ISO_DATE.match, _contents(page)) if m), "")


def _contents(page: LexborHTMLParser) -> Iterator[str]:
    for selector in _DATES:
        for node in page.css(selector):
            yield (node.attributes.get("content") or "").strip()
