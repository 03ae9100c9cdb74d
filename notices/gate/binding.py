"""One language: what belongs together stays together.

A rewriting may take a part of its sources, in another order. What it takes must keep what it is bound
to: the act its hedge, the verb its negation, the statement its exception, its condition and its
attribution, the possible penalty its "possible".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from notices.facts import Fact, find_facts
from notices.facts.tokens import Token, fold, stem, tokenise
from notices.gate.coverage import small_words
from notices.gate.doubt import Doubt, Severity
from notices.gate.text import Text, clip

_HARD_STOPS = frozenset(".;!?")
_CLAUSE_ENDS = frozenset(",;:.!?()–—")
_GOVERNED = 8
_HALVES = frozenset(
    "rien personne aucun aucune jamais nul nulle ni guere point never nobody nothing none".split()
)
_CONJUNCTIONS = frozenset("et mais puis car and but then".split())
_NEAR = 5

_ANSWERS: dict[str, tuple[str, ...]] = {
    "suspicion": ("suspicion",),
    "conditional": ("conditional", "suspicion", "appearance", "source"),
    "appearance": ("appearance", "suspicion", "possibility", "conditional", "source"),
    "possibility": ("possibility", "appearance", "suspicion", "conditional", "permission"),
}
"""Which marks stand for a hedge."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A mark of a source with the beginnings of the words that it governs, in order."""

    fact: Fact
    governed: tuple[str, ...]
    at: tuple[int, int]
    """First and last token of the mark."""


def torn(written: Text, source: Text) -> Iterator[Doubt]:
    """Marks that what was taken from the sources has lost, and marks that none of them has."""
    for sentence in source.sentences:
        scopes = _scopes(sentence, source.lang)
        for scope in scopes:
            if scope.fact.kind in _LOST and _LOST[scope.fact.kind](scope, written):
                yield Doubt(scope.fact.kind, clip(scope.fact.text), "lost", _severity(scope.fact))
        yield from _limits_lost([s for s in scopes if s.fact.kind in _LIMITS], written)
    yield from _penalties(written, source)
    yield from _added(written, source)


def _severity(fact: Fact) -> Severity:
    return "warn" if fact.kind in {"duty", "permission"} else "block"


@lru_cache(maxsize=1024)
def _scopes(sentence: str, lang: str) -> tuple[Scope, ...]:
    return tuple(_scopes_in(sentence, lang))


def _scopes_in(sentence: str, lang: str) -> Iterator[Scope]:
    tokens = tokenise(sentence, lang)
    for fact in find_facts(sentence, lang):
        if fact.kind not in _LOST and fact.kind not in _LIMITS:
            continue
        if fact.weak and not _second_half(fact):
            continue
        inside = [i for i, t in enumerate(tokens) if fact.start <= t.start < fact.end]
        if inside and not _listed_person(fact, tokens, inside[-1]):
            first, last = inside[0], inside[-1]
            whole = fact.kind in {"exception", "condition", "attribution"}
            governed = (
                _statement(tokens, first, last, lang) if whole else _act(tokens, fact, first, last, lang)
            )
            yield Scope(fact, governed, (first, last))


def _listed_person(fact: Fact, tokens: tuple[Token, ...], last: int) -> bool:
    """True for "le site, qui compte trois suspects, a été fermé": the act behind the comma is not theirs."""
    ends = last + 1 == len(tokens) or tokens[last + 1].text in _CLAUSE_ENDS
    return ends and fact.text.lower() in PERSONS


def _second_half(fact: Fact) -> bool:
    """True for "n'oubliez pas": in one language it is a negation like any other."""
    return fact.kind == "negation" and fact.text.lower().endswith((" pas", " plus", " jamais"))


def _is_content(token: Token, lang: str) -> bool:
    return token.is_word and token.fold not in small_words(lang)


def _act(tokens: tuple[Token, ...], fact: Fact, first: int, last: int, lang: str) -> tuple[str, ...]:
    """The words of a clause that a mark governs: its own verb, what follows, the noun that it stands at."""
    negative = fact.kind in {"negation", "restriction"}
    inside = [
        t for t in tokens[first : last + 1] if negative and _is_content(t, lang) and t.fold not in _HALVES
    ]
    after: list[Token] = []
    for token in tokens[last + 1 :]:
        if after and (token.text in _CLAUSE_ENDS or (negative and token.fold in _CONJUNCTIONS)):
            break
        if _is_content(token, lang) or token.text.isdigit():
            after.append(token)
        if len(after) == _GOVERNED:
            break
    before = [t for t in tokens[max(0, first - 1) : first] if _is_content(t, lang)] if not after else []
    return tuple(stem(t.fold) for t in (*inside, *after, *before))


