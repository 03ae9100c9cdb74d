"""French for the ear: one table of rules, in the order in which they are tried.

What is most particular comes first (addresses, telephone numbers, dates), then references and
amounts, then plain numbers, then words; the last rule mends what a French voice reads as English.
"""

from __future__ import annotations

import re
from functools import cache

from voices.pronunciation import (
    contacts,
    french_law,
    french_numbers,
    french_persons,
    french_phones,
    french_signs,
    french_time,
    french_words,
    inclusive,
)
from voices.pronunciation.rules import Match, Rule
from voices.pronunciation.tables import letters, mapping

NAMES = contacts.Names(
    at="arobase",
    dot="point",
    dash="tiret",
    slash="slache",
    underscore="tiret bas",
    hashtag="achtag",
    goes_on="et la suite de l'adresse",
    others={
        "?": "point d'interrogation",
        "=": "égale",
        "&": "et",
        "#": "dièse",
        "+": "plus",
        ":": "deux-points",
    },
)


@cache
def rules() -> tuple[Rule, ...]:
    """The table, made when the first French text is said."""
    return (
        *inclusive.before_addresses(),
        *contacts.rules(french_words.SPELLER, NAMES),
        *french_phones.rules(),
        *inclusive.rules(),
        *french_words.optional_prefixes(),
        *french_persons.rules(),
        *french_law.signs(),
        *french_signs.rules(),
        *french_words.streets(),
        *french_law.citations(),
        *french_law.standards(),
        *french_numbers.coordinates(),
        *french_time.rules(),
        *french_law.headings(),
        Rule(
            "power",
            re.compile(r"\^ ?(?P<sign>[-+]?)(?=\d)"),
            lambda m: f" puissance {'moins ' if m['sign'] == '-' else ''}",
            "^",
        ),
        *french_numbers.amounts(),
        *french_law.ordinals(),
        *french_words.abbreviations(),
        *french_words.codes(),
        *french_numbers.numbers(),
        *marks(),
        *french_words.capitals(),
        *french_words.loan_words(),
    )


def marks() -> tuple[Rule, ...]:
    """Signs that are read by what stands beside them."""
    return (
        Rule("wrong capital", re.compile(r"(?<!\w)I'(?=[a-zà-ÿ])"), "l'", "I"),
        Rule("wrong accent", re.compile(r"(?<!\w)Á(?!\w)"), "À", "Á"),
        Rule("elided space", re.compile(r"(?<=\b[ldnsjmtcLDNSJMTC]') (?=\w)"), ""),
        Rule("dollar of TeX", re.compile(r"\$"), " ", "$"),
        Rule("Greek", re.compile(f"[{letters('fr', 'greek')}]"), _greek, letters("fr", "greek")),
        Rule("last figures", re.compile(r"\d+"), french_numbers.last_figures, french_numbers.FIGURES),
    )


def _greek(match: Match) -> str:
    return f" {mapping('fr', 'greek')[match[0]]} "
