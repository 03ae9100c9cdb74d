"""How much of a French text has a counterpart in its English: what a weak model leaves out here and there.

The gate finds a clause that is missing as a whole; this counts single words of the table of pairs, each of
which may answer for one word only. Of published translations one in a hundred keeps fewer than half of them,
one in ten fewer than three in four, one in twenty misses three in a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from notices.facts.tokens import stem, tokenise
from notices.gate import Doubt
from notices.gate.coverage import small_words
from notices.gate.text import counterparts

_BLOCKED, _BLOCKED_GIST, _DOUBTED = 0.5, 0.67, 0.72
"""Shares below which a translation is not shown (nor one of a package for the gist), or is marked."""
_IN_A_ROW = 3
"""Words without a counterpart side by side that are a thought left out."""
_FEWEST = 4
"""Words below which a share says nothing."""
_SHORTEST = 4


def left_out(written: str, source: str, *, strict: bool = False) -> Iterator[Doubt]:
    """One doubt where too many words of the source have no counterpart, with the first of them."""
    met = list(_met(written, source))
    missing = [word for word, found in met if not found]
    share = 1 - len(missing) / len(met) if len(met) >= _FEWEST else 1.0
    row = _longest_row(met)
    if len(row) >= _IN_A_ROW:
        yield Doubt("omission", " ".join(row[:6]), "lost")
    elif share < _DOUBTED:
        blocked = share < (_BLOCKED_GIST if strict else _BLOCKED)
        yield Doubt("omission", ", ".join(missing[:6]), "lost", "block" if blocked else "warn")


def _met(written: str, source: str) -> Iterator[tuple[str, bool]]:
    """Each known word of the source, with whether a word of the translation answers for it."""
    free = Counter(stem(token.fold) for token in tokenise(written, "en") if token.is_word)
    for word, beginnings in _known_words(source):
        answer = next((beginning for beginning in beginnings if free[beginning]), None)
        if answer is not None:
            free[answer] -= 1
        yield word, answer is not None


def _longest_row(met: list[tuple[str, bool]]) -> list[str]:
    """The longest row of words that nothing answers for."""
    rows = [[word for word, _ in row] for found, row in groupby(met, key=lambda pair: pair[1]) if not found]
    return max(rows, key=len, default=[])


def _known_words(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words that mean something, with the beginnings of what may answer for them: their own first."""
    small = small_words("fr")
    for token in tokenise(text, "fr"):
        telling = token.is_word and len(token.fold) >= _SHORTEST and token.fold not in small
        if telling and (others := counterparts(token.fold, "fr")):
            yield token.text, (stem(token.fold), *sorted(others))
