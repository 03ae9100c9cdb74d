"""Quantifiers bound to their number: "plus de 480" is "> 480", "au moins deux" is ">= 2"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from notices.facts.fact import Fact
from notices.facts.phrases import PhraseBook
from notices.facts.tables import rows
from notices.facts.tokens import Token, side

_BETWEEN = frozenset(
    "a an the le la les l' un une des de du of son sa ses leur leurs aged age agee quelque some".split()
    + "montant total somme periode duree delai peine amende period fine term sum amount".split()
)
_STOPS = frozenset(",.;:!?")
_REACH = 3


def find_quantifiers(tokens: Sequence[Token], lang: str, numbers: Sequence[Fact]) -> tuple[Fact, ...]:
    """The quantifiers that stand at one of `numbers`; one without a number is none."""
    if not numbers:
        return ()
    starts = {f.start: f for f in numbers}
    ends = {f.end: f for f in numbers}
    begins = [t.start for t in tokens]
    found = []
    for phrase in _book(side(lang)).find(tokens):
        meaning, where = phrase.meaning.split()
        first, last = phrase.places[0], phrase.places[-1]
        number = _ahead(tokens, last, starts, numbers) if where in {"after", "either"} else None
        if number is None and where in {"before", "either"}:
            number = _behind(tokens, first, ends)
        if number is not None and number.kind != "ordinal":
            weak = meaning.startswith("?") or (number.weak and number.kind == "number")
            start, end = tokens[first].start, tokens[last].end
            op = meaning.lstrip("?")
            text = " ".join(t.text for t in tokens[first : bisect_left(begins, end)])
            found.append(Fact("quantifier", f"{op} {figure(number)}", start, end, text, weak))
    return tuple(found)


def figure(number: Fact) -> str:
    """The figure of a number without its unit."""
    return number.value.split(" ")[0]


@cache
def _book(lang: str) -> PhraseBook:
    return PhraseBook(
        (pattern, f"{meaning} {where}")
        for of, pattern, meaning, where in rows("quantifiers.tsv")
        if of == lang
    )


def _ahead(
    tokens: Sequence[Token], last: int, starts: dict[int, Fact], numbers: Sequence[Fact]
) -> Fact | None:
    for at in range(last + 1, min(last + 2 + _REACH, len(tokens))):
        if tokens[at].start in starts:
            return starts[tokens[at].start]
        for number in numbers:  # "plus de 5 M€": the number may begin inside what the tokens cut
            if number.start <= tokens[at].start < number.end and number.start >= tokens[last].end:
                return number
        if tokens[at].fold not in _BETWEEN:
            return None
    return None


def _behind(tokens: Sequence[Token], first: int, ends: dict[int, Fact]) -> Fact | None:
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if tokens[at].end in ends:
            return ends[tokens[at].end]
        if tokens[at].text in _STOPS or (tokens[at].is_word and at != first - 1):
            return None
    return None
