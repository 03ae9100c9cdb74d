"""What the checks found, sorted as a reader needs it and said in words that need no manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from notices.document import Check, Sentence
from notices.edition import Bundle, Edition
from notices.phrases import keys, say


@dataclass(frozen=True, slots=True)
class Finding:
    """One check that was not in order, with the sentences that it speaks of."""

    check: Check
    text: str
    """The written sentence; of a missing one, the source's."""
    lang: str
    """Of `text`."""

    @property
    def id(self) -> str:
        """The id of the sentence to look at."""
        return self.check.sentence or (self.check.origin[0] if self.check.origin else "")

    @property
    def words(self) -> str:
        """What was found, in French: what kind of thing, which one, and what is wrong with it."""
        rule = named("page.rule", self.check.rule, "fr")
        if not self.check.value:
            return rule
        return say(f"page.side.{self.check.side}", "fr", rule=rule, value=self.check.value)


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one edition, and how much was compared."""

    edition: Edition
    fell_back: tuple[Finding, ...]
    to_review: tuple[Finding, ...]
    missing: tuple[Finding, ...]
    compared: tuple[tuple[str, int], ...]
    """How many of each kind of fact, in words: ("nombres", 12)."""

    @property
    def name(self) -> str:
        """The edition's name, in French."""
        return say(f"edition.{self.edition.id}", "fr")

    @property
    def total(self) -> int:
        """How many facts were compared."""
        return sum(count for _, count in self.compared)


def findings(bundle: Bundle) -> tuple[Findings, ...]:
    """The findings of every edition that was written from another."""
    sentences = {
        sentence.id: (sentence.text, _lang(sentence, edition))
        for edition in bundle.editions
        for sentence in edition.document.sentences()
    }
    return tuple(_of(edition, sentences) for edition in bundle.editions if edition.id != "original")


def _lang(sentence: Sentence, edition: Edition) -> str:
    return "fr" if "untranslated" in sentence.flags else edition.lang


def _of(edition: Edition, sentences: Mapping[str, tuple[str, str]]) -> Findings:
    found = tuple(_each(edition, sentences))
    present = tuple(f for f in found if f.check.sentence)
    return Findings(
        edition,
        fell_back=tuple(f for f in present if f.check.action == "fallback"),
        to_review=tuple(f for f in present if f.check.action == "flagged"),
        missing=tuple(f for f in found if not f.check.sentence),
        compared=tuple((named("page.fact", kind, "fr"), n) for kind, n in edition.compared.items() if n),
    )


def _each(edition: Edition, sentences: Mapping[str, tuple[str, str]]) -> Iterator[Finding]:
    for check in edition.checks:
        where = check.sentence or (check.origin[0] if check.origin else "")
        yield Finding(check, *sentences.get(where, ("", edition.lang)))


def named(area: str, name: str, lang: str) -> str:
    """The words for a rule or a kind of fact; its bare name where the table has no words for it yet."""
    key = f"{area}.{name}"
    return say(key, lang) if key in keys() else name
