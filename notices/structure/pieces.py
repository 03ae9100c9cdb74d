"""Raw blocks made whole and put apart: white space, page breaks, visas and articles run together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from notices.document import Span
from notices.raw import RawBlock

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_UNSHOWN = "\ue000-\uf8ff"
"""Private characters: the bullets of symbol fonts, which no other font can show."""
_SPACES = re.compile(rf"[{_INVISIBLE}{_UNSHOWN}]+|[^\S\u00a0\u202f\u2007]+")
_TERMINAL = tuple(".?!:;…»”)")
OPEN_END = re.compile(
    r"(?:\b(?:de|du|des|la|le|les|à|au|aux|et|ou|en|par|pour|sur|dans|avec|sans|que|qui|un|une|cette|ce|son|sa|ses"
    r"|leur|leurs|est|sont|article|n°)|[ldnsjqLDNSJQ]['’]|,)$"
)
"""An end that no text has: an article, a preposition, a comma."""
_FORMULA = (
    r"(?:V[Uu]\s|C[Oo][Nn][Ss][Ii][Dd][ÉéEe][Rr][Aa][Nn][Tt]\b|APRÈS\s|Après\s+avis"
    r"|S[Uu][Rr]\s+(?:la\s+)?[Pp][Rr][Oo][Pp][Oo][Ss])"
)
_VISA = re.compile(rf"[;,]\s+(?={_FORMULA})")
_BEGINS_AS_VISA = re.compile(_FORMULA)
_DECISION = re.compile(r"[,;.]?\s+(?=(?:ARR[ÊE]TE(?:NT)?|D[ÉE]CIDE(?:NT)?|D[ÉE]LIB[ÈE]RE|ORDONNE)\s*:?\s*$)")
_ARTICLE = re.compile(r"[.;:»]\s+(?=A(?:rticle|RTICLE)\s+(?:\d+|1er|premier|unique)\b(?!\s+d[ue]))")
_ARTICLE_HEAD = re.compile(
    r"A(?:rticle|RTICLE)\s+(?:\d+(?:[.-]\d+)*|1er|premier|unique)\s*[.:–—-]*\s*[^.:;]{3,90}:\s+(?=[A-ZÀ-Ý])"
)
_DONE_AT = re.compile(r"[.;:»]\s+(?=(?:Fait|FAIT)\s+(?:à|À|A)\s+[A-ZÀ-Ý])")


def tidy(blocks: Iterable[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks with single spaces, without invisible characters, and without empty blocks."""
    return tuple(block for block in map(_tidy_block, blocks) if block.text or any(block.cells))


