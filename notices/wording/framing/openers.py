"""The words that open a phrase, and what becomes of the rest of it where it stands alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from notices.wording.joints import without_a, without_de


@dataclass(frozen=True, slots=True)
class Opener:
    """The words that open a phrase, and the name under which the rest of it follows."""

    pattern: re.Pattern[str]
    name: str
    bare: Callable[[str], str]
    """What becomes of the rest, where it stands alone."""
    bound: bool = True
    """True where a negation or a hedge before it may be meant of it."""
    last: bool = False
    """True for a phrase that nothing follows but a comma."""
    manner: bool = False
    """True for a phrase that a bare verb cannot spare: "sont gérées conformément à l'arrêté"."""
    onward: re.Pattern[str] | None = None
    """What belongs to the phrase where it stands behind it: "à compter de sa publication"."""


def opener(
    pattern: str,
    name: str,
    *,
    bound: bool = True,
    whole: bool = False,
    last: bool = False,
    manner: bool = False,
    onward: str = "",
) -> Opener:
    """An opener from its pattern; `whole`: its words stay ("jusqu'au 3 mai")."""
    found = re.compile(rf"(?i)(?<![\w’'-])(?:{pattern})\s*")
    further = re.compile(rf"(?i)\s+(?:{onward})") if onward else None
    return Opener(found, name, _unchanged if whole else alone, bound, last, manner, further)


@lru_cache(maxsize=256)
def any_of(openers: tuple[Opener, ...]) -> re.Pattern[str]:
    """What is found wherever one of these openers is, in one search: most sentences hold none."""
    return re.compile("|".join(rf"(?:{one.pattern.pattern.replace('(?i)', '', 1)})" for one in openers), re.I)


def _unchanged(phrase: str) -> str:
    return phrase


def alone(phrase: str) -> str:
    """A phrase that began with "de" or "à", standing alone; a second one too: "du vent et de la pluie" ->
    "le vent et la pluie"."""
    if re.match(r"(?i)au\s+(?:moins|plus|maximum|minimum|total)\b", phrase):
        return phrase
    if re.match(r"(?i)(?:à|aux?)\s", phrase):
        return _JOINED_TO.sub(_second, without_a(phrase))
    if not re.match(r"(?i)(?:de|du|des)\s|d['’]", phrase):
        return phrase
    joined = _JOINED.search(phrase)
    nested = joined and re.search(
        r"(?i)\s(?:de|du|des)\s|\sd['’]|\b(?:qui|que|où|dont)\b", phrase[: joined.start()]
    )
    if joined and not nested:
        phrase = phrase[: joined.start()] + _JOINED.sub(_second, phrase[joined.start() :])
    bare = _BARE.match(phrase)
    if bare and not re.search(r"(?i)\s(?:de|du|des)\s|\sd['’]", bare["one"]):
        phrase = f"{bare['one']}{bare['joint']}{phrase[bare.end() :]}"
    return without_de(re.sub(r"(?i)^de\s+(?=la\s|l['’])", "", phrase))


_BARE = re.compile(
    r"(?i)(?P<one>(?:de\s+(?!la\b|l['’])|d['’](?!une?\b))\S[^,]*?)(?P<joint>\s(?:et|ou)\s+)(?:de\s+(?!la\b|l['’])|d['’](?!une?\b))"
)
""" "De vomissements ou de diarrhées": both lose their "de"."""
_JOINED = re.compile(
    r"(?i)(\s(?:et|ou)\s+|,\s+)(de\s+la\s+|de\s+(?=l['’])|du\s+|des\s+|d['’](?=un)|à\s+(?=l)|aux?\s+)"
)
_JOINED_TO = re.compile(r"(?i)(\s(?:et|ou)\s+|,\s+)(à\s+(?=l)|aux?\s+)")
_ARTICLES = {"du": "le ", "des": "les ", "au": "le ", "aux": "les ", "de la": "la "}


def _second(match: re.Match[str]) -> str:
    return match[1] + _ARTICLES.get(" ".join(match[2].lower().split()), "")
