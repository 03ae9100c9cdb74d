"""How much a reader loses without a unit."""

from __future__ import annotations

import re
from functools import cache

from notices.extraction.units import Unit
from notices.facts import find_facts
from notices.lexicon import events, find_terms

_WORTH: dict[str, float] = {
    "amount": 3.0, "percent": 1.5, "date": 2.0, "time": 1.5, "duration": 1.5, "number": 0.8, "measure": 1.0,
    "quantifier": 1.0, "phone": 2.5, "email": 2.5, "url": 0.8, "prohibition": 4.0, "duty": 3.0, "permission": 1.5,
    "penalty": 4.0, "hedge": 1.0, "exception": 1.5, "condition": 1.0, "negation": 0.5, "restriction": 1.0,
    "attribution": 0.5, "name": 0.5, "acronym": 0.4,
}  # fmt: skip
_MOST = {"name": 2.0, "acronym": 0.8, "number": 3.2, "date": 5.0, "time": 4.5, "amount": 6.0, "url": 1.6}
_EVENT_WORTH: dict[str, float] = {
    "ban": 2.5, "close": 2.5, "open": 2.0, "seize": 2.5, "decide": 1.5, "sentence": 4.0, "custody": 4.0,
    "suspicion": 5.0, "inquiry": 2.0, "danger": 2.0, "recall": 2.5, "cut": 2.0, "duty": 2.0, "pay": 1.0, "change": 1.5,
    "event": 1.5, "appoint": 1.5, "offence": 2.0,
}  # fmt: skip
_PARTS = {"basis": -20.0, "execution": -4.0, "reason": 0.0, "remedy": 2.0, "article": 1.0, "contact": 1.0}
_TALK = re.compile(
    r"(?i)\b(?:nous sommes|nous serons heureux|n['’]hésitez|il est (?:grand )?temps|l['’]objectif est simple|vous souhaite|"
    r"moments? sympathiques?|avec plaisir|facile|grâce à vous|voici|pour commencer|je\b|notre souhait|comme partout|(?:communication|message|information)s? suivante?s?\b)"
)


def weigh(unit: Unit, title: str) -> float:
    """The unit's weight: its facts and events, its place, its bold type and what it shares with the title."""
    text = unit.text
    return (
        _facts(text)
        + _events(text)
        + _PARTS.get(unit.part, 0.0)
        + _place(unit)
        + (1.5 if any(s.emphasis for s in unit.sentences) else 0.0)
        + min(3.0, 0.8 * len(_stems(text) & _stems(title)))
        - (3.0 if _TALK.search(text) else 0.0)
        - (2.5 if text.rstrip().endswith(("!", "?")) else 0.0)
    )


def worth(text: str) -> float:
    """What a written sentence tells, by its facts and events alone."""
    return _facts(text) + _events(text)


def _facts(text: str) -> float:
    worth: dict[str, float] = {}
    for fact in find_facts(text):
        if not fact.weak and fact.kind in _WORTH:
            worth[fact.kind] = worth.get(fact.kind, 0.0) + _WORTH[fact.kind]
    counted = 2.0 if {"quantifier", "number"} <= worth.keys() else 0.0
    terms = min(2.1, 0.7 * sum(1 for found in find_terms(text) if not found.term.easy))
    return counted + terms + sum(min(value, _MOST.get(kind, 8.0)) for kind, value in worth.items())


def _events(text: str) -> float:
    kinds = event_kinds(text)
    return min(9.0, sum(_EVENT_WORTH.get(kind, 0.0) for kind in kinds))


def event_kinds(text: str) -> frozenset[str]:
    """The kinds of event that a text tells of: {"ban", "open"}."""
    return frozenset(events()[m.group(1).lower()] for m in _event_finder().finditer(text))


@cache
def _event_finder() -> re.Pattern[str]:
    stems = sorted(events(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, stems)) + ")", re.IGNORECASE)


def _place(unit: Unit) -> float:
    return {0: 4.0, 1: 2.5, 2: 1.0}.get(unit.place, 0.0) if unit.part == "body" else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:6].lower() for w in re.findall(r"[^\W\d_]{5,}", text))