def _tidy_block(block: RawBlock) -> RawBlock:
    text, places = _squeezed(block.text)
    end_of_text = len(block.text)
    moved = (
        (places[min(start, end_of_text)], places[min(end, end_of_text)]) for start, end in block.emphasis
    )
    cells = tuple(_squeezed(cell)[0].strip() for cell in block.cells)
    level = max(1, block.level) if block.kind == "heading" else block.level
    tidied = replace(block, text=text, emphasis=tuple(moved), cells=cells, level=level)
    return cut(tidied, 0, len(text))


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with single spaces, and for each old offset (and the end) its new one."""
    places: list[int] = []
    pieces: list[str] = []
    length = last = 0
    for gap in _SPACES.finditer(text):
        places.extend(range(length, length + gap.start() - last))
        pieces.append(text[last : gap.start()])
        length += gap.start() - last
        space = "" if not gap.group()[0].isspace() or (pieces and _ends_in_space(pieces)) else " "
        places.extend([length] * len(gap.group()))
        pieces.append(space)
        length += len(space)
        last = gap.end()
    places.extend(range(length, length + len(text) - last + 1))
    return "".join([*pieces, text[last:]]), places


def _ends_in_space(pieces: list[str]) -> bool:
    return next((piece[-1] == " " for piece in reversed(pieces) if piece), False)


def cut(block: RawBlock, start: int, end: int) -> RawBlock:
    """A part of a block: trimmed, with the emphasis that lies in it."""
    while start < end and block.text[start].isspace():
        start += 1
    while end > start and block.text[end - 1].isspace():
        end -= 1
    inside = ((max(s, start) - start, min(e, end) - start) for s, e in block.emphasis)
    return replace(block, text=block.text[start:end], emphasis=tuple(_real(inside)))


def _real(spans: Iterable[Span]) -> Iterator[Span]:
    return ((start, end) for start, end in spans if start < end)


def whole(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """Paragraphs that a page break cut in two are joined where the language leaves no doubt."""
    joined: list[RawBlock] = []
    for block in blocks:
        if joined and _goes_on(joined[-1], block):
            joined[-1] = join(joined[-1], block)
        else:
            joined.append(block)
    return tuple(joined)


_CAPITAL_REST = re.compile(
    r"(?:D[EU]S?|ET|À|AUX?|SUR|EN|PORTANT|RELATI(?:F|VE)S?|CONCERNANT|PRESCRIVANT|FIXANT|INTERDISANT)\s|D['’]\w"
)
_CAPITAL_WORDS = 12


def capitals_joined(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """A heading in capitals that the page breaks in two ("PRÉFECTURE", "DU GARD") is one."""
    joined: list[RawBlock] = []
    for block in blocks:
        if joined and _is_rest_in_capitals(joined[-1], block):
            joined[-1] = replace(join(joined[-1], block), emphasis=())
        else:
            joined.append(block)
    return tuple(joined)


def _is_rest_in_capitals(before: RawBlock, after: RawBlock) -> bool:
    if before.kind not in ("paragraph", "heading") or after.kind != before.kind:
        return False
    if not (before.text.isupper() and after.text.isupper()) or before.text.endswith(_TERMINAL):
        return False
    if len(after.text.split()) > _CAPITAL_WORDS or len(before.text.split()) > 2 * _CAPITAL_WORDS:
        return False
    open_end = OPEN_END.search(before.text.lower()) is not None
    return open_end or _CAPITAL_REST.match(after.text) is not None


def _goes_on(before: RawBlock, after: RawBlock) -> bool:
    over_the_page = before.page is not None and after.page is not None and before.page < after.page
    if (
        not over_the_page
        or before.kind not in ("paragraph", "item", "quote")
        or after.kind not in ("paragraph",)
    ):
        return False
    if before.text.endswith(_TERMINAL):
        return False
    return after.text[:1].islower() or OPEN_END.search(before.text) is not None


def join(before: RawBlock, after: RawBlock) -> RawBlock:
    """Two blocks as one; a word cut at its hyphen gets no space, and keeps the hyphen."""
    hyphen = before.text.endswith("-") and before.text[-2:-1].isalpha()
    first = before.text if hyphen or before.text.endswith(("'", "’")) else before.text + " "
    shifted = ((start + len(first), end + len(first)) for start, end in after.emphasis)
    return replace(before, text=first + after.text, emphasis=(*before.emphasis, *shifted), page=before.page)


def apart(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """A block each for the visas, the articles and the closing formula that stand in one paragraph."""
    return tuple(piece for block in blocks for piece in _pieces(block))


def _pieces(block: RawBlock) -> Iterator[RawBlock]:
    if block.kind != "paragraph":
        yield block
        return
    text = block.text
    stops = {match.end() for rule in (_DECISION, _ARTICLE, _DONE_AT) for match in rule.finditer(text)}
    if _BEGINS_AS_VISA.match(text):
        stops |= {match.end() for match in _VISA.finditer(text)}
    for start in (0, *tuple(stops)):
        head = _ARTICLE_HEAD.match(text, start)
        stops |= {head.end()} if head else set()
    start = 0
    for stop in (*sorted(stops), len(text)):
        if start < stop:
            yield cut(block, start, stop)
        start = stop
