"""What was left out: runs of words of one language without a counterpart in the other.

Single words are often translated freely. Several neighbouring ones without any counterpart are a
clause that is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from notices.facts.tables import rows
from notices.facts.tokens import Token, stem
from notices.gate.doubt import Doubt, DoubtSide
from notices.gate.text import Text, alike, clip, counterparts

_KNOWN, _UNKNOWN, _COVERED = 1.0, 0.6, -1.1
_TOO_MUCH = 3.0


def left_out(here: Text, there: Text, side: DoubtSide) -> Iterator[Doubt]:
    """The longest run of words of `here` that `there` has nothing for, where it is too long for free wording."""
    best, run, start, span = 0.0, 0.0, 0, (0, 0)
    for at, token in enumerate(here.tokens):
        weight = _weight(token, here, there)
        if run <= 0:
            run, start = 0.0, at
        run += weight
        if run > best:
            best, span = run, (start, at)
    if best >= _TOO_MUCH:
        words = [t.text for t in here.tokens[span[0] : span[1] + 1]]
        yield Doubt("omission", clip(" ".join(words)), side)


def _weight(token: Token, here: Text, there: Text) -> float:
    if not token.is_word or token.fold in small_words(here.lang):
        return 0.0
    known = counterparts(token.fold, here.lang)
    if _covered(token, known, there):
        return _COVERED
    return _KNOWN if known else _UNKNOWN


def _covered(token: Token, known: frozenset[str], there: Text) -> bool:
    beginning = stem(token.fold)
    if beginning in there.stems or not known.isdisjoint(there.stems):
        return True
    return len(beginning) >= 4 and any(len(o) >= 4 and alike(beginning, o) for o in there.stems if o[0] == beginning[0])


@cache
def small_words(lang: str) -> frozenset[str]:
    return frozenset(row[1] for row in rows("small_words.tsv") if row[0] == lang)
