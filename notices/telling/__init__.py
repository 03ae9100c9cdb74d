"""The story's blocks: headings, sentences with their ids, the words to explain."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count, groupby

from notices.document import Block, BlockKind, Check, Document, Sentence
from notices.extraction import Unit
from notices.extraction.slots import SLOTS, comes_next
from notices.phrases import say
from notices.realisation import Line, cleaned
from notices.telling.glossary import explained, marked
from notices.wording.grammar import words_in


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of a unit, in its slot."""

    slot: str
    unit: Unit
    lines: tuple[Line, ...]


def tell(document: Document, parts: list[Part]) -> tuple[Document, tuple[Check, ...]]:
    """The plain document and what its gate gave up."""
    blocks = [_heading(document.title, 1, _title_origin(document))]
    sections = topics(parts) if len(topics(parts)) >= MANY_TOPICS else ()
    for slot in SLOTS:
        here = [p for p in parts if p.slot == slot and not (slot != "essential" and _topic(p) in sections)]
        if here:
            blocks.append(_heading(say(f"summary.{slot}", "fr"), 2))
            blocks += _told(here)
        elif slot == "next" and not any(comes_next(s.text) for s in document.sentences()):
            blocks.append(_heading(say("summary.next", "fr"), 2))
            blocks.append(Block("label", (Sentence("", say("summary.unsaid", "fr"), "label"),)))
        if slot == "essential":
            for topic in sections:
                if under := [p for p in parts if p.slot != slot and _topic(p) == topic]:
                    blocks.append(_heading(unnumbered(cleaned(topic.text).rstrip(" :")), 2, (topic.id,)))
                    blocks += _told(under)
    plain = replace(document, blocks=_numbered(tuple(blocks)))
    words = explained(plain, document)
    if words:
        plain = replace(
            plain, blocks=_numbered((*plain.blocks, _heading(say("summary.words", "fr"), 2), *words))
        )
    plain = marked(plain)
    return plain, _checks(plain, parts)


def _checks(plain: Document, parts: list[Part]) -> tuple[Check, ...]:
    """Why each flagged sentence is hardly simplified: what was doubted of a simpler one, or that none was
    shorter."""
    doubts = {(line.text, line.origin): line.doubts for part in parts for line in part.lines}
    checks: list[Check] = []
    for s in plain.sentences():
        if "fallback" in s.flags:
            found = doubts.get((s.text, s.origin), ())
            checks += (Check(s.id, d.rule, d.value, d.side, "fallback", s.origin) for d in found)
            if not found:
                checks.append(Check(s.id, "long", str(words_in(s.text)), "changed", "fallback", s.origin))
    return tuple(checks)


MANY_TOPICS = 3
"""A notice of so many headings of its own keeps its own order."""


def topics(parts: list[Part]) -> tuple[Sentence, ...]:
    """The headings of the source under which something is told, in their order."""
    found = {t.id: t for p in sorted(parts, key=lambda p: p.unit.place) if (t := _topic(p))}
    return tuple(found.values())


def unnumbered(title: str) -> str:
    """A heading without its number: "3/ Tarif" -> "Tarif"."""
    return re.sub(r"^(?:\d+|[A-Z])\s*[./)°-]+\s*(?=\D)", "", title)


def _topic(part: Part) -> Sentence | None:
    return part.unit.topic if part.unit.part in ("body", "contact") else None


def _told(parts: list[Part]) -> list[Block]:
    blocks: list[Block] = []
    for one in parts:
        new = _blocks(one)
        if (
            one.unit.leans
            and not one.unit.names_again
            and blocks
            and new
            and blocks[-1].kind == new[0].kind == "paragraph"
        ):
            blocks[-1] = replace(blocks[-1], sentences=blocks[-1].sentences + new.pop(0).sentences)
        blocks += new
    return blocks


def _blocks(part: Part) -> list[Block]:
    blocks = []
    for _, group in groupby(part.lines, key=lambda line: line.block):
        lines = tuple(group)
        kind: BlockKind = "paragraph" if lines[0].kind == "sentence" else lines[0].kind
        sentences = tuple(Sentence("", x.text, x.kind, x.origin, x.flags) for x in lines)
        blocks.append(Block(kind, sentences, level=lines[0].level))
    return blocks


def _heading(text: str, level: int, origin: tuple[str, ...] = ()) -> Block:
    return Block("heading", (Sentence("", text, "heading", origin),), level=level)


def _title_origin(document: Document) -> tuple[str, ...]:
    """The sentence that the title is, or the heading that it is built on."""
    same = [s.id for s in document.sentences() if s.text == document.title]
    headings = [b.sentences[0].id for b in document.blocks if b.kind == "heading" and b.level == 1]
    return tuple(same or headings)[:1]


def _numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    numbers = count(1)
    return tuple(
        replace(block, sentences=tuple(replace(s, id=f"p{next(numbers)}") for s in block.sentences))
        for block in blocks
    )
