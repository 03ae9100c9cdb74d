"""Lines of days and hours are a table under the sentence that says what is open, and where."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from notices.document import Block

_WEEKDAY = r"(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)"
_LINE = re.compile(
    rf"(?i)^(?:(?:du|les?|tous\s+les|chaque)\s+)?{_WEEKDAY}\b[^.!?]{{0,40}}?(?::|\bde\b|\bà\b|\s)\s*.{{0,12}}?\d{{1,2}}\s?(?:h|heures?)\b[^.!?]{{0,40}}\.?$"
)
_LONGEST = 14
_OPENS = re.compile(
    r"(?i)\b(?:horaires?|heures?|ouver\w+|visibles?|permanences?|accueil\w*|reçoi\w+|reçu\w*|visites?|se\s+tien\w+|lieu)\b"
)


def timetabled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with lines of days and hours as the rows of what stands before them: "Une exposition est
    visible aux heures d'ouverture", "Lundi : 14h-17h", "Mercredi : 9h-12h"."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        lines = list(takewhile(_is_line, blocks[at:]))
        if len(lines) > 1 and made and _may_head(made[-1]):
            made[-1] = _announcing(made[-1])
            made += (_row(line) for line in lines)
        else:
            made += lines or [blocks[at]]
        at += len(lines) or 1
    return tuple(made)


def _is_line(block: Block) -> bool:
    if block.kind not in ("paragraph", "item") or len(block.sentences) != 1:
        return False
    text = block.sentences[0].text
    return len(text.split()) <= _LONGEST and bool(_LINE.match(text))


def _may_head(block: Block) -> bool:
    """True for a sentence that leads to hours."""
    if block.kind != "paragraph" or not block.sentences:
        return False
    last = block.sentences[-1].text.rstrip()
    return bool(_OPENS.search(last)) and (last[-1] == ":" or last[-1] not in ".!?;")


def _announcing(block: Block) -> Block:
    *others, last = block.sentences
    text = last.text.rstrip()
    return replace(block, sentences=(*others, replace(last, text=text if text[-1] == ":" else f"{text} :")))


def _row(block: Block) -> Block:
    (line,) = block.sentences
    return replace(block, kind="row", level=0, sentences=(replace(line, kind="row"),))
