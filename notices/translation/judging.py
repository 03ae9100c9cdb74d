"""Chooses among hypotheses: what is visibly wrong falls, what cannot be proven falls, the best one stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from notices.facts.tokens import stem
from notices.gate import Doubt, prove
from notices.gate.kept_names import lost_names
from notices.gate.text import counterparts
from notices.glossary import Entry, Found
from notices.translation.coverage import left_out
from notices.translation.faults import find_faults
from notices.translation.telling import telling_words_lost

_WORD = re.compile(r"[^\W\d_]+")
_PLURALS = (("ies", "y"), ("ss", "ss"), ("s", ""))
_VERBS = (("ied", "y"), ("ing", ""), ("ed", ""), ("e", ""))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible English of a French text, with all that is held against it."""

    text: str
    score: float
    """Mean log-probability of its tokens, as its model gives it."""
    doubts: tuple[Doubt, ...] = ()
    lost_terms: tuple[str, ...] = ()
    """French terms that it says in other words than the glossary's."""

    @property
    def blocked(self) -> bool:
        """Whether it must not be shown."""
        return any(doubt.severity == "block" for doubt in self.doubts)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Lower is better."""
        return (self.blocked, len(self.lost_terms), len(self.doubts))

    @property
    def proven(self) -> bool:
        """Whether no other form of the text needs to be tried."""
        return not self.blocked and not self.lost_terms

    @property
    def flawless(self) -> bool:
        """Whether nothing at all is held against it."""
        return not self.doubts and not self.lost_terms


def judged(
    written: str, score: float, source: str, found: Sequence[Found], *, strict: bool = True
) -> Candidate:
    """The candidate `written` for `source`, in which these terms were found.

    `strict`, for packages that are good for the gist only: what a good translation may have for a good reason
    (a word on no list, a term in words of its own, many words without a counterpart) is not shown either.
    """
    faults = find_faults(written, source)
    if any(fault.rule in ("empty", "loop") for fault in faults):
        return Candidate(written, score, faults)  # nothing more to learn from it, and the gate takes longest
    lost = [term for term in found if not holds(written, term.entry)]
    gone = [term for term in lost if not hints_at(written, term.entry)]
    hard = [
        *(fault for fault in faults if fault.rule != "made-up"),
        *prove(written, (source,), written_lang="en", source_lang="fr", complete=True),
        *_terms([term for term in gone if not term.entry.en], source),
    ]
    soft = [
        *(fault for fault in faults if fault.rule == "made-up"),
        *lost_names(written, source),
        *left_out(written, source, strict=strict),
        *telling_words_lost(written, source),
        *_terms([term for term in gone if term.entry.en], source),
    ]
    if not strict:
        soft = [replace(doubt, severity="warn") for doubt in soft]
    said_otherwise = tuple(
        doubt.value for doubt in _terms([term for term in lost if term not in gone], source)
    )
    return Candidate(written, score, tuple(dict.fromkeys((*hard, *soft))), said_otherwise)


def _terms(terms: Sequence[Found], source: str) -> tuple[Doubt, ...]:
    said = dict.fromkeys(source[slice(*term.span)] for term in terms)
    return tuple(Doubt("term", term, "lost") for term in said)


def best(candidates: Sequence[Candidate]) -> Candidate | None:
    """The first of the best rank: the model's own order decides among equals."""
    return min(candidates, key=lambda candidate: candidate.rank, default=None)


def holds(written: str, entry: Entry) -> bool:
    """Whether the English holds a form of the entry, in whatever inflection; a kept name as it stands."""
    if not entry.en:
        return re.search(rf"(?<!\w){re.escape(entry.fr)}(?!\w)", written.replace("’", "'")) is not None
    words = _stems(written)
    return any(_runs(words, _stems(form)) for form in entry.english)


def hints_at(written: str, entry: Entry) -> bool:
    """Whether the English holds a word that may stand for one of the term's: a term said otherwise."""
    if not entry.en:
        return False
    words = {stem(word) for word in _WORD.findall(written)}
    own = {stem(word) for form in entry.english for word in _WORD.findall(form) if len(word) > 3}
    others = {other for word in _WORD.findall(entry.fr) for other in counterparts(word, "fr")}
    return not words.isdisjoint(own | others)


def _runs(words: list[str], wanted: list[str]) -> bool:
    return bool(wanted) and any(
        words[i : i + len(wanted)] == wanted for i in range(len(words) - len(wanted) + 1)
    )


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", "", text.lower()))]


def _stem(word: str) -> str:
    """Without endings of plurals, then of verbs: "released" and "release", "bodies" and "body" are one."""
    return _without(_without(word, _PLURALS), _VERBS)


def _without(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + instead
    return word
