"""What the weight of a sentence is learned from: its length, its facts, events, signs and words; and of a
unit, its place in the notice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from notices.extraction.asking import asks, obliges
from notices.extraction.happenings import event_kinds
from notices.extraction.news import news
from notices.extraction.noise import is_ceremony, is_courtesy
from notices.extraction.signs import signs
from notices.extraction.units import Unit
from notices.facts import find_facts

Features = dict[str, float]
"""What is there of each: {"fact:date": 2.0, "word:gratui": 1.0}."""

_SO_MANY = 3
"""More facts of one kind add nothing."""
_MOST_WORDS = 80
_MOST_ITEMS = 10
_MOST_TITLE = 4
_FIRST_RANKS = 3
_WORD = re.compile(r"(?<![\w-])[a-zà-ÿœ]{2,}")
"""Words in small letters: a name tells nothing of other notices."""
_STEM, _STEM_OF_TWO = 7, 6
"""Letters of a word that are looked at, alone and beside another."""


def text_features(text: str) -> Features:
    """What a sentence tells, wherever it stands."""
    found: Features = {"words": min(_MOST_WORDS, len(text.split())) / 10}
    found |= {f"fact:{kind}": float(min(_SO_MANY, times)) for kind, times in _facts(text).items()}
    found |= {f"event:{kind}": 1.0 for kind in event_kinds(text)}
    found |= {f"sign:{name}": 1.0 for name in signs(text)}
    found |= dict.fromkeys(_words(_without_figures(text)), 1.0)
    if asks(text):
        found["asks"] = 1.0
    elif obliges(text):
        found["obliges"] = 1.0
    if is_ceremony(text):
        found["ceremony"] = 1.0
    if is_courtesy(text):
        found["courtesy"] = 1.0
    if text.rstrip().endswith("!"):
        found["exclaims"] = 1.0
    return found


def place_features(unit: Unit, title: str) -> Features:
    """What a unit is in its notice: its part, its rank, its list, its bold type, what it shares with the
    title."""
    found: Features = {"unit": 1.0, f"part:{unit.part}": 1.0, "news": news(unit.text)}
    if unit.items:
        found["items"] = float(min(_MOST_ITEMS, len(unit.items)))
    if unit.opens:
        found["opens"] = 1.0
    if unit.rank is not None and unit.rank < _FIRST_RANKS:
        found[f"rank:{unit.rank}"] = 1.0
    if any(s.emphasis for s in unit.sentences):
        found["bold"] = 1.0
    if shared := len(_stems(unit.text) & _stems(title)):
        found["title"] = float(min(_MOST_TITLE, shared))
    return found


def _facts(text: str) -> Counter[str]:
    return Counter(
        "count" if fact.kind == "number" and len(re.sub(r"\D", "", fact.value)) > 1 else fact.kind
        for fact in find_facts(text)
        if not fact.weak
    )


_FIGURES = frozenset(
    "date time amount number measure duration percent count quantifier ordinal name phone email url".split()
)


def _without_figures(text: str) -> str:
    """The text without days, sums, counts and names: as facts they are counted already."""
    for fact in sorted(find_facts(text), key=lambda fact: -fact.start):
        if fact.kind in _FIGURES:
            text = f"{text[: fact.start]} | {text[fact.end :]}"
    return text


def _words(text: str) -> Iterator[str]:
    words = _WORD.findall(text)
    yield from (f"word:{word[:_STEM]}" for word in words)
    yield from (f"pair:{a[:_STEM_OF_TWO]}_{b[:_STEM_OF_TWO]}" for a, b in pairwise(words))


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:6].lower() for w in re.findall(r"[^\W\d_]{5,}", text))
