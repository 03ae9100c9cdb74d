"""Numbers in words: "vingt-trois mille", "quatre-vingt-dix-sept", "two hundred and five"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from notices.facts.tables import rows
from notices.facts.tokens import Token

_ARTICLES = {"un": 1, "une": 1, "one": 1, "neuf": 9}
"""Words that are a number inside a number, and perhaps none alone ("un", "neuf")."""
_ADDED = frozenset({"small", "tens"})
_COUNTING = frozenset({"small", "tens", "hundred", "scale"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words, and the place of the token after it."""

    value: int
    end: int
    weak: bool = False
    ordinal: bool = False


@cache
def vocabulary(lang: str) -> dict[str, tuple[str, str]]:
    """Kind and value of every word of a language that may stand in a number."""
    return {word: (kind, value) for of, kind, word, value in rows("number_words.tsv") if of == lang}


@cache
def number_words(lang: str) -> frozenset[str]:
    """Every word that may begin a number: "deux", "une", "vingt"."""
    return frozenset(vocabulary(lang))


@cache
def may_begin(lang: str) -> frozenset[str]:
    """Every word that is a number or begins one; with the articles and "a"."""
    return number_words(lang) | _ARTICLES.keys() | {"a"}


def begins(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """True where a number in words may begin."""
    word = tokens[at].fold
    return word in _ARTICLES or word == "a" or _role(word, lang)[0] in _COUNTING


def spelled(tokens: Sequence[Token], at: int, lang: str) -> Spelled | None:
    """The number that begins at a token; None where there is none."""
    first = at
    if lang == "en" and tokens[at].fold == "a" and _role_at(tokens, at + 1, lang)[0] in {"hundred", "scale"}:
        at += 1
    number, end = _Sum(lang), first
    while at < len(tokens):
        kind, value = _role_at(tokens, at, lang)
        if kind == "hundred" and lang == "fr" and at and tokens[at - 1].fold == "pour":
            break  # "pour cent"
        if kind in _COUNTING and number.takes(kind, value):
            number.add(kind, value)
            at = end = at + 1
        elif number.parts and _joins(tokens, at, number):
            at += 1
        else:
            break
    return _result(tokens, first, end, number)


def _result(tokens: Sequence[Token], first: int, end: int, number: _Sum) -> Spelled | None:
    if not number.parts:
        return None
    rest = _ordinal_end(tokens, end, number.lang)
    if rest:  # "quatre-vingt-dixième"
        return Spelled(number.value + rest, end + 2, ordinal=True)
    alone = number.parts == 1 and tokens[first].fold in _ARTICLES
    if alone and _role_at(tokens, end, number.lang)[0] == "weak" and tokens[first].fold != "neuf":
        return None  # "une centaine" is one number
    return Spelled(number.value, end, weak=alone)


class _Sum:
    """A number while its words are read."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.total = self.current = self.parts = 0

    @property
    def value(self) -> int:
        return self.total + self.current

    def takes(self, kind: str, value: int) -> bool:
        """True where the word may come next: "vingt" after "quatre", not "deux" after "trois"."""
        if kind == "scale":
            return not (self.total and self.current == 0)
        if kind == "hundred":
            return self.current < 100 and (self.current > 0 or not self.parts or self.lang == "fr")
        rest = self.current % 100
        if rest == 0:
            return True
        if self._fourscore(value):
            return True
        if value < 10:
            return rest % 10 == 0 and (rest >= 20 or (self.lang == "fr" and value >= 7))
        return self.lang == "fr" and rest in {60, 80} and value < 20

    def add(self, kind: str, value: int) -> None:
        if kind == "scale":
            self.total += (self.current or 1) * value
            self.current = 0
        elif kind == "hundred":
            self.current = (self.current or 1) * value
        else:
            self.current += 76 if self._fourscore(value) else value
        self.parts += 1

    def _fourscore(self, value: int) -> bool:
        return self.lang == "fr" and value == 20 and self.current % 100 == 4


def _role(word: str, lang: str) -> tuple[str, int]:
    if word in _ARTICLES:
        return "small", _ARTICLES[word]
    kind, value = vocabulary(lang).get(word, ("", "0"))
    return kind, int(value) if value.isdigit() else 0


def _role_at(tokens: Sequence[Token], at: int, lang: str) -> tuple[str, int]:
    return _role(tokens[at].fold, lang) if at < len(tokens) else ("", 0)


def _joins(tokens: Sequence[Token], at: int, number: _Sum) -> bool:
    """True for the "-", "et", "and" or comma between two words of one number."""
    sign, (kind, value) = tokens[at].fold, _role_at(tokens, at + 1, number.lang)
    if kind not in _COUNTING:
        return False
    if sign == "-":
        return True
    if number.lang == "fr":
        return sign == "et" and value in {1, 11} and number.current % 100 in {20, 30, 40, 50, 60, 70}
    if sign == "and":
        return kind in _ADDED and number.value % 100 == 0
    hundreds = any(t.fold == "hundred" for t in tokens[at + 2 : at + 3])
    return sign == "," and number.total > 0 and number.current == 0 and hundreds


def _ordinal_end(tokens: Sequence[Token], at: int, lang: str) -> int:
    """The value of an ordinal that ends a number after a hyphen; 0 where there is none."""
    if at >= len(tokens) or tokens[at].text != "-":
        return 0
    kind, value = _role_at(tokens, at + 1, lang)
    return value if kind.startswith("ordinal") else 0
