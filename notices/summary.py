"""The plain version of a notice: facts -> slots -> words -> gate -> fallback, in the reader's order.

At most 160 words or 55 % of the source, whichever is more, and never more than the source. What is
left out is what weighs least; what belongs together stays together.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from notices.document import Document, Sentence, Written
from notices.extraction import Unit, units_of
from notices.extraction.units import is_order
from notices.gate import compared
from notices.openers import openers
from notices.realisation import Line, cleaned, fold_basis, headed
from notices.selection import Piece, as_they_stand, choose
from notices.telling import MANY_TOPICS, Part, tell, topics, unnumbered
from notices.telling.conditions import with_conditions
from notices.telling.identity import with_birth
from notices.telling.omissions import left_out, told_text
from notices.telling.opening import opening
from notices.telling.particulars import with_particulars
from notices.wording.joints import small, unstop

LEAST = 160
"""Words that every summary may have."""
SHARE = 0.55
"""The share of the source that a summary may have, where that is more."""
MOST = 1200
"""Words that no summary needs more of: a long order gets a table of its articles."""

_TITLE_WORDS = 5


def summarise(document: Document) -> Written:
    """The notice in plain French: ids `p1`, `p2`, ..., each sentence naming the source sentences in
    `origin`; the checks name what was left out, and `compared` counts the facts that are written."""
    units = units_of(document)
    first = opening(document, units) if is_order(document) else {}
    folded = fold_basis(tuple(u for u in units if u.part == "basis"))
    fixed = sum(line.words for lines in first.values() for line in lines)
    fixed += folded.words if folded else 0
    budget = _budget(document) - fixed - _TITLE_WORDS * _titles(units)
    chosen = _choice(units, document.title, budget) or as_they_stand(units, document.title, budget)
    parts = [Part(slot, Unit(head=None), lines) for slot, lines in first.items()]
    parts += [Part("what", folded.unit, folded.lines)] if folded else []
    parts += _placed(chosen)
    told, checks = tell(document, _titled(parts, units))
    return Written(told, (*checks, *left_out(document, told)), compared(told_text(told)))


def _choice(units: tuple[Unit, ...], title: str, budget: int) -> tuple[Piece, ...]:
    """What is told. A birth told in its person's sentence saves words: it is, where they let more be told."""
    chosen = choose(units, title, budget)
    spare = _words(chosen) - _words(_joined(chosen))
    if not spare:
        return chosen
    more = _joined(choose(units, title, budget + spare))
    better = sum(p.worth for p in more) > sum(p.worth for p in chosen)
    return more if better and _words(more) <= budget else chosen


def _joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(replace(p, lines=_together(p.lines, p.unit)) for p in pieces)


def _together(lines: tuple[Line, ...], unit: Unit) -> tuple[Line, ...]:
    """What was cut apart and reads better in one sentence, told in one where that is proven."""
    sources = [sentence.text for sentence in unit.sentences]
    return with_particulars(with_conditions(with_birth(lines, sources), sources), sources)


def _words(pieces: tuple[Piece, ...]) -> int:
    return sum(p.words for p in pieces)


def _titles(units: tuple[Unit, ...]) -> int:
    """How many sentences may be told with their heading."""
    found = len({u.topic.id for u in units if u.topic and u.part in ("body", "contact")})
    return 0 if found < 2 else 1 if found >= MANY_TOPICS else 2 * found


def _titled(parts: list[Part], units: tuple[Unit, ...]) -> list[Part]:
    """Where a notice speaks of several things, each sentence that stands away from its heading is told with
    it: "Cantine : ...". Where it keeps its headings, only what stands first under one: the heading is of that
    sentence, and may belie another."""
    headings = topics(parts)
    if len(headings) < 2:
        return parts
    own = len(headings) >= MANY_TOPICS
    if own:
        parts = [
            replace(p, slot="essential") if p.unit.topic is None and p.slot != "next" else p for p in parts
        ]
    heads = {unit.topic.id: unit.place for unit in reversed(units) if unit.topic}
    titled, last = [], None
    for part in parts:
        topic = part.unit.topic if part.unit.part in ("body", "contact") else None
        apart = part.slot == "essential" or not own
        new = topic is not None and apart and (topic, part.slot) != last and not part.unit.leans
        if own and topic and heads[topic.id] != part.unit.place:
            new = False
        titled.append(_with_title(part, topic) if new and topic else part)
        last = (topic, part.slot)
    return titled


