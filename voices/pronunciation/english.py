"""English for the ear: one table of rules, in the order in which they are tried.

French names and words in an English text are left as they are: a guess would be wrong too often.
"""

from __future__ import annotations

import re
from functools import cache

from voices.pronunciation import contacts, english_numbers, english_phones, english_time, english_words
from voices.pronunciation.rules import Match, Rule
from voices.pronunciation.tables import letters, mapping

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


@cache
def rules() -> tuple[Rule, ...]:
    """The table, made when the first English text is said."""
    return (
        *contacts.rules(english_words.SPELLER, NAMES),
        *english_phones.rules(),
        *english_words.signs(),
        *english_words.citations(),
        *english_numbers.coordinates(),
        *english_time.rules(),
        Rule(
            "power",
            re.compile(r"\^ ?(?P<sign>[-+]?)(?=\d)"),
            lambda m: f" to the power of {'minus ' if m['sign'] == '-' else ''}",
            "^",
        ),
        *english_numbers.amounts(),
        *english_numbers.ordinals(),
        *english_words.numerals(),
        *english_words.abbreviations(),
        *english_words.codes(),
        *english_numbers.numbers(),
        Rule("Greek", re.compile(f"[{letters('en', 'greek')}]"), _greek, letters("en", "greek")),
        *english_words.capitals(),
    )


def _greek(match: Match) -> str:
    return f" {mapping('en', 'greek')[match[0]]} "
