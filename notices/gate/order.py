"""Across languages: what is written with a capital keeps its place among the words around it.

A translation follows its source, but for short moves. So the words of a translation, each with the places
where the source has its counterparts, make a walk through the source; two names that changed places make it
leap forth and back. Where the walk is much shorter with the two put back, they were exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from notices.facts.tokens import Token
from notices.gate.coverage import Answers, small_words
from notices.gate.doubt import Doubt
from notices.gate.names import swapped
from notices.gate.text import Text, clip

_TOO_MUCH = {"": 4.0, "same": 3.0, "and": 6.0, "sign": 8.0}
"""So much shorter is no walk of a true translation, but for a few in a thousand; fitted to published ones.
What is joined by "and" changes places freely, and so do a name and what is said of it beside a comma; names
that both languages spell alike have one place each."""
_SUSPECTED = {"": 1.0, "same": 1.0, "and": 2.0, "sign": 4.5}
"""The same where the surroundings of two names have told already that they may be exchanged."""
_AND = frozenset({"and", "or", "&", ","})
_SIGNS = frozenset(",:()–—")
_BESIDE = 3
"""Words and signs, at most, between a name and what is said of it."""
_AROUND = 6
"""Telling words before and behind the two names that are walked through."""
_FORTH, _BACK, _FARTHEST_FORTH, _FARTHEST_BACK = 0.5, 2.0, 4.0, 8.0
"""What a word left out costs, and a step back; longer leaps are all the same."""
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december".split()
    + "monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words that follow each other, with their places in the source."""

    first: int
    end: int
    places: tuple[tuple[int, ...], ...]
    words: frozenset[str]
    headless: bool
    """True where its last word, which French has first, is not among its places."""


def exchanged(written: Text, source: Text) -> Iterator[Doubt]:
    """Two neighbouring names or titles that changed places in a translation."""
    suspected = list(swapped(written, source))
    if len(written.sentences) != 1:
        yield from suspected
        return
    limits = _SUSPECTED if suspected else _TOO_MUCH
    places = _places(written, source)
    theirs = {t.text for t in source.tokens}
    for one, other in pairwise(_runs(written, places)):
        if not _comparable(one, other, written.tokens):
            continue
        between = _known(places[one.end : other.first])
        before = _known(places[: one.first])[-_AROUND:]
        behind = _known(places[other.end :])[:_AROUND]
        as_written = _walk((*before, *one.places, *between, *other.places, *behind))
        put_back = _walk((*before, *other.places, *between, *one.places, *behind))
        joint = _joint(written.tokens[one.end : other.first])
        if not joint and all(t.text in theirs for r in (one, other) for t in written.tokens[r.first : r.end]):
            joint = "same"
        if as_written - put_back > limits[joint]:
            names = (" ".join(t.text for t in written.tokens[r.first : r.end]) for r in (one, other))
            yield Doubt("order", clip(", ".join(names)), "changed")
            return


def _joint(between: Sequence[Token]) -> str:
    """What stands between two names: "and", a sign, or anything else (empty)."""
    words = {t.fold for t in between}
    if words <= _AND:
        return "and"
    return "sign" if len(between) <= _BESIDE and not words.isdisjoint(_SIGNS) else ""


def _places(written: Text, source: Text) -> list[tuple[int, ...]]:
    """For each token of the translation where the source has it; nowhere for small words and signs."""
    answers, small = Answers(source, written.lang), small_words(written.lang)
    return [
        tuple(sorted(answers.places(t))) if (t.is_word and t.fold not in small) or t.text.isdigit() else ()
        for t in written.tokens
    ]


def _runs(written: Text, places: Sequence[tuple[int, ...]]) -> Iterator[_Run]:
    tokens, at = written.tokens, 1
    while at < len(tokens):
        end = at
        while end < len(tokens) and _named(tokens[end]) and (end == at or _touch(tokens, end)):
            end += 1
        if end == at:
            at += 1
            continue
        found = _named_places(places[at:end])
        headless = len(found) < len(_known(places[at:end]))
        yield _Run(at, end, found, frozenset(t.fold for t in tokens[at:end]), headless)
        at = end


def _named_places(places: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """Where a name stands; "Old Age Security Act" stands where "Security" does: French begins with "Loi"."""
    found = _known(places)
    if len(places) > 1 and places[-1] and (len(found) == 1 or max(found[-1]) < min(found[0])):
        return found[:-1]
    return found


def _named(token: Token) -> bool:
    return token.is_word and token.is_capital and len(token.text) > 2 and token.fold not in _NO_NAMES


def _touch(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].start - tokens[at - 1].end <= 1


def _comparable(one: _Run, other: _Run, tokens: Sequence[Token]) -> bool:
    """False for "Lyon's Stadium" and "Lyon Office of Tourism", whose order turns round, and a shared word."""
    between = {t.fold for t in tokens[one.end : other.first]}
    belonging = bool(between) and between <= ({"of", "the"} if one.headless else {"'s", "'", "the"})
    return bool(one.places and other.places) and one.words.isdisjoint(other.words) and not belonging


def _known(places: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    return tuple(p for p in places if p)


def _walk(steps: Sequence[tuple[int, ...]]) -> float:
    """The length of the shortest walk through one place of each step."""
    lengths = dict.fromkeys(steps[0], 0.0)
    for step in steps[1:]:
        lengths = {
            place: min(length + _leap(place - last) for last, length in lengths.items()) for place in step
        }
    return min(lengths.values())


def _leap(far: int) -> float:
    if far > 0:
        return min((far - 1) * _FORTH, _FARTHEST_FORTH)
    return min(_BACK - far, _FARTHEST_BACK)
