"""The text of a sentence as safe HTML: escaped, with its bold words, hard passages and explained words.

The same fragments stand in the page (HTML) and in the books (XHTML): they are well-formed XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from notices.document import Span

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TermLink:
    """A word of a sentence that is explained elsewhere on the page."""

    start: int
    end: int
    target: str
    """The id of the explanation."""


def printable(text: str) -> str:
    """The text without the characters that XML forbids (control characters, lone surrogates)."""
    return _NOT_IN_XML.sub("\ufffd", text)


def rich(
    text: str,
    emphasis: Iterable[Span] = (),
    marks: Iterable[Span] = (),
    terms: Sequence[TermLink] = (),
) -> Markup:
    """`text` escaped, `emphasis` in <strong>, `marks` in <mark>, `terms` as links to their explanation.

    Spans may overlap, and may reach beyond the text; terms are taken in order, overlapping ones left out.
    """
    bold, marked = tuple(emphasis), tuple(marks)
    parts: list[Markup] = []
    position = 0
    for term in sorted(terms, key=lambda term: term.start):
        if not position <= term.start < term.end <= len(text):
            continue
        parts.append(_styled(text, position, term.start, bold, marked))
        inner = _styled(text, term.start, term.end, bold, marked)
        parts.append(Markup('<a class="term" href="#{}">{}</a>').format(term.target, inner))
        position = term.end
    parts.append(_styled(text, position, len(text), bold, marked))
    return Markup("").join(parts)


def _styled(text: str, start: int, end: int, bold: Sequence[Span], marked: Sequence[Span]) -> Markup:
    """The piece of `text` from `start` to `end`, cut where a style begins or ends."""
    inside = {edge for span in (*bold, *marked) for edge in span if start < edge < end}
    edges = [start, *sorted(inside), end]
    pieces = (
        _piece(text[a:b], _covers(bold, a, b), _covers(marked, a, b)) for a, b in pairwise(edges) if a < b
    )
    return Markup("").join(pieces)


def _covers(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(s <= start and end <= e for s, e in spans)


def _piece(text: str, bold: bool, marked: bool) -> Markup:
    piece = escape(printable(text))
    if bold:
        piece = Markup("<strong>{}</strong>").format(piece)
    return Markup("<mark>{}</mark>").format(piece) if marked else piece
