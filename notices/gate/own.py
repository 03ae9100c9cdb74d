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
    phrases = own_phrases()
    return tuple((phrases[int(str(m.lastgroup)[1:])], m.span()) for m in _finder().finditer(sentence))


@cache
def _finder() -> re.Pattern[str]:
    """All phrases at once; of two that begin alike the longer one."""
    longest = sorted(enumerate(own_phrases()), key=lambda numbered: -len(numbered[1].text))
    choices = "|".join(f"(?P<p{number}>{_pattern(phrase.text)})" for number, phrase in longest)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


def _pattern(text: str) -> str:
    return re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]")
