"""Plain text: paragraphs, lists and headings as a person sees them on the screen."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from notices.errors import NoticeTooLong
from notices.raw import RawBlock
from notices.reading.building import finished, item
from notices.reading.content import Content
from notices.reading.emphasis import runs_of
from notices.reading.encoding import decode
from notices.reading.hyphens import glued
from notices.reading.limits import Limits
from notices.reading.marks import item_mark, parts_softly, wrap_width
from notices.reading.text import line

_UNDERLINE = re.compile(r"\s*([=\-_~*#])\1{2,}\s*")
_SHARP = re.compile(r"(#{1,6}) +(?=\S)")
_MANY_WORDS = 3  # markup counts as words too: a text with three times too many words has too many


def read(data: bytes, limits: Limits) -> Content:
    """The content of a plain text file."""
    text = decode(data)
    refuse_endless(text, limits)
    rows = text.replace("\f", "\n\n").expandtabs(4).split("\n")
    width = wrap_width(rows)
    words = frozenset(text.lower().split()) if width else frozenset[str]()
    chunks = _chunks(rows)
    blocks = [block for chunk in chunks for block in _blocks(chunk, width, words)]
    return Content("text/plain", finished(blocks, alone=True))


def refuse_endless(text: str, limits: Limits) -> None:
    """Raises NoticeTooLong before any work is done on a text that is far beyond the bound."""
    if limits.words and len(text) > 2 * _MANY_WORDS * limits.words:
        words = len(text.split())
        if words > _MANY_WORDS * limits.words:
            raise NoticeTooLong(words=words, limit=limits.words)


def _chunks(rows: Sequence[str]) -> list[list[str]]:
    """Runs of lines with no blank line in between."""
    chunks: list[list[str]] = [[]]
    for row in rows:
        if row.strip():
            chunks[-1].append(row.rstrip())
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _blocks(chunk: Sequence[str], width: int, words: Container[str]) -> list[RawBlock]:
    groups: list[list[str]] = []
    levels: dict[int, int] = {}
    for row in chunk:
        if _UNDERLINE.fullmatch(row):
            if groups and len(groups[-1]) == 1:
                levels.setdefault(len(groups) - 1, 2)
            continue
        if sharp := _SHARP.match(row.strip()):
            levels[len(groups)] = len(sharp[1])
            groups.append([row.strip()[sharp.end() :].rstrip("# ")])
        elif groups and len(groups) - 1 not in levels and not _begins(groups[-1], row, width):
            groups[-1].append(row)
        else:
            groups.append([row])
    depths = _depths([group[0] for group in groups])
    made = [_block(group, depth, words) for group, depth in zip(groups, depths, strict=True)]
    return [_headed(block, levels.get(i, 0)) for i, block in enumerate(made) if block.text]


def _headed(block: RawBlock, level: int) -> RawBlock:
    """The block as a heading of this level; 0 leaves it what it is."""
    if not level:
        return block
    text = f"{block.marker} {block.text}".lstrip()
    return replace(block, kind="heading", text=text, level=level, marker="", emphasis=())


def _begins(group: Sequence[str], row: str, width: int) -> bool:
    """True where this line begins a block of its own after the lines of `group`."""
    before, after = group[-1].strip(), row.strip()
    if item_mark(group[0].strip()) and _indent(row) > _indent(group[0]) and not item_mark(after):
        return False
    return parts_softly(before, after, width)


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _depths(firsts: Sequence[str]) -> list[int]:
    """How deep each item is indented among its neighbours; a paragraph between them begins anew."""
    depths: list[int] = []
    stack: list[int] = []
    for first in firsts:
        indent = _indent(first)
        if not item_mark(first.strip()):
            stack = []
            depths.append(0)
            continue
        while stack and indent < stack[-1]:
            stack.pop()
        if not stack or indent > stack[-1] + 1:
            stack.append(indent)
        depths.append(len(stack) - 1)
    return depths


def _block(group: Sequence[str], depth: int, words: Container[str]) -> RawBlock:
    whole = line(runs_of(_joined(group, words)))
    if mark := item_mark(whole.text):
        return item(whole, level=depth, marker=mark.marker, start=mark.end)
    return RawBlock("paragraph", whole.text, emphasis=whole.emphasis)


def _joined(group: Sequence[str], words: Container[str]) -> str:
    """The lines on one; a word divided at a line's end is put together."""
    text = group[0].strip()
    for row in group[1:]:
        text = glued(text, row.strip(), words) or f"{text} {row.strip()}"
    return text
