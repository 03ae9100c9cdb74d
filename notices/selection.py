"""What goes into the summary: the pieces worth most for their words, none without what it leans on.

A piece is the core of a unit (its first statement, with every suspicion, exception and negation
that belongs to it) or one further statement, which may be left out.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from notices.extraction import Slot, Unit, counts, event_kinds, slot_of, weigh, worth
from notices.extraction.asking import asks, obliges
from notices.extraction.noise import is_presentation
from notices.extraction.units import chain
from notices.extraction.vital import MUST, news, vital
from notices.facts import find_facts
from notices.realisation import Line, Realised, realise
from notices.realisation.shortening import within

_MUST_STAY = frozenset(
    "hedge negation exception condition restriction prohibition duty attribution permission".split()
)
_BOUND_ACTS = frozenset("held custody sentence death".split())
_FREE = re.compile(r"(?:Il y a (?:plus|moins|près|environ|\d)|Peine possible :)")
_WHEN = re.compile(
    r"(?:C'était|Ce sera|Depuis :|Vote :|Quand :|Avec :|Occasion :|"
    r"Dates :|Horaires :|Sauf |Motif : |Ouvert|Fermé|Du |"
    r"Lieu :|Texte :|Délai|Durée|Condition|Téléphone :|E-mail :|Sanction possible :|Cela fait|"
    r"(?:Communes|Départements|Quartiers|Cantons|Villages) :)"
)
_TAKES_UP = re.compile(
    r"(?:C'|Ce |Cet |Cette |Ces |Cela |Et |Mais |But|Cause|"
    r"Depuis :|Vote :|Quand :|Avec :|Occasion :|Motif|Dans ce cas|Dates :|Horaires :|Sauf |Lieu :|"
    r"Délai|Durée|Condition|Téléphone :|E-mail :|Sanction possible :|Texte :|Contexte :|"
    r"(?:Communes|Départements|Quartiers|Cantons|Villages) :)"
)
_UNDOES = re.compile(
    r"(?i)^(?:il|elle|ils|elles|mais\b.*?)\s+(?:a|ont|est|sont)\s+(?:été\s+)?(?:repris|rouvert|rétabli|levé|annulé|"
    r"abrogé|libéré|relaxé|confirmé|infirmé)"
)
"""What ended or turned what the statement before it says."""
_BORN = re.compile(r"(?:Il|Elle) est née? ")
"""Who is suspected is told with the suspicion."""
_SHORT_CAUSE = 16
_FIXED_COST = 3
"""Words that a reader pays for any new sentence; it keeps very short pieces from winning by their
shortness."""
_LEAST_DENSITY = 0.12
"""Below this worth for each word a notice has nothing more to tell."""
_MOST_REASONS = 2
_LABEL = 3
"""Words of "Article 3 :"."""
_GAIN_OF_LENGTH = 0.85
"""Below 1: a long piece is a little better than its words alone would make it."""
_LIST_SHARE = 0.4
"""The share of the room that a list gets which is told in part."""
_LIST_WORDS = 60
_REALISED = 1.7
"""So many times the budget is put into words before choosing: the rest weighs too little to be tried."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that are taken or left together."""

    unit: Unit
    lines: tuple[Line, ...]
    core: bool
    worth: float
    slot: Slot
    must: bool = False
    """True where it tells what nobody may miss."""
    figures: bool = False
    """True where it tells how many or how much."""

    @property
    def words(self) -> int:
        """What it costs."""
        return sum(line.words for line in self.lines) + (_LABEL if self.core and self.unit.opens else 0)

    @property
    def free(self) -> bool:
        """True where it can stand in a slot of its own."""
        return self.core or bool(_FREE.match(self.lines[0].text))


def choose(units: tuple[Unit, ...], title: str, budget: int) -> tuple[Piece, ...]:
    """The chosen pieces in the document's order. A list that nobody may miss and that found no room is
    tried again in part."""
    realised = _realised(units, title, budget)
    chosen = _chosen(realised, units, title, budget)
    told = {p.unit.place for p in chosen}
    most = max(_LIST_WORDS, round(_LIST_SHARE * budget))
    shorter = [r if r.unit.place in told else within(r, most) for r in realised]
    return _chosen(shorter, units, title, budget) if shorter != realised else chosen


