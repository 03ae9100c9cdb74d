"""Persons named by a letter: `M. X`, `l'individu V` are letters, never Roman numerals or abbreviations."""

from __future__ import annotations

import re

from voices.pronunciation.rules import Match, Rule, any_of, first_words
from voices.pronunciation.spelling import LOWER, UPPER

_LETTERS = {"X": "Ixe", "V": "Vé", "C": "Cé", "D": "Dé", "L": "Èle", "M": "Ème", "I": "I"}
"""Their names as a French voice says them; `I` is said so already."""

_TITLES = (
    "M. MM. Mme Mme. Mmes Mlle Mlles Me Dr Dr. monsieur Monsieur MONSIEUR madame Madame MADAME"
    " mademoiselle Mademoiselle messieurs Messieurs mesdames Mesdames maître Maître docteur Docteur"
    " sieur dame"
).split()
_CIVILITIES = any_of(_TITLES)
_PEOPLE = tuple(
    word + ending
    for word, endings in (
        ("individu", ("", "s")),
        *((word, ("", "e", "s", "es")) for word in ("nommé", "dénommé", "prénommé", "susnommé")),
        *((word, ("", "e", "s", "es")) for word in ("prévenu", "accusé", "suspect", "mineur", "plaignant")),
        *((word, ("", "e", "s", "es")) for word in ("requérant", "intéressé", "condamné", "détenu")),
        *((word, ("", "s")) for word in ("victime", "témoin", "époux", "épouse", "enfant", "agent")),
    )
    for ending in endings
)
_PERSONS = any_of(_PEOPLE)
_FIRST_NAME = rf"(?: [{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)"
# Two initials in a row are spelled by the rule of acronyms: `M. C. D.`.
_LETTER = rf"[XVCDLMI](?!\w|'|-\w|\. ?[{UPPER}]\.(?! ?[{UPPER}][{LOWER}])|\.-?\w)\.?"


def rules() -> tuple[Rule, ...]:
    """The letter after a civility or a word for a person, and those joined to it."""
    joined = rf"(?:(?:, | et | ou )(?:{_CIVILITIES} )?{_LETTER}){{0,9}}"
    return (
        Rule(
            "person by a letter",
            re.compile(
                rf"(?P<head>(?<![\w.-])(?:{_CIVILITIES}{_FIRST_NAME}{{0,2}}|{_PERSONS}) )"
                rf"(?P<list>{_LETTER}{joined})"
            ),
            _said,
            "XVCDLMI",
            first_words((*_TITLES, *_PEOPLE)),
        ),
        Rule(
            "person in X",
            re.compile(r"(?<![\w.'-])X\.(?=,| [a-zà-ÿ])"),
            "Ixe",
            "X",
        ),
    )


_ONE = re.compile(rf"(?P<civility>{_CIVILITIES} )?(?<![\w'])(?P<letter>[XVCDLMI])(?!\w)\.?")
_CLOSES = re.compile(rf"$| [{UPPER}]")


def _said(match: Match) -> str:
    """The dot that shortens a name is silent; before a capital or the end it may close the sentence."""
    said = _ONE.sub(lambda one: f"{one['civility'] or ''}{_LETTERS[one['letter']]}", match["list"])
    closes = match[0].endswith(".") and _CLOSES.match(match.string, match.end())
    return f"{match['head']}{said}{'.' if closes else ''}"
