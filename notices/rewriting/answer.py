"""The words of a model's answer as sentences, and whether they have the form that was asked for."""

from __future__ import annotations

import re

from notices.gate import Doubt
from notices.gate.text import clip
from notices.realisation import LONGEST, cleaned
from notices.sentences import split
from notices.wording.grammar import words_in

_MOST = 3
"""Sentences in the place of one."""
_GROWTH = 6
"""Words that an answer may have more than its sentence, for subjects that are said again."""
_LONGEST_ANSWER = 4000
"""Characters; more is no sentence."""
_THOUGHT = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
"""What some models say to themselves before they answer."""
_BULLET = re.compile(r"^\s*[-*•–]\s+")
_PLAIN = frozenset(" .,;:!?'-()")
"""Signs that every sentence may have; any other must be in the sentence that was asked about."""


class NoAnswer(Exception):
    """The model said nothing that can be read."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail
        """In a word: "HTTP 500", "60 s"."""


def sentences_in(answer: str) -> tuple[str, ...]:
    """The sentences of an answer, cleaned as source sentences are."""
    if len(answer) > _LONGEST_ANSWER:
        return ()
    lines = _THOUGHT.sub("", answer).strip().strip('"').splitlines()
    texts = [cleaned(_BULLET.sub("", line)) for line in lines if line.strip()]
    return tuple(text[start:end] for text in texts for start, end in split(text))


def unusable(answer: str, said: tuple[str, ...], sentence: str) -> tuple[Doubt, ...]:
    """One doubt where these are not one to three plain sentences, easier than the one that they replace."""
    formed = 1 <= len(said) <= _MOST and all(_is_sentence(text) for text in said)
    signs = {sign for text in said for sign in text if not sign.isalnum()} - _PLAIN
    if formed and signs <= set(cleaned(sentence)) and _is_easier(said, sentence):
        return ()
    return (Doubt("unusable", clip(" ".join(answer[:_LONGEST_ANSWER].split())), "changed"),)


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and not text[0].islower() and text[0] not in _PLAIN


def _is_easier(said: tuple[str, ...], sentence: str) -> bool:
    lengths, before = [words_in(text) for text in said], words_in(sentence)
    return max(lengths) <= min(LONGEST, before - 1) and sum(lengths) <= before + _GROWTH
