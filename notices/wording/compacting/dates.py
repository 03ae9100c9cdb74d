"""Dates and times in fewer words: "9 heures 00" is 9 o'clock, a period has a beginning and an end, a letter
is of its day."""

from __future__ import annotations

import re

from notices.wording.figures import MONTHS, NUMBER_WORDS

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
_DATE = rf"{_DAY}\d{{1,2}}(?:er)? {_MONTH}"
_NUMBER = rf"(?:\d+|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_PERIOD = re.compile(
    rf"\b(?P<a>[ÀàDd](?: compter| partir) du|[Dd]ès le) (?P<from>{_DATE}(?: (?:19|20)\d\d)?(?:,? à "
    rf"\d[^,;.]{{0,12}}?)?),? (?:et )?jusqu['’]au (?P<to>{_DATE})"
)
_LONG = rf"{_NUMBER} (?:jours|mois|nuits|semaines|années|ans)"
_RUNNING = re.compile(
    rf"(?P<long>\b[Dd]epuis {_LONG}|\bsoit (?:pendant |durant )?{_LONG}|\b{_LONG}(?= consécuti(?:fs|ves),? "
    rf"du {_DAY}\d)) consécuti(?:fs|ves)\b"
)
"""What runs from day to day needs no word for it where its first day is told."""
_SHARP = re.compile(r"(?P<hour>\b\d{1,2} (?:heures?|h)) ?00\b(?! ?(?:\d|€|euros))")
_DATED = re.compile(rf"(?P<noun>[a-zà-ÿ]{{3,}}),? (?:datée?s?|en date) du (?=\d{{1,2}}(?:er)? {_MONTH})")
_TO_THE_DATE = re.compile(
    r"\b(?P<to>[àÀ] (?:compter|partir) de|[Aa]vant|[Jj]usqu['’]à|[Àà]) la date du (?=\d)"
)
_AT = {
    "avant": "avant le",
    "à": "au",
    "jusqu'à": "jusqu'au",
    "à compter de": "à compter du",
    "à partir de": "à partir du",
}
_SIGNS = re.compile(r"consécuti|00\b|dat[ée]|jusqu")


def rule(text: str) -> str:
    """The text with its dates said as shortly as they can be."""
    if not _SIGNS.search(text):
        return text
    text = _PERIOD.sub(_from_to, text)
    text = _RUNNING.sub(lambda m: m["long"], text)
    text = _SHARP.sub(lambda m: m["hour"], text)
    text = _DATED.sub(lambda m: f"{m['noun']} du ", text)
    return _TO_THE_DATE.sub(_to_day, text)


def _from_to(match: re.Match[str]) -> str:
    start = "Du" if match["a"][0].isupper() else "du"
    return f"{start} {match['from']} au {match['to']}"


def _to_day(match: re.Match[str]) -> str:
    low = match["to"].lower().replace("’", "'")
    said = _AT[low]
    return f"{said[0].upper() if match['to'][0].isupper() else said[0]}{said[1:]} "
