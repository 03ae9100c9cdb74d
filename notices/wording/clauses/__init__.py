"""Long sentences in short ones, one rule a file, each rule safe on its own.

`statements` asks the rules one after the other until a sentence is short or no rule is sure of it.
What came from one sentence stays together and in order: the later statements may lean on the first.
"""

from __future__ import annotations

from collections.abc import Callable

from notices.wording.clauses import (
    acts,
    appositions,
    attributions,
    brackets,
    circumstances,
    coordination,
    exceptions,
    inversions,
    labels,
    reasons,
    relatives,
    remedies,
)
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
)
_SHORTENING: tuple[Rule, ...] = (
    coordination.split,
    exceptions.split,
    appositions.split_meaning,
    appositions.split_last,
    appositions.split_named,
    appositions.split_hours,
    relatives.split,
    reasons.split,
    circumstances.split,
)


def statements(sentence: str) -> tuple[str, ...]:
    """The statements that a sentence makes, each a sentence with its full stop; the sentence itself
    where it is simple."""
    return tuple(stop(capital(tidy(part))) for part in _split(unstop(sentence), depth=0))


def _split(sentence: str, depth: int) -> tuple[str, ...]:
    rules = _ALWAYS if words_in(sentence) <= SHORT else _ALWAYS + _SHORTENING
    if depth < 6:
        for rule in rules:
            parts = rule(sentence)
            if parts and parts != (sentence,):
                return tuple(piece for part in parts for piece in _split(unstop(part), depth + 1))
    return (sentence,)
