"""One language: a word keeps its company.

A writer that splits, shortens and moves clauses breaks few neighbourhoods. A word whose neighbours on both
sides stand elsewhere in the sources has taken the place of another: "les suspects ont été entendus" where the
victims were, though the source names suspects too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from notices.facts.tokens import Token, tokenise
from notices.gate.doubt import Doubt
from notices.gate.families import keys
from notices.gate.licence import by_idiom, free_words
from notices.gate.own import phrases_in
from notices.gate.tenses import auxiliaries
from notices.gate.text import Text, clip

_STOPS = frozenset(".;:!?")
_POINTING = frozenset("ce cet cette ces".split())
_ARTICLES = frozenset(
    "le la les l' un une des de du d' au aux a et ou en par pour sur dans ce cet cette ces son sa ses leur "
    "leurs".split()
)
_FARTHEST = 12
"""Words of the source that may have been left out between two neighbours."""


def misplaced(written: Text, source: Text) -> Iterator[Doubt]:
    """Words of the sources that stand in the written text where another one stood."""
    there = _placed(source)
    kept = _keys(written)
    ranks = _ranks(there.words, kept)
    turned = ("par" in written.words) != ("par" in source.words)  # "signé par le maire": "le maire a signé"
    moved: list[str] = []
    for sentence in written.sentences:
        tokens = tokenise(sentence, "fr")
        known = [(at, p) for at, token in _telling(sentence) if (p := there.places(token))]
        for n, (at, places) in enumerate(known):
            sides = [
                any(_beside(i, j, ranks, step, turned) for i in places for j in known[n + step][1])
                for step in (-1, 1)
                if 0 <= n + step < len(known) and not _stop_between(tokens, at, known[n + step][0])
            ]
            if (
                tokens[at].is_word
                and sides
                and not any(sides)
                and not _kept_in_place(tokens, at, there, written, source)
            ):
                moved.append(tokens[at].text)
    if moved:
        yield Doubt("word", clip(", ".join(dict.fromkeys(moved))), "changed")


@dataclass(frozen=True, slots=True)
class _Placed:
    """The telling words of a text in order, and what stands beside what."""

    words: tuple[Token | None, ...]
    """None between two sentences."""
    index: dict[str, tuple[int, ...]]
    pairs: frozenset[tuple[str, str]]
    triples: frozenset[tuple[str, str, str]]

    known: dict[str, frozenset[int]] = field(default_factory=dict)
    """What was asked for already."""

    def places(self, token: Token) -> frozenset[int]:
        """Where a word or one of its family stands."""
        found = self.known.get(token.low)
        if found is None:
            found = frozenset(i for key in keys(token.low) for i in self.index.get(key, ()))
            self.known[token.low] = found
        return found


@lru_cache(maxsize=512)
def _placed(text: Text) -> _Placed:
    words: list[Token | None] = []
    pairs: set[tuple[str, str]] = set()
    triples: set[tuple[str, str, str]] = set()
    for sentence in text.sentences:
        words += [token for _, token in _telling(sentence)]
        words.append(None)
        folded = [t.fold for t in tokenise(sentence, "fr")]
        pairs.update(pairwise(folded))
        triples.update(zip(folded, folded[1:], folded[2:], strict=False))
    index: dict[str, list[int]] = {}
    for place, token in enumerate(words):
        for key in keys(token.low) if token else ():
            index.setdefault(key, []).append(place)
    return _Placed(
        tuple(words), {k: tuple(v) for k, v in index.items()}, frozenset(pairs), frozenset(triples)
    )


@lru_cache(maxsize=2048)
def _telling(sentence: str) -> tuple[tuple[int, Token], ...]:
    """The words and figures that mean something, with their places among the tokens."""
    spans = phrases_in(sentence)
    return tuple(
        (at, token)
        for at, token in enumerate(tokenise(sentence, "fr"))
        if (token.text.isdigit() or (token.is_word and len(token.fold) > 1))
        and token.fold not in free_words()
        and token.fold not in auxiliaries()
        and not token.low.endswith("'")
        and not any(start <= token.start < end for start, end in spans)
    )


def _keys(text: Text) -> frozenset[str]:
    return frozenset(key for s in text.sentences for _, token in _telling(s) for key in keys(token.low))


def _ranks(words: tuple[Token | None, ...], kept: frozenset[str]) -> list[int]:
    """The place of each word among those that were kept."""
    ranks: list[int] = []
    rank = 0
    for token in words:
        ranks.append(rank)
        if token is None or not keys(token.low).isdisjoint(kept):
            rank += 1
    return ranks


def _beside(one: int, other: int, ranks: list[int], step: int, turned: bool) -> bool:
    """True where `other` follows (1) or precedes (-1) at once, but for what was left out between them."""
    far, rank = (other - one) * step, (ranks[other] - ranks[one]) * step
    if turned:
        return abs(far) <= _FARTHEST and abs(rank) in (1, 2)
    return far == 1 or (0 < far <= _FARTHEST and rank == 1)


def _stop_between(tokens: tuple[Token, ...], one: int, other: int) -> bool:
    return not _STOPS.isdisjoint([t.text for t in tokens[min(one, other) : max(one, other)]])


def _kept_in_place(tokens: tuple[Token, ...], at: int, there: _Placed, written: Text, source: Text) -> bool:
    """True where small words show that it is the same ("étaient en Allemagne"), or point back."""
    folded = [t.fold for t in tokens]
    before = folded[at - 1] if at else ""
    if before in _POINTING or "selon" in folded[max(0, at - 2) : at] or by_idiom(tokens[at], written, source):
        return True
    if (before in auxiliaries() or before == "ete") and (before, folded[at]) in there.pairs:
        return True
    around = [tuple(folded[start : start + 3]) for start in (at - 2, at) if start >= 0]
    return any(
        triple in there.triples and any(word not in _ARTICLES and word != folded[at] for word in triple)
        for triple in around
    )