_DECIDES = re.compile(
    r"(?i)(?:le\s+conseil\s+\w+\s+)?(?:décident?|arrêtent?|délibère|approuve|ordonne|vote|adopte|prend\s+acte)(?:,?\s+à\s+l['’]unanimité)?"
)
"""A heading that is a verb names nothing: "DÉCIDE"."""
_NOT_OF_IT = re.compile(
    r"(?i)\b(?:n['’]est|ne\s+sont|n['’]étaient)\s+(?:pas|plus)\s+(?:concern|vis|touch|compris|inclu)"
)
"""What a heading does not hold: "Produits rappelés : les conserves ne sont pas concernées"."""


def _with_title(part: Part, topic: Sentence) -> Part:
    title = unnumbered(unstop(cleaned(topic.text)))
    line = part.lines[0]
    told = re.findall(r"[\w’'-]{4,}", title.lower())
    if (
        len(title.split()) > _TITLE_WORDS
        or all(word in line.text.lower() for word in told)
        or ":" in title + line.text
        or _DECIDES.fullmatch(title)
        or title.endswith(("?", "!"))
        or _NOT_OF_IT.search(line.text)
    ):
        return part
    first = headed(line, f"{title} : {small(line.text)}", (topic.id,))
    return replace(part, lines=(first, *part.lines[1:]))


def _budget(document: Document) -> int:
    """The words that the body may have."""
    words = document.word_count()
    return min(max(LEAST, round(SHARE * words)), words, MOST)


def _placed(chosen: tuple[Piece, ...]) -> list[Part]:
    """Each piece with its slot: what leans on another goes with it, and the first news open the text."""
    slots = _slots(chosen)
    parts: list[Part] = []
    article = ""
    for unit, pieces in groupby(chosen, key=lambda p: p.unit):
        for place, lines in _sorted(tuple(pieces), slots[unit.place]):
            parts.append(Part(place, unit, _labelled(_together(lines, unit), unit, article)))
            article = unit.article
    return parts


def _slots(chosen: tuple[Piece, ...]) -> dict[int, str]:
    """The slot of each unit by its place. What leans on another stands with it; a duty draws what it leans on
    to the duties: "Personne ne doit partir. Mais les habitants du port sont invités à ..."."""
    first = openers(chosen)
    slots: dict[int, str] = {}
    for piece in (p for p in chosen if p.core):
        place, on = piece.unit.place, piece.unit.leans_on
        if on is None or on not in slots or (piece.unit.names_again and slots[on] == "essential"):
            slots[place] = "essential" if place in first else piece.slot
            continue
        supported_alone = all(p.unit.leans_on != on for p in chosen if p.core and p.unit.place < place)
        if piece.slot == "todo" and slots[on] not in ("essential", "next") and supported_alone:
            slots[on] = "todo" if not _leans(chosen, on) else slots[on]
        slots[place] = slots[on]
    return slots


def _leans(chosen: tuple[Piece, ...], place: int) -> bool:
    return any(p.unit.place == place and p.unit.leans for p in chosen)


def _labelled(lines: tuple[Line, ...], unit: Unit, article: str) -> tuple[Line, ...]:
    """The first line told of an article says which one it is."""
    if not unit.article or unit.article == article:
        return lines
    return (headed(lines[0], f"{unit.article} : {lines[0].text}", (unit.numbered_by,)), *lines[1:])


def _sorted(pieces: tuple[Piece, ...], slot: str) -> list[tuple[str, tuple[Line, ...]]]:
    """The lines of one unit by slot, in their own order."""
    slots = dict.fromkeys([slot, *(p.slot for p in pieces if p.free)])
    return [
        (place, tuple(sorted(lines, key=lambda line: line.order)))
        for place in slots
        if (lines := [x for p in pieces for x in p.lines if (p.slot if p.free else slot) == place])
    ]
