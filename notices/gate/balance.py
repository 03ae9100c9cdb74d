"""Marks across languages: as many negations, suspicions, exceptions on either side.

A mark may be said in many ways ("n'est pas autorisé", "is prohibited"), so words that may carry it (weak
marks) fill what the sure ones leave open, as long as they do not stand there for a word of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notices.facts import Fact
from notices.facts.tokens import Token, stem, tokenise
from notices.gate.coverage import small_words
from notices.gate.doubt import Doubt, DoubtSide, Severity
from notices.gate.text import Text, clip, counterparts


@dataclass(frozen=True, slots=True)
class Rule:
    """How one mark is compared."""

    kind: str
    value: str = ""
    count: bool = True
    """True: one for one; False: one is enough."""
    near: bool = False
    """True: a weak mark counts only where the sure one would stand."""
    lost: Severity | None = "block"
    invented: Severity | None = "block"


_RULES = (
    Rule("negation", "not", near=True),
    Rule("negation", "without", count=False, invented="warn"),
    Rule("hedge", "suspicion"),
    Rule("exception", near=True),
    Rule("permission", lost=None),
    Rule("hedge", "conditional", count=False, invented=None),
    Rule("hedge", "appearance", count=False, lost="warn", invented="warn"),
    Rule("hedge", "possibility", count=False, lost="warn", invented=None),
    Rule("prohibition", count=False),
    Rule("penalty", "possible", count=False, invented="warn"),
    Rule("penalty", "pronounced", count=False),
    Rule("condition", count=False, lost="warn", invented="warn"),
    Rule("restriction", count=False, lost="warn", invented="warn"),
    Rule("attribution", count=False, lost="warn", invented="warn"),
    Rule("comparison", count=False),
)

_DOUBTED = ("suspicion", "doute")
_JOINED = re.compile(r"\b(?:et|ou|ni|and|or|nor)\b|,")
_GOES_ON = re.compile(r"\b(?:et|ou|and|or)\s+$")
"""What stands right before a mark that goes on with the one before: "may refuse ... or may suspend"."""
_CLOSE = 22
"""Characters between two negations that the other language may say at once ("ne fume pas et ne boit pas")."""
_ALIKE = 5
"""Letters that learned words of one family share in both languages: "exclure", "exclusion"."""
_NEAR, _NEARLY = 4, 9
"""Words between where a mark should stand and where it stands: known, and guessed from the length."""
_REACH = 7
"""Words between a verb and its negation in the other language."""


def unbalanced(written: Text, source: Text) -> Iterator[Doubt]:
    """Marks that the source has and the written text lacks, or the other way round."""
    for rule in _RULES:
        if rule.lost:
            yield from _missing(rule, source, written, "lost", rule.lost)
        if rule.invented:
            yield from _missing(rule, written, source, "invented", rule.invented)
    yield from _softened(written, source)
    yield from _accused(written, source)


def _accused(written: Text, source: Text) -> Iterator[Doubt]:
    """ "suspicious" of what nothing in the source calls so: "soupçonné de vol" is said of a person's act."""
    ours, theirs = _oddities(written), _oddities(source)
    if written.lang == "en" and ours and not theirs and not any(_is_doubted(t) for t in source.tokens):
        yield Doubt("hedge", clip(ours[0].text), "invented")


def _is_doubted(token: Token) -> bool:
    return token.fold.startswith(_DOUBTED)


def _oddities(text: Text) -> list[Fact]:
    """ "colis suspect", "suspicious package": odd things; in French each of them is a suspicion too."""
    return [f for f in text.of("hedge") if f.value == "oddness"]


def _softened(written: Text, source: Text) -> Iterator[Doubt]:
    """ "doit" said as "may": a duty less, and a permission more."""
    duties = [f for f in source.of("duty") if not f.weak]
    allowed = [f for f in written.of("permission") if f.text.lower() == "may"]
    permitted = [f for f in source.of("permission") if not f.weak]
    if len(duties) > sum(1 for _ in written.of("duty")) and len(allowed) > len(permitted):
        yield Doubt("duty", clip(duties[-1].text), "changed")


def _missing(rule: Rule, here: Text, there: Text, side: DoubtSide, severity: Severity) -> Iterator[Doubt]:
    sure = _sure(rule, here)
    if not sure:
        return
    proven = len(_sure(rule, there))
    if len(sure) <= proven or (not rule.count and (proven or _weak(rule, there))):
        return
    if not rule.count and _other_negations(rule, here, there):
        return
    theirs = [f for f in _weak(rule, here) if f.kind == rule.kind and f.weak]
    if rule.kind == "negation":  # "pas seulement": its "only" is no negation
        theirs += [f for f in here.of("restriction") if not f.weak]
    spare = _other_negations(rule, here, there) + _spare(_weak(rule, there), theirs, here, there)
    if rule.value == "suspicion":
        spare += _oddities(there)[: len(_oddities(here))]
    if rule.count:
        if rule.near:
            spare = _near(spare, sure, here, there)
        if len(sure) <= proven + len(spare):
            return
        if _least(sure, here) <= proven + len(spare) and not _stranded(sure, here, there):
            return
    yield Doubt(rule.kind, clip(sure[-1].text), side, severity)


def _other_negations(rule: Rule, here: Text, there: Text) -> list[Fact]:
    """ "without" for "ne ... pas", as far as it does not stand for a "sans"."""
    if rule.kind != "negation":
        return []
    other = Rule("negation", "not" if rule.value == "without" else "without")
    spare = _sure(other, there)[len(_sure(other, here)) :]
    if rule.value == "not":  # "sont interdites": "no dealer shall"
        forbidding = Rule("prohibition")
        spare += _sure(forbidding, there)[len(_sure(forbidding, here)) :]
    return spare


