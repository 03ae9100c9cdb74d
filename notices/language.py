"""Tells, offline, in which language a text is written.

Most texts are French, and their small words show it at once. For all others py3langid decides: a naive
Bayes classifier over byte n-grams (Lui and Baldwin, 2012), five megabytes, a second to load.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

UNDETERMINED = "und"
"""ISO 639-2's code for a language that cannot be told."""

_NO_LANGUAGE = "zxx"
_SURE = 0.4
_FEWEST_LETTERS = 8
_MOST_LETTERS = 30_000
_NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[\d_]+|[^\w\s'’.,;:!?-]+")
_WORD = re.compile(r"[^\W\d_]+")

_FRENCH_ONLY = frozenset(
    "et est dans pour sur par avec au aux du une sont cette ces nous vous être été leur leurs où ne "
    "pas qui ont il elle sera seront afin chez vers entre sous mais donc ainsi plus tout tous toute "
    "votre notre vos nos".split()
)
"""Frequent words of French that no neighbour shares with the same frequency."""

_FRENCH_SHARE = 0.12
_FRENCH_KINDS = 5


def detect(text: str) -> str:
    """ISO 639 code of the text's language ("fr"); "und" where it is too short, mixed or noise to tell."""
    words = " ".join(_NOT_WORDS.sub(" ", text).split())
    if sum(map(str.isalpha, words)) < _FEWEST_LETTERS:
        return UNDETERMINED
    return "fr" if _plainly_french(words) else _classified(_sample(words))


def _plainly_french(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    french = [word for word in words if word in _FRENCH_ONLY]
    return len(french) >= _FRENCH_SHARE * len(words) and len(set(french)) >= _FRENCH_KINDS


def _sample(text: str) -> str:
    """Beginning, middle and end of a long text, in small letters: capitals hide a language."""
    if len(text) > _MOST_LETTERS:
        third, middle = _MOST_LETTERS // 3, len(text) // 2
        text = " ".join((text[:third], text[middle : middle + third], text[-third:]))
    return text.lower()


def _classified(text: str) -> str:
    language, probability = _classifier().classify(text)
    if language == _NO_LANGUAGE or probability < _SURE:
        return UNDETERMINED
    return str(language)


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
