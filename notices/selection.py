"""What goes into the summary: of all that could be told in the words there are, what weighs most together.

Each unit can be told in several lengths, or not at all; none is told without what it leans on, nor without
what limits it ("Toutefois, ...").
Within these rules the best choice is computed, not guessed: unit after unit, the best choice is kept for each
number of words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from notices.extraction import Slot, Unit, slot_of, weigh, worth
from notices.extraction.asking import asks, obliges
from notices.extraction.noise import is_caption, is_ceremony, is_courtesy, is_roll
from notices.lengths import Form, Statement, forms_of, stands_alone
from notices.realisation import Line, realise

_SENTENCE = 0.2
"""What any new sentence costs a reader besides its words."""
_FOR_FORM = 1.5
"""What a statement loses that stands in a sentence said for form's sake."""
_IN_PART = 0.5
"""What a list loses besides the items that are not told."""
_SEVERAL = 9
"""A sentence of more statements is told whole or not at all."""
_STATEMENT = 0.2
"""What any further statement of a sentence costs besides its words."""
_MOST_OF_IT = 0.6
"""So much of a unit's words have its whole weight."""
_FILLS = 0.0002
"""What each word is worth that fills room which nothing else wants."""
_MOST_REASONS = 2
_LABEL = 3
"""Words of "Article 3 :"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that are told together."""

    unit: Unit
    lines: tuple[Line, ...]
    core: bool
    worth: float
    slot: Slot
    free: bool = False
    """True where it can stand in a slot of its own."""

    @property
    def words(self) -> int:
        """What it costs."""
        return sum(line.words for line in self.lines) + (_LABEL if self.core and self.unit.opens else 0)


@dataclass(frozen=True, slots=True)
class _Option:
    """One way to tell a unit: these statements of one of its forms."""

    statements: tuple[Statement, ...]
    words: int
    worth: float
    fills: bool = False
    """True where it only fills room that nothing else wants."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A choice for the units up to one of them."""

    words: int
    worth: float
    told: tuple[tuple[int, _Option], ...] = ()

    def with_unit(self, place: int, option: _Option) -> _Plan:
        """The plan with one more unit."""
        gain = option.worth if option.fills else option.worth - _SENTENCE
        worth = self.worth + gain
        return _Plan(self.words + option.words, worth, (*self.told, (place, option)))


def choose(units: tuple[Unit, ...], title: str, budget: int) -> tuple[Piece, ...]:
    """The chosen pieces in the document's order."""
    best = _best(units, _all_options(units, title), budget)
    return tuple(piece for place, option in best.told for piece in _pieces(units[place], option))


@lru_cache(maxsize=1)
def _all_options(units: tuple[Unit, ...], title: str) -> dict[int, tuple[_Option, ...]]:
    """The ways to tell each unit; kept, for they are the same whatever room there is."""
    carrying = {u.leans_on for u in units}
    return {u.place: _options(u, title, u.place in carrying) for u in _offered(units, title)}


def _offered(units: tuple[Unit, ...], title: str) -> list[Unit]:
    """The units that may be told: no visas, no thanks, no roll, and of the reasons the weightiest."""
    reasons = sorted((u for u in units if u.part == "reason"), key=lambda u: -weigh(u, title))[:_MOST_REASONS]
    told = (u for u in units if u.part != "basis" and not is_courtesy(u.text) and not is_roll(u.text))
    return [u for u in told if u.part != "reason" or u in reasons]


def _options(unit: Unit, title: str, carries: bool = False) -> tuple[_Option, ...]:
    """The ways to tell a unit that no shorter one outweighs, the shortest first. It weighs by its place and
    kind, and by what is told of it; one that carries others never weighs against them."""
    fills = carries or _fills(unit)
    said = worth(unit.text)
    base = weigh(unit, title) - said
    label = _LABEL if unit.opens else 0
    ways = [
        _Option(told, label + sum(s.words for s in told), _told(unit, form, told, said, base))
        for form in forms_of(unit, title)
        for told in _choices(form.statements)
    ]
    if fills and all(way.worth <= _SENTENCE for way in ways):
        ways = [replace(way, worth=_FILLS * way.words, fills=True) for way in ways]
    best: list[_Option] = []
    for way in sorted(ways, key=lambda o: (o.words, -o.worth)):
        if not best or way.worth > best[-1].worth:
            best.append(way)
    return (*best, *_in_full(ways, best[-1])) if best and fills else tuple(best)


def _in_full(ways: Sequence[_Option], best: _Option) -> Iterator[_Option]:
    """All that can be told, where nothing else wants the room."""
    whole = max(ways, key=lambda way: way.words)
    if whole.words > best.words:
        yield replace(whole, worth=best.worth + _FILLS * (whole.words - best.words))


