"""The same in fewer and shorter words, before a sentence is cut: one phenomenon a file, each `rule(text) ->
text`.

No rule says less: who says something and who is meant, hedges, conditions, exceptions, negations,
numbers, names and legal terms stay. Words that are good as they are in one place and heavy in another are
left to the rules on cut statements (`notices.wording.idioms`, `notices.wording.compacting.economy`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from notices.wording.compacting import (
    actions,
    contacts,
    dates,
    demonstratives,
    frames,
    manners,
    measures,
    objects,
    participles,
    people,
    relatives,
    repeats,
    requests,
    wholes,
    wishes,
)
from notices.wording.compacting.turns import Table
from notices.wording.joints import tidy

__all__ = ["RULES", "compact", "compacted"]

Rule = Callable[[str], str]

RULES: tuple[tuple[str, Rule], ...] = (
    ("frames", frames.rule),
    ("contacts", contacts.rule),
    ("wishes", wishes.rule),
    ("requests", requests.rule),
    ("actions", actions.rule),
    ("objects", objects.rule),
    ("turns", Table("turns.tsv")),
    ("modifiers", Table("modifiers.tsv")),
    ("manners", manners.rule),
    ("doublets", Table("doublets.tsv")),
    ("dates", dates.rule),
    ("demonstratives", demonstratives.rule),
    ("measures", measures.rule),
    ("wholes", wholes.rule),
    ("relatives", relatives.rule),
    ("participles", participles.rule),
    ("repeats", repeats.rule),
    ("people", people.rule),
)
"""The rules by their names, in the order in which they are asked."""


@lru_cache(maxsize=4096)
def compacted(text: str) -> str:
    """The text by all rules, what stands in quotation marks aside."""
    shielded, quotes = _shielded(text)
    for _, rule in RULES:
        shielded = rule(shielded)
    return _with_quotes(tidy(shielded), quotes)


def compact(text: str, holds: Callable[[str], bool]) -> str:
    """The text in fewer words, as far as `holds` of what is written; else rule by rule."""
    whole = compacted(text)
    if whole == text or holds(whole):
        return whole
    for _, rule in RULES:
        shielded, quotes = _shielded(text)
        shorter = _with_quotes(rule(shielded), quotes)
        if shorter != text and holds(shorter):
            text = shorter
    return text


_QUOTED = re.compile(r"«[^«»]*»|“[^”]*”")


def _shielded(text: str) -> tuple[str, list[str]]:
    """The text with a sign for each quotation, and the quotations."""
    quotes: list[str] = []

    def sign(match: re.Match[str]) -> str:
        quotes.append(match.group())
        return f"«{len(quotes) - 1}»"

    return _QUOTED.sub(sign, text), quotes


def _with_quotes(text: str, quotes: list[str]) -> str:
    """The text with its quotations again."""
    return re.sub(r"«(\d+)»", lambda m: quotes[int(m[1])], text) if quotes else text
