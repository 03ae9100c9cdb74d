"""The lines of an address (who, street, town, telephone) are one thing: a contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notices.document import Block, Sentence
from notices.wording.grammar import has_finite_verb

_STREET = re.compile(
    r"(?i)(?:^|[-–,]\s)(?:\d{1,4}\s?(?:bis|ter|quater)?,?\s+)?(?:rue|avenue|av\.|boulevard|bd|place|chemin|route|allée|"
    r"impasse|quai|cours|square|esplanade|faubourg|lieu-dit)\s|^(?:BP|CS|TSA)\s?\d"
)
_TOWN = re.compile(r"(?:^|[-–,]\s|\s)(?:F-)?\d{5}\s+[A-ZÀ-Ý]|(?i:\bcedex\b)")
_REACHED = re.compile(
    r"(?i)(?<![\w])(?:tél(?:éphone|\.)?|tel\.?|fax|portable|e-?mail|courriel|mail|site)\s?[:.]?\s*[\d+w]|@|"
    r"^\(?0\d(?:[\s.]?\d\d){4}"
)
_PHONE = re.compile(
    r"(?i)[-–,;(]?\s*\b(?:tél(?:éphone)?|tel)\b\s?\.?\s?:?\s*(?P<number>(?:\+33\s?|0)\d(?:[\s.-]?\d\d){4})\)?"
)
_INNER = re.compile(
    r"(?i)^(?:service|unité|bureau|pôle|direction|division|section|cellule|département|secrétariat)\b"
)
_LONGEST_LINE = 22
_LONG = 18
_MOST_BEFORE = 3
"""So many lines of names may stand before the street."""


def folded(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the lines of each address as one block, an item where a sentence announces it."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _end(blocks, at)
        if end - at < 2:
            made.append(blocks[at])
            at += 1
            continue
        lines = [block.sentences[0] for block in blocks[at:end]]
        announced = bool(made) and made[-1].kind == "paragraph" and _announces(made[-1])
        made.append(Block("item" if announced else "paragraph", (_joined(lines, item=announced),)))
        at = end
    return tuple(made)


def is_address(text: str) -> bool:
    """True for what tells where somebody is, or how to reach them, and nothing else."""
    return bool(_TOWN.search(text) or _REACHED.search(text)) and not has_finite_verb(text)


def _announces(block: Block) -> bool:
    return block.sentences[-1].text.rstrip().endswith(":")


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """Behind the last line of the address that begins here; `start` where none does."""
    lines = list(_lines(blocks, start))
    places = [n for n, text in enumerate(lines) if _is_place(text)]
    if not places or places[0] > _MOST_BEFORE or not any(map(_TOWN.search, lines)):
        return start
    last = next(n for n, text in enumerate(lines) if _TOWN.search(text))
    while last + 1 < len(lines) and _REACHED.search(lines[last + 1]):
        last += 1
    return start + last + 1


def _is_place(text: str) -> bool:
    return bool(_STREET.search(text) or _TOWN.search(text))


def _lines(blocks: tuple[Block, ...], start: int) -> Iterator[str]:
    for block in blocks[start:]:
        text = block.sentences[0].text.strip() if len(block.sentences) == 1 else ""
        if block.kind != "paragraph" or not _is_line(text):
            return
        yield text


def _is_line(text: str) -> bool:
    """True for a line of a name, a street, a town or a number."""
    return (
        bool(text)
        and len(text.split()) <= _LONGEST_LINE
        and (text[0].isupper() or text[0].isdigit() or bool(_REACHED.search(text)))
        and text[-1] not in ".:;?!"
        and not has_finite_verb(text)
        and not re.match(r"(?i)(?:article|vu|considérant|arrêt|objet)\b", text)
    )


def _joined(lines: list[Sentence], *, item: bool) -> Sentence:
    """ "DEAL Réunion, 2 rue Juliette Dodu, 97443 Saint-Denis cedex 9 ; téléphone : 02 62 40 28 51" """
    texts = [_PHONE.sub("", line.text).strip(" ,-–") for line in lines]
    numbers = [_spaced(match["number"]) for line in lines for match in _PHONE.finditer(line.text)]
    if sum(len(text.split()) for text in texts) > _LONG:
        texts = [text for n, text in enumerate(texts) if not (n and _INNER.match(text))]
    told = ", ".join(re.sub(r"\s+[-–]\s+", ", ", text) for text in texts if text)
    told += f" ; téléphone : {' ou '.join(numbers)}" if numbers else ""
    origin = tuple(i for line in lines for i in line.origin or (line.id,))
    return Sentence(lines[0].id, told, "item" if item else "sentence", origin)


def _spaced(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    return re.sub(r"(\d\d)(?=\d)", r"\1 ", digits) if len(digits) == 10 else number
