"""The few phrases that a writer may add: "Il y a", "Cause :", "C'était"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

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


def _found(sentence: str) -> Iterator[tuple[OwnPhrase, Span]]:
    for phrase, pattern in _patterns():
        yield from ((phrase, m.span()) for m in pattern.finditer(sentence))


@cache
def _patterns() -> tuple[tuple[OwnPhrase, re.Pattern[str]], ...]:
    return tuple((phrase, _pattern(phrase.text)) for phrase in own_phrases())


def _pattern(text: str) -> re.Pattern[str]:
    words = re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
