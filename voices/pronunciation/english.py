"""English for the ear: one table of rules, in the order in which they are tried. French names are left as they are."""

from __future__ import annotations

import re
from functools import cache

from voices.pronunciation import contacts, english_numbers, english_phones, english_time, english_words
from voices.pronunciation.rules import Rule

NAMES = contacts.Names(
    at="at",
    dot="dot",
    dash="dash",
    slash="slash",
    underscore="underscore",
    hashtag="hashtag",
    goes_on="and the rest of the address",
    others={"?": "question mark", "=": "equals", "&": "and", "#": "hash", "+": "plus", ":": "colon"},
)

SYMBOLS = {
    "€": "euros", "$": "dollars", "£": "pounds", "¥": "yen", "%": "per cent", "‰": "per thousand", "&": "and",
    "@": "at", "+": "plus", "=": "equals", "<": "less than", ">": "more than", "≤": "at most", "≥": "at least",
    "±": "plus or minus", "≈": "about", "~": "about", "≠": "not equal to", "×": "times", "÷": "divided by",
    "−": "minus", "§": "section", "°": "degrees", "/": ",", "\\": ",", "|": ",", "•": ",", "→": ",",
    "©": "copyright", "®": "registered", "#": "",
}  # fmt: skip
"""Signs that no rule has said, by name; any other sign is dropped."""


@cache
def rules() -> tuple[Rule, ...]:
    """The table, made when the first English text is said."""
    return (
        *contacts.rules(english_words.SPELLER, NAMES),
        *english_phones.rules(),
        *english_words.signs(),
        *english_words.citations(),
        *english_time.rules(),
        *english_numbers.amounts(),
        *english_numbers.ordinals(),
        *english_words.numerals(),
        *english_words.abbreviations(),
        *english_words.codes(),
        *english_numbers.numbers(),
        Rule("Greek", re.compile("μ"), " mu ", "μ"),
        *english_words.capitals(),
    )
