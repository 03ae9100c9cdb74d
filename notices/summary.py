"""The plain version of a notice: facts -> slots -> words -> gate -> fallback, in the reader's order.

At most 160 words or 55 % of the source, whichever is more, and never more than the source. What is
left out is what weighs least; what belongs together stays together.
"""

from __future__ import annotations

from notices.document import Document, Written
from notices.extraction import event_kinds, units_of
from notices.extraction.units import is_order
from notices.gate import compared
from notices.phrases import say
from notices.realisation import fold_basis
from notices.selection import Piece, choose
from notices.telling import Part, tell
from notices.telling.opening import opening

LEAST = 160
"""Words that every summary may have."""
SHARE = 0.55
"""The share of the source that a summary may have, where that is more."""
MOST = 1200
"""Words that no summary needs more of: a long order gets a table of its articles."""

_HEADLINES = frozenset("ban close recall danger sentence cut".split())
"""Events that belong in the first lines wherever the notice tells them."""


def summarise(document: Document) -> Written:
    """The notice in plain French: ids `p1`, `p2`, ..., each sentence naming the source sentences in `origin`."""
    units = units_of(document)
    first = opening(document) if is_order(document) else ()
    folded = fold_basis(tuple(u for u in units if u.part == "basis"))
    fixed = (*first, folded) if folded else first
    chosen = choose(units, document.title, _budget(document) - sum(r.words for r in fixed))
    parts = [Part("essential", r.unit, r.lines) for r in first]
    parts += [Part("what", folded.unit, folded.lines)] if folded else []
    parts += _placed(chosen, headlines=not first)
    told, checks = tell(document, parts)
    return Written(told, checks, compared(" ".join(s.text for s in document.sentences())))


def _budget(document: Document) -> int:
    words = document.word_count()
    return min(max(LEAST, round(SHARE * words)), words, MOST) - len(say("summary.unsaid", "fr").split())


def _placed(chosen: tuple[Piece, ...], headlines: bool) -> list[Part]:
    """Each piece with its slot: what leans on another goes with it, and the first news open the text."""
    opening_places = _openers(chosen) if headlines else frozenset()
    parts: list[Part] = []
    slot: str = "what"
    for piece in chosen:
        unit = piece.unit
        if piece.core and not unit.leans:
            slot = "essential" if unit.place in opening_places else piece.slot
        own = piece.slot if piece.free and not piece.core else slot
        parts.append(Part(own, unit, piece.lines))
    return parts


def _openers(chosen: tuple[Piece, ...]) -> frozenset[int]:
    """The places of the units that open the text: the first that stands alone, and the gravest event."""
    alone = [p for p in chosen if p.core and not p.unit.leans and p.unit.part == "body"]
    lead = next((p for p in alone if p.slot != "todo"), None)
    grave = [
        p
        for p in alone
        if p is not lead and p.words <= 30 and p.slot == "what" and event_kinds(p.lines[0].text) & _HEADLINES
    ]
    second = max(grave, key=lambda p: p.worth, default=None)
    return frozenset(p.unit.place for p in (lead, second) if p)
