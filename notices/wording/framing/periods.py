"""When: "du lundi 12 au vendredi 16 mai 2025" -> "Dates : du lundi 12 au vendredi 16 mai 2025".

The parser reads a row of figures in many ways; their shape tells how far they go.
"""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.clause import without
from notices.wording.framing.hanging import announces, binds, is_of_main_clause, is_within
from notices.wording.framing.reach import at
from notices.wording.framing.shapes import DATE, FULL_DATE, HOUR, LONG
from notices.wording.grammar import words_in

_AT = rf"(?:,?\s+(?:à\s+(?:partir\s+de\s+)?|vers\s+|dès\s+)?{HOUR}(?:\s+inclus)?)?"
_SPAN = rf"(?:de\s+{HOUR}\s+à|entre\s+{HOUR}\s+et)\s+{HOUR}"
_HOURS = rf"{_SPAN}(?:(?:,\s+|\s+et\s+){_SPAN})*"
_DAYS = (
    r"(?:tous\s+les\s+jours|chaque\s+(?:jour|\w+di|matin|soir)|(?:du\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+au\s+"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))"
)
_WHEN = (
    (
        rf"du\s+{DATE}{_AT}\s+(?:inclus\s+)?(?:jusqu['’])?au\s+{FULL_DATE}{_AT}(?:\s+inclus)?(?:,?\s+{_HOURS})?",
        "Dates",
    ),
    (rf"entre\s+le\s+{DATE}{_AT}\s+et\s+le\s+{FULL_DATE}{_AT}(?:\s+inclus)?", "Dates"),
    (
        rf"(?:à\s+(?:compter|partir)\s+d(?:u|e\s+ce)\s+|dès\s+(?:le|ce)\s+){FULL_DATE}{_AT}"
        rf"(?:,?\s+(?:et\s+)?(?:au\s+moins\s+)?jusqu['’]au\s+{FULL_DATE}{_AT})?(?:\s+inclus)?",
        "Dates",
    ),
    (rf"(?:au\s+moins\s+)?jusqu['’]au\s+{FULL_DATE}{_AT}(?:\s+inclus)?", "Dates"),
    (rf"(?:au\s+plus\s+tard\s+|avant\s+)le\s+{FULL_DATE}{_AT}(?:\s+inclus)?", "Délai"),
    (rf"{_DAYS}(?:,?\s+(?:{_HOURS}|à\s+{HOUR}))?|{_HOURS}", "Horaires"),
)
_COMPILED = tuple((re.compile(rf"(?i)(?<![\w’'-]){pattern}(?![\w-])"), name) for pattern, name in _WHEN)
_BARE = re.compile(
    r"(?i)\b(?:se\s+(?:déroule|tien|dérouler|tiendr)\w*|(?:aura|auront|a|ont|aurait)\s+(?:eu\s+)?lieu|"
    r"s['’]est\s+tenue?|début\w+|commenc\w+|dur\w+|est|sont|sera|seront|entrent?\s+en\s+vigueur|reste\w*|"
    r"demeure\w*|va|vont|prend\w*\s+effet|applicables?|ouverte?s?|fixée?s?|prévue?s?|valables?|daté\w*)$"
)
"""Words that say nothing without their time."""


def split(tree: Tree) -> tuple[str, ...] | None:
    """The clause, then its days and hours; None where its verb needs them."""
    if words_in(tree.text) <= LONG or announces(tree.text):
        return None
    for pattern, name in _COMPILED:
        found = [m for m in pattern.finditer(tree.text) if _may_go(tree, m)]
        if len(found) != 1 or (name != "Délai" and len(pattern.findall(tree.text)) > 1):
            continue
        when = found[0]
        rest = without(tree, when.start(), when.end(), sure=True)
        if rest and not _NEGATED.search(rest) and not binds(rest):
            return rest, f"{name} : {when[0][0].lower()}{when[0][1:]}"
    return None


def needs_its_time(before: str) -> bool:
    """True behind a verb that says nothing without its time."""
    return bool(_BARE.search(before))


def _may_go(tree: Tree, when: re.Match[str]) -> bool:
    token = at(tree, when.start())
    before = tree.text[: when.start()].rstrip(", ")
    return (
        token is not None
        and is_of_main_clause(tree, token)
        and not is_within(tree.text, when.start())
        and not needs_its_time(before)
        and not _EXPLAINED.search(before)
        and not _AIMED.search(before)
        and not _OTHER_TIME.search(tree.text[when.end() :])
    )


_NEGATED = re.compile(r"(?i)\bn['’e]\b|(?<!\w)n['’]|\bni\b")
_EXPLAINED = re.compile(
    r"(?i)\b(?:soit|à\s+savoir|c['’]est-à-dire|"
    r"(?:semaine|période|vacances|fêtes?|nuit|(?<!\d\s)jours?|week-end|horaires?)(?:\s\S+){0,4})$"
)
"""The days that follow say which one is meant."""
_AIMED = re.compile(
    r"(?i)\b(?:pour|afin\s+d(?:e\s+|['’])|en\s+vue\s+d(?:e\s+|['’]))\s*(?:(?:ne\s+pas|s['’]|se|l['’]|les?|la|y|en)\s*)?"
    r"[a-zà-ÿ]+(?:er|ir|re|oir)\b[^;:]*$"
)
"""Behind an aim, a day may be that of the aim: "pour être convoqué à la session, du 7 au 10 mai"."""
_OTHER_TIME = re.compile(
    rf"(?i)\b(?:le|les|du|au)\s+(?:{FULL_DATE}|\w+di)\b|\d\s?h\b|\bheures?\b|\b(?:après-midi|matin|soir)\b"
)
