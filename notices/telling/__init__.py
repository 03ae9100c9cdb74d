"""The story's blocks: headings, sentences with their ids, the words to explain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, groupby

from notices.document import Block, BlockKind, Check, Document, Sentence
from notices.extraction import Unit
from notices.extraction.slots import SLOTS
from notices.phrases import say
from notices.realisation import Line, cleaned
from notices.telling.glossary import explained, marked


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of a unit, in its slot."""

    slot: str
    unit: Unit
    lines: tuple[Line, ...]


def tell(document: Document, parts: list[Part]) -> tuple[Document, tuple[Check, ...]]:
    """The plain document and what its gate gave up."""
    blocks = [_heading(document.title, 1, _title_origin(document))]
    for slot in SLOTS:
        here = [part for part in parts if part.slot == slot]
        if here:
            blocks.append(_heading(say(f"summary.{slot}", "fr"), 2))
            blocks += _told(here, with_topics=_has_topics(parts))
        elif slot == "next":
            blocks.append(_heading(say("summary.next", "fr"), 2))
            blocks.append(Block("label", (Sentence("", say("summary.unsaid", "fr"), "label"),)))
    plain = replace(document, blocks=_numbered(tuple(blocks)))
    words = explained(plain, document)
    if words:
        plain = replace(
            plain, blocks=_numbered((*plain.blocks, _heading(say("summary.words", "fr"), 2), *words))
        )
    plain = marked(plain)
    lines = {(line.text, line.origin): line for part in parts for line in part.lines if line.doubts}
    return plain, tuple(
        Check(s.id, d.rule, d.value, d.side, "fallback", s.origin)
        for s in plain.sentences()
        if (line := lines.get((s.text, s.origin)))
        for d in line.doubts
    )


def _told(parts: list[Part], with_topics: bool) -> list[Block]:
    blocks: list[Block] = []
    topic: str | None = None
    for one in parts:
        above = one.unit.topic
        if with_topics and above is not None and above.id != topic:
            blocks.append(_heading(cleaned(above.text).rstrip(" :"), 3, (above.id,)))
        topic = above.id if above is not None else topic
        new = _blocks(one)
        if one.unit.leans and blocks and new and blocks[-1].kind == new[0].kind == "paragraph":
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


def _has_topics(parts: list[Part]) -> bool:
    """True where the notice speaks of several things, each under its own heading."""
    topics = {p.unit.topic.id for p in parts if p.unit.topic and p.unit.part in ("body", "contact")}
    return len(topics) > 1


def _heading(text: str, level: int, origin: tuple[str, ...] = ()) -> Block:
    return Block("heading", (Sentence("", text, "heading", origin),), level=level)


def _title_origin(document: Document) -> tuple[str, ...]:
    return tuple(s.id for s in document.sentences() if s.text == document.title)[:1]


def _numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    numbers = count(1)
    return tuple(
        replace(block, sentences=tuple(replace(s, id=f"p{next(numbers)}") for s in block.sentences))
        for block in blocks
    )
