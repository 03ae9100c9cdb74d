"""Numbers in digits, hours and dates in one clear form. No date is completed, and no weekday computed."""

from __future__ import annotations

import re

_UNITS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
NUMBER_WORDS: dict[str, int] = {word: value for value, word in enumerate(_UNITS, start=2)} | {
    "vingt": 20, "vingt-cinq": 25, "trente": 30, "quarante": 40, "quarante-cinq": 45, "quarante-huit": 48,
    "cinquante": 50, "soixante": 60, "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90,
    "cent": 100, "mille": 1000,
}  # fmt: skip
_MEASURES = (
    r"jours?|semaines?|mois|ans|années|heures?|minutes|euros|mètres|kilomètres|km|litres|tonnes|hectares|"
    r"fois|degrés|millions|milliards|centimètres|places|personnes|habitants|élèves|enfants|"
    r"victimes|logements|communes|"
    r"dernières|derniers|premières|premiers|prochains|prochaines|consécutifs|consécutives"
)
MONTHS = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre").split()
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))


def plain_figures(text: str) -> str:
    """ "quinze (15) jours" -> "15 jours", "18h30" -> "18 h 30", "12/03/2026" -> "12 mars 2026"."""
    text = re.sub(rf"(?i)\b(?:{_WORDS})\s*\((\d+)\)", r"\1", text)
    text = re.sub(rf"(?i)(?<![\w-])({_WORDS})(?=\s+(?:{_MEASURES})\b)", _digits, text)
    text = re.sub(rf"(?i)(?<=\bd[èe]s )({_WORDS})(?= ans\b)", _digits, text)
    return plain_hours(_dates(text))


def plain_hours(text: str) -> str:
    """Hours as "8 h" and "18 h 30"; "8h-13h" as "de 8 h à 13 h"."""
    text = re.sub(r"(?<![\d.,])(\d{1,2}) ?[hH](?: ?(\d{2}))?h?(?!\w)", _hour, text)
    text = re.sub(r"(\d{1,2} h(?: \d{2})?) ?(?:-|–|—) ?(\d{1,2} h(?: \d{2})?)", _range, text)
    return re.sub(r"(?i)\b(de|entre|d[èe]s) de (?=\d{1,2} h)", r"\1 ", text)


def _hour(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), match[2]
    return f"{hour} h" if minute in (None, "00") else f"{hour} h {minute}"


def _range(match: re.Match[str]) -> str:
    return f"de {match[1]} à {match[2]}"


def _digits(match: re.Match[str]) -> str:
    return str(NUMBER_WORDS[match[1].lower()])


def _dates(text: str) -> str:
    return re.sub(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])", _date, text)


def _date(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[2]), match[3]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match.group()
    return f"{'1er' if day == 1 else day} {MONTHS[month - 1]} {year}"
