"""Figures that changed places: "60 % par la commune, 25 % par l'agence" told the other way round.

The words around a figure tell what it is the figure of. Where those around two figures of one kind fit the
other one better than their own, the two were exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from notices.facts import Fact, find_facts
from notices.facts.tokens import Token, stem, tokenise
from notices.gate import Doubt
from notices.gate.coverage import small_words
from notices.gate.text import clip

_FIGURES = frozenset("number amount percent measure duration ordinal date time".split())
_NEAR = 6
"""So many words of weight on each side of a figure belong to it."""


@dataclass(frozen=True, slots=True)
class _Figure:
    fact: Fact
    place: int
    near: dict[str, int]
    """The beginnings of the words around it, and how far away each is."""


def exchanged(said: Sequence[str], sentence: str) -> Iterator[Doubt]:
    """Pairs of figures that stand once in both texts and stand at each other's words in the new one."""
    here, there = _figures(said), _figures([sentence])
    for one, other in combinations([name for name in here if name in there], 2):
        if one[0] != other[0]:
            continue
        straight = _fit(here[one], there[one]) + _fit(here[other], there[other])
        crossed = _fit(here[one], there[other]) + _fit(here[other], there[one])
        same_order = (here[one].place < here[other].place) == (there[one].place < there[other].place)
        if crossed > straight or (crossed == straight and not same_order):
            yield Doubt("order", clip(f"{here[one].fact.text}, {here[other].fact.text}"), "changed")


def _figures(sentences: Sequence[str]) -> dict[tuple[str, str], _Figure]:
    """The figures that stand once in these sentences, by kind and value."""
    found = [figure for sentence in sentences for figure in _in_one(sentence)]
    names = [(fact.kind, fact.value) for fact, _ in found]
    return {
        name: _Figure(fact, place, near)
        for place, (name, (fact, near)) in enumerate(zip(names, found, strict=True))
        if names.count(name) == 1
    }


def _in_one(sentence: str) -> Iterator[tuple[Fact, dict[str, int]]]:
    facts = [f for f in find_facts(sentence, "fr") if f.kind in _FIGURES and not f.weak]
    tokens = [
        t
        for t in tokenise(sentence, "fr")
        if _weighs(t) and not any(f.start <= t.start < f.end for f in facts)
    ]
    return ((fact, _around(fact, tokens)) for fact in facts)


def _around(fact: Fact, tokens: Sequence[Token]) -> dict[str, int]:
    before = [t for t in reversed(tokens) if t.start < fact.start][:_NEAR]
    after = [t for t in tokens if t.start >= fact.end][:_NEAR]
    near: dict[str, int] = {}
    for side in (before, after):
        for distance, token in enumerate(side, 1):
            name = stem(token.fold)
            near[name] = min(distance, near.get(name, distance))
    return near


def _weighs(token: Token) -> bool:
    return token.is_word and token.fold not in small_words("fr")


def _fit(one: _Figure, other: _Figure) -> float:
    return sum(1 / max(at, other.near[word]) for word, at in one.near.items() if word in other.near)
