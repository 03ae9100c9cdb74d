"""The plain version of a notice: facts -> slots -> words -> gate -> fallback, in the reader's order.

At most 160 words or 55 % of the source, whichever is more, and never more than the source. What is
left out is what weighs least; what belongs together stays together.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from notices.document import Document, Written
from notices.extraction import Unit, event_kinds, units_of
from notices.extraction.units import is_order
from notices.gate import compared
from notices.phrases import say
from notices.realisation import Line, cleaned, fold_basis
from notices.selection import Piece, as_they_stand, choose
from notices.telling import Part, tell
from notices.telling.opening import opening
from notices.wording.joints import stop

LEAST = 160
"""Words that every summary may have."""
SHARE = 0.55
"""The share of the source that a summary may have, where that is more."""
MOST = 1200
"""Words that no summary needs more of: a long order gets a table of its articles."""

_TINY = 100
_MOST_TOPICS = 8
_HEADLINES = frozenset("ban close recall danger sentence cut".split())
"""Events that belong in the first lines wherever the notice tells them."""


def summarise(document: Document) -> Written:
    """The notice in plain French: ids `p1`, `p2`, ..., each sentence naming the source sentences in
    `origin`."""
    units = units_of(document)
    first = opening(document) if is_order(document) else ()
    folded = fold_basis(tuple(u for u in units if u.part == "basis"))
    topics = () if first else _topics(units)
    fixed = sum(line.words for r in (*first, *((folded,) if folded else ())) for line in r.lines)
    fixed += sum(line.words for line in _topic_lines(topics))
    budget = _budget(document) - fixed
    chosen = choose(units, document.title, budget) or as_they_stand(units, document.title, budget)
    parts = [Part("essential", r.unit, r.lines) for r in first]
    parts += [Part("what", folded.unit, folded.lines)] if folded else []
    parts += [Part("essential", Unit(head=None), _topic_lines(topics))] if topics else []
    parts += _placed(chosen, headlines=not (first or topics))
    told, checks = tell(document, parts)
    return Written(told, checks, compared(" ".join(s.text for s in document.sentences())))


def _budget(document: Document) -> int:
    """The words that the body may have; in a long notice the label that may end it is counted too."""
    words = document.word_count()
    label = len(say("summary.unsaid", "fr").split()) if words > _TINY else 0
    return min(max(LEAST, round(SHARE * words)), words, MOST) - label


def _topics(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The first unit under each heading, where the notice speaks of three things or more and opens
    with none."""
    first: dict[str, Unit] = {}
    for unit in units:
        if unit.topic is not None and unit.part == "body":
            first.setdefault(unit.topic.id, unit)
    opens = any(u.topic is None and u.part == "body" and len(u.text.split()) > 12 for u in units[:2])
    return () if opens or len(first) < 3 else tuple(first.values())[:_MOST_TOPICS]


def _topic_lines(topics: tuple[Unit, ...]) -> tuple[Line, ...]:
    label = Line(say("summary.topics", "fr"), "label", ())
    items = tuple(
        Line(stop(cleaned(unit.topic.text)), "item", (unit.topic.id,), block=number)
        for number, unit in enumerate(topics, start=1)
        if unit.topic is not None
    )
    return (label, *items) if items else ()


def _placed(chosen: tuple[Piece, ...], headlines: bool) -> list[Part]:
    """Each piece with its slot: what leans on another goes with it, and the first news open the text."""
    opening_places = _openers(chosen) if headlines else frozenset()
    parts: list[Part] = []
    slot: str = "what"
    article = ""
    for unit, pieces in groupby(chosen, key=lambda p: p.unit):
        mine = tuple(pieces)
        if not unit.leans:
            slot = "essential" if unit.place in opening_places else mine[0].slot
        for place, lines in _sorted(mine, slot):
            parts.append(Part(place, unit, _labelled(lines, unit, article)))
            article = unit.article
    return parts


def _labelled(lines: tuple[Line, ...], unit: Unit, article: str) -> tuple[Line, ...]:
    """The first line told of an article says which one it is."""
    if not unit.article or unit.article == article:
        return lines
    origin = tuple(dict.fromkeys((unit.numbered_by, *lines[0].origin)))
    return (replace(lines[0], text=f"{unit.article} : {lines[0].text}", origin=origin), *lines[1:])


def _sorted(pieces: tuple[Piece, ...], slot: str) -> list[tuple[str, tuple[Line, ...]]]:
    """The lines of one unit by slot, in their own order."""
    slots = dict.fromkeys([slot, *(p.slot for p in pieces if p.free and not p.core)])
    return [
        (place, tuple(sorted(lines, key=lambda line: line.order)))
        for place in slots
        if (
            lines := [
                x for p in pieces for x in p.lines if (p.slot if p.free and not p.core else slot) == place
            ]
        )
    ]


def _openers(chosen: tuple[Piece, ...]) -> frozenset[int]:
    """The places of the units that open the text: the first that stands alone, and the gravest event."""
    alone = [p for p in chosen if p.core and not p.unit.leans and p.unit.part == "body"]
    lead = next((p for p in alone if p.slot != "todo"), next(iter(alone), None))
    grave = [
        p
        for p in alone
        if p is not lead and p.words <= 30 and p.slot == "what" and event_kinds(p.lines[0].text) & _HEADLINES
    ]
    second = max(grave, key=lambda p: p.worth, default=None)
    return frozenset(p.unit.place for p in (lead, second) if p)
