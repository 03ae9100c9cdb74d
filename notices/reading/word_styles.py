"""What the styles and numberings of a .docx say of a paragraph: heading, bold, list item with its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from notices.reading.numbering import letter, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING_NAME = re.compile(r"(?:heading|titre|überschrift)\s*([1-9])", re.I)
_CONTENTS_NAME = re.compile(
    r"(?:toc|tm|table des matières)\s*\d|toc heading|en-tête de table des matières", re.I
)
_MAX_CHAIN = 20
_OFF = frozenset(("0", "false", "off", "none"))


def local(element: Element) -> str:
    """The name of an element without its namespace: strict and transitional files differ in those only."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along this path of names."""
    for name in path:
        element = next((c for c in element if local(c) == name), None) if element is not None else None
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    return next((v for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)


def number(text: str | None, otherwise: int = 0) -> int:
    """A whole number that an attribute holds."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else otherwise


def switched_on(properties: Element | None, name: str) -> bool | None:
    """A switch such as `<w:b/>` or `<w:b w:val="0"/>`; None where it is not there."""
    switch = child(properties, name)
    return None if switch is None else (value(switch) or "1") not in _OFF


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself; what it does not say, the style it is based on says."""

    name: str
    based_on: str
    bold: bool | None
    outline: int | None
    list_id: str | None
    list_level: int


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        for element in root if root is not None else ():
            if local(element) == "style":
                style_id = value(element, "styleId") or ""
                self._styles[style_id] = _style(element)
                if value(element, "default") in ("1", "true") and value(element, "type") == "paragraph":
                    self.default = style_id

    def chain(self, style_id: str) -> Iterator[Style]:
        """The style and those it is based on, nearest first."""
        for _ in range(_MAX_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on

    def bold(self, style_id: str) -> bool | None:
        """Whether the style makes text bold."""
        return next((s.bold for s in self.chain(style_id) if s.bold is not None), None)

    def heading_level(self, style_id: str) -> int:
        """The level of a heading style, 1 for a title; 0 for any other."""
        for style in self.chain(style_id):
            if match := _HEADING_NAME.fullmatch(style.name.strip()):
                return min(int(match[1]), 6)
            if style.name.strip().lower() in ("title", "titre"):
                return 1
            if style.outline is not None:
                return min(style.outline + 1, 6) if style.outline < 9 else 0
        return 0

    def is_contents(self, style_id: str) -> bool:
        """True for an entry of the table of contents."""
        return any(_CONTENTS_NAME.fullmatch(style.name.strip()) for style in self.chain(style_id))

    def list_of(self, style_id: str) -> tuple[str, int] | None:
        """The list that the style belongs to, and the level in it."""
        return next(((s.list_id, s.list_level) for s in self.chain(style_id) if s.list_id is not None), None)


def _style(element: Element) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    outline = value(child(paragraph, "outlineLvl"))
    return Style(
        name=value(child(element, "name")) or "",
        based_on=value(child(element, "basedOn")) or "",
        bold=switched_on(run, "b"),
        outline=None if outline is None else number(outline),
        list_id=value(child(paragraph, "numPr", "numId")),
        list_level=number(value(child(paragraph, "numPr", "ilvl"))),
    )


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    kind: str = "bullet"
    pattern: str = ""
    start: int = 1


@dataclass
class _List:
    levels: Mapping[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counted as its paragraphs go by."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        abstract: dict[str, dict[int, Level]] = {}
        shared: dict[str, _List] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                abstract[value(element, "abstractNumId") or ""] = dict(_levels(element))
            elif local(element) == "num":
                of = value(child(element, "abstractNumId")) or ""
                overrides = dict(_overrides(element))
                levels = {**abstract.get(of, {}), **overrides}
                own = _List(levels) if overrides else shared.setdefault(of, _List(levels))
                self._lists[value(element, "numId") or ""] = own

    def next_mark(self, list_id: str, level: int) -> str | None:
        """The mark of the next item: "2.", "Article 3", empty for a bullet; None where this is no list."""
        found = self._lists.get(list_id)
        if found is None:
            return None
        here = found.levels.get(level, Level())
        found.counts[level] = found.counts.get(level, here.start - 1) + 1
        for deeper in [n for n in found.counts if n > level]:
            del found.counts[deeper]
        if here.kind == "bullet":
            return ""
        if here.kind == "none" and "%" not in here.pattern:
            return here.pattern.strip() or None
        return re.sub(r"%([1-9])", lambda m: _count(found, int(m[1]) - 1), here.pattern).strip()


def _count(found: _List, level: int) -> str:
    here = found.levels.get(level, Level("decimal"))
    return formatted(here.kind, found.counts.get(level, here.start))


def formatted(kind: str, count: int) -> str:
    """A number as Word or Writer prints it: decimal, letters, Roman figures."""
    if count < 1:
        return str(count)
    if kind in ("lowerLetter", "a", "upperLetter", "A"):
        return letter(count, upper=kind in ("upperLetter", "A"))
    if kind in ("lowerRoman", "i", "upperRoman", "I") and count < 4000:
        return roman(count, upper=kind in ("upperRoman", "I"))
    if kind == "ordinal":
        return f"{count}er" if count == 1 else f"{count}e"
    return "" if kind in ("none", "bullet") else str(count)


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for level in element:
        if local(level) == "lvl":
            yield number(value(level, "ilvl")), _level(level)


def _level(element: Element) -> Level:
    return Level(
        value(child(element, "numFmt")) or "decimal",
        value(child(element, "lvlText")) or "",
        number(value(child(element, "start")), 1),
    )


def _overrides(element: Element) -> Iterator[tuple[int, Level]]:
    for override in element:
        if local(override) == "lvlOverride" and (level := child(override, "lvl")) is not None:
            yield number(value(override, "ilvl")), _level(level)
