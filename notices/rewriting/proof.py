"""Whether an answer says what its sentence says: no more, no less, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from notices.gate import Doubt, prove
from notices.gate.doubt import DoubtSide
from notices.lexicon import find_terms
from notices.rewriting.exchange import exchanged
from notices.rewriting.marks import unmatched


def doubts_about(said: Sequence[str], sentence: str, sources: Sequence[str], title: str) -> tuple[Doubt, ...]:
    """All that the gate has to say, soft doubts too, each once; empty means: it may stand there.

    The gate reads the sentences one by one, then together, against the sentence that they replace and
    against the sources of that one; and it reads the other way round, so that nothing is lost: what the
    sentence says has to be borne out by the answer, word for word of any weight.
    """
    return tuple(dict.fromkeys(_doubts(said, sentence, sources, title)))


def _doubts(said: Sequence[str], sentence: str, sources: Sequence[str], title: str) -> Iterator[Doubt]:
    together = " ".join(said)
    for text in (*said, together):
        yield from prove(text, [sentence], context=title)
        if sources:
            yield from prove(text, sources, context=title)
    yield from prove(together, [sentence], complete=True)
    yield from (_lost(doubt) for doubt in prove(sentence, [together]))
    yield from unmatched(together, sentence)
    yield from exchanged(said, sentence)
    yield from _terms_lost(together, sentence)


def _lost(doubt: Doubt) -> Doubt:
    """A doubt of the other direction: what the answer does not bear out is lost, and the reverse."""
    return replace(doubt, side=_OTHER_SIDES[doubt.side])


_OTHER_SIDES: dict[DoubtSide, DoubtSide] = {"invented": "lost", "lost": "invented", "changed": "changed"}


def _terms_lost(together: str, sentence: str) -> Iterator[Doubt]:
    """Legal terms are kept as they are: they are explained at the end, and mean more than their words."""
    kept = {found.term.fr for found in find_terms(together)}
    for found in find_terms(sentence):
        if found.term.fr not in kept:
            yield Doubt("term", found.term.fr, "lost")