def _chosen(realised: list[Realised], units: tuple[Unit, ...], title: str, budget: int) -> tuple[Piece, ...]:
    pieces = [piece for one in realised for piece in _pieces(one, title)]
    cores = {piece.unit.place: piece for piece in pieces if piece.core}
    needs = {id(p): [*_before(p, units, cores), p] for p in pieces if not _missing(p, units, cores)}
    taken = _lead(pieces, needs, budget)
    left = budget - sum(p.words for p in pieces if id(p) in taken)
    left = _take([p for p in pieces if p.must], pieces, needs, taken, left)
    figures = [p for p in pieces if _first_choice(p)]
    left = _take(figures, pieces, needs, taken, left)
    left = _take(pieces, pieces, needs, taken, left)
    _swap(pieces, needs, taken, left)
    return tuple(p for p in pieces if id(p) in taken)


def _take(
    wanted: list[Piece], pieces: list[Piece], needs: dict[int, list[Piece]], taken: set[int], left: int
) -> int:
    """Adds to `taken` what weighs most for its words, until nothing more fits; the words that are left."""
    while True:
        fitting = [
            n for p in wanted if id(p) not in taken and (n := _still(needs.get(id(p), []), taken, left))
        ]
        best = max((n for n in fitting if not _too_many(n, pieces, taken)), key=_density, default=None)
        if best is None or _density(best) < _LEAST_DENSITY:
            return left
        taken |= {id(p) for p in best}
        left -= sum(p.words for p in best)


def as_they_stand(units: tuple[Unit, ...], title: str, budget: int) -> tuple[Piece, ...]:
    """For a notice of a few words: its sentences in plainer words but uncut, as many as there is room for."""
    pieces: list[Piece] = []
    for realised in (realise(u, title, whole=True) for u in units if u.part != "basis"):
        words = sum(line.words for line in realised.lines)
        if realised.lines and words <= budget and (not realised.unit.leans or pieces):
            budget -= words
            slot = slot_of(realised.unit, realised.lines[0].text)
            pieces.append(Piece(realised.unit, realised.lines, True, 1.0, slot))
    return tuple(pieces)


def _swap(pieces: list[Piece], needs: dict[int, list[Piece]], taken: set[int], left: int) -> None:
    """Puts a weighty piece that found no room in the place of lighter ones that together weigh less."""
    for piece in sorted(pieces, key=lambda p: -p.worth):
        new = [p for p in needs.get(id(piece), []) if id(p) not in taken]
        if id(piece) in taken or not new or _density(new) < _LEAST_DENSITY:
            continue
        kept = {id(n) for p in pieces if id(p) in taken for n in needs[id(p)] if n is not p} | {
            id(p) for p in needs[id(piece)]
        }
        room, out = left - sum(p.words for p in new), []
        for light in sorted(
            (p for p in pieces if id(p) in taken and id(p) not in kept and not _first_choice(p)),
            key=lambda p: p.worth,
        ):
            if room >= 0:
                break
            out.append(light)
            room += light.words
        if room >= 0 and sum(p.worth for p in out) < sum(p.worth for p in new):
            taken -= {id(p) for p in out}
            taken |= {id(p) for p in new}
            left = room


def _first_choice(piece: Piece) -> bool:
    """True for what is not given up for a weightier piece: duties and figures."""
    return piece.must or piece.figures


def _too_many(new: list[Piece], pieces: list[Piece], taken: set[int]) -> bool:
    """True for one reason too many: what an order rests on is told in two lines."""
    reasons = sum(1 for p in pieces if id(p) in taken and p.unit.part == "reason")
    return reasons >= _MOST_REASONS and any(p.unit.part == "reason" for p in new)


def _lead(pieces: list[Piece], needs: dict[int, list[Piece]], budget: int) -> set[int]:
    """The first thing that a notice tells is its news: it is told, if it leaves room for more."""
    news = (
        p
        for p in pieces
        if p.core and p.unit.part == "body" and not p.unit.leans and not is_presentation(p.lines[0].text)
    )
    first = next(news, None)
    fits = first is not None and 0 < first.words <= budget / 3 and id(first) in needs
    return {id(first)} if fits else set()


