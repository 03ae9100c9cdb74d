"""Markdown, with what is found around it in town halls' sites: front matter, Liquid tags, kramdown's
attributes, HTML; and, in the output of text recognition, TeX."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from notices.raw import RawBlock
from notices.reading.building import finished
from notices.reading.content import Content
from notices.reading.encoding import decode
from notices.reading.formulas import untex
from notices.reading.front_matter import front_matter
from notices.reading.limits import Limits
from notices.reading.marks import parts_softly, wrap_width
from notices.reading.plain import refuse_endless
from notices.reading.text import Run, line

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALERT = re.compile(
    r"\{%-?\s{0,9}include\s{1,9}[^\s%]{0,80}(?:alert|note|info|warning|callout)[^\s%]{0,80}\s{1,9}([^%]{0,2000})%\}",
    re.I,
)
_PARAMETER = re.compile(r"""\w+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TAG = re.compile(r"\{%.*?%\}", re.S)
_OUTPUT = re.compile(r"\{\{.*?\}\}", re.S)
_HEADING = re.compile(r"^#{1,6}[ \t].*$", re.M)
_HIGHLIGHT = re.compile(r"\{%-?\s{0,9}(?:end)?highlight\b[^%]{0,200}%\}")
_HEADING_NAME = re.compile(r"^(#{1,6} .*?)[ \t]*\{#[\w-]+\}[ \t]*$", re.M)
_MARKDOWN_INSIDE = re.compile(
    r"(<(?:div|section|article|aside|details|blockquote|td)\b[^>]*\bmarkdown=[^>]*>)", re.I
)
_CONTENTS_LIST = re.compile(r"^[ \t]*[*+-][ \t]+.*\n[ \t]*\{:\s*toc\b[^}\n]*\}", re.M | re.I)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FOOTNOTE = re.compile(r"\[\^([\w-]{1,30})\](:?)")
_DEEPEST = 3
"""A text is set in so many times, and then it is a drawing."""
_INVISIBLE_MARKS = re.compile(r"[*_`]+")


def read(data: bytes, limits: Limits) -> Content:
    """The content of a Markdown file."""
    text = decode(data)
    refuse_endless(text, limits)
    fields, text = front_matter(text)
    blocks = finished(_blocks(to_html(untex(_without_site(text)))))
    leads = fields.new_leads(" ".join(block.text for block in blocks)) if blocks else ()
    return Content("text/markdown", (*map(_lead, leads), *blocks), fields.title, fields.date)


def _lead(text: str) -> RawBlock:
    return RawBlock("paragraph", line([Run(_INVISIBLE_MARKS.sub("", text))]).text)


def to_html(text: str, deepest: int = _DEEPEST) -> str:
    """The text as HTML, line breaks in which a paragraph ends as `<br>`. What stands far to the right is no
    code in a notice: it is read like the rest, so far to the right as `deepest` says."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    width = wrap_width(text.split("\n"))
    for token in tokens:
        if token.type == "inline":
            _harden(token, width)
        elif token.type == "code_block" and deepest:
            token.type, token.content = "html_block", to_html(token.content, deepest - 1)
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    return rendered


def _blocks(html: str) -> tuple[RawBlock, ...]:
    from notices.reading.elements import blocks_of
    from notices.reading.page_parts import drop_never_text
    from notices.reading.webpage import parse

    body = parse(f"<!doctype html><body>{html}").body
    if body is None:
        return ()
    drop_never_text(body)
    return blocks_of(body)


def _harden(token: Token, width: int) -> None:
    """Makes a soft line break hard where the writer meant one, as between a name and a title."""
    rows = token.content.split("\n")
    breaks = [child for child in token.children or () if child.type in ("softbreak", "hardbreak")]
    if len(breaks) != len(rows) - 1:
        return
    for child, before, after in zip(breaks, rows, rows[1:], strict=False):
        if child.type == "softbreak" and parts_softly(_bare(before), _bare(after), width):
            child.type, child.tag = "hardbreak", "br"


def _bare(row: str) -> str:
    return _INVISIBLE_MARKS.sub("", row).strip()


def _without_site(text: str) -> str:
    """The text without the tags of the site that shows it; what an alert box says stays."""
    text = _without_empty_tail(_upto(_COMMENT, "-->", text))
    text = _ALERT.sub(
        lambda m: "\n\n" + "\n\n".join(a or b for a, b in _PARAMETER.findall(m[1])) + "\n\n", text
    )
    text = _upto(_OUTPUT, "}}", _upto(_TAG, "%}", _HIGHLIGHT.sub("\n```\n", text)))
    text = _MARKDOWN_INSIDE.sub(r"\1\n\n", _HEADING_NAME.sub(r"\1", text))
    text = _ATTRIBUTES.sub("", _CONTENTS_LIST.sub("", text))
    return _FOOTNOTE.sub(lambda m: f"[{m[1]}]" + (" " if m[2] else ""), text)


def _without_empty_tail(text: str) -> str:
    """The text without a last heading that has nothing below it but what the site would put there."""
    last = next(iter(deque(_HEADING.finditer(text), maxlen=1)), None)
    tail = text[last.end() :] if last else ""
    if last is None or "{%" not in tail or _ATTRIBUTES.sub("", _upto(_TAG, "%}", tail)).strip():
        return text
    return text[: last.start()]


def _upto(pattern: re.Pattern[str], closing: str, text: str) -> str:
    """The text without the pattern; after its last closing it is not looked for, or it takes for ever."""
    end = text.rfind(closing) + len(closing)
    return text if end < len(closing) else pattern.sub("", text[:end]) + text[end:]
