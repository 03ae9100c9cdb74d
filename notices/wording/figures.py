"""Numbers in digits, hours and dates in one clear form. No date is completed, and no weekday computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from notices.facts.spelled import spelled
from notices.facts.tokens import tokenise
from notices.lexicon import word_tags

NUMBER_WORDS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt vingt-cinq trente quarante quarante-cinq quarante-huit cinquante soixante soixante-dix "
    "quatre-vingts quatre-vingt-dix cent mille".split()
)
"""Words that may begin a noun phrase as an article does."""
_MEASURES = re.compile(
    r"(?:jours?|semaines?|mois|ans|années|heures?|minutes|secondes|euros|mètres|kilomètres|km|litres|tonnes|"
    r"hectares|fois|degrés|millions?|milliards?|centimètres|kilos|kilogrammes|points|nuits|"
    r"dernières|derniers|premières|premiers|prochains|prochaines|consécutifs|consécutives)(?![\w-])"
)
"""What is always counted in figures, "les trois jours" too."""
MONTHS = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre").split()
_WORD = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|"
    r"quarante|cinquante|soixante|septante|nonante|cents?|mille)"
)
_NUMBER = rf"{_WORD}(?:[- ]{_WORD}|[- ]et[- ](?:une?|onze)|-une?)*"
_CANDIDATE = re.compile(
    rf"(?<![\w-])(?:(?P<words>{_NUMBER})|(?P<one>une?)(?= (?:ou|à) (?:{_WORD}|\d))|"
    r"(?P<figure>\d[\d ]*(?<! )))(?![\w-])",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"(?i)(?<![\w-]){_NUMBER}\s*\((\d+)\)")
_SPOKEN_TIME = re.compile(rf"(?i)(?<![\w-])({_NUMBER}|\d{{1,2}})\s+heures\s+(quinze|trente|quarante-cinq)\b")
_JOINED = re.compile(r" (?:ou|à|et|\w+ sur) ")
"""What stands between two numbers that are written alike: both in figures, or none."""
_POINTED_AT = frozenset("les ces des tous toutes nos vos ses leurs aux".split())
""" "les deux" points back, and counts nothing."""


def plain_figures(text: str) -> str:
    """ "quinze (15) jours" -> "15 jours", "18h30" -> "18 h 30", "12/03/2026" -> "12 mars 2026"."""
    text = _IN_BRACKETS.sub(r"\1", text)
    text = _SPOKEN_TIME.sub(_spoken_time, text)
    return plain_hours(_dates(_in_figures(text)))


def _in_figures(text: str) -> str:
    """The numbers that count something in figures; of two that are joined, both or none."""
    out, position = "", 0
    for group in _groups(text):
        if not any(m["words"] for m in group) or not any(m["figure"] or _counts(m, text) for m in group):
            continue
        if any(m["words"] and _value(m["words"]) is None for m in group):
            continue
        for match in group:
            if not match["figure"]:
                out += text[position : match.start()] + _figure(match, text)
                position = match.end()
    return out + text[position:]


def _groups(text: str) -> Iterator[list[re.Match[str]]]:
    """The numbers of a text, those together that a word joins: "deux ou trois"."""
    group: list[re.Match[str]] = []
    for match in _CANDIDATE.finditer(text):
        if group and not _JOINED.fullmatch(text, group[-1].end(), match.start()):
            yield group
            group = []
        group.append(match)
    if group:
        yield group


_COUNTED = re.compile(r" (?P<noun>[a-zà-ÿœ-]+)(?: (?P<second>[a-zà-ÿœ-]+))?(?P<elided>['’])?")


def _counts(match: re.Match[str], text: str) -> bool:
    """True before what is counted: "trois armes", "deux autres personnes", "quinze n'étaient pas"."""
    if not match["words"]:
        return False
    words, value = match["words"].lower(), _value(match["words"]) or 0
    before = text[: match.start()].split()[-1:] or [""]
    low = before[0].lower()
    if words[0] != match["words"][0] and low and low[-1] not in ".!?:»":
        return False  # a name: "les Trois Rivières"
    if low == "pour" and words.startswith("cent"):
        return False
    after = _COUNTED.match(text, match.end())
    if after and _MEASURES.match(after["noun"]):
        return True
    if value > _EASY and words not in ("cent", "mille"):
        return True
    if low in _POINTED_AT or not after:
        return False
    return _is_counted(after["noun"]) or bool(
        after["second"] and _is_counted(after["second"]) and _describes(after["noun"])
    )


_EASY = 10
"""Numbers up to here are left in words where they stand alone: "trois d'entre eux"."""


def _is_counted(word: str) -> bool:
    return word.endswith(("s", "x")) and len(word) > 2 and "n" in word_tags(word)


def _describes(word: str) -> bool:
    return "a" in word_tags(word) and word not in ("tous", "toutes")


@lru_cache(maxsize=1024)
def _value(words: str) -> int | None:
    """The value of a number in words; None where the words are no single number."""
    tokens = tokenise(words, "fr")
    number = spelled(tokens, 0, "fr")
    return number.value if number and number.end == len(tokens) else None


def _figure(match: re.Match[str], text: str) -> str:
    if match["one"]:
        return "1"
    value = _value(match["words"]) or 0
    is_year = 1800 < value < 2100 and not _COUNTED.match(text, match.end())
    return str(value) if value < 1000 or is_year else f"{value:,}".replace(",", " ")


def _spoken_time(match: re.Match[str]) -> str:
    minute = {"quinze": "15", "trente": "30", "quarante-cinq": "45"}[match[2].lower()]
    hour = match[1] if match[1].isdigit() else _value(match[1])
    if hour is None:
        return match.group()
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


def _dates(text: str) -> str:
    return re.sub(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])", _date, text)


def _date(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[2]), match[3]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match.group()
    return f"{'1er' if day == 1 else day} {MONTHS[month - 1]} {year}"
