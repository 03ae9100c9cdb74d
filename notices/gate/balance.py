"""Marks across languages: as many negations, suspicions, exceptions on either side.

A mark may be said in many ways ("n'est pas autorisé", "is prohibited"), so words that may carry it (weak
marks) fill what the sure ones leave open, as far as they have no counterpart of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
import re

from notices.facts import Fact
from notices.gate.doubt import Doubt, DoubtSide, Severity
from notices.facts.tokens import tokenise
from notices.gate.text import Text, clip, counterparts

_JOINED = re.compile(r"\b(?:et|ou|ni|and|or|nor)\b|,")


@dataclass(frozen=True, slots=True)
class Rule:
    """How one mark is compared."""

    kind: str
    value: str = ""
    count: bool = True
    """True: one for one; False: one is enough."""
    lost: Severity | None = "block"
    invented: Severity | None = "block"


_RULES = (
    Rule("negation", "not"),
    Rule("negation", "without", count=False, invented="warn"),
    Rule("hedge", "suspicion"),
    Rule("exception"),
    Rule("permission", lost=None),
    Rule("hedge", "conditional", count=False, invented=None),
    Rule("hedge", "appearance", count=False, lost="warn", invented="warn"),
    Rule("hedge", "possibility", count=False, lost="warn", invented=None),
    Rule("prohibition", count=False),
    Rule("penalty", "possible", count=False, invented="warn"),
    Rule("penalty", "pronounced", count=False),
    Rule("condition", count=False),
    Rule("restriction", count=False, lost="warn", invented="warn"),
    Rule("attribution", count=False, lost="warn", invented="warn"),
    Rule("comparison", count=False),
)


def unbalanced(written: Text, source: Text) -> Iterator[Doubt]:
    """Marks that the source has and the written text lacks, or the other way round."""
    for rule in _RULES:
        if rule.lost:
            yield from _missing(rule, source, written, "lost", rule.lost)
        if rule.invented:
            yield from _missing(rule, written, source, "invented", rule.invented)


def _missing(rule: Rule, here: Text, there: Text, side: DoubtSide, severity: Severity) -> Iterator[Doubt]:
    sure = _marks(rule, here, weak=False)
    if not sure:
        return
    proven = len(_marks(rule, there, weak=False))
    if len(sure) <= proven:
        return
    open_there = _marks(rule, there, weak=True)
    if not rule.count:
        if proven or open_there:
            return
    elif _least(sure, here) <= proven + len(_spare(open_there, here)):
        return
    yield Doubt(rule.kind, clip(sure[-1].text), side, severity)


def _is(fact: Fact, rule: Rule) -> bool:
    if rule.kind == "negation":
        return (fact.value == "without") == (rule.value == "without")
    return not rule.value or fact.value == rule.value


_CLOSE = 30
"""Characters between two negations that the other language may say at once ("ne fume pas et ne boit pas")."""


def _least(sure: list[Fact], text: Text) -> int:
    """How many marks a text has at least: close ones joined by "et", "ou", "," count once."""
    if len(text.sentences) > 1:
        return len(sure)
    least, end = 0, -1
    for fact in sure:
        between = text.sentences[0][end : fact.start] if end >= 0 else ""
        if not (0 <= end and len(between) <= _CLOSE and _JOINED.search(between)):
            least += 1
        end = fact.end
    return least


def _spare(marks: list[Fact], here: Text) -> list[Fact]:
    """Words that may carry a mark and are not there for a word of the other text ("sauf" for "except")."""
    there = "en" if here.lang == "fr" else "fr"
    spare = []
    for mark in marks:
        words = [t.fold for t in tokenise(mark.text, there) if t.is_word]
        if len(words) > 1 or counterparts(words[0], there).isdisjoint(here.stems):
            spare.append(mark)
    return spare


def _marks(rule: Rule, text: Text, *, weak: bool) -> list[Fact]:
    found = [f for f in text.of(rule.kind) if f.weak is weak and _is(f, rule)]
    if rule.kind == "negation" and weak:
        found += [f for f in text.of("negation") if not f.weak and not _is(f, rule)]
    if rule.kind == "prohibition":
        found += [f for f in text.of("negation") if weak]
    return found
