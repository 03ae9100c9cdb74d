"""Reads translation memories: TMX 1.4, as every translation tool exports it.

A memory may come from anybody: entities are refused, nothing that it names is fetched, one unit is in
memory at a time, and libxml2's own bounds on depth and size of text stay in force.
TMX 1.4b: https://www.gala-global.org/tmx-14b
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from notices.errors import CorpusUnreadable
from notices.phrases import Phrase

MAX_SEGMENT = 10_000
"""Characters of a segment; longer ones are no sentences and are passed over."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements that hold the codes of another format: bold, links, fields. No text."""


def read_memory(stream: IO[bytes], file: Path) -> Iterator[tuple[str, str]]:
    """The French and English of every unit that has both; of several, the first.

    Raises `CorpusUnreadable` with the line where it is no XML, or holds entities of its own.
    """
    from lxml import etree

    units = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    checked = False
    try:
        for event, element in units:
            if not checked:  # whatever is declared is declared before the first element
                _refuse_entities(element, file)
                checked = True
            if event == "end" and _name(element) == "tu":
                if (pair := _pair(element)) is not None:
                    yield pair
                _forget(element)
    except etree.XMLSyntaxError as error:
        detail = Phrase.of("training.xml", detail=error.msg or "")
        raise CorpusUnreadable(file=file, line=error.lineno or 1, detail=detail) from None


def _refuse_entities(root: Any, file: Path) -> None:
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise CorpusUnreadable(file=file, line=1, detail=Phrase.of("training.entities"))


def _forget(unit: Any) -> None:
    """Free the unit and all before it: a memory of a gigabyte needs no gigabyte."""
    unit.clear()
    while unit.getprevious() is not None:
        del unit.getparent()[0]


def _pair(unit: Any) -> tuple[str, str] | None:
    said: dict[str, str] = {}
    for variant in unit:
        if _name(variant) == "tuv":
            lang = (variant.get(_XML_LANG) or variant.get("lang") or "").lower().replace("_", "-")
            text = next((_text(segment) for segment in variant if _name(segment) == "seg"), "")
            if text and len(text) <= MAX_SEGMENT:
                said.setdefault(lang.split("-")[0], text)
    return (said["fr"], said["en"]) if {"fr", "en"} <= said.keys() else None


def _text(segment: Any) -> str:
    """A segment's text without the codes of another format that stand in it."""
    parts = [segment.text or ""]
    for inner in segment:
        if _name(inner) not in _CODES:
            parts.append(_text(inner) if isinstance(inner.tag, str) else "")
        parts.append(inner.tail or "")
    return " ".join("".join(parts).split())


def _name(element: Any) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
