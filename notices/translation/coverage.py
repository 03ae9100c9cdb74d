"""How much of a French text has a counterpart in its English: what a weak model leaves out here and there.

The gate finds a clause that is missing as a whole; this counts single words. Of published translations one
in a hundred keeps fewer than half of the words that the table of pairs knows, one in ten fewer than three
in four.
"""

from __future__ import annotations

from collections.abc import Iterator

from notices.facts.tokens import stem, tokenise
from notices.gate import Doubt
from notices.gate.coverage import small_words
from notices.gate.text import counterparts

_BLOCKED, _DOUBTED = 0.5, 0.72
"""Shares below which a translation is not shown, or is marked for a reviewer."""
_FEWEST = 4
"""Words below which a share says nothing."""
_SHORTEST = 4


def left_out(written: str, source: str) -> Iterator[Doubt]:
    """One doubt where too many words of the source have no counterpart, with the first of them."""
    there = {stem(token.fold) for token in tokenise(written, "en") if token.is_word}
    known = list(_known_words(source))
    missing = [word for word, beginning, others in known if there.isdisjoint(others | {beginning})]
    if len(known) < _FEWEST:
        return
    share = 1 - len(missing) / len(known)
    if share < _DOUBTED:
        yield Doubt("omission", ", ".join(missing[:6]), "lost", "block" if share < _BLOCKED else "warn")


def _known_words(text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Words that mean something, with the beginning that names share and those of their counterparts."""
    small = small_words("fr")
    for token in tokenise(text, "fr"):
        telling = token.is_word and len(token.fold) >= _SHORTEST and token.fold not in small
        if telling and (others := counterparts(token.fold, "fr")):
            yield token.text, stem(token.fold), others
