"""One text as the gate sees it: its words, its facts, its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from notices.facts import Fact, find_facts
from notices.facts.tables import rows
from notices.facts.tokens import Token, side, stem, tokenise

_ROMAN = {
    roman: str(n)
    for n, roman in enumerate("II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), start=2)
}
"""Roman numbers ("World War II"): they prove a number and ask for none."""
_DIGITS = re.compile(r"\d+")
_YEARS = re.compile(r"\b((?:19|20)\d\d) ?[-–/‑] ?((?:19|20)?\d\d)\b")
"""Two years in a row: "2016-2017" and "2016–17" are one."""


@dataclass(frozen=True)
class Text:
    """One or several sentences of one language, read together."""

    sentences: tuple[str, ...]
    lang: str

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of all sentences, in order; spans are those within each sentence."""
        return tuple(f for s in self.sentences for f in find_facts(s, self.lang))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of all sentences, in order."""
        return tuple(t for s in self.sentences for t in tokenise(s, self.lang))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in lower case without accents."""
        return frozenset(t.fold for t in self.tokens)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginning of every word."""
        return frozenset(stem(t.fold) for t in self.tokens if t.is_word)

    @cached_property
    def figures(self) -> frozenset[str]:
        """Every figure, day, month and year that the text can prove."""
        found = {a for f in self.facts for a in atoms(f)}
        found.update(str(int(d)) for s in self.sentences for d in _DIGITS.findall(s))
        found.update(_ROMAN[t.text] for t in self.tokens if t.text in _ROMAN)
        for first, last in (pair for s in self.sentences for pair in _YEARS.findall(s)):
            found.update((str(int(last[-2:])), first[:2] + last[-2:]))
        return frozenset(found.union(*(_dotted(s) for s in self.sentences)))

    def of(self, *kinds: str) -> Iterator[Fact]:
        """The facts of these kinds."""
        return (f for f in self.facts if f.kind in kinds)


def text_of(sentences: str | Sequence[str], lang: str) -> Text:
    """The text of a sentence or of several; the same one each time, for what is found in it is kept."""
    return _known((sentences,) if isinstance(sentences, str) else tuple(sentences), side(lang))


@lru_cache(maxsize=1024)
def _known(sentences: tuple[str, ...], lang: str) -> Text:
    return Text(sentences, lang)


def atoms(fact: Fact) -> tuple[str, ...]:
    """The smallest parts of a fact made of figures: a date gives its day, its month and its year."""
    if fact.kind in {"number", "amount", "percent", "measure", "duration", "ordinal"}:
        return (fact.value.split(" ")[0],)
    if fact.kind == "date":
        return tuple(_date_atoms(fact.value))
    if fact.kind == "time":
        hour, minute = fact.value.split(":")
        return (fact.value, str(int(hour)), str(int(minute)), f"{int(hour)}{minute}")
    if fact.kind == "reference":
        return tuple(_dotted(fact.text))
    return ()


_DOTTED = re.compile(r"\d+(?:[.‑–-]\d+)*")


def _dotted(text: str) -> list[str]:
    """Figures with the points and hyphens that join them: "706.72"."""
    return [re.sub(r"[‑–-]", ".", d) for d in _DOTTED.findall(text)]


def _date_atoms(value: str) -> Iterator[str]:
    year, month, day = date_parts(value)
    if year:
        yield year
    if month:
        yield f"month {month}"
    if day:
        yield day
    if not (year or month or day):
        yield value


@lru_cache(maxsize=4096)
def date_parts(value: str) -> tuple[str, str, str]:
    """Year, month and day of an ISO date that may be partial; empty where it has none (all of a weekday)."""
    m = re.fullmatch(r"(\d{4}|-)-(\d\d)(?:-(\d\d))?", value)
    if not m:
        return "", "", ""
    return m[1].strip("-"), str(int(m[2])), str(int(m[3])) if m[3] else ""


@cache
def translations() -> dict[str, frozenset[str]]:
    """For the beginning of a French word, the beginnings of the English words that may stand for it."""
    return {row[0]: frozenset(row[1].split()) for row in rows("pairs.tsv")}


@cache
def back_translations() -> dict[str, frozenset[str]]:
    """The same from English to French."""
    found: dict[str, set[str]] = {}
    for french, english in translations().items():
        for word in english:
            found.setdefault(word, set()).add(french)
    return {word: frozenset(french) for word, french in found.items()}


def known(beginning: str, lang: str) -> bool:
    """True where the table has translations for the beginning of a word."""
    return beginning in (translations() if lang == "fr" else back_translations())


def counterparts(word: str, lang: str) -> frozenset[str]:
    """What the beginning of a word may be in the other language; empty where the table does not know it."""
    table = translations() if lang == "fr" else back_translations()
    return table.get(stem(word), frozenset())


def alike(one: str, other: str) -> bool:
    """True for two spellings of one name or one learned word: "Tobrouk" and "Tobruk"."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 3:
        return False
    if longer.startswith(shorter) and len(longer) - len(shorter) <= 2:
        return True
    if min(len(one), len(other)) > 3 and skeleton(one) == skeleton(other):
        return True
    common = len(_pairs(one) & _pairs(other))
    return 2 * common >= 1.2 * min(len(_pairs(one)), len(_pairs(other))) + 0.3 * abs(
        len(one) - len(other)
    ) and (one[0] == other[0] or one[1:] == other[1:])


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"t?sch|tch|ch|sh|cz", "s"),
        (r"dj|dzh|zh|g(?=[eiy])", "j"),
        (r"kh|qu|ck|c(?![eiy])", "k"),
        (r"c", "s"),
        (r"ph", "f"),
        (r"gu(?=[ei])|gh", "g"),
        (r"w", "v"),
        (r"[aeiouyh]", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """A name by its consonants: "khrouchtchev" and "krushchev" are both "krsv"."""
    first = name[0]
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name if first not in "aeiouyh" else "a" + name


@lru_cache(maxsize=65536)
def _pairs(word: str) -> frozenset[str]:
    padded = f"^{word}$"
    return frozenset(padded[i : i + 2] for i in range(len(padded) - 1))


def clip(text: str, length: int = 60) -> str:
    """A value short enough for a report."""
    return text if len(text) <= length else text[: length - 1] + "…"


def unique(facts: Iterable[Fact]) -> list[Fact]:
    """Facts with each (kind, value) once, the first of them."""
    seen: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.kind, fact.value), fact)
    return list(seen.values())
