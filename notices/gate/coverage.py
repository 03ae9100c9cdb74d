"""What was left out: a run of words of one language without counterparts in the other.

Single words are translated freely, and free wording leaves words without a counterpart on both sides. Where
several neighbours of one text have none, and the other text has nothing to set against them, a clause is
missing. Each word may answer for one word only, so that a repeated word covers no missing one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from notices.facts.tables import rows
from notices.facts.tokens import Token, stem
from notices.gate.doubt import Doubt
from notices.gate.text import Text, alike, clip, counterparts, known

# A word without counterpart; one that the table does not know; one whose counterpart answers for another
# word already; one with its counterpart.
_ALONE, _UNKNOWN, _SHARED, _MET = 1.0, 0.6, 0.35, -1.1

# The weights of both scores were fitted to published translations, whole and with a clause taken out.
_LOCAL, _LOOSE, _LONGER = 0.55, 0.25, 0.6
_ADDED = 4.6
_AGAINST_HERE, _AGAINST_ELSEWHERE, _TELLING, _WORDS, _SIGNS = -0.302, -0.215, 2.462, 0.584, 0.427
_BOUNDED, _RUN, _AT_AN_END, _LONG, _FROM = 0.86, 0.243, 1.065, 1.875, -10.605
_MISSED = 1.0
_FRENCH_WORDS = 1.12
"""So many French words stand for one English word."""
_MOST_SIGNS, _LONGEST_RUN = 2, 12
_CLAUSE_SIGNS = frozenset(",;:()–—.")
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
    lost = _Side(ours, match, weights, back_weights)
    first, last, _ = _longest_run(weights)
    if first <= last and lost.missed(first, last, here, there) > _MISSED:
        yield Doubt("omission", lost.words(first, last), "lost")
    added = _Side(theirs, back, back_weights, weights)
    first, last, run = _longest_run(back_weights)
    if added.excess(first, last, run) > _ADDED:
        yield Doubt("omission", added.words(first, last), "invented", "warn")


@dataclass(frozen=True, slots=True)
class _Side:
    tokens: Sequence[Token]
    match: Sequence[int]
    weights: Sequence[float]
    others: Sequence[float]
    """The weights of the words of the other text."""

    def words(self, first: int, last: int) -> str:
        """What a run says, for a report."""
        return clip(" ".join(t.text for t in self.tokens[first : last + 1]))

    def excess(self, first: int, last: int, run: float) -> float:
        """How much more is there than the other text has to set against it."""
        loose = sum(w for w in self.weights if w > 0)
        longer = len(self.weights) - len(self.others)
        return run - _LOCAL * self._against(first, last) - _LOOSE * loose + _LONGER * longer

    def missed(self, first: int, last: int, here: Text, there: Text) -> float:
        """How much likelier it is that a run was left out of a translation than that it was said freely.

        A logistic score: what the translation has to set against the run, there and elsewhere; how much
        shorter it is, in telling words, in all words and in signs; whether the run begins and ends as a
        clause does.
        """
        against = self._against(first, last)
        elsewhere = sum(w for w in self.others if w > 0) - against
        ours, theirs = _word_count(here.tokens), _word_count(there.tokens)
        root = math.sqrt(ours + 1)
        signs = _sign_count(here) - _sign_count(there)
        begin, end = here.tokens.index(self.tokens[first]), here.tokens.index(self.tokens[last])
        bounds = _bounded(reversed(here.tokens[:begin])) + _bounded(here.tokens[end + 1 :])
        return (
            _FROM
            + _AGAINST_HERE * against
            + _AGAINST_ELSEWHERE * elsewhere
            + _TELLING * (len(self.weights) - len(self.others)) / root
            + _WORDS * (ours - theirs * _FRENCH_WORDS) / root
            + _SIGNS * max(-_MOST_SIGNS, min(_MOST_SIGNS, signs))
            + _BOUNDED * bounds
            + _RUN * min(_LONGEST_RUN, _word_count(here.tokens[begin : end + 1]))
            + _AT_AN_END * (first == 0 or last == len(self.tokens) - 1)
            + _LONG * math.log(ours + 1)
        )

    def _against(self, first: int, last: int) -> float:
        """What the other text has without counterpart between the neighbours of a run."""
        before = next((m for m in reversed(self.match[:first]) if m != _NOT_FOUND), -1)
        after = next((m for m in self.match[last + 1 :] if m != _NOT_FOUND), len(self.others))
        low, high = min(before, after), max(before, after)
        return sum(w for w in self.others[low + 1 : high] if w > 0)


def _word_count(tokens: Sequence[Token]) -> int:
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


class Answers:
    """Where a text has what may stand for a word of the other language."""

    def __init__(self, text: Text, lang: str) -> None:
        """`lang`: the language of the words that will be asked for."""
        self._lang = lang
        self._places: dict[str, list[int]] = {}
        for at, token in enumerate(text.tokens):
            if token.is_word or token.text.isdigit():
                self._places.setdefault(stem(token.fold), []).append(at)
        self._found: dict[str, frozenset[int]] = {}

    def places(self, token: Token) -> frozenset[int]:
        """The places of the tokens that may stand for it."""
        if token.fold not in self._found:
            self._found[token.fold] = frozenset(_choices(token, self._places, self._lang))
        return self._found[token.fold]


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
