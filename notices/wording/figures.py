"""Numbers in digits, hours and dates in one clear form. No date is completed, and no weekday computed."""

from __future__ import annotations

import re

from notices.lexicon import word_tags

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
    text = re.sub(rf"(?i)(?<![\w-])({_WORDS})\s+heures\s+(quinze|trente|quarante-cinq)\b", _spoken_time, text)
    text = re.sub(r"\b(\d{1,2})\s+heures\s+(quinze|trente|quarante-cinq)\b", _spoken_time, text)
    text = _PAIR.sub(lambda m: f"{_value(m[1])} {m[2]} {_value(m[3])}", text)
    text = _COUNTED.sub(lambda m: str(_value(m[1])) if _counts(m[2]) else m[0], text)
    return plain_hours(_dates(text))


_PAIR = re.compile(rf"(?<![\w-])({_WORDS})\s+(ou|à)\s+({_WORDS})(?=\s+[a-zà-ÿ-]{{2,}}[sx]\b)")
_COUNTED = re.compile(
    rf"(?<![\w-])(?<!les )(?<!Les )(?<!ces )(?<!des )(?<!tous )(?<!entre )(?<!ou )({_WORDS})(?=\s+(?:\w+"
    rf"\s+)?([a-zà-ÿ-]{{3,}}[sx])\b)"
)
"""A number before what it counts: "trois armes"; what "les deux" points back to is no count."""


def _counts(word: str) -> bool:
    return "n" in word_tags(word)


def _value(word: str) -> int:
    return NUMBER_WORDS[word.lower()]


def _spoken_time(match: re.Match[str]) -> str:
    minute = {"quinze": "15", "trente": "30", "quarante-cinq": "45"}[match[2].lower()]
    hour = match[1] if match[1].isdigit() else _value(match[1])
    return f"{hour} h {minute}"


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
