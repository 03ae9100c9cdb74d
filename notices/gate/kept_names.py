"""Names that must come through letter by letter: "Haute-Saône" is neither "Haute-Sane" nor "Haute-Sault".

The other rules of names allow for two spellings of one name ("Tobrouk", "Tobruk"). A name that the table of
pairs does not know has but one spelling in both languages, accents apart: published translations of laws and
of public health keep it in more than 99 sentences of 100, of world news in 95.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from notices.gate.doubt import Doubt
from notices.gate.text import counterparts
from notices.lexicon import word_tags

_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]+e?")
_SHORTEST = 4


def lost_names(written: str, source: str) -> Iterator[Doubt]:
    """One doubt for each name of the source that is spelt otherwise, or not there."""
    there = {_plain(word) for word in _WORD.findall(written)}
    for name in dict.fromkeys(_names(source)):
        plain = _plain(name)
        if there.isdisjoint({plain, plain + "s", plain.removesuffix("s")}):
            yield Doubt("name", name, "lost")


def _names(text: str) -> Iterator[str]:
    """Capitalised words inside a sentence that are neither French words nor known to have an English form."""
    for match in _WORD.finditer(text):
        word = match.group()
        inside = re.search(r"[\w,;)'’-]\s*$", text[: match.start()])
        named = (
            word[0].isupper() and len(word) >= _SHORTEST and not word.isupper() and not _ROMAN.fullmatch(word)
        )
        if inside and named and not word_tags(word) and not counterparts(word, "fr"):
            yield word


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
