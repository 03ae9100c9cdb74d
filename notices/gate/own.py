"""The few phrases that a writer may add: "Il y a", "Cause :", "C'était"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from notices.facts.tokens import fold
from notices.gate.text import Text
from notices.lexicon import OwnPhrase, own_phrases

Span = tuple[int, int]


def borne_out(sentence: str, source: Text) -> tuple[Span, ...]:
    """Where phrases of the writer's own stand in a sentence, as far as the source bears them out."""
    return tuple(
        span
        for phrase, span in _found(sentence)
        if not phrase.needs or any(re.search(phrase.needs, fold(s)) for s in source.sentences)
    )


def phrases_in(sentence: str) -> tuple[Span, ...]:
    """Where such phrases stand, borne out or not."""
    return tuple(span for _, span in _found(sentence))


@lru_cache(maxsize=1024)
def _found(sentence: str) -> tuple[tuple[OwnPhrase, Span], ...]:
    found: list[tuple[OwnPhrase, Span]] = []
    for word in _WORD.finditer(sentence):
        if not found or word.start() >= found[-1][1][1]:
            found += _begun(sentence, word)
    return tuple(found)


def _begun(sentence: str, word: re.Match[str]) -> tuple[tuple[OwnPhrase, Span], ...]:
    """The phrase that begins with a word; of two that begin alike the longer one."""
    for phrase, pattern in _by_first_word().get(word[0].lower(), ()):
        if match := pattern.match(sentence, word.start()):
            return ((phrase, match.span()),)
    return ()


_WORD = re.compile(r"\w+")


@cache
def _by_first_word() -> dict[str, tuple[tuple[OwnPhrase, re.Pattern[str]], ...]]:
    """The phrases by the word that they begin with, the longest first."""
    index: dict[str, list[tuple[OwnPhrase, re.Pattern[str]]]] = {}
    for phrase in sorted(own_phrases(), key=lambda one: -len(one.text)):
        first = _WORD.match(phrase.text)
        index.setdefault(first[0].lower() if first else "", []).append((phrase, _pattern(phrase.text)))
    return {word: tuple(phrases) for word, phrases in index.items()}


def _pattern(text: str) -> re.Pattern[str]:
    words = re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.compile(rf"{words}(?!\w)", re.IGNORECASE)
