"""The hard words of an edition: where each first stands, and where it is explained.

An edition that brings a glossary explains its words itself, and they are linked to it. The original has
none: there the lexicon's legal terms are explained in a list of our own, after the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notices.document import Document, Sentence
from notices.edition import Edition
from notices.lexicon import Term, find_terms, means
from notices.publishing.fragments import TermLink

_ENTRY = re.compile(r"^(?P<word>[^:\n]{2,80}?)\s*:\s")
_EXPLAINED = frozenset({"sentence", "item", "row"})


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entry of our own list: its id, the word and what it means."""

    id: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class HardWords:
    """Links from sentences to explanations, and the explanations that the edition itself lacks."""

    links: Mapping[str, Sequence[TermLink]]
    explanations: tuple[Explanation, ...] = ()


def hard_words(edition: Edition) -> HardWords:
    """The hard words of an edition, each linked once, where it first stands."""
    entries = dict(_entries(edition.document))
    if entries:
        return HardWords(_linked(_where(edition.document, entries), entries))
    if edition.lang == "fr":
        return _explained(edition)
    return HardWords({})


def _explained(edition: Edition) -> HardWords:
    first: dict[str, tuple[str, int, int, Term]] = {}
    for sentence in _body(edition.document):
        for found in find_terms(sentence.text):
            if not found.term.easy and means(found.term, sentence.text):
                first.setdefault(_key(found.term.fr), (sentence.id, found.start, found.end, found.term))
    words = {key: f"{edition.id}-word-{number}" for number, key in enumerate(first, 1)}
    return HardWords(
        _linked({key: place[:3] for key, place in first.items()}, words),
        tuple(Explanation(words[key], place[3].fr, place[3].plain) for key, place in first.items()),
    )


Place = tuple[str, int, int]
"""A sentence's id, and start and end of the word in it."""


def _where(document: Document, entries: Mapping[str, str]) -> dict[str, Place]:
    """Where each word of a glossary first stands: as it is written there, or in an inflected form."""
    places: dict[str, Place] = {}
    for sentence in _body(document):
        for key, start, end in _occurrences(sentence, document.lang, entries):
            places.setdefault(key, (sentence.id, start, end))
    return places


def _occurrences(sentence: Sentence, lang: str, entries: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    if lang == "fr":
        for found in find_terms(sentence.text):
            if _key(found.term.fr) in entries:
                yield _key(found.term.fr), found.start, found.end
    for match in _finder(tuple(entries)).finditer(sentence.text):
        yield _key(match.group()), match.start(), match.end()


def _finder(keys: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _linked(places: Mapping[str, Place], targets: Mapping[str, str]) -> dict[str, list[TermLink]]:
    links: dict[str, list[TermLink]] = {}
    for key, (sentence, start, end) in places.items():
        links.setdefault(sentence, []).append(TermLink(start, end, targets[key]))
    return links


def _entries(document: Document) -> Iterator[tuple[str, str]]:
    """The words that the glossary explains, with the id of the sentence that does."""
    for sentence in document.sentences():
        entry = _ENTRY.match(sentence.text) if sentence.kind == "glossary" else None
        if entry:
            yield _key(entry["word"]), sentence.id


def _body(document: Document) -> Iterator[Sentence]:
    return (s for s in document.sentences() if s.kind in _EXPLAINED)


def _key(word: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", word).replace("’", "'").casefold().strip()
