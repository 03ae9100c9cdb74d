"""A long note without a verb keeps its head; its delay, its hours and what is to be shown stand behind it:
"Inscription à l'accueil, au plus tard le 3 mai, sur présentation d'un justificatif" -> "À présenter : un
justificatif"."""

from __future__ import annotations

import re

from notices.wording.framing.openers import alone
from notices.wording.framing.shapes import FULL_DATE, HOUR
from notices.wording.grammar import has_finite_verb, words_in

_LONG = 15
_LEAST = 3
_SPAN = rf"de\s+{HOUR}(?![a-z])\s+à\s+{HOUR}(?![a-z])"
_DAYS = r"(?:du\s+\w+di\s+au\s+(?:\w+di|dimanche)|tous\s+les\s+jours|(?:le\s+)?\w+di(?:\s+et\s+\w+di)?)"
_ENDS = (
    (
        re.compile(
            rf",\s+(?P<what>(?:{_DAYS},?\s+)?{_SPAN}(?:(?:,|\s+et)\s+{_SPAN})*"
            r"(?:,\s+(?:sur|sans)\s+rendez-vous)?)$"
        ),
        "Horaires",
    ),
    (re.compile(rf",\s+(?P<what>(?:au\s+plus\s+tard|avant)\s+le\s+{FULL_DATE}(?:\s+à\s+{HOUR})?)$"), "Délai"),
    (re.compile(r",?\s+sur\s+présentation\s+(?P<what>(?:d[ue]s?\s|d['’])[^,;:()]+)$"), "À présenter"),
)


def split(sentence: str) -> tuple[str, ...] | None:
    """The note without what ends it, and that under its name; None where a verb holds it together."""
    if words_in(sentence) <= _LONG or has_finite_verb(sentence):
        return None
    for pattern, name in _ENDS:
        found = pattern.search(sentence)
        if found and words_in(sentence[: found.start()]) >= _LEAST:
            what = alone(found["what"]) if name == "À présenter" else found["what"]
            return sentence[: found.start()], f"{name} : {what}"
    return None
