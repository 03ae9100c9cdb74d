"""Typed facts with spans: what must be the same in a text and in what is written from it.

A fact has a value that depends neither on wording nor on language: `23 000`, `23,000` and
"twenty-three thousand" are all number 23000; "28 juin 2024" and "June 28, 2024" are date
2024-06-28; "soupçonné" and "suspected" are hedge suspicion. One kind of fact a file; their words stand in
the TSV tables beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from notices.facts.dates import find_dates
from notices.facts.fact import Fact
from notices.facts.identifiers import find_identifiers
from notices.facts.marks import find_marks
from notices.facts.names import find_names
from notices.facts.quantifiers import find_quantifiers
from notices.facts.quantities import find_numbers
from notices.facts.tokens import tokenise

__all__ = ["Fact", "find_facts"]


def find_facts(text: str, lang: str = "fr") -> tuple[Fact, ...]:
    """All facts of a text, in the order in which they stand in it.

    Kinds: number, ordinal, fraction, amount, percent, measure, duration, date, time, phone, email,
    url, reference, name, acronym, quotation, hedge, attribution, negation, restriction, exception,
    condition, quantifier, duty, permission, prohibition, penalty. Facts of different kinds may overlap
    ("plus de 23 000" is a quantifier around a number); those made of figures never do.
    """
    return _found(text, lang)


@lru_cache(maxsize=4096)
def _found(text: str, lang: str) -> tuple[Fact, ...]:
    tokens = tokenise(text, lang)
    identifiers = find_identifiers(text, lang)
    dates = find_dates(text, lang, spans(identifiers))
    numbers = find_numbers(text, lang, tokens, spans((*identifiers, *dates)))
    figures = (*identifiers, *dates, *numbers)
    sure = spans(f for f in figures if not f.weak)
    facts = (
        *figures,
        *find_quantifiers(tokens, lang, numbers),
        *find_marks(text, lang, tokens, sure),
        *find_names(text, lang, tokens, sure),
    )
    return tuple(sorted(facts, key=lambda f: (f.start, f.end, f.kind, f.value)))


def spans(facts: Iterable[Fact]) -> tuple[tuple[int, int], ...]:
    """Where the facts stand."""
    return tuple((f.start, f.end) for f in facts)
