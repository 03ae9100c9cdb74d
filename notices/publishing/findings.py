"""What the checks found, sorted as a reader needs it and said in words that need no manual."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from notices.document import Check, Flag, Sentence
from notices.edition import SOURCES, Bundle, Edition
from notices.phrases import keys, say
from notices.publishing.fragments import printable

Action = Literal["fallback", "flagged"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, and everything about it that was not in order."""

    id: str
    """Of the written sentence; of a missing one, the source's."""
    text: str
    lang: str
    reasons: tuple[str, ...]
    """In French: what kind of thing, which one, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one edition, and how much was compared."""

    name: str
    source: str
    """The name of the edition that it was compared with."""
    sentences: int
    """How many sentences it has that were written from others."""
    fell_back: tuple[Finding, ...]
    to_review: tuple[Finding, ...]
    missing: tuple[Finding, ...]
    refused: tuple[Finding, ...]
    """What a language model proposed and the checks did not let pass; the text is what stands instead."""
    reworded: int
    """How many sentences a language model worded."""
    left_out: tuple[Finding, ...]
    """Sentences of the source that a shorter edition does not tell, in the source's order."""
    compared: tuple[tuple[str, int], ...]
    """How many of each kind of fact, in words: ("nombres", 12)."""

    @property
    def total(self) -> int:
        """How many facts were compared."""
        return sum(count for _, count in self.compared)


LEFT_OUT = "left-out"
"""The rule of a check that tells of a whole sentence of the source without a counterpart."""
_FALLEN: tuple[Flag, ...] = ("untranslated", "fallback")
_UNSURE: tuple[Flag, ...] = ("unproven", "doubtful", "low-confidence")


def all_checks(edition: Edition) -> tuple[Check, ...]:
    """The edition's checks, and one for each flagged sentence that none of them explains.

    A sentence can bear a flag without a check (no rewriting of it was tried): it is told all the same.
    """
    return (*edition.checks, *_unexplained(edition))


def _unexplained(edition: Edition) -> Iterator[Check]:
    explained = {(check.sentence, check.action) for check in edition.checks}
    actions: tuple[tuple[tuple[Flag, ...], Action], ...] = ((_FALLEN, "fallback"), (_UNSURE, "flagged"))
    for sentence in edition.document.sentences():
        for flags, action in actions:
            flag = next((flag for flag in flags if flag in sentence.flags), None)
            if flag and (sentence.id, action) not in explained:
                yield Check(sentence.id, flag, "", "changed", action, sentence.origin)
                break


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
    checks = all_checks(edition)

    def gathered(belongs: Callable[[Check], bool]) -> tuple[Finding, ...]:
        return tuple(_by_sentence(filter(belongs, checks), sentences))

    return Findings(
        say(f"edition.{edition.id}", "fr"),
        say(f"edition.{SOURCES[edition.id]}", "fr"),
        sum(bool(sentence.origin) for sentence in edition.document.sentences()),
        fell_back=gathered(lambda check: bool(check.sentence) and check.action == "fallback"),
        to_review=gathered(lambda check: bool(check.sentence) and check.action == "flagged"),
        missing=gathered(
            lambda check: not check.sentence and check.rule != LEFT_OUT and check.action != "kept"
        ),
        refused=gathered(lambda check: check.action == "kept"),
        reworded=sum("reworded" in sentence.flags for sentence in edition.document.sentences()),
        left_out=tuple(_left_out(checks, sentences)),
        compared=tuple((named("page.fact", kind, "fr"), n) for kind, n in edition.compared.items() if n),
    )


def _by_sentence(checks: Iterable[Check], sentences: Mapping[str, tuple[str, str]]) -> Iterator[Finding]:
    reasons: dict[str, dict[str, None]] = {}
    for check in checks:
        where = check.sentence or (check.origin[0] if check.origin else "")
        reasons.setdefault(where, {})[_words(check)] = None
    for where, words in reasons.items():
        yield Finding(where, *sentences.get(where, ("", "fr")), tuple(words))


def _left_out(checks: Iterable[Check], sentences: Mapping[str, tuple[str, str]]) -> Iterator[Finding]:
    """A sentence that stands in no edition here has no id, for nothing can be linked to."""
    for check in checks:
        if check.rule == LEFT_OUT:
            name = next((name for name in check.origin if name in sentences), "")
            text, lang = sentences.get(name, (check.value, "fr"))
            yield Finding(name, printable(text), lang, (_words(check),))


def _words(check: Check) -> str:
    """A fault has a sentence of its own; a fact is lost, invented or changed."""
    fault = f"page.fault.{check.rule}"
    if fault in keys():
        return say(fault, "fr", value=check.value)
    rule = named("page.rule", check.rule, "fr")
    return say(f"page.side.{check.side}", "fr", rule=rule, value=check.value) if check.value else rule


def named(area: str, name: str, lang: str) -> str:
    """The words for a rule or a kind of fact; its bare name where the table has no words for it yet."""
    key = f"{area}.{name}"
    return say(key, lang) if key in keys() else name