def _still(needed: list[Piece], taken: set[int], left: int) -> list[Piece]:
    """What of these pieces is not yet told; nothing where it does not fit."""
    new = [p for p in needed if id(p) not in taken]
    return new if sum(p.words for p in new) <= left else []


def _density(pieces: list[Piece]) -> float:
    """What some pieces are worth together for each word."""
    words = sum(_FIXED_COST + p.words for p in pieces)
    return sum(p.worth for p in pieces) / math.pow(words, _GAIN_OF_LENGTH)


def _realised(units: tuple[Unit, ...], title: str, budget: int) -> list[Realised]:
    """The weightiest units in words, in the document's order, with those that they lean on."""
    wanted: set[int] = set()
    words = 0
    told_of = (u for u in units if u.part != "basis")
    for unit in sorted(told_of, key=lambda u: -weigh(u, title) / (8 + len(u.text.split()))):
        told = chain(unit, units)
        wanted |= {u.place for u in told}
        words += sum(len(u.text.split()) for u in told)
        if words > _REALISED * budget + 100:
            break
    return [realise(u, title) for u in units if u.place in wanted]


def _pieces(realised: Realised, title: str) -> list[Piece]:
    unit, lines = realised.unit, realised.lines
    if not lines:
        return []
    core, rest = _core(unit, lines)
    extra = [worth(line.text) + _bonus(line) for line in rest]
    duty = (line.text for line in core if asks(line.text) or obliges(line.text))
    slot = slot_of(unit, next(duty, core[0].text))
    pieces = [Piece(unit, core, True, _core_worth(unit, core, title), slot, _must(core), _figures(core))]
    for line, value in zip(rest, extra, strict=True):
        own = slot_of(unit, line.text) if _FREE.match(line.text) else slot
        pieces.append(Piece(unit, (line,), False, value, own, _must((line,)), _figures((line,))))
    return pieces


def _figures(lines: tuple[Line, ...]) -> bool:
    return any(counts(line.text) for line in lines)


def _must(lines: tuple[Line, ...]) -> bool:
    return any(vital(line.text) >= MUST for line in lines)


def _core_worth(unit: Unit, core: tuple[Line, ...], title: str) -> float:
    """What the core tells, and what its unit weighs by its place and kind; a list weighs as a whole."""
    whole = weigh(unit, title) + news(unit.text)
    if unit.items:
        return whole
    return whole - worth(unit.text) + worth(" ".join(line.text for line in core))


def _core(unit: Unit, lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines that must be told together, and those that may be left out."""
    if unit.items or unit.part == "remedy" or any(line.kind != "sentence" for line in lines):
        return lines, ()
    stays = [i == 0 or _stays(line) for i, line in enumerate(lines)]
    for i in range(len(lines) - 1, 0, -1):
        if stays[i] and _TAKES_UP.match(lines[i].text):
            stays[i - 1] = True
    return (
        tuple(line for line, stay in zip(lines, stays, strict=True) if stay),
        tuple(line for line, stay in zip(lines, stays, strict=True) if not stay),
    )


def _stays(line: Line) -> bool:
    if _WHEN.match(line.text) or (line.text.startswith("Cause :") and line.words <= _SHORT_CAUSE):
        return True
    if event_kinds(line.text) & _BOUND_ACTS or _UNDOES.search(line.text) or _BORN.match(line.text):
        return True
    return any(f.kind in _MUST_STAY and not f.weak for f in find_facts(line.text))


def _bonus(line: Line) -> float:
    return 1.5 if line.text.startswith("Cause") else 0.5 if line.text.startswith("But") else 0.0


def _before(piece: Piece, units: tuple[Unit, ...], cores: dict[int, Piece]) -> list[Piece]:
    """What must be told before: the core of its own unit, and the cores of the units it leans on."""
    places = [u.place for u in chain(piece.unit, units)]
    own = [] if piece.core else [cores[piece.unit.place]]
    return [cores[place] for place in places[:-1]] + own


def _missing(piece: Piece, units: tuple[Unit, ...], cores: dict[int, Piece]) -> bool:
    return any(u.place not in cores for u in chain(piece.unit, units)[:-1])
