"""The gate: nothing that is written may say more, less or other than its sources.

`prove` compares one written sentence with the sentences that it comes from, in one language or across
French and English. An empty answer means: proven. It compares what can be compared exactly (figures, names,
references) and what can be counted (negations, hedges, exceptions, quantifiers, penalties); it does not
understand, so that wording is free and facts are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from notices.facts import find_facts
from notices.gate import figures, names
from notices.gate.balance import unbalanced
from notices.gate.binding import miscounted, torn
from notices.gate.bounds import lost_bounds
from notices.gate.company import misplaced
from notices.gate.doubt import Doubt
from notices.gate.licence import unlicensed
from notices.gate.omissions import left_out
from notices.gate.order import exchanged
from notices.gate.plurals import recounted
from notices.gate.renderings import rendered_wrongly
from notices.gate.tenses import shifted
from notices.gate.text import Text, text_of
from notices.gate.wholeness import unwhole
from notices.gate.words import strange_words

__all__ = ["Doubt", "compared", "prove"]


def prove(
    written: str,
    sources: Sequence[str],
    *,
    written_lang: str = "fr",
    source_lang: str = "fr",
    complete: bool = False,
    derived: Iterable[str] = (),
    context: str = "",
) -> tuple[Doubt, ...]:
    """What the sources do not bear out in a written sentence, the gravest first; empty means proven.

    `complete`: everything in the sources must be in the written sentence too (a translation); without
    it, it may take a part of them, but whole (a plain sentence). `derived`: figures that were
    counted and are declared as such ("4"). `context`: the title and the neighbours of the sentence, which
    may lend names, and never figures or hedges.
    """
    here, there = text_of(written, written_lang), text_of(sources, source_lang)
    around = text_of((context, *sources), source_lang) if context else None
    doubts = list(_doubts(here, there, complete, frozenset(derived), around))
    return tuple(sorted(dict.fromkeys(doubts), key=lambda d: d.severity != "block"))


def _doubts(
    here: Text,
    there: Text,
    complete: bool,
    derived: frozenset[str],
    around: Text | None,
) -> Iterator[Doubt]:
    yield from figures.unproven(here, there, "invented", derived)
    yield from figures.unbound(here, there, "invented")
    yield from names.unknown_names(here, there, "invented", around)
    yield from figures.unbound(there, here, "lost")
    if complete:
        yield from figures.unproven(there, here, "lost")
        yield from names.unknown_names(there, here, "lost")
    if here.lang == there.lang:
        yield from names.swapped(here, there)
        yield from torn(here, there)
        yield from miscounted(here, there)
        if here.lang == "fr":
            yield from unlicensed(here, there, around)
            yield from misplaced(here, there)
            yield from shifted(here, there)
            yield from recounted(here, there)
            yield from unwhole(here, there)
    else:
        yield from unbalanced(here, there)
        yield from exchanged(here, there)
        if complete and here.lang == "en":
            yield from lost_bounds(" ".join(here.sentences), " ".join(there.sentences))
        if here.lang == "en":
            yield from rendered_wrongly(" ".join(here.sentences), " ".join(there.sentences))
        if complete:
            yield from left_out(there, here)
            yield from strange_words(here, there)


def compared(text: str, lang: str = "fr") -> dict[str, int]:
    """How many facts of each kind the gate compares in a text: {"date": 2, "hedge": 1}."""
    return dict(sorted(Counter(f.kind for f in find_facts(text, lang) if not f.weak).items()))
