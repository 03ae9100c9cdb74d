"""Long sentences in short ones, one rule a file, each rule safe on its own.

`statements` asks the rules one after the other until a sentence is short or no rule is sure of it.
What came from one sentence stays together and in order: the later statements may lean on the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from notices.wording.clauses import (
    acts,
    agents,
    appositions,
    areas,
    attributions,
    brackets,
    circumstances,
    consequences,
    contacts,
    coordination,
    exceptions,
    frames,
    hours,
    imperatives,
    inversions,
    labels,
    participles,
    reasons,
    relatives,
    remedies,
    restricted,
    sentences,
    tails,
    titles,
    verbs,
)
from notices.wording.clauses.wholeness import whole
from notices.wording.grammar import words_in
from notices.wording.joints import capital, stop, tidy, unstop

Rule = Callable[[str], tuple[str, ...] | None]

SHORT = 12
"""A sentence of so many words is left alone by the rules that only shorten."""

_ALWAYS: tuple[Rule, ...] = (
    remedies.split,
    attributions.split,
    labels.split,
    brackets.split,
    inversions.split,
    appositions.split,
    acts.split,
    consequences.split,
    agents.split,
)
_SHORTENING: tuple[Rule, ...] = (
    frames.split,
    imperatives.split,
    sentences.split,
    restricted.split,
    titles.split,
    verbs.split,
    coordination.split,
    exceptions.split,
    contacts.split,
    hours.split,
    tails.split,
    areas.split,
    appositions.split_meaning,
    appositions.split_last,
    appositions.split_named,
    appositions.split_hours,
    relatives.split,
    participles.split,
    reasons.split,
    circumstances.split,
)


_CIRCUMSTANCE = re.compile(r"(?!Lieu :)(?:[A-ZÀ-Ý][a-zà-ÿ-]+(?: [a-z]+)? :|C'était |Ce sera )")
DEEPEST = 6
"""So many times a piece may be split again."""


def statements(sentence: str, depth: int = DEEPEST) -> tuple[str, ...]:
    """The statements that a sentence makes, each a sentence with its full stop; the sentence itself
    where it is simple. `depth`: how many times a piece may be split again."""
    return tuple(stop(capital(tidy(part))) for part in _in_order(_split(unstop(sentence), depth)))


def _in_order(parts: tuple[str, ...]) -> tuple[str, ...]:
    """An exception stands behind its rule, before the rule's times."""
    ordered: list[str] = []
    for part in parts:
        at = len(ordered)
        while part.startswith("Sauf") and at > 1 and _CIRCUMSTANCE.match(ordered[at - 1]):
            at -= 1
        ordered.insert(at, part)
    return tuple(ordered)


def _split(sentence: str, depth: int) -> tuple[str, ...]:
    rules = _ALWAYS if words_in(sentence) <= SHORT else _ALWAYS + _SHORTENING
    if depth > 0:
        for rule in rules:
            parts = rule(sentence)
            if parts and parts != (sentence,) and whole(parts, sentence):
                return tuple(piece for part in parts for piece in _split(unstop(part), depth - 1))
    return (sentence,)
