"""Which sentence of a table row is seen in which of its cells.

A short row is one sentence. A long one is said in several, mostly one for each cell; a cell may also hold
more than one, and a sentence may say several cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notices.document import Sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """What a cell shows of a sentence."""

    text: str
    sentence: Sentence
    begins: bool
    """Whether it is the first that is seen of the sentence."""


Cell = tuple[Piece, ...]


def placed(spoken: Sequence[Sentence], cells: Sequence[str]) -> tuple[Cell, ...] | None:
    """The pieces of each cell; None where the cells do not hold what is heard.

    In a translation the cells can still be those of the source; then they must not be shown.
    """
    if not spoken or not cells:
        return None
    if len(spoken) == 1:
        return _all_in_one(spoken[0], cells)
    return _one_each(spoken, cells) or _in_order(spoken, cells)


def _all_in_one(sentence: Sentence, cells: Sequence[str]) -> tuple[Cell, ...] | None:
    if not all(_letters(cell) in _letters(sentence.text) for cell in cells):
        return None
    return tuple((Piece(cell, sentence, number == 0),) for number, cell in enumerate(cells))


def _one_each(spoken: Sequence[Sentence], cells: Sequence[str]) -> tuple[Cell, ...] | None:
    """Each cell that is not empty has its own sentence: so a mark that is heard as a word finds its place."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) != len(spoken):
        return None
    if not all(_letters(c) in _letters(s.text) for c, s in zip(filled, spoken, strict=True)):
        return None
    following = iter(spoken)
    return tuple((Piece(cell, next(following), True),) if cell.strip() else () for cell in cells)


def _in_order(spoken: Sequence[Sentence], cells: Sequence[str]) -> tuple[Cell, ...] | None:
    """Cells and sentences side by side, letter by letter; each sentence has to be seen."""
    heard = [_letters(sentence.text) for sentence in spoken]
    number = reached = 0
    last = -1
    found: list[Cell] = []
    for cell in cells:
        pieces: list[Piece] = []
        rest = cell.strip()
        while rest:
            if not last <= number <= last + 1 or number == len(spoken):
                return None
            text, end = _first_piece(rest, heard[number], reached, "".join(heard[number + 1 : number + 2]))
            if text:
                pieces.append(Piece(text, spoken[number], number > last))
                last, rest = number, rest[len(text) :].strip()
            number, reached = (number, end) if end >= 0 else (number + 1, 0)
        found.append(tuple(pieces))
    return tuple(found) if last == len(spoken) - 1 else None


def _first_piece(rest: str, heard: str, reached: int, following: str) -> tuple[str, int]:
    """What of a cell's rest is heard in a sentence, and how far the sentence is seen then; -1: to its end.

    `reached`: how far it was seen before; `following`: what the next sentence says. A cell is cut in two only
    where this sentence ends and the next one goes on with the remainder.
    """
    signs = _letters(rest)
    place = heard.find(signs, reached)
    if place >= 0:
        return rest, place + len(signs)
    count = 0
    cut = ""
    for end, sign in enumerate(rest):
        if count > len(heard) - reached:
            break
        if sign.isspace() and following and heard.endswith(signs[:count]) and count:
            remainder = signs[count : count + len(following)]
            cut = rest[:end] if following.startswith(remainder) else cut
        count += len(_letters(sign))
    return cut, -1


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
