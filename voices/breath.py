"""Where a voice may take breath: a long stretch without punctuation, cut so that eSpeak says all of it.

A clause of eSpeak's holds 1,000 phonemes and loses the rest without a word: half of a row of a hundred
numbers. Letters of prose can never be so many in the 800 characters of its clauses; digits, capitals that are
spelled and foreign letters can.
"""

from __future__ import annotations

import re

_LIMIT = 700
"""Phonemes, guessed high by `_weight`."""

_WORD = re.compile(r"\S+\s*")
_ENDS_CLAUSE = re.compile(r"[.,;:!?…]\s*$")
_HAS_VOWEL = re.compile(r"[aeiouyà-öø-üœ]")


def stretches(text: str) -> tuple[tuple[int, str], ...]:
    """The text in parts that can each be said at once, with the offset of each; mostly it is one."""
    starts = [0]
    weight = 0
    for word in _WORD.finditer(text):
        heavier = weight + _weight(word.group())
        if heavier > _LIMIT and weight:
            starts.append(word.start())
            heavier -= weight
        weight = 0 if _ENDS_CLAUSE.search(word.group()) else heavier
    return tuple((s, text[s:e]) for s, e in zip(starts, [*starts[1:], len(text)], strict=True))


def _weight(word: str) -> int:
    """How many phonemes a word may become. Without a small vowel it is spelled: "w" is double v."""
    letter = 1 if _HAS_VOWEL.search(word) else 7
    return sum(_weight_of(character, letter) for character in word if not character.isspace())


def _weight_of(character: str, letter: int) -> int:
    if character.isdigit():
        return 10  # "9" in "999" is ninety or nine hundred
    if not character.isalpha():
        return 8
    if character > "\u024f":  # beyond the Latin letters: named one by one
        return 15
    return max(letter, 4) if character.isupper() else letter
