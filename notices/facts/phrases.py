"""Finds the phrases of a table in tokens: longest first, no word used twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from notices.facts.tokens import Token

_SETS = {"DE": "de|du|des", "A": "a|au|aux"}
_GAP = "~"
_WIDEST_GAP = 4
_MOST_KEPT = 20_000
"""Words for which a book keeps their phrases."""
_STOPS = frozenset(".;:!?")


class Part(NamedTuple):
    """What may stand at one place of a phrase."""

    words: frozenset[str]
    beginnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern of words with what it means."""

    parts: tuple[Part | None, ...]
    """None is a gap."""
    meaning: str


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in the text, by the tokens that it uses."""

    meaning: str
    places: tuple[int, ...]


class PhraseBook:
    """The phrases of one language, looked up by their first word."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        """Lines are (pattern, meaning)."""
        self._exact: dict[str, list[Phrase]] = {}
        self._begun: dict[str, list[tuple[str, Phrase]]] = {}
        for pattern, meaning in lines:
            parts = [None if word == _GAP else _part(word) for word in pattern.split()]
            phrase = Phrase(tuple(parts), meaning)
            first = _part(pattern.split()[0])
            for word in first.words:
                self._exact.setdefault(word, []).append(phrase)
            for start in first.beginnings:
                self._begun.setdefault(start[:2], []).append((start, phrase))
        self._known: dict[str, tuple[Phrase, ...]] = {}

    def find(self, tokens: Sequence[Token]) -> list[Found]:
        """All phrases of the text in order; of two that want the same word the longer one has it."""
        candidates: list[Found] = []
        known = self._known
        for at, token in enumerate(tokens):
            phrases = known.get(token.fold)
            for phrase in self._beginning_with(token.fold) if phrases is None else phrases:
                places = _match(phrase.parts, 1, tokens, at + 1)
                if places is not None:
                    candidates.append(Found(phrase.meaning, (at, *places)))
        if len(candidates) < 2:
            return candidates
        candidates.sort(key=lambda f: (-len(f.places), f.places))
        used: set[int] = set()
        chosen: list[Found] = []
        seen: dict[tuple[int, ...], list[Found]] = {}
        for found in candidates:
            if found.places in seen:  # two meanings for the same words: both hold
                seen[found.places].append(found)
            elif used.isdisjoint(found.places):
                used.update(found.places)
                seen[found.places] = [found]
        for group in seen.values():
            chosen.extend(group)
        return sorted(chosen, key=lambda f: f.places)

    def _beginning_with(self, word: str) -> tuple[Phrase, ...]:
        """The phrases whose first word this may be; kept, for most words come again."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            begun = (phrase for start, phrase in self._begun.get(word[:2], ()) if word.startswith(start))
            found = self._known[word] = (*self._exact.get(word, ()), *begun)
        return found


def _part(text: str) -> Part:
    words = [w for part in text.split("|") for w in _SETS.get(part, part).split("|")]
    exact = frozenset(w for w in words if not w.endswith("*"))
    return Part(exact, tuple(w[:-1] for w in words if w.endswith("*")))


def _match(
    parts: tuple[Part | None, ...], part: int, tokens: Sequence[Token], at: int
) -> tuple[int, ...] | None:
    first = at
    while part < len(parts) and (wanted := parts[part]) is not None:
        if at >= len(tokens):
            return None
        word = tokens[at].fold
        if word not in wanted.words and not (wanted.beginnings and word.startswith(wanted.beginnings)):
            return None
        part, at = part + 1, at + 1
    matched = tuple(range(first, at))
    if part < len(parts):
        for gap in range(_WIDEST_GAP + 1):
            if gap and (at + gap - 1 >= len(tokens) or tokens[at + gap - 1].text in _STOPS):
                return None
            rest = _match(parts, part + 1, tokens, at + gap)
            if rest is not None:
                return (*matched, *rest)
        return None
    return matched
