"""When somebody answers: "Renseignements : 3230, du lundi au vendredi de 9 h à 16 h" -> "Horaires : ..."."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import is_clause
from notices.wording.framing.shapes import HOUR, LONG
from notices.wording.grammar import words_in

_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?"
_PHONE = r"\d(?:[\d .]{2,16}\d)(?:\s*\([^()]*\))?"
_OFTEN = (
    rf"(?:du\s+{_DAY}\s+au\s+{_DAY}|tous\s+les\s+jours|{_DAY}\s+(?:et|au)\s+{_DAY}|"
    rf"7\s?jours\s+sur\s+7|de\s+{HOUR}\s+à)"
)
_HOURS = re.compile(
    rf"(?i)(?P<number>{_PHONE})(?P<price>,\s+prix\s+d['’]un\s+appel\s+local)?,?\s+(?P<when>(?:{_OFTEN}|24\s?(?:h|heures)\s?sur\s+24)"
    r"[^;:()]*)$"
)


_YEAR = re.compile(r"(?:19|20)\d\d")
_OTHER = re.compile(r"(?i),\s+(?:pour\s|l['’])")
"""For whom it opens, or another clause, stands behind the hours: they are not its last words."""
_NUMBER = re.compile(r",?\s+au\s+(?:numéro\s+(?:vert\s+)?)?(?P<number>0\d(?:[\d .]{6,16}\d)\s*\([^()]*\))$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """What is said before a telephone number that has its price, or before its hours; then these."""
    text = tree.text.rstrip(". ")
    number = _NUMBER.search(text)
    if number and words_in(text) > LONG and is_clause(text[: number.start()]):
        return text[: number.start()], f"Téléphone : {number['number']}"
    match = _HOURS.search(text)
    if not match or words_in(text) <= LONG or re.search(r"\b(?:ou|et)\s+(?:au|le|par|à)\s", match["when"]):
        return None
    if _YEAR.fullmatch(match["number"]) or _OTHER.search(match["when"]):
        return None
    return text[: match.start("when")].rstrip(" ,"), f"Horaires : {match['when']}"
