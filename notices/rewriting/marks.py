"""Marks that decide what a statement means ("soupçonné", "ne ... pas", "sauf", "si", "peut"), both ways.

The gate lets other words stand for a mark where the source has anything like it. A language model was asked
to keep the marks as they are: here each must have its own like on the other side.
"""

from __future__ import annotations

from collections.abc import Iterator

from notices.facts import Fact, find_facts
from notices.facts.tokens import stem, tokenise
from notices.gate import Doubt
from notices.gate.coverage import small_words
from notices.gate.doubt import DoubtSide
from notices.gate.text import clip

_MARKS = frozenset(
    "hedge attribution negation restriction exception condition prohibition penalty duty permission".split()
)
_MODAL = frozenset({"duty", "permission"})


def unmatched(together: str, sentence: str) -> Iterator[Doubt]:
    """Sure marks of either text that the other has not, and "peut" and "doit" that changed verbs."""
    here, there = _marks(together), _marks(sentence)
    yield from _missing(here, there, "invented")
    yield from _missing(there, here, "lost")
    if {fact.kind for fact in there} >= _MODAL:
        allowed = set(_bound(there, sentence))
        for kind, verb in _bound(here, together):
            if (kind, verb) not in allowed:
                yield Doubt(kind, verb, "changed")


def _marks(text: str) -> list[Fact]:
    return [f for f in find_facts(text, "fr") if f.kind in _MARKS and not f.weak]


def _missing(ours: list[Fact], theirs: list[Fact], side: DoubtSide) -> Iterator[Doubt]:
    known = {(fact.kind, fact.value) for fact in theirs}
    for fact in ours:
        if (fact.kind, fact.value) not in known:
            yield Doubt(fact.kind, clip(fact.text), side)


def _bound(marks: list[Fact], text: str) -> Iterator[tuple[str, str]]:
    """Each modal mark with the beginning of the word that it governs."""
    tokens = [t for t in tokenise(text, "fr") if t.is_word and t.fold not in small_words("fr")]
    for fact in marks:
        verb = next((t for t in tokens if t.start >= fact.end), None)
        if fact.kind in _MODAL and verb:
            yield fact.kind, stem(verb.fold)
