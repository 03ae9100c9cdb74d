"""Light noise on the French: what notices suffer on their way through keyboards, scans and websites.

The English stays as it is, so the model learns to read past the damage. Figures are never touched, and
nothing here adds one: a number must be copied from what stands there. Light noise makes a model sturdier
without harming clean text: Vaibhav et al., "Improving robustness of machine translation with synthetic noise"
(2019).
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

Noise = Callable[[str, random.Random], str]

_SOFT_WORD = re.compile(r"(?<![\w-])[^\W\d_]{7,}(?![\w-])")
_APOSTROPHE = re.compile(r"(?<=\b[cdjlmnstCDJLMNST])'(?=[^\W\d_])|(?<=\b[Qq]u)'(?=[^\W\d_])")
_QUOTES = (("« ", " »"), ("«", "»"), ("“", "”"), ('"', '"'), ("'", "'"))
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
_MISREAD = (("rn", "m"), ("l", "I"), ("é", "e"), ("cl", "d"), ("à", "a"), ("ç", "c"))


def without_accents(french: str, chance: random.Random) -> str:
    """Typed on another keyboard: "prefecture", "decret"; capitals alone at times, as many people do."""
    if chance.random() < 0.3:
        return re.sub(r"[À-ÖØ-ÝŒÆ]", lambda match: _bare(match.group()), french)
    return _bare(french)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return unicodedata.normalize("NFC", "".join(s for s in decomposed if not unicodedata.combining(s)))


def without_apostrophes(french: str, chance: random.Random) -> str:
    """Lost by a form or a web page: "l homme", "lhomme", "l?homme"."""
    sign = chance.choice((" ", " ", "", "?", "´"))
    return _APOSTROPHE.sub(sign, french)


def other_typography(french: str, chance: random.Random) -> str:
    """Other quotation marks, dashes, signs for "numéro" and spaces before signs."""
    opening, closing = chance.choice(_QUOTES)
    text = re.sub(r"«\s?([^«»]*?)\s?»", lambda m: f"{opening}{m.group(1)}{closing}", french)
    text = re.sub(r"\s[–—]\s", chance.choice((" - ", " – ", " — ")), text)
    text = re.sub(r"\b([Nn])°\s?", chance.choice((r"\1° ", r"\1°", r"\1o ", r"\1º ")), text)
    return re.sub(r"(?<=\w)\s?([;:!?])(?=\s|$)", chance.choice((r" \1", r"\1")), text)


def broken_words(french: str, chance: random.Random) -> str:
    """As a scan of a narrow column has it: a hyphen of a line's end, a split word, a letter misread."""
    words = list(_SOFT_WORD.finditer(french))
    if not words:
        return french
    word = chance.choice(words)
    cut = chance.randint(word.start() + 3, word.end() - 3)
    kind = chance.random()
    if kind < 0.5:
        return french[:cut] + "- " + french[cut:]
    if kind < 0.7:
        return french[:cut] + " " + french[cut:]
    return french[: word.start()] + _misread(word.group(), chance) + french[word.end() :]


def _misread(word: str, chance: random.Random) -> str:
    right, wrong = chance.choice([pair for pair in _MISREAD if pair[0] in word] or [(word, word)])
    return word.replace(right, wrong, 1)


NOISES: dict[str, Noise] = {
    "accents": without_accents,
    "apostrophes": without_apostrophes,
    "typography": other_typography,
    "breaks": broken_words,
}
"""By name: each makes a French text from one, and touches no figure."""
