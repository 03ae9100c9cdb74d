"""What was left out: a run of words of one language without counterparts in the other.

Single words are translated freely, and free wording leaves words without a counterpart on both sides. Where
several neighbours of one text have none, and the other text has nothing to set against them, a clause is
missing. Each word may answer for one word only, so that a repeated word covers no missing one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from notices.facts.tables import rows
from notices.facts.tokens import Token, stem
from notices.gate.doubt import Doubt, DoubtSide
from notices.gate.text import Text, alike, clip, counterparts, known

# A word without counterpart; one that the table does not know; one whose counterpart answers for another
# word already; one with its counterpart.
_ALONE, _UNKNOWN, _SHARED, _MET = 1.0, 0.6, 0.35, -1.1

# The weights of the score were fitted to published translations, whole and with a clause taken out.
_LOCAL, _LOOSE, _LONGER = 0.55, 0.25, 0.6
_TOO_MUCH: dict[DoubtSide, float] = {"lost": 3.6, "invented": 4.6}
_SHORTEST_COMPARED = 4
_NOT_FOUND = -1


def left_out(here: Text, there: Text) -> Iterator[Doubt]:
    """What is left out of `there`, and what `there` has on top."""
    ours, theirs = _content(here), _content(there)
    match = _match(ours, theirs, here.lang)
    back = [_NOT_FOUND] * len(theirs)
    for mine, other in enumerate(match):
        if other != _NOT_FOUND:
            back[other] = mine
    weights, back_weights = _weights(ours, match, there, here.lang), _weights(theirs, back, here, there.lang)
    sides: tuple[tuple[_Side, DoubtSide], ...] = (
        (_Side(ours, match, weights, back_weights), "lost"),
        (_Side(theirs, back, back_weights, weights), "invented"),
    )
    for words, side in sides:
        first, last, run = _longest_run(words.weights)
        if words.score(first, last, run) > _TOO_MUCH[side]:
            text = " ".join(t.text for t in words.tokens[first : last + 1])
            yield Doubt("omission", clip(text), side, "block" if side == "lost" else "warn")


@dataclass(frozen=True, slots=True)
class _Side:
    tokens: Sequence[Token]
    match: Sequence[int]
    weights: Sequence[float]
    others: Sequence[float]
    """The weights of the words of the other text."""

    def score(self, first: int, last: int, run: float) -> float:
        """How much more is missing than the other text has to set against it."""
        before = next((m for m in reversed(self.match[:first]) if m != _NOT_FOUND), -1)
        after = next((m for m in self.match[last + 1 :] if m != _NOT_FOUND), len(self.others))
        low, high = min(before, after), max(before, after)
        local = sum(w for w in self.others[low + 1 : high] if w > 0)
        loose = sum(w for w in self.weights if w > 0)
        return run - _LOCAL * local - _LOOSE * loose + _LONGER * (len(self.weights) - len(self.others))


def _content(text: Text) -> list[Token]:
    small = small_words(text.lang)
    return [t for t in text.tokens if (t.is_word and t.fold not in small) or t.text.isdigit()]


def _match(ours: Sequence[Token], theirs: Sequence[Token], lang: str) -> list[int]:
    """For each of our words the place of the one of theirs that answers for it, each of theirs once."""
    places: dict[str, list[int]] = {}
    for at, token in enumerate(theirs):
        places.setdefault(stem(token.fold), []).append(at)
    choices = [_choices(token, places, lang) for token in ours]
    match = [_NOT_FOUND] * len(ours)
    used: set[int] = set()
    for at in sorted(range(len(ours)), key=lambda i: (len(choices[i]), i)):
        free = choices[at] - used
        if free:
            neighbours = [
                match[i] for i in range(max(0, at - 2), min(len(ours), at + 3)) if match[i] != _NOT_FOUND
            ]
            expected = sum(neighbours) / len(neighbours) if neighbours else at * len(theirs) / len(ours)
            match[at] = min(free, key=lambda place: (abs(place - expected), place))
            used.add(match[at])
    return match


def _choices(token: Token, places: dict[str, list[int]], lang: str) -> set[int]:
    beginning = stem(token.fold)
    found = set(places.get(beginning, ()))
    for word in counterparts(token.fold, lang):
        found.update(places.get(word, ()))
    if not found and len(beginning) >= _SHORTEST_COMPARED:
        for word, at in places.items():
            if len(word) >= _SHORTEST_COMPARED and word[0] == beginning[0] and alike(beginning, word):
                found.update(at)
    return found


def _weights(tokens: Sequence[Token], match: Sequence[int], other: Text, lang: str) -> list[float]:
    return [_MET if m != _NOT_FOUND else _missing(t, other, lang) for t, m in zip(tokens, match, strict=True)]


def _missing(token: Token, other: Text, lang: str) -> float:
    beginning = stem(token.fold)
    if beginning in other.stems or not counterparts(token.fold, lang).isdisjoint(other.stems):
        return _SHARED
    return _ALONE if known(beginning, lang) else _UNKNOWN


def _longest_run(weights: Sequence[float]) -> tuple[int, int, float]:
    """First and last place, and weight, of the heaviest run of neighbours."""
    best, run, start, first, last = 0.0, 0.0, 0, 0, -1
    for at, weight in enumerate(weights):
        if run <= 0:
            run, start = 0.0, at
        run += weight
        if run > best:
            best, first, last = run, start, at
    return first, last, best


@cache
def small_words(lang: str) -> frozenset[str]:
    """Words that say nothing by themselves: their absence means nothing."""
    return frozenset(row[1] for row in rows("small_words.tsv") if row[0] == lang)
