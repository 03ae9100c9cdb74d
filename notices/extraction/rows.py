"""A long row of a table, which the source's edition tells in several sentences, is one thing to tell."""

from __future__ import annotations

from dataclasses import replace

from notices.document import Block, Sentence


def whole_rows(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each row of a table with its cells in one sentence that names all its sources."""
    return tuple(_whole(block) if block.kind == "row" else block for block in blocks)


def _whole(block: Block) -> Block:
    if len(block.sentences) < 2:
        return block
    first = block.sentences[0]
    text = " ".join(sentence.text for sentence in block.sentences)
    origin = tuple(i for sentence in block.sentences for i in sentence.origin or (sentence.id,))
    return replace(block, sentences=(Sentence(first.id, text, first.kind, origin),))