def _fills(unit: Unit) -> bool:
    """True for what tells little but tells something: it is told where nothing weightier wants the room."""
    said = unit.text
    empty = is_ceremony(said) or (unit.part == "body" and is_caption(said))
    return unit.part in ("body", "article", "contact") and not empty


def _told(unit: Unit, form: Form, told: tuple[Statement, ...], said: float, base: float) -> float:
    """What is told weighs so much: a few words of a unit have not its whole weight, and a list told in part
    misses more than its items; of a table that is only pointed to, what its head says."""
    if unit.items and not form.share:
        return worth(told[0].text)
    if unit.items:
        return base + said * form.share - (_IN_PART if form.share < 1 else 0.0)
    base -= _FOR_FORM if is_ceremony(unit.text) else 0.0
    share = sum(statement.words for statement in told) / (_MOST_OF_IT * len(unit.text.split()))
    said = sum(worth(statement.text) for statement in told) - _STATEMENT * (len(told) - 1)
    return said + base * (min(1.0, share) if base > 0 else 1.0)


def _choices(statements: tuple[Statement, ...]) -> Iterator[tuple[Statement, ...]]:
    """The parts of a sentence that can be told: none without what it leans on, or what undoes it."""
    numbers = range(len(statements))
    several = len(statements) <= _SEVERAL
    for size in numbers if several else ():
        for chosen in combinations(numbers, size + 1):
            if _holds(statements, set(chosen)):
                yield tuple(statements[i] for i in chosen)
    if not several:
        yield statements


def _holds(statements: tuple[Statement, ...], chosen: set[int]) -> bool:
    """True where what is chosen can be told alone."""
    leaning = all(statements[i].on is None or statements[i].on in chosen for i in chosen)
    undone = any(s.stays and i not in chosen and i > min(chosen) for i, s in enumerate(statements))
    return leaning and not undone and any(statements[i].main for i in chosen)


def _best(units: tuple[Unit, ...], offered: dict[int, tuple[_Option, ...]], budget: int) -> _Plan:
    """The weightiest plan. Plans that allow the same continuations compete: only those are kept that no
    shorter plan outweighs."""
    supports = {u.leans_on for u in units if u.leans_on is not None}
    owing = any(u.needs for u in units)
    plans: list[_Plan] = [_Plan(0, 0.0)]
    for unit in units:
        longer = [
            plan.with_unit(unit.place, option)
            for plan in plans
            if _supported(unit, plan)
            for option in offered.get(unit.place, ())
            if plan.words + option.words <= budget
        ]
        silent = [plan for plan in plans if unit.place not in _owed(plan, units)] if owing else plans
        needed = {p for p in supports if any(u.leans_on == p for u in units[unit.place + 1 :])}
        plans = _kept([*silent, *longer], needed, unit.place, units if owing else ())
    return max(plans, key=lambda plan: plan.worth)


def _owed(plan: _Plan, units: Sequence[Unit]) -> frozenset[int]:
    """The places of the units without which what is told would be false."""
    return frozenset(p for place, _ in plan.told for p in units[place].needs)


def _supported(unit: Unit, plan: _Plan) -> bool:
    return unit.leans_on is None or any(place == unit.leans_on for place, _ in plan.told)


def _kept(plans: list[_Plan], needed: set[int], last: int, owing: Sequence[Unit]) -> list[_Plan]:
    """Of the plans that allow the same, those that no shorter one outweighs. `owing`: all units, where any
    needs another."""
    nothing: frozenset[int] = frozenset()
    alike: dict[tuple[frozenset[int], frozenset[int]], list[_Plan]] = {}
    for plan in plans:
        supports = frozenset(place for place, _ in plan.told if place in needed) if needed else nothing
        owed = frozenset(place for place in _owed(plan, owing) if place > last) if owing else nothing
        alike.setdefault((supports, owed), []).append(plan)
    return [plan for group in alike.values() for plan in _frontier(group)]


def _frontier(plans: list[_Plan]) -> Iterator[_Plan]:
    best = -math.inf
    for plan in sorted(plans, key=lambda p: (p.words, -p.worth)):
        if plan.worth > best:
            best = plan.worth
            yield plan


def _pieces(unit: Unit, option: _Option) -> Iterator[Piece]:
    """What is told of a unit, as pieces with their slots."""
    first, *more = option.statements
    duty = (line.text for s in option.statements for line in s.lines if asks(line.text) or obliges(line.text))
    slot = slot_of(unit, next(duty, first.lines[0].text))
    yield Piece(unit, first.lines, True, option.worth, slot)
    for statement in more:
        free = stands_alone(statement.lines[0])
        own = slot_of(unit, statement.text) if free else slot
        yield Piece(unit, statement.lines, False, 0.0, own, free)


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
