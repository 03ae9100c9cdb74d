"""From the blocks of a reader to the frozen document: sentences, their ids, what the notice says of itself.

    raw blocks -> tidy (white space) -> whole (page breaks joined) -> apart (visas, articles, "Fait à ...")
               -> listed, numbered (dashes in the line, numbered headings)
               -> roles (heading, dateline, signature) -> sentences s1, s2, ...

Nothing is lost: every character of the raw blocks that is not white space stands in the sentences, in
order. Two exceptions: invisible characters (zero-width, soft hyphen, private use) are dropped, and table
rows are written for the ear. No-break spaces stay as they are: the text shown is the text of the source.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise

from notices.document import Block, BlockKind, Document, Flag, Kind, Sentence, Span
from notices.raw import RawNotice
from notices.sentences import split
from notices.structure.issuers import issuer_of
from notices.structure.naming import date_of, place_of
from notices.structure.pieces import apart, capitals_joined, cut, tidy, whole
from notices.structure.roles import Part, levelled, roles
from notices.structure.rows import spoken_rows
from notices.structure.series import listed, numbered
from notices.structure.titles import title_told, titled

_KINDS: dict[BlockKind, Kind] = {"heading": "heading", "item": "item", "row": "row"}
_LONG_HEADING = 30
"""A heading of more words is a paragraph set in large type: it is split like one."""


def build_document(raw: RawNotice) -> Document:
    """The notice as a document in French; ids are `s1`, `s2`, ..., and each sentence is its own origin."""
    blocks = spoken_rows(numbered(listed(apart(capitals_joined(whole(tidy(raw.blocks)))))))
    heading, parts = titled(roles(blocks), raw.title, shown=raw.media_type == "text/markdown")
    issuer = issuer_of(parts, raw.title)
    flags: tuple[Flag, ...] = ("from-picture",) if raw.from_picture else ()
    return Document(
        lang="fr",
        title=title_told(heading, parts, issuer),
        blocks=_numbered(levelled(parts), flags),
        issuer=issuer,
        place=place_of(parts),
        date=date_of(parts, heading, raw.date),
    )


def _numbered(parts: tuple[Part, ...], flags: tuple[Flag, ...]) -> tuple[Block, ...]:
    numbers = count(1)
    blocks = []
    for part in parts:
        kind = _KINDS.get(part.kind, "sentence")
        sentences = tuple(
            replace(sentence, id=f"s{number}", origin=(f"s{number}",), kind=kind, flags=flags)
            for sentence, number in zip(_sentences(part), numbers, strict=False)
        )
        blocks.append(_block(part, sentences))
    return tuple(blocks)


def _block(part: Part, sentences: tuple[Sentence, ...]) -> Block:
    raw = part.raw
    return Block(
        kind=part.kind,
        sentences=sentences,
        level=raw.level if part.kind in ("heading", "item") else 0,
        marker=raw.marker,
        cells=raw.cells,
        header=raw.header,
        page=raw.page,
    )


def _sentences(part: Part) -> list[Sentence]:
    """The block's sentences, with no ids yet."""
    return [
        Sentence(id="", text=piece.text, emphasis=piece.emphasis)
        for piece in (cut(part.raw, start, end) for start, end in _spans(part))
    ]


def _spans(part: Part) -> tuple[Span, ...]:
    text = part.raw.text
    whole_block = ((0, len(text)),)
    if part.kind == "signature":
        return _between(part.breaks, len(text))
    if part.kind == "dateline" or (part.kind == "heading" and len(text.split()) <= _LONG_HEADING):
        return whole_block
    if part.kind == "row":
        return _between(part.breaks, len(text))
    return split(text) or whole_block


def _between(breaks: tuple[int, ...], end: int) -> tuple[Span, ...]:
    return tuple(pairwise((0, *breaks, end)))