def _statement(tokens: tuple[Token, ...], first: int, last: int, lang: str) -> tuple[str, ...]:
    """What an exception, a condition or an attribution limits: the rest of its sentence."""
    start = next((i + 1 for i in range(first - 1, -1, -1) if tokens[i].text in _HARD_STOPS), 0)
    end = next((i for i in range(last + 1, len(tokens)) if tokens[i].text in _HARD_STOPS), len(tokens))
    own_end = next((i for i in range(last + 1, end) if tokens[i].text in _CLAUSE_ENDS), end)
    own_start = first
    own = set(range(own_start, own_end))
    return tuple(
        stem(tokens[i].fold) for i in range(start, end) if i not in own and _is_content(tokens[i], lang)
    )


def _act_taken(scope: Scope, written: Text) -> bool:
    governed = scope.governed
    hits = [g for g in governed if g in written.stems]
    if not hits:
        return False
    return (governed[0] in hits and len(hits) >= min(2, len(governed))) or len(hits) >= 3


def _statement_taken(scope: Scope, written: Text) -> bool:
    hits = {g for g in scope.governed if g in written.stems}
    return len(hits) >= 2 and len(hits) >= 0.4 * len(set(scope.governed))


def _has(text: Text, *kinds: str, values: tuple[str, ...] = (), sure: bool = False) -> bool:
    return any(
        f.kind in kinds and (not values or f.value in values) and not (sure and f.weak) for f in text.facts
    )


def _hedge_lost(scope: Scope, written: Text) -> bool:
    answers = _ANSWERS[scope.fact.value]
    kept = any(
        f.value in answers and _hedges(f, scope.fact)
        for f in written.of("hedge", "attribution", "permission")
    )
    return not kept and _act_taken(scope, written)


PERSONS = ("suspect", "suspects", "suspecte", "suspectes")
_MODAL = ("pourr", "peut", "peuvent", "puiss", "pouv")


def _hedges(mark: Fact, lost: Fact) -> bool:
    """True for a mark that says "perhaps" of the act; "le suspect" says it of nothing."""
    if mark.text.lower() in PERSONS:
        return lost.text.lower() in PERSONS
    return not mark.weak or fold(mark.text).startswith(_MODAL)


def _negation_lost(scope: Scope, written: Text) -> bool:
    return _act_taken(scope, written) and not _stands_near(scope, written, ("negation", "prohibition"))


def _restriction_lost(scope: Scope, written: Text) -> bool:
    return _act_taken(scope, written) and not _has(written, "restriction")


def _prohibition_lost(scope: Scope, written: Text) -> bool:
    return _act_taken(scope, written) and not _has(written, "prohibition", "negation")


_LIMITS = frozenset({"exception", "condition"})
_LOOSE_LIMITS = (
    "hors",
    "autre",
    "mais pas",
    "mis",
    "lorsque",
    "quand",
    "des lors",
    "cas",
    "tant",
    "en dehors",
)


def _limits_lost(scopes: list[Scope], written: Text) -> Iterator[Doubt]:
    """Exceptions and conditions whose statement was taken, less those that stand in what is written."""
    standing = len({(f.start, f.end) for f in written.facts if f.kind in _LIMITS and not f.weak})
    taken = {(s.fact.start, s.fact.end): s for s in scopes if _statement_taken(s, written)}
    if len(taken) <= standing:
        return
    loose = {
        f.text
        for f in written.facts
        if f.kind in _LIMITS and f.weak and fold(f.text).startswith(_LOOSE_LIMITS)
    }
    for scope in list(taken.values())[standing + len(loose) :]:
        yield Doubt(scope.fact.kind, clip(scope.fact.text), "lost")


def _attribution_lost(scope: Scope, written: Text) -> bool:
    kept = _has(written, "attribution") or _has(written, "hedge", values=("conditional",), sure=True)
    return _statement_taken(scope, written) and not kept


def _modality_lost(scope: Scope, written: Text) -> bool:
    return _act_taken(scope, written) and not _has(written, "duty", "permission", "prohibition")


_LOST: dict[str, Callable[[Scope, Text], bool]] = {
    "hedge": _hedge_lost,
    "negation": _negation_lost,
    "restriction": _restriction_lost,
    "prohibition": _prohibition_lost,
    "attribution": _attribution_lost,
    "duty": _modality_lost,
    "permission": _modality_lost,
}


_DENIALS = (
    "en l'absen",
    "interdi",
    "refus",
    "impossi",
    "illeg",
    "illic",
    "defen",
    "exclu",
    "exempt",
    "dispens",
    "faute",
    "absen",
    "defaut",
)


def denies(fact: Fact) -> bool:
    """True for a negation, and for the words that a rewriting puts for one ("interdit", "impossible")."""
    return not fact.weak or _second_half(fact) or fold(fact.text).startswith(_DENIALS)


def _stands_near(scope: Scope, written: Text, kinds: tuple[str, ...]) -> bool:
    """True where one of the governed words has such a mark near it in the written text."""
    wanted = set(scope.governed[:3])
    for sentence in written.sentences:
        tokens = tokenise(sentence, written.lang)
        marked = [
            i
            for f in find_facts(sentence, written.lang)
            if f.kind in kinds and denies(f) and (f.value == "without") == (scope.fact.value == "without")
            for i, t in enumerate(tokens)
            if f.start <= t.start < f.end
        ]
        for i, token in enumerate(tokens):
            if stem(token.fold) in wanted and any(abs(i - m) <= _NEAR for m in marked):
                return True
    return False


