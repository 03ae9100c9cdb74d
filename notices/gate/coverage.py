"""Which word of one language answers for which of the other, and how much each is missed that has none.

Each word may answer for one word only, so that a repeated word covers no missing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from notices.facts.tables import rows
from notices.facts.tokens import Token, stem
from notices.gate.text import Text, alike, counterparts, known

# A word without counterpart; one that the table does not know; one whose counterpart answers for another
# word already; one with its counterpart.
_ALONE, _UNKNOWN, _SHARED, _MET = 1.0, 0.6, 0.35, -1.1

_SHORTEST_COMPARED = 4
NOT_FOUND = -1
"""The place of a word that nothing answers for."""


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


def content(text: Text) -> list[Token]:
    """The telling words and the figures of a text."""
    small = small_words(text.lang)
    return [t for t in text.tokens if (t.is_word and t.fold not in small) or t.text.isdigit()]


def matched(ours: Sequence[Token], theirs: Sequence[Token], lang: str) -> list[int]:
    """For each of our words the place of the one of theirs that answers for it, each of theirs once."""
    places: dict[str, list[int]] = {}
    for at, token in enumerate(theirs):
        places.setdefault(stem(token.fold), []).append(at)
    choices = [_choices(token, places, lang) for token in ours]
    match = [NOT_FOUND] * len(ours)
    used: set[int] = set()
    for at in sorted(range(len(ours)), key=lambda i: (len(choices[i]), i)):
        free = choices[at] - used
        if free:
            neighbours = [
                match[i] for i in range(max(0, at - 2), min(len(ours), at + 3)) if match[i] != NOT_FOUND
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


def weights_of(tokens: Sequence[Token], match: Sequence[int], other: Text, lang: str) -> list[float]:
    """How much each word is missed; below zero where it has its counterpart."""
    return [_MET if m != NOT_FOUND else _missing(t, other, lang) for t, m in zip(tokens, match, strict=True)]


def _missing(token: Token, other: Text, lang: str) -> float:
    beginning = stem(token.fold)
    if beginning in other.stems or not counterparts(token.fold, lang).isdisjoint(other.stems):
        return _SHARED
    return _ALONE if known(beginning, lang) else _UNKNOWN


def longest_run(weights: Sequence[float]) -> tuple[int, int, float]:
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
