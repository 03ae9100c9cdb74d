"""Finds the phrases of a table in tokens: longest first, no word used twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notices.facts.tokens import Token

_SETS = {"DE": "de|du|des", "A": "a|au|aux"}
_GAP = "~"
_WIDEST_GAP = 4
_STOPS = frozenset(".;:!?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern of words with what it means."""

    parts: tuple[frozenset[str] | str, ...]
    """For each place the words that may stand there; those ending in `*` are beginnings; `~` is a gap."""
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
            parts = tuple(_part(word) for word in pattern.split())
            phrase = Phrase(parts, meaning)
            for word in parts[0]:
                if word.endswith("*"):
                    self._begun.setdefault(word[:2], []).append((word[:-1], phrase))
                else:
                    self._exact.setdefault(word, []).append(phrase)

    def find(self, tokens: Sequence[Token]) -> list[Found]:
        """All phrases of the text in order; of two that want the same word the longer one has it."""
        candidates: list[Found] = []
        for at, token in enumerate(tokens):
            word = token.fold
            for phrase in self._exact.get(word, ()):
                self._try(phrase, tokens, at, candidates)
            for start, phrase in self._begun.get(word[:2], ()):
                if word.startswith(start):
                    self._try(phrase, tokens, at, candidates)
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

    @staticmethod
    def _try(phrase: Phrase, tokens: Sequence[Token], at: int, into: list[Found]) -> None:
        places = _match(phrase.parts, 1, tokens, at + 1)
        if places is not None:
            into.append(Found(phrase.meaning, (at, *places)))


def _part(word: str) -> frozenset[str] | str:
    if word == _GAP:
        return _GAP
    return frozenset(w for part in word.split("|") for w in _SETS.get(part, part).split("|"))


def _match(
    parts: tuple[frozenset[str] | str, ...], part: int, tokens: Sequence[Token], at: int
) -> tuple[int, ...] | None:
    if part == len(parts):
        return ()
    wanted = parts[part]
    if wanted == _GAP:
        for gap in range(_WIDEST_GAP + 1):
            if gap and (at + gap - 1 >= len(tokens) or tokens[at + gap - 1].text in _STOPS):
                return None
            rest = _match(parts, part + 1, tokens, at + gap)
            if rest is not None:
                return rest
        return None
    if at < len(tokens) and _fits(tokens[at].fold, wanted):
        rest = _match(parts, part + 1, tokens, at + 1)
        return None if rest is None else (at, *rest)
    return None


def _fits(word: str, wanted: frozenset[str] | str) -> bool:
    if word in wanted:
        return True
    return any(w[-1] == "*" and word.startswith(w[:-1]) for w in wanted)