def _penalties(written: Text, source: Text) -> Iterator[Doubt]:
    """A penalty that may be pronounced and one that was are never taken for each other."""
    pronounced = [f for f in written.of("penalty") if f.value == "pronounced" and not f.weak]
    if pronounced and not _has(source, "penalty", values=("pronounced",)):
        yield Doubt("penalty", clip(pronounced[0].text), "changed")
        return
    for sentence in source.sentences:
        facts = find_facts(sentence, source.lang)
        possible = [f for f in facts if f.kind == "penalty" and f.value == "possible" and not f.weak]
        if (
            not possible
            or _has(written, "penalty", values=("possible",))
            or _has(written, "hedge", "permission")
        ):
            continue
        amounts = {f.value for f in facts if f.kind in {"duration", "amount"} and f.start > possible[0].start}
        if any(f.value in amounts for f in written.of("duration", "amount")):
            yield Doubt("penalty", clip(possible[0].text), "lost")


def _added(written: Text, source: Text) -> Iterator[Doubt]:
    """Marks of the written text that no source has in any form."""
    for fact in written.facts:
        if fact.weak:
            continue
        licence = _LICENCES.get(f"{fact.kind} {fact.value}") or _LICENCES.get(fact.kind)
        if licence and not any(_bears_out(f, licence.sure, licence.loose) for f in source.facts):
            yield Doubt(fact.kind, clip(fact.text), "invented", licence.severity)
    yield from _negated_anew(written, source)


def _bears_out(fact: Fact, sure: tuple[str, ...], loose: tuple[str, ...]) -> bool:
    names = {fact.kind, f"{fact.kind} {fact.value}"}
    return not names.isdisjoint(loose) or (not fact.weak and not names.isdisjoint(sure))


@dataclass(frozen=True, slots=True)
class _Licence:
    """Marks of the sources that bear out a mark of the written text: `sure` ones; `loose` ones, even weak."""

    sure: tuple[str, ...]
    loose: tuple[str, ...] = ()
    severity: Severity = "block"


_UNSURE = ("hedge possibility", "hedge conditional", "hedge appearance")
_LICENCES: dict[str, _Licence] = {
    "hedge suspicion": _Licence(("hedge suspicion", *_UNSURE), ("hedge conditional",)),
    "hedge": _Licence(("hedge", "attribution", "permission"), _UNSURE),
    "negation": _Licence((), ("negation", "prohibition", "exception")),
    "prohibition": _Licence((), ("prohibition", "negation")),
    "exception": _Licence(("condition", "restriction"), ("exception",)),
    "condition": _Licence(("exception",), ("condition",)),
    "permission": _Licence(("prohibition",), ("permission", *_UNSURE)),
    "duty": _Licence((), ("duty", "permission", "prohibition", "condition"), "warn"),
    "restriction": _Licence((), ("restriction", "exception"), "warn"),
    "attribution": _Licence(("hedge",), ("attribution",), "warn"),
}


def _negated_anew(written: Text, source: Text) -> Iterator[Doubt]:
    """A verb that is negated in the written text and stands without negation in the sources."""
    for sentence in written.sentences:
        for scope in _scopes(sentence, written.lang):
            if scope.fact.kind != "negation" or not scope.governed:
                continue
            head = scope.governed[0]
            if head in source.stems and not _stands_near(
                Scope(scope.fact, (head,), scope.at), source, ("negation", "prohibition", "exception")
            ):
                yield Doubt("negation", clip(scope.fact.text), "invented")


def miscounted(written: Text, source: Text) -> Iterator[Doubt]:
    """A number that counts in the written text what another number counts in the source."""
    counted = _counted(source)
    for figure, nouns in _counted(written).items():
        if figure not in counted or not nouns:
            continue
        others = {noun for other, theirs in counted.items() if other != figure for noun in theirs[:1]}
        if nouns[0] in others and nouns[0] not in counted[figure]:
            yield Doubt("number", clip(f"{figure} {nouns[0]}"), "changed")


_COUNTED_WITHIN = 4


def _counted(text: Text) -> dict[str, list[str]]:
    """For each number the words after it, the nearest first."""
    found: dict[str, list[str]] = {}
    for sentence in text.sentences:
        tokens = tokenise(sentence, text.lang)
        numbers = [f for f in find_facts(sentence, text.lang) if f.kind == "number" and not f.weak]
        others = {f.start for f in numbers}
        for fact in numbers:
            after: list[str] = []
            for token in (t for t in tokens if t.start >= fact.end):
                if token.text in _CLAUSE_ENDS or token.start in others or len(after) == _COUNTED_WITHIN:
                    break
                if _is_content(token, text.lang):
                    after.append(stem(token.fold))
            found.setdefault(fact.value, []).extend(after)
    return found
