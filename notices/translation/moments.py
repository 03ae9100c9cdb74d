"""Expressions of time, written the English way by rule: days, hours, spans of them, durations, exceptions.

"du lundi 3 mars à 9 h au vendredi 11 avril 2025"    "from Monday 3 March at 09:00 to Friday 11 April 2025"
"du lundi au vendredi, de 7 h 30 à 17 h 30"          "from Monday to Friday, from 07:30 to 17:30"
"au moins 6 semaines"                                "at least 6 weeks"

A text is written only where all of it is understood, from its first word to its last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from notices.phrases import say

_Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None], bool]
"""What is read, how it is written, and whether it is a time by itself."""

_WEEKDAYS = {
    "lundi": "Monday",
    "mardi": "Tuesday",
    "mercredi": "Wednesday",
    "jeudi": "Thursday",
    "vendredi": "Friday",
    "samedi": "Saturday",
    "dimanche": "Sunday",
}
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})"
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_DAY = (
    rf"(?:(?P<weekday>{_WEEKDAY}) )?(?P<day>\d{{1,2}})(?:er)?"
    rf"(?: (?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?|(?=(?: (?:et|au|ou)\b|,).{{0,40}}? {_MONTH}))(?!\w)"
)
"""A day has its month, or one that comes later has: "du 3 au 5 mai"."""
_HOUR = r"(?P<hour>\d{1,2}) ?(?:h|heures?)(?: ?(?P<minute>\d{2}))?(?!\w)(?! ?/)"
_BEFORE_HOUR = re.compile(
    r"(?:^|[ ,])(?:à|de|vers|dès|entre|et|avant|après|jusqu'à|à partir de|à compter de) $"
)
"""What stands before an hour of the day; elsewhere "8 heures" is how long."""
_COUNT = r"(?P<count>\d+(?:[ .]\d{3})*)"
_UNITS = {
    "minute": "minute",
    "heure": "hour",
    "jour": "day",
    "jour ouvré": "working day",
    "jour ouvrable": "working day",
    "jour franc": "clear day",
    "jour calendaire": "calendar day",
    "jour consécutif": "consecutive day",
    "semaine": "week",
    "mois": "month",
    "an": "year",
    "année": "year",
}
_SPAN = (
    rf"{_COUNT} (?P<unit>jours? (?:ouvré|ouvrable|franc|calendaire|consécutif)s?"
    r"|minutes?|heures?|jours?|semaines?|mois|ans?|années?)(?!\w)"
)


def moment(text: str) -> str | None:
    """The English of an expression of time; None where it holds anything else, or no time at all."""
    french = " ".join(text.replace("’", "'").split())
    french = french[:1].lower() + french[1:]
    at, written, timely = 0, "", False
    while at < len(french):
        step = next(_fitting(french, at), None)
        if step is None:
            return None
        end, said, is_time = step
        at, written, timely = end, written + said, timely or is_time
    english = _spoken(written)
    if not timely or english is None:
        return None
    return english[:1].upper() + english[1:] if text[:1].isupper() else english


def _fitting(french: str, at: int) -> Iterator[tuple[int, str, bool]]:
    """What may be read here: its end, its English, and whether it is a time."""
    for pattern, writer, is_time in _steps():
        if (match := pattern.match(french, at)) and (said := writer(match)) is not None:
            yield match.end(), said, is_time


_ENDS = {"\0": "\1", "\2": "\3"}
"""Stand for "à" and its "de", "au" and its "du", until all is read: their English hangs together."""


def _spoken(written: str) -> str | None:
    """With each "à" as the end of a "de ... à", else as "at"; no "from" without its "to", nor the reverse."""
    begun: Counter[str] = Counter()
    pieces = []
    for piece in re.split(r"([\0-\3])", written):
        if piece in _ENDS.values():
            begun[piece] += 1
            piece = "from"
        elif piece in _ENDS:
            closes = begun[_ENDS[piece]] > 0
            if not closes and piece == "\2":
                return None
            begun[_ENDS[piece]] -= closes
            piece = "to" if closes else "at"
        pieces.append(piece)
    english = re.sub(r"\s+", " ", "".join(pieces)).strip()
    if "between" in english:
        english = re.sub(r"\b(between|and) on\b", r"\1", english)
    return None if begun.total() else english


@cache
def _steps() -> tuple[_Step, ...]:
    """What may come next, in the order in which it is tried."""
    figures: tuple[tuple[str, Callable[[re.Match[str]], str | None]], ...] = (
        (_SPAN, _span),
        (_HOUR, _hour),
        (rf"le (?P<weekday>{_WEEKDAY})s? (?P<part>matin|après-midi|soir)(?!\w)", _each_part),
        (rf"le (?P<weekday>{_WEEKDAY})s?(?!\w)(?! \d)", _each),
        (rf"les? (?={_DAY})", lambda _: "on "),
        (_DAY, _day),
        (rf"(?P<weekday>{_WEEKDAY})(?P<plural>s?)(?!\w)(?! \d)", _weekday),
        (rf"(?P<month>{_MONTH}) (?P<year>\d{{4}})(?!\d)", _month),
    )
    words = [_word(french, english) for french, english in _table()]
    numbered = [step for step in words if step[0].pattern[0].isdigit()]
    return (
        *numbered,
        *((re.compile(pattern, re.IGNORECASE), writer, True) for pattern, writer in figures),
        *words,
    )


def _word(french: str, english: str) -> _Step:
    """A word of the table; one with a star beside it is a time by itself."""
    pattern = re.escape(french) + (r"(?!\w)" if french[-1].isalnum() else "")
    if re.search(r"(?:^| )(?:du|au|le|jusqu'au|les|des)$", french):
        pattern += rf"(?= (?:{_WEEKDAY}|\d))"
    if re.search(r"(?:^| )(?:de|à|jusqu'à|dès|vers)$", french):
        pattern += r"(?= (?:\d|midi|minuit))"
    return re.compile(pattern, re.IGNORECASE), lambda _: english.removesuffix("*"), english.endswith("*")


@cache
def _table() -> tuple[tuple[str, str], ...]:
    text = files(__package__).joinpath("moments.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    marked = {"à": "\0", "de": "\1", "au": "\2", "du": "\3"}
    return tuple(sorted(((fr, marked.get(fr, en)) for fr, en in rows), key=lambda row: -len(row[0])))


def _span(match: re.Match[str]) -> str | None:
    unit = " ".join(
        word if word == "mois" else word.removesuffix("s") for word in match["unit"].lower().split()
    )
    before = match.string[: match.start()]
    if unit == "heure" and (_BEFORE_HOUR.search(before) or re.match(r" \d", match.string[match.end() :])):
        return None
    count = re.sub(r"[ .]", ",", match["count"])
    return f"{count} {_UNITS[unit]}{'' if count in ('0', '1') else 's'}"


def _hour(match: re.Match[str]) -> str | None:
    if not _BEFORE_HOUR.search(match.string[: match.start()]):
        return None
    return f"{int(match['hour']):02}:{match['minute'] or '00'}"


def _weekday(match: re.Match[str]) -> str:
    return _WEEKDAYS[match["weekday"].lower()] + match["plural"]


def _each(match: re.Match[str]) -> str:
    """ "le lundi", which comes every week."""
    return f"on {_WEEKDAYS[match['weekday'].lower()]}s"


def _each_part(match: re.Match[str]) -> str:
    part = {"matin": "mornings", "après-midi": "afternoons", "soir": "evenings"}[match["part"].lower()]
    return f"on {_WEEKDAYS[match['weekday'].lower()]} {part}"


def _day(match: re.Match[str]) -> str:
    """ "lundi 3 mars 2025"; "3" alone where the month stands with a later day."""
    weekday = _WEEKDAYS[match["weekday"].lower()] + " " if match["weekday"] else ""
    month = f" {_name(match['month'])}" if match["month"] else ""
    year = f" {match['year']}" if match["year"] else ""
    return f"{weekday}{int(match['day'])}{month}{year}"


def _month(match: re.Match[str]) -> str:
    return f"{_name(match['month'])} {match['year']}"


def _name(month: str) -> str:
    return say(f"month.{_MONTHS.index(month.lower()) + 1}", "en")
