"""What was left out: a part of one language without counterparts in the other.

Single words are translated freely, and free wording leaves words without a counterpart on both sides. A
part is missing where its words have none and the translation has no room for them: what answers for the
words before it reaches to the very end, or what answers for those behind it begins at the very start.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from notices.facts.tokens import Token
from notices.gate.coverage import NOT_FOUND, content, longest_run, matched, small_words, weights_of
from notices.gate.doubt import Doubt
from notices.gate.text import Text, clip

_FITTED = {
    "from": -5.401,
    "against": -0.447,
    "telling": 0.912,
    "words": 0.352,
    "signs": 0.224,
    "long": 0.756,
    "run": 1.080,
    "run against": -0.433,
    "run share against": 1.059,
    "run bounds": 0.141,
    "run words": 0.122,
    "run at an end": 0.374,
    "run is an end": 0.807,
    "part met": -1.475,
    "part missing": 1.128,
    "part room": -0.478,
    "part wide room": -0.261,
    "part words": 0.761,
    "part fits": -0.503,
    "part at a sign": 0.908,
    "part is the end": -0.544,
}
"""What each sign of an omission weighs in a logistic score; fitted by tests/bench/omission_fit.py to
published translations, whole and with a clause taken out."""
SIGNS = tuple(_FITTED)
_MISSED = 1.0
_LOCAL, _LOOSE, _LONGER = 0.55, 0.25, 0.6
_ADDED = 4.6
_FRENCH_WORDS = 1.12
"""So many French words stand for one English word."""
_MOST_SIGNS, _LONGEST_RUN, _MOST_LEFT, _MOST_ROOM = 2, 14, 14, 8
_LARGEST_PART = 0.85
"""Share of the telling words above which a part is all there is."""
_CLAUSE_SIGNS = frozenset(",;:()–—.")
_LINKS = frozenset(
    "et ou mais qui que dont afin pour en car lorsque si apres avec dans selon comme tandis alors depuis a "
    "au aux sur par sous puis donc sans avant".split()
)
"""Words with which a part of a French sentence may begin."""


def left_out(here: Text, there: Text) -> Iterator[Doubt]:
    """What is left out of `there`, and what `there` has on top."""
    pairing = _pairing(here, there)
    if not pairing.ours:
        return
    first, last, _ = longest_run(pairing.weights)
    if pairing.missed > _MISSED and first <= last:
        yield Doubt("omission", _words(pairing.ours, first, last), "lost")
    first, last, run = longest_run(pairing.others)
    if pairing.turned.excess(first, last, run) > _ADDED:
        yield Doubt("omission", _words(pairing.theirs, first, last), "invented", "warn")


def signs_of_omission(here: Text, there: Text) -> dict[str, float]:
    """What tells that `there` leaves out a part of `here`; for fitting."""
    return _pairing(here, there).signs()


def _words(tokens: Sequence[Token], first: int, last: int) -> str:
    """What a run says, for a report."""
    return clip(" ".join(t.text for t in tokens[first : last + 1]))


def _pairing(here: Text, there: Text) -> _Pairing:
    ours, theirs = content(here), content(there)
    match = matched(ours, theirs, here.lang)
    back = [NOT_FOUND] * len(theirs)
    for mine, other in enumerate(match):
        if other != NOT_FOUND:
            back[other] = mine
    return _Pairing(
        here,
        there,
        ours,
        theirs,
        match,
        back,
        weights_of(ours, match, there, here.lang),
        weights_of(theirs, back, here, there.lang),
    )


@dataclass(frozen=True)
class _Pairing:
    """The telling words of two texts, with those that answer for each other."""

    here: Text
    there: Text
    ours: Sequence[Token]
    theirs: Sequence[Token]
    match: Sequence[int]
    """For each of ours the place of its counterpart, or `NOT_FOUND`."""
    back: Sequence[int]
    weights: Sequence[float]
    """For each of ours how much it is missed; below zero where it has its counterpart."""
    others: Sequence[float]

    @property
    def turned(self) -> _Pairing:
        """The same seen from the other text."""
        return _Pairing(
            self.there, self.here, self.theirs, self.ours, self.back, self.match, self.others, self.weights
        )

    def excess(self, first: int, last: int, run: float) -> float:
        """How much more is there than the other text has to set against it."""
        loose = sum(w for w in self.weights if w > 0)
        longer = len(self.weights) - len(self.others)
        return run - _LOCAL * self._against(first, last) - _LOOSE * loose + _LONGER * longer

    @property
    def missed(self) -> float:
        """How much likelier something was left out of a translation than said freely."""
        return sum(_FITTED[name] * value for name, value in self.signs().items())

    def signs(self) -> dict[str, float]:
        """Everything that tells of an omission, by its name in `_FITTED`."""
        return {**self._signs_of_whole(), **self._signs_of_run(), **self._signs_of_part()}

    def _signs_of_whole(self) -> dict[str, float]:
        """How much shorter the translation is: in telling words, in all words, in signs between clauses."""
        root = math.sqrt(self._words_here + 1)
        signs = _sign_count(self.here) - _sign_count(self.there)
        return {
            "from": 1.0,
            "against": sum(w for w in self.others if w > 0) / root,
            "telling": (len(self.ours) - len(self.theirs)) / root,
            "words": (self._words_here - self._words_there * _FRENCH_WORDS) / root,
            "signs": max(-_MOST_SIGNS, min(_MOST_SIGNS, signs)),
            "long": math.log(self._words_here + 1),
        }

    def _signs_of_run(self) -> dict[str, float]:
        """The heaviest run of words without a counterpart: its size, its ends, what stands against it."""
        first, last, run = longest_run(self.weights)
        if first > last:
            return {"run": math.log(0.5)}
        begin, end = self._place(first), self._place(last)
        starts = _bounded(reversed(self.here.tokens[:begin]))
        stops = _bounded(self.here.tokens[end + 1 :])
        at_start, at_end = first == 0, last == len(self.ours) - 1
        against = self._against(first, last)
        return {
            "run": math.log(run + 0.5),
            "run against": against,
            "run share against": against / (run + 1),
            "run bounds": starts + stops,
            "run words": min(_LONGEST_RUN, _word_count(self.here.tokens[begin : end + 1])),
            "run at an end": at_start or at_end,
            "run is an end": (at_start and stops) or (at_end and starts),
        }

    def _signs_of_part(self) -> dict[str, float]:
        """The beginning or the end of the text that is likeliest to be missing, and the room for it."""
        part = max(self._parts(), key=lambda p: p.suspicion, default=None)
        if part is None:
            return {"part met": 1.0, "part room": 3.0, "part wide room": 4.0, "part fits": 0.5}
        begin, end = self._place(part.first), self._place(part.last)
        words = _word_count(self.here.tokens[begin : end + 1])
        telling = part.last - part.first + 1
        met = sum(m != NOT_FOUND for m in self.match[part.first : part.last + 1])
        missing = sum(w for w in self.weights[part.first : part.last + 1] if w > 0)
        return {
            "part met": met / telling,
            "part missing": min(_MOST_LEFT, missing) / (telling + 1),
            "part room": min(_MOST_ROOM, part.room),
            "part wide room": min(_MOST_ROOM + 2, part.wide_room),
            "part words": math.log(words + 1),
            "part fits": self._misfit(self._words_here - words) - self._misfit(self._words_here),
            "part at a sign": part.at_sign,
            "part is the end": part.first > 0,
        }

    def _parts(self) -> Iterator[_Part]:
        """Beginnings and ends that a sign or a linking word parts from the rest."""
        size, room = len(self.ours), len(self.theirs)
        highest, lowest = _two_highest(self.match), _two_lowest(self.match, room)
        for cut, at_sign in self._cuts().items():
            if 2 <= cut <= _LARGEST_PART * size:
                low, second = lowest[cut]
                yield self._part(0, cut - 1, (low, second), self.others[:low], at_sign)
            if 2 <= size - cut <= _LARGEST_PART * size:
                high, second = highest[cut]
                rooms = (room - 1 - high, room - 1 - second)
                yield self._part(cut, size - 1, rooms, self.others[high + 1 :], at_sign)

    def _part(
        self, first: int, last: int, rooms: tuple[int, int], left: Sequence[float], at_sign: bool
    ) -> _Part:
        loose = sum(w for w in left if w > 0)
        missing = sum(self.weights[first : last + 1])
        suspicion = missing - 0.5 * loose - 0.3 * rooms[0] - 0.15 * rooms[1] + 0.8 * at_sign
        return _Part(first, last, *rooms, at_sign, suspicion)

    def _cuts(self) -> dict[int, bool]:
        """Places among the telling words where a part may begin, and whether a sign stands there."""
        place = {t.start: i for i, t in enumerate(self.ours)}
        cuts: dict[int, bool] = {}
        behind = 0
        for token in self.here.tokens[:-1]:
            if token.text in _CLAUSE_SIGNS:
                cuts[behind] = True
            elif token.fold in _LINKS:
                cuts.setdefault(behind, False)
            behind = place.get(token.start, behind - 1) + 1
        return {cut: at_sign for cut, at_sign in cuts.items() if 0 < cut < len(self.ours)}

    def _misfit(self, words: int) -> float:
        """How far the length of the translation is from that of so many French words."""
        return abs(math.log((self._words_there + 2) / (words / _FRENCH_WORDS + 2)))

    def _against(self, first: int, last: int) -> float:
        """What the other text has without counterpart between the neighbours of a run."""
        before = next((m for m in reversed(self.match[:first]) if m != NOT_FOUND), -1)
        after = next((m for m in self.match[last + 1 :] if m != NOT_FOUND), len(self.others))
        low, high = min(before, after), max(before, after)
        return sum(w for w in self.others[low + 1 : high] if w > 0)

    def _place(self, at: int) -> int:
        return self.here.tokens.index(self.ours[at])

    @cached_property
    def _words_here(self) -> int:
        return _word_count(self.here.tokens)

    @cached_property
    def _words_there(self) -> int:
        return _word_count(self.there.tokens)


@dataclass(frozen=True, slots=True)
class _Part:
    """The beginning or the end of a text, with the room that the translation has for it."""

    first: int
    last: int
    room: int
    """Telling words of the translation beyond the last one that answers for the rest of the text."""
    wide_room: int
    """The same beyond the last but one: a single word may stand elsewhere."""
    at_sign: bool
    suspicion: float


def _two_highest(match: Sequence[int]) -> list[tuple[int, int]]:
    """For each place the two highest counterparts of what stands before it."""
    found = [(NOT_FOUND, NOT_FOUND)]
    for place in match:
        high, second = found[-1]
        found.append((place, high) if place > high else (high, max(second, place)))
    return found


def _two_lowest(match: Sequence[int], end: int) -> list[tuple[int, int]]:
    """For each place the two lowest counterparts of what stands there and behind."""
    found = [(end, end)]
    for place in reversed(match):
        low, second = found[-1]
        if place == NOT_FOUND:
            found.append((low, second))
        else:
            found.append((place, low) if place < low else (low, min(second, place)))
    return found[::-1]


def _word_count(tokens: Iterable[Token]) -> int:
    return sum(t.text[0].isalnum() for t in tokens)


def _sign_count(text: Text) -> int:
    """Signs that part clauses; a full stop at the very end parts none."""
    return sum(t.text in _CLAUSE_SIGNS for t in text.tokens[:-1])


def _bounded(tokens: Iterable[Token]) -> bool:
    """True where nothing telling stands before the next sign."""
    for token in tokens:
        if token.text in _CLAUSE_SIGNS:
            return True
        if token.text.isdigit() or (token.is_word and token.fold not in small_words("fr")):
            return False
    return False
