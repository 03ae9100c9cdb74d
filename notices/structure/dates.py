"""The day that a notice bears: `Paris, le 28 juin 2024`, `Fait à Lille, le 19/05/2025`, in ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from unicodedata import combining, normalize

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan",
            "fevrier fevr fev",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = (
    r"(?:janv(?:ier)?|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?"
    r"|nov(?:embre)?|d[ée]c(?:embre)?|jan)\.?"
)
_DAY_NAME = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
DATE = (
    rf"{_DAY_NAME}(?:(?P<day>\d{{1,2}}|1\s?er)\.?\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4}))"
)
PLACE = r"[A-ZÀ-Ý][\w'’]*(?:[ -](?!le\b|LE\b|Le\b)[\w'’]*[^\W\d]){0,7}"
_DATELINE = re.compile(
    rf"(?:(?:fait|donné|signé)\s+[àáa]\s+(?P<at>{PLACE})\s*,?\s+(?:le\s+)?"
    rf"|(?:[àá]\s+)?(?P<place>{PLACE})\s*,\s*(?:le\s+)?"
    rf"|(?:publié|mis en ligne)\s+le\s+|(?:date\s*:\s*)|le\s+){DATE}",
    re.IGNORECASE,
)
_DATE = re.compile(DATE, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and day at the head of a text; either may be empty."""

    place: str
    day: str
    """ISO 8601; empty where the calendar has no such day."""
    end: int
    """Where it ends in the text."""


def dateline(text: str) -> Dateline | None:
    """The dateline that a text consists of, a full stop or comma after it allowed."""
    found = dateline_before(text)
    return found if found and not text[found.end :].strip(" .,;\u00a0") else None


def dateline_before(text: str) -> Dateline | None:
    """The dateline that a text begins with."""
    match = _DATELINE.match(text)
    if match is None or match.end() > 90:
        return None
    place = (match["at"] or match["place"] or "").strip()
    if place and not _is_place(place):
        return None
    return Dateline(place, _iso(match), match.end())


def _is_place(text: str) -> bool:
    """Capitalised words, and the little ones that stand between them: "La Roche sur Yon"."""
    first, *others = text.split()
    return first[0].isupper() and all(
        w[0].isupper() or w in _LITTLE_WORDS or "'" in w or "’" in w for w in others
    )


_LITTLE_WORDS = frozenset("de du des la le les en sur sous lès et aux au à près".split())
_HONOURS_END = re.compile(
    r"(?:(?:L[ée]gion d['’]honneur|ordre national du m[ée]rite|palmes acad[ée]miques|arts et des lettres"
    r"|m[ée]rite agricole|r[ée]publique fran[çc]aise|fraternit[ée]|communiqu[ée] de presse)\s*[,.]?|,)\s*$",
    re.IGNORECASE,
)


def dateline_after(text: str) -> tuple[int, Dateline] | None:
    """The dateline that a line of honours, a motto or a letterhead ends with, and where it begins."""
    if len(text) > 400:
        return None
    for match in reversed(list(re.finditer(r"(?<=\s)(?=[A-ZÀ-Ý])", text))):
        if _HONOURS_END.search(text, 0, match.start()):
            found = dateline(text[match.start() :])
            if found and found.place:
                return match.start(), found
    return None


def first_date(text: str) -> str:
    """The first full date of a text in ISO 8601, empty where there is none."""
    match = _DATE.search(text)
    return _iso(match) if match else ""


def _iso(match: re.Match[str]) -> str:
    if match["day"]:
        day, month, year = re.sub(r"\D", "", match["day"]), _MONTHS[_plain(match["month"])], match["year"]
    else:
        day, month, year = match["d"], int(match["m"]), match["y"]
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""


def _plain(month: str) -> str:
    letters = normalize("NFD", month.lower().rstrip("."))
    return "".join(letter for letter in letters if not combining(letter))
