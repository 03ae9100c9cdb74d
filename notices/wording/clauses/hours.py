"""Days and hours within or behind a long sentence: "Horaires : tous les jours de 8 h à 12 h"."""

from __future__ import annotations

import re

from notices.wording.clauses.reasons import BARE_EVENT, simple
from notices.wording.clauses.tails import LONG
from notices.wording.grammar import has_finite_verb, words_in

_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
_DAYS = (
    rf"(?:tous\s+les\s+(?:jours|{_DAY})|chaque\s+(?:jour|{_DAY})|(?:du|les?)\s+{_DAY}(?:\s+(?:au|"
    rf"et)\s+{_DAY}|,\s+{_DAY})*"
    r"|7\s?jours?\s?(?:/|sur)\s?7|sept\s+jours\s+sur\s+sept)"
)
_HOUR = r"\d{1,2} ?(?:h|heures)(?: ?\d{2})?"
_RANGE = (
    rf"(?:de\s+|entre\s+)?{_HOUR}\s?(?:-|–|à|et)\s?{_HOUR}(?:(?:,|\s+et)\s+(?:de\s+)?{_HOUR}\s?(?:-|–|"
    rf"à)\s?{_HOUR})*"
)
_LAST = re.compile(rf",?\s+(?P<hours>(?:{_DAYS},?\s+)?{_RANGE}|{_DAYS})$")
_WITHIN = re.compile(
    rf",?\s+(?P<hours>(?:{_DAYS},?\s+)?{_RANGE}),?\s+(?=(?:à|au|aux|dans|en|sur|par)\s+(?!\d))"
)

_OF_A_DAY = re.compile(rf"(?i)\b(?:{_DAY}|\d{{1,2}}(?:er)?\s[a-zûé]{{3,9}}(?:\s\d{{4}})?)$")
"""The day whose hours follow: "dimanche 4 heures à 10 heures" is not told apart."""


def split(sentence: str) -> tuple[str, ...] | None:
    """The sentence without its hours, and the hours; None where it is short or has none."""
    if words_in(sentence) <= LONG:
        return None
    if len(re.findall(rf"{_HOUR}\s?(?:-|–|à|et)\s?{_HOUR}", sentence)) > 2:
        return None
    last = _LAST.search(sentence)
    if last and _OF_A_DAY.search(sentence[: last.start()]):
        return None
    if last and BARE_EVENT.search(sentence[: last.start()]):
        return None
    if last and simple(sentence[: last.start()]) and not re.search(r"\b(?:et|ou)$", sentence[: last.start()]):
        return (sentence[: last.start()], f"Horaires : {last['hours']}")
    within = _WITHIN.search(sentence)
    if not within or not has_finite_verb(sentence[: within.start()]) or not simple(sentence):
        return None
    rest = f"{sentence[: within.start()]} {sentence[within.end() :]}"
    return (rest, f"Horaires : {within['hours']}")