def _sure(rule: Rule, text: Text) -> list[Fact]:
    return [f for f in text.of(rule.kind) if not f.weak and _is(f, rule)]


def _weak(rule: Rule, text: Text) -> list[Fact]:
    found = [f for f in text.of(rule.kind) if f.weak and _is(f, rule)]
    if rule.kind == "exception" and text.lang == "fr":
        found += [f for f in text.of("negation", "condition", "restriction") if not f.weak]
    if rule.kind == "prohibition":
        found += list(text.of("negation"))
    return found


def _is(fact: Fact, rule: Rule) -> bool:
    if fact.kind != rule.kind:
        return False
    if rule.kind == "negation":
        return fact.weak or (fact.value == "without") == (rule.value == "without")
    return not rule.value or fact.value == rule.value


def _content(text: str, lang: str) -> list[Token]:
    return [t for t in tokenise(text, lang) if t.is_word and t.fold not in small_words(lang)]


def _spare(marks: list[Fact], theirs: list[Fact], here: Text, there: Text) -> list[Fact]:
    """Words that may carry a mark and stand for no such word of the other text ("sauf" for "except").

    Each word of the other text accounts for one, the one that stands where it does: the second of
    "has failed ... or has failed" for "n'a pas ... ou a omis".
    """
    spare = list(marks)
    for fact in theirs:
        alike = [mark for mark in spare if _answers(mark, fact, here.lang)]
        if alike:
            at = fact.start / _length(here)
            spare.remove(min(alike, key=lambda mark: abs(mark.start / _length(there) - at)))
    return spare


def _length(text: Text) -> int:
    return 1 + max(map(len, text.sentences), default=0)


def _answers(mark: Fact, fact: Fact, lang: str) -> bool:
    """True where a word of the mark is a translation of one of the fact, or of its family ("exclure")."""
    other = "en" if lang == "fr" else "fr"
    theirs = {stem(t.fold) for t in tokenise(fact.text, lang) if t.is_word}
    families = {word[:_ALIKE] for word in theirs if len(word) >= _ALIKE}
    return any(
        stem(word.fold)[:_ALIKE] in families or not counterparts(word.fold, other).isdisjoint(theirs)
        for word in _content(mark.text, other)
    )


def _near(marks: list[Fact], sure: list[Fact], here: Text, there: Text) -> list[Fact]:
    """The weak marks that stand where one of the sure marks is to be expected."""
    if len(here.sentences) > 1 or len(there.sentences) > 1:
        return marks
    expected = [_expected(fact, here, there) for fact in sure]
    place = {t.start: i for i, t in enumerate(there.tokens)}
    around = {c for fact in sure for c in _neighbours(fact, here)}
    return [
        m
        for m in marks
        if (not m.weak and sure[0].kind == "exception")
        or _opposite(m, around)
        or any(abs(place[m.start] - at) <= reach for at, reach in expected)
    ]


_PREFIX = re.compile(r"(?:un|non|in|im|ir|il|dis)-?(?=[a-z]{4})")


def _opposite(mark: Fact, words: set[str]) -> bool:
    """True for "unclear" where the other text negates "clair"."""
    positive = _PREFIX.sub("", mark.text.lower(), count=1)
    return positive != mark.text.lower() and any(len(w) >= 4 and (positive.startswith(w[:5])) for w in words)


def _expected(fact: Fact, here: Text, there: Text) -> tuple[float, int]:
    """Where in the other text a mark should stand, and how far from there it may."""
    before = sum(t.start < fact.start for t in here.tokens)
    guess = before * len(there.tokens) / max(1, len(here.tokens))
    places = [i for i, t in enumerate(there.tokens) if stem(t.fold) in _neighbours(fact, here)]
    if not places:
        return guess, max(_NEARLY, len(there.tokens) // 5)
    return min(places, key=lambda place: abs(place - guess)), _NEAR


def _neighbours(fact: Fact, here: Text) -> set[str]:
    """What the words at a mark may be in the other language."""
    after = _content(here.sentences[0][fact.end : fact.end + 40], here.lang)[:1]
    words = [*_content(fact.text, here.lang), *after]
    return {c for t in words for c in counterparts(t.fold, here.lang)}


def _least(sure: list[Fact], text: Text) -> int:
    """How many marks a text has at least: close ones that "et", "ou", "," join count once."""
    if len(text.sentences) > 1:
        return len(sure)
    least, end = 0, -1
    for fact in sure:
        between = text.sentences[0][end : fact.start] if end >= 0 else ""
        close = len(between) <= _CLOSE and _JOINED.search(between)
        goes_on = fact.kind == "permission" and _GOES_ON.search(between)
        if not (end >= 0 and (close or goes_on)):
            least += 1
        end = fact.end
    return least


def _stranded(sure: Sequence[Fact], here: Text, there: Text) -> bool:
    """True where the word that a negation stands at is found in the other text with no negation near."""
    tokens = there.tokens
    negated = [
        i for i, t in enumerate(tokens) if any(f.start <= t.start < f.end for f in there.of("negation"))
    ]
    for fact in sure:
        known = _neighbours(fact, here)
        places = [i for i, t in enumerate(tokens) if stem(t.fold) in known]
        if places and not any(abs(i - n) <= _REACH for i in places for n in negated):
            return True
    return False
