"""How much a reader loses without a unit."""

from __future__ import annotations

import re

from notices.extraction.happenings import event_kinds
from notices.extraction.units import Unit
from notices.extraction.vital import vital
from notices.facts import Fact, find_facts
from notices.lexicon import find_terms
from notices.wording.grammar import has_finite_verb

_WORTH: dict[str, float] = {
    "amount": 6.0, "percent": 2.5, "date": 2.0, "time": 1.5, "duration": 1.5, "number": 1.0, "measure": 1.0,
    "quantifier": 1.0, "phone": 2.5, "email": 2.5, "url": 0.8, "prohibition": 4.0, "duty": 3.0,
    "permission": 1.5,
    "penalty": 4.0, "hedge": 1.0, "exception": 1.5, "condition": 1.0, "negation": 0.5, "restriction": 1.0,
    "attribution": 0.5, "name": 0.5, "acronym": 0.4,
}  # fmt: skip
_MOST = {"name": 2.0, "acronym": 0.8, "number": 4.5, "date": 5.0, "time": 4.5, "amount": 6.0, "url": 1.6}
_EVENT_WORTH: dict[str, float] = {
    "ban": 2.5, "close": 6.0, "open": 2.5, "seize": 4.5, "decide": 1.5, "sentence": 4.0,
    "custody": 3.0, "held": 5.0, "search": 1.5,
    "suspicion": 5.0, "inquiry": 1.2, "danger": 2.0, "recall": 2.5, "cut": 2.0, "duty": 2.0,
    "pay": 1.5, "change": 1.5,
    "event": 2.4, "appoint": 1.5, "death": 8.0, "sell": 1.5, "offence": 3.0,
}  # fmt: skip
_PARTS = {"basis": -20.0, "execution": -4.0, "reason": -1.0, "remedy": 4.0, "article": 1.0, "contact": 1.0}
_ORDERS = re.compile(
    r"(?i)interdi|oblig|doi|dev[er]|respect|restriction|limit|pièces|apporter|fournir|concern|"
    r"appel|conseil|suivre|recommand"
)
_TALK = re.compile(
    r"(?i)\b(?:nous sommes|nous serons heureux|n['’]hésitez|il est (?:grand )?temps|l['’]objectif "
    r"est simple|vous souhaite|"
    r"moments? sympathiques?|avec plaisir|facile|grâce à vous|voici|pour commencer|je\b|notre "
    r"souhait|comme partout|(?:communication|message|information)s? suivante?s?\b)"
)


def weigh(unit: Unit, title: str) -> float:
    """The unit's weight: its facts and events, its place, its bold type and what it shares with the title."""
    text = unit.text
    return (
        _said(unit)
        + _from_when(unit)
        + _PARTS.get(unit.part, 0.0)
        + (4.0 if unit.opens else 0.0)
        + _place(unit)
        + (1.5 if any(s.emphasis for s in unit.sentences) else 0.0)
        + min(3.0, 0.8 * len(_stems(text) & _stems(title)))
        - (3.0 if _TALK.search(text) else 0.0)
        - (2.5 if text.rstrip().endswith(("!", "?")) else 0.0)
    )


_FROM_WHEN = re.compile(
    r"(?i)\b(?:applicables?|s['’]appliquent?|en vigueur|valables?|prend(?:ra|ront)? effet)\b"
)


def _from_when(unit: Unit) -> float:
    """From when a rule holds."""
    return 4.0 if _FROM_WHEN.search(unit.text) and re.search(r"\d", unit.text) else 0.0


def _said(unit: Unit) -> float:
    """A list is worth what its head says, and something for each item: it cannot be told in part."""
    if not unit.items:
        said = worth(unit.text)
        if (
            re.match(r"(?i)(?:dans|à|au|salle|lieu|adresse|chez|rendez-vous)\b", unit.text)
            and len(unit.text.split()) < 9
        ):
            return said + 3.0
        return said - (3.0 if _says_nothing(unit.text) else 0.0)
    head = unit.head.text if unit.head else ""
    orders = 1.5 if re.search(_ORDERS, head) else 1.0
    return worth(head) + orders * sum(min(7.0, 1.5 + 0.7 * worth(item.text)) for item in unit.items)


def _says_nothing(text: str) -> bool:
    """A few words with no verb and no fact: a caption, a link, a name."""
    return len(text.split()) < 8 and not has_finite_verb(text) and _facts(text) < 1.5


def worth(text: str) -> float:
    """What a written sentence tells: its facts, its events, and what nobody may miss."""
    return _facts(text) + _events(text) + vital(text)


def _facts(text: str) -> float:
    worth: dict[str, float] = {}
    for fact in find_facts(text):
        if not fact.weak and fact.kind in _WORTH:
            value = _LARGE if fact.kind == "number" and _is_large(fact) else _WORTH[fact.kind]
            worth[fact.kind] = worth.get(fact.kind, 0.0) + value
    counted = 5.0 if {"quantifier", "number"} <= worth.keys() else 0.0
    terms = min(2.1, 0.7 * sum(1 for found in find_terms(text) if not found.term.easy))
    return counted + terms + sum(min(value, _MOST.get(kind, 8.0)) for kind, value in worth.items())


_LARGE = 3.0
"""What a number of two digits and more weighs: a count, where "deux" is often only a manner of speaking."""


def counts(text: str) -> bool:
    """True where a text tells how many or how much: an amount, or a number of two digits."""
    return any(
        f.kind == "amount" or (f.kind == "number" and _is_large(f)) for f in find_facts(text) if not f.weak
    )


def _is_large(fact: Fact) -> bool:
    return len(re.sub(r"\D", "", fact.value)) >= 2


def _events(text: str) -> float:
    kinds = event_kinds(text)
    return min(12.0, sum(_EVENT_WORTH.get(kind, 0.0) for kind in kinds))


def _place(unit: Unit) -> float:
    return {0: 5.0, 1: 2.5, 2: 1.0}.get(unit.place, 0.0) if unit.part == "body" else 0.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:6].lower() for w in re.findall(r"[^\W\d_]{5,}", text))
