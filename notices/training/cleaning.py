"""Which pairs are fit to learn from: a model repeats what it was shown, also what went wrong in it.

Each rule has a name, so that `prepare` can tell how many pairs it left out and why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from notices.training.pieces import unified

MAX_WORDS = 130
"""Words of a sentence: a model is handed none that is longer."""

MAX_CHARACTERS = 1_200

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-z]{2,8}|#\d+);|\{\{|\}\}|%\(?\w*\)?[sd]\b|\$\{|\\[nt]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd]")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[., ]\d{3})+(?!\d)|\d+")
_WORD = re.compile(r"[^\W\d_]+")
_FRENCH = frozenset(
    "le la les de des du un une et est dans pour sur par avec au aux ce cette ces qui que il elle ne pas ou "
    "son sa ses leur sont être été nous vous votre à en plus tout tous comme d l".split()
)
_ENGLISH = frozenset(
    "the of and to in is that for with was are be this by from or an it which not as have has been at you "
    "your their will shall may any all such were but its on".split()
)
_CLEARLY = 3
_LONG_ENOUGH = 8


def clean(pair: tuple[str, str]) -> tuple[str, str]:
    """Typographic variants unified, spaces put in order: what is learned is what the product hands over."""
    return unified(pair[0]), unified(pair[1])


def flaw(pair: tuple[str, str]) -> str:
    """The name of the first rule that a cleaned pair breaks; empty where it is fit to learn from."""
    return next((name for name, broken in RULES.items() if broken(*pair)), "")


def _empty(french: str, english: str) -> bool:
    return not (re.search(r"\w", french) and re.search(r"\w", english))


def _too_long(french: str, english: str) -> bool:
    return any(len(s) > MAX_CHARACTERS or len(s.split()) > MAX_WORDS for s in (french, english))


def _control(french: str, english: str) -> bool:
    return bool(_CONTROL.search(french) or _CONTROL.search(english))


def _markup(french: str, english: str) -> bool:
    return bool(_MARKUP.search(french) or _MARKUP.search(english))


def _untranslated(french: str, english: str) -> bool:
    """The same sentence on both sides; a name or a code may well be the same."""
    return len(french.split()) > 3 and french.casefold() == english.casefold()


def _lengths(french: str, english: str) -> bool:
    """One side tells far more than the other: French is some 15 % longer, never twice as long."""
    shorter, longer = sorted((len(french), len(english)))
    return longer > 2.2 * shorter + 20


def _numbers(french: str, english: str) -> bool:
    """A number of three figures or more stands on one side only; smaller ones may be written in words."""
    return large_numbers(french) != large_numbers(english)


def _language(french: str, english: str) -> bool:
    """Its small words say that a side is in another language."""
    return _not_in(french, _FRENCH, _ENGLISH, "fr") or _not_in(english, _ENGLISH, _FRENCH, "en")


RULES: dict[str, Callable[[str, str], bool]] = {
    "empty": _empty,
    "too-long": _too_long,
    "control": _control,
    "markup": _markup,
    "untranslated": _untranslated,
    "lengths": _lengths,
    "numbers": _numbers,
    "language": _language,
}
"""By name; each answers whether a pair breaks it."""


def large_numbers(text: str) -> frozenset[str]:
    """The numbers of three figures or more, without signs between thousands: 23 000 is 23,000."""
    plain = (re.sub(r"\D", "", number.group()) for number in _NUMBER.finditer(text))
    return frozenset(number.lstrip("0") for number in plain if len(number) > 2)


def _not_in(text: str, own: frozenset[str], other: frozenset[str], lang: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    mine, theirs = sum(word in own for word in words), sum(word in other for word in words)
    if theirs >= _CLEARLY and theirs > 2 * mine:
        return True
    return not mine and len(words) >= _LONG_ENOUGH and _told(text) not in (lang, "und")


@cache
def _detector() -> Callable[[str], str]:
    from notices.language import detect

    return detect


def _told(text: str) -> str:
    return _detector()(text)
