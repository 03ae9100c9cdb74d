"""What the styles of an .odt say of a paragraph, a span or a list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notices.reading.word_styles import child, formatted, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Styles", "child", "local", "number", "value"]

_MAX_CHAIN = 20
_TITLE = re.compile(r"(?:title|titre|titre principal)", re.I)
_QUOTE = re.compile(r"(?:quotations?|citations?)", re.I)
_BOLD = frozenset(("bold", "600", "700", "800", "900"))


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    weight: str | None = None
    position: str = ""
    display: str = ""


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


class Styles:
    """The named styles of styles.xml and the automatic ones of content.xml."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                name = value(element, "name") or ""
                if local(element) == "style":
                    self._styles[name] = _style(element)
                elif local(element) == "list-style":
                    self._lists[name] = {number(value(e, "level"), 1) - 1: _level(e) for e in element}

    def _chain(self, name: str) -> list[tuple[str, _Style]]:
        found: list[tuple[str, _Style]] = []
        while name in self._styles and len(found) < _MAX_CHAIN:
            found.append((name, self._styles[name]))
            name = self._styles[name].parent
        return found

    def bold(self, name: str, around: bool = False) -> bool:
        """Whether text in this style is bold, where the text around it is so."""
        weight = next((style.weight for _, style in self._chain(name) if style.weight is not None), None)
        return around if weight is None else weight in _BOLD

    def lifted(self, name: str) -> bool:
        """True for raised text."""
        return any(
            s.position.startswith("super") or re.match(r"[1-9]", s.position) for _, s in self._chain(name)
        )

    def hidden(self, name: str) -> bool:
        """True for hidden text, and for text struck through."""
        return any(style.display == "none" for _, style in self._chain(name))

    def title_level(self, name: str) -> int:
        """1 for the style of a title, 0 for any other."""
        return int(any(_TITLE.fullmatch(name) for name, _ in self._chain(name)))

    def quotes(self, name: str) -> bool:
        """True for the style of a quotation."""
        return any(_QUOTE.fullmatch(name) for name, _ in self._chain(name))

    def list_start(self, name: str, level: int) -> int:
        """The first number of a list."""
        return self._lists.get(name, {}).get(level, _Level()).start

    def list_mark(self, name: str, level: int, counts: Mapping[int, int]) -> str:
        """The mark of a list item as printed; empty for a bullet."""
        here = self._lists.get(name, {}).get(level, _Level())
        if not here.kind:
            return ""
        shown = range(max(level - here.shown + 1, 0), level + 1)
        levels = self._lists[name]
        numbers = [formatted(levels.get(n, here).kind or "1", counts.get(n, 1)) for n in shown]
        return f"{here.prefix}{'.'.join(filter(None, numbers))}{here.suffix}".strip()


def _style(element: Element) -> _Style:
    text = child(element, "text-properties")
    struck = (value(text, "text-line-through-style") or "none") != "none"
    return _Style(
        parent=value(element, "parent-style-name") or "",
        weight=value(text, "font-weight"),
        position=value(text, "text-position") or "",
        display="none" if struck else value(text, "display") or "",
    )


def _level(element: Element) -> _Level:
    kind = value(element, "num-format") or ""
    if local(element) != "list-level-style-number":
        kind = ""
    return _Level(
        kind,
        value(element, "num-prefix") or "",
        value(element, "num-suffix") or "",
        number(value(element, "start-value"), 1),
        number(value(element, "display-levels"), 1),
    )
