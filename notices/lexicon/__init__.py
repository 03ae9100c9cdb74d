"""What the product knows about words: legal terms, administrative idioms, events, plain vocabulary.

The data are the files of this folder; `SOURCES.md` says where each comes from and under which licence.
Nothing is read before it is asked for, and each file is read once.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from notices.document import Span

Mode = Literal["auto", "sug", "del"]


@dataclass(frozen=True, slots=True)
class Term:
    """A legal or administrative term: never replaced, but kept and explained."""

    fr: str
    plain: str
    """What it means, in plain French, in about fifteen words at most."""
    en: str
    note: str
    source: str
    """Where the explanation comes from; "own" where we wrote it."""

    @property
    def easy(self) -> bool:
        """True for a word that needs a fixed translation and no explanation."""
        return self.note == "easy"


@dataclass(frozen=True, slots=True)
class TermFound:
    """A term where it stands in a text, in whatever inflection."""

    term: Term
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Start and end offsets in the text."""
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Idiom:
    """An administrative turn of phrase and its plain form."""

    pattern: str
    """Lower case; `{}` is any ending of a verb in -er."""
    plain: str
    mode: Mode
    """`auto`: the meaning stays in any context; `sug`: advice only; `del`: it says nothing."""
    note: str


@dataclass(frozen=True, slots=True)
class OwnPhrase:
    """Words that a writer of plain French may add to those of a notice ("Il y a", "Cause :")."""

    text: str
    """As it is written, with the colon of a label."""
    needs: str
    """A pattern that the source must match, in lower case without accents; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Definition:
    """An official definition, word for word (Service-Public.fr / DILA, Licence Ouverte 2.0)."""

    number: str
    term: str
    text: str


@cache
def terms() -> tuple[Term, ...]:
    """All terms, longest first."""
    found = (Term(*(row + [""] * 5)[:5]) for row in _rows("terms.tsv"))
    return tuple(sorted(found, key=lambda term: (-len(term.fr), term.fr)))


@cache
def idioms() -> tuple[Idiom, ...]:
    """All idioms, longest first."""
    found = (
        Idiom(pattern, plain, _mode(mode), note)
        for pattern, plain, mode, note in (row[:4] for row in _rows("idioms.tsv"))
    )
    return tuple(sorted(found, key=lambda idiom: (-len(idiom.pattern), idiom.pattern)))


@cache
def own_phrases() -> tuple[OwnPhrase, ...]:
    """All phrases that plain French may add, with what bears them out."""
    return tuple(OwnPhrase(*[*row, ""][:2]) for row in _rows("own_words.tsv"))


@cache
def senses() -> dict[str, re.Pattern[str]]:
    """For terms with everyday homonyms, the company in which they have the sense that is explained."""
    return {term: re.compile(pattern, re.IGNORECASE) for term, pattern in _rows("senses.tsv")}


def means(term: Term, sentence: str) -> bool:
    """True where a term has, in a sentence, the sense that is explained: to appeal, not to call a plumber."""
    company = senses().get(term.fr)
    return company is None or bool(company.search(sentence))


@cache
def definitions() -> tuple[Definition, ...]:
    """The official definitions."""
    return tuple(Definition(*row[:3]) for row in _rows("definitions.tsv"))


@cache
def core_vocabulary() -> frozenset[str]:
    """Lemmas that French schoolbooks use: words that need no explanation."""
    return frozenset(_unpacked("core.txt.gz").split())


@cache
def events() -> dict[str, str]:
    """Beginnings of words that tell an event, with its kind: {"interdi": "ban", "ouvr": "open"}."""
    return {stem: kind for stem, kind, *_ in _rows("events.tsv")}


@lru_cache(maxsize=32768)
def word_tags(form: str) -> str:
    """What a French word form can be: letters of `v w p g i n a d` (see SOURCES.md), or "" if unknown."""
    return _forms().get(form.lower().replace("’", "'"), "")


def noun_gender(noun: str) -> str:
    """The gender of a French noun, singular or plural: "m" or "f"; "" where it is not known or not one."""
    low = noun.lower()
    known = _genders()
    singulars = (low, low.removesuffix("s"), low.removesuffix("x"), re.sub("aux$", "al", low))
    return next((known[form] for form in singulars if form in known), "")


@lru_cache(maxsize=4096)
def find_terms(text: str) -> tuple[TermFound, ...]:
    """The terms in a French text, inflected forms too, in order; of two that overlap the longer one."""
    plain = text.replace("’", "'")
    found: list[TermFound] = []
    end = 0
    for word in _WORD.finditer(plain):
        if word.start() >= end and (one := _term_at(plain, word.start(), text)):
            found.append(one)
            end = one.end
    return tuple(found)


_WORD = re.compile(r"(?<![\w-])\w+")
_BEGINNING = 3
"""So many letters of a term's first word lead to it."""


def _term_at(plain: str, start: int, text: str) -> TermFound | None:
    for term, pattern in _index().get(plain[start : start + _BEGINNING].lower(), ()):
        match = pattern.match(plain, start)
        if match and not (term.fr.isupper() and not match.group().isupper()):
            return TermFound(term, match.start(), match.end(), text[match.start() : match.end()])
    return None


@cache
def _index() -> dict[str, tuple[tuple[Term, re.Pattern[str]], ...]]:
    """The terms by their beginnings, longest first."""
    index: dict[str, list[tuple[Term, re.Pattern[str]]]] = {}
    for term in terms():
        pattern = re.compile(_inflected(term.fr) + r"(?![\w-])", re.IGNORECASE)
        index.setdefault(term.fr[:_BEGINNING].lower(), []).append((term, pattern))
    return {beginning: tuple(found) for beginning, found in index.items()}


def _inflected(term: str) -> str:
    term = re.sub(r"\s*\([^)]*\)", "", term)
    return r"\s+".join(_word(word) for word in term.split())


_UNCHANGED = frozenset(
    "de du des la le les à au aux en et sur sous sans par pour contre d'œuvre d'appel".split()
)


def _word(word: str) -> str:
    if word in _UNCHANGED or word.isupper() or len(word) < 3:
        return re.escape(word)
    if word.endswith("al"):
        return re.escape(word[:-2]) + "(?:al|ale|aux|ales)"
    if word.endswith(("é", "u", "mis", "if", "ur")):
        return (
            re.escape(word) + "e?s?" if not word.endswith("if") else re.escape(word[:-1]) + "(?:f|fs|ve|ves)"
        )
    return re.escape(word) + "[sx]?"


def _mode(word: str) -> Mode:
    return "auto" if word == "auto" else "del" if word == "del" else "sug"


@cache
def _forms() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _unpacked("forms.tsv.gz").splitlines():
        tags, words = line.split("\t")
        table.update(dict.fromkeys(words.split(), tags))
    return table


@cache
def _genders() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _unpacked("genders.tsv.gz").splitlines():
        gender, words = line.split("\t")
        table.update(dict.fromkeys(words.split(), gender))
    return table


def _rows(name: str) -> list[list[str]]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _unpacked(name: str) -> str:
    return gzip.decompress(files(__name__).joinpath(name).read_bytes()).decode("utf-8")
