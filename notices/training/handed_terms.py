"""Pairs in which the French holds an English term, so that the model learns to keep what it is handed.

At translation time the glossary writes its terms into the source: "une judicial investigation a été
ouverte" (`notices.translation.forms.with_terms`). The same function does it here, so that a package
trained on these pairs may say `"glossary": true`. Terms handed so: Dinu et al., "Training neural machine
translation to apply terminology constraints" (2019).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from notices.glossary import Entry, Found, Glossary
from notices.translation.forms import with_terms

MOST_FRENCH, MOST_ENGLISH = 6, 7
"""Words of a term; longer ones are titles, which stand in a text only once."""

_SHORTEST = 4
_HANDED = 0.7
"""How often a term that is found is handed: a sentence shall hold known terms in French, too."""

_AS_LISTED = 0.5
"""How often the list's form is handed where the English is inflected: the model learns to inflect it."""

_WORD = re.compile(r"\w+")


class TermHandler:
    """Finds the terms of a list in a pair, and hands them."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self._by_beginning: dict[str, list[Entry]] = {}
        for french, english in terms:
            if _usable(french, english):
                beginning = _invariant(french)
                self._by_beginning.setdefault(beginning, []).append(Entry(french, english))

    def __bool__(self) -> bool:
        return bool(self._by_beginning)

    def handed(self, french: str, english: str, chance: random.Random) -> tuple[str, str] | None:
        """The pair with terms in English on both sides; None where it holds none, or chance will not."""
        found = [
            Found(Entry(term.entry.fr, form), term.span)
            for term in self._glossary(french).find(french)
            if chance.random() < _HANDED and (form := _form(term.entry, english, chance))
        ]
        handed = with_terms(french, found)
        return (handed, english) if handed != french else None

    def _glossary(self, french: str) -> Glossary:
        """The few terms that may stand in this sentence: those with the beginning of one of its words."""
        beginnings = {word[:end] for word in _WORD.findall(french.lower()) for end in range(1, len(word) + 1)}
        return Glossary(tuple(entry for b in sorted(beginnings) for entry in self._by_beginning.get(b, ())))


def _usable(french: str, english: str) -> bool:
    return (
        1 <= len(french.split()) <= MOST_FRENCH
        and 1 <= len(english.split()) <= MOST_ENGLISH
        and len(french) > _SHORTEST
        and french.casefold() != english.casefold()
    )


def _invariant(term: str) -> str:
    """The beginning of a term that every form of it shares ("-al" becomes "-aux")."""
    word = next(iter(_WORD.findall(term.lower())), "")
    return word[:-2] if len(word) > 2 and word.endswith("al") else word


def _form(entry: Entry, english: str, chance: random.Random) -> str:
    """The English to be handed: as the reference spells it, at times as the list does; empty without one."""
    for form in entry.english:
        if as_said := re.search(rf"(?<!\w){_inflected(form)}(?!\w)", english, re.IGNORECASE):
            same = as_said.group().casefold() == form.casefold()
            return as_said.group() if same or chance.random() > _AS_LISTED else form
    return ""


def _inflected(form: str) -> str:
    """A term or its plural: laws, offices, authorities."""
    last = form[-1:].lower()
    stem, ending = (form[:-1], "(?:y|ies)") if last == "y" else (form, "(?:s|es)?")
    return re.escape(stem) + ending


def read_handler(lines: Iterable[str]) -> TermHandler:
    """The terms of `prepare`'s list: French, tab, English."""
    return TermHandler(_rows(lines))


def _rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        french, _, english = line.rstrip("\n").partition("\t")
        yield french, english
