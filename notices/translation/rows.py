"""Table rows: "Zone : Nord ; durée : 3 jours" is translated cell by cell, and stands whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notices.document import Block, Sentence
from notices.translation.texts import Outcome, Text

_BETWEEN = re.compile(r"([ \u00a0\u202f]*;[ \u00a0\u202f]+|[ \u00a0\u202f]+:[ \u00a0\u202f]+)")


def row_texts(block: Block) -> Iterator[Text]:
    """All in a row that needs its English: names and cells as they are read aloud, cells as printed."""
    for sentence in block.sentences:
        yield from (Text(piece) for piece in _BETWEEN.split(sentence.text)[::2])
    yield from (Text(cell) for cell in block.cells if cell)


def english_row(block: Block, sentence: Sentence, outcomes: dict[Text, Outcome]) -> Outcome:
    """The row in English; without a text where one of its names or cells has none."""
    pieces = _BETWEEN.split(sentence.text)
    parts = [outcomes[Text(piece)] for piece in pieces[::2]]
    cells = [outcomes[Text(cell)] for cell in block.cells if cell]
    written = any(not part.text for part in (*parts, *cells))
    joints = [
        re.sub(r"[\u00a0\u202f ]*([;:])[\u00a0\u202f ]+", r"\1 ", joint) for joint in (*pieces[1::2], "")
    ]
    scores = [part.score for part in parts if part.score is not None]
    return Outcome(
        text="" if written else "".join(part.text + joint for part, joint in zip(parts, joints, strict=True)),
        score=min(scores, default=None),
        doubts=tuple(dict.fromkeys(doubt for part in (*parts, *cells) for doubt in part.doubts)),
        lost_terms=tuple(dict.fromkeys(term for part in parts for term in part.lost_terms)),
    )
