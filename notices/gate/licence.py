"""One language: every word that means something has its licence in the sources.

A written sentence may say less than its sources, and nothing in words of its own. A noun, a verb, an
adjective or an adverb passes where its sources have the same word, in whatever inflection, or one of its
family; where the lexicon puts it for a turn of phrase that they have; or where it stands in one of the few
phrases that the writer may add ("Il y a", "Cause :"). Figures and names have rules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from notices.facts import find_facts
from notices.facts.tokens import Token, fold, tokenise
from notices.gate.binding import denies
from notices.gate.coverage import small_words
from notices.gate.doubt import Doubt
from notices.gate.families import keys
from notices.gate.own import Span, borne_out
from notices.gate.text import Text, clip
from notices.lexicon import idioms, word_tags

_COMPARED = frozenset(
    "number ordinal fraction amount percent measure duration date time".split()
    + "phone email url reference name acronym".split()
)
"""Facts that have a rule of their own."""
_MARKS: dict[str, frozenset[str]] = {
    kind: frozenset(f"{kind} {others}".split())
    for kind, others in {
        "hedge": "",
        "attribution": "",
        "exception": "",
        "condition": "",
        "duty": "",
        "permission": "",
        "penalty": "",
        "restriction": "",
        "prohibition": "negation",
        "negation": "prohibition",
    }.items()
}
"""Facts that may be said in other words, and by which facts of the source."""
_SPLIT = re.compile(r"\bn(?:e\b|['’])", re.IGNORECASE)
"""Negations in two halves: what stands between them is not said by them."""
_PERSONS = ("suspect", "accus", "condamn", "prevenu")
"""Marks that may be the names of people."""
_NAMED = 3
"""So many words before a name belong to it: "le parquet de Grenoble"."""


def unlicensed(written: Text, source: Text, context: Text | None = None) -> Iterator[Doubt]:
    """Words of the written text that nothing in its sources bears out."""
    there = _keys_of(source)
    unborne: list[str] = []
    for sentence in written.sentences:
        spans = borne_out(sentence, source)
        for token in _content(sentence, spans):
            if keys(token.low).isdisjoint(there) and not _otherwise(
                token, sentence, written, source, context
            ):
                unborne.append(token.text)
    if unborne:
        yield Doubt("word", clip(", ".join(dict.fromkeys(unborne))), "invented")


def _otherwise(token: Token, sentence: str, written: Text, source: Text, context: Text | None) -> bool:
    """True for a word that is borne out by more than its like."""
    return (
        token.fold in source.words
        or _by_mark(token, sentence, source)
        or by_idiom(token, written, source)
        or (context is not None and not keys(token.low).isdisjoint(_lent(context)))
    )


def _content(sentence: str, spans: tuple[Span, ...]) -> Iterator[Token]:
    """The words of a sentence that need a licence."""
    free = [
        (f.start, f.end) for f in find_facts(sentence, "fr") if f.kind in _COMPARED and not f.weak
    ] + list(spans)
    for token in tokenise(sentence, "fr"):
        if (
            token.is_word
            and len(token.fold) > 1
            and token.fold not in free_words()
            and not token.low.endswith("'")
            and not any(start <= token.start < end for start, end in free)
        ):
            yield token


@cache
def free_words() -> frozenset[str]:
    """Words that only join others: articles, pronouns, prepositions, "être", "avoir"."""
    return small_words("fr") | _JOINING


_JOINING = frozenset(
    "selon puis ensuite depuis pendant durant jusque jusqu' contre malgre sauf lorsqu' puisque parce entre "
    "chaque plusieurs certains certaines quelques aucun aucune nul nulle rien jamais ceux-ci lui-meme voici "
    "voila deja encore toujours la-bas celui-ci des hors parmi tel telle tels telles eux lui peu "
    "soit etant ayant serait seraient aurait auraient etions etiez avions aviez eut eurent furent serons "
    "peux pourra pourront pouvez pouvons pouvait pouvaient pourrait pourraient puisse puissent dois devez "
    "devons devra devront devait devaient devrait devraient mme mm mlle dr etc bis ter via".split()
)


@lru_cache(maxsize=512)
def _keys_of(source: Text) -> frozenset[str]:
    return frozenset().union(*(keys(t.low) for t in source.tokens if t.is_word))


@lru_cache(maxsize=64)
def _lent(context: Text) -> frozenset[str]:
    """The keys of the words that stand at a name of the context, before it."""
    found: set[str] = set()
    for sentence in context.sentences:
        tokens = tokenise(sentence, "fr")
        names = {f.start for f in find_facts(sentence, "fr") if f.kind in ("name", "acronym")}
        for at, token in enumerate(tokens):
            if token.start in names:
                near = [t for t in tokens[max(0, at - _NAMED) : at + 1] if t.is_word]
                found.update(*(keys(t.low) for t in near))
    return frozenset(found)


def _by_mark(token: Token, sentence: str, source: Text) -> bool:
    """True for a word of a mark ("selon", "ne devez pas") that the source makes in other words."""
    if token.fold.startswith(_PERSONS) and "v" not in word_tags(token.low):
        return False
    for fact in find_facts(sentence, "fr"):
        inside = fact.start <= token.start < fact.end and not _SPLIT.search(fact.text)
        if inside and fact.kind in _MARKS and (not fact.weak or fact.kind == "penalty" or denies(fact)):
            likes = [f for f in source.of(*_MARKS[fact.kind]) if f.kind != fact.kind or f.value == fact.value]
            if likes:
                return True
    return False


def by_idiom(token: Token, written: Text, source: Text) -> bool:
    """True for a word that the lexicon puts for a turn of phrase of the source, with the words beside it."""
    for key in keys(token.low):
        for pattern, words in _idioms_by_key().get(key, ()):
            if all(not word.isdisjoint(_keys_of(written)) for word in words) and any(
                pattern.search(_flat(s)) for s in source.sentences
            ):
                return True
    return False


@lru_cache(maxsize=2048)
def _flat(sentence: str) -> str:
    return fold(sentence)


_Rewriting = tuple[re.Pattern[str], tuple[frozenset[str], ...]]


@cache
def _idioms_by_key() -> dict[str, tuple[_Rewriting, ...]]:
    """For each word that may stand for a turn of phrase: its pattern, and the words of its plain form."""
    found: dict[str, list[_Rewriting]] = {}
    for idiom in idioms():
        if idiom.mode == "auto":
            tokens = tokenise(idiom.plain.replace("{}", "er"), "fr")
            words = tuple(keys(t.low) for t in tokens if t.is_word and t.fold not in free_words())
            for key in frozenset().union(*words):
                found.setdefault(key, []).append((_pattern(idiom.pattern), words))
    return {key: tuple(rewritings) for key, rewritings in found.items()}


def _pattern(idiom: str) -> re.Pattern[str]:
    body, tail = idiom, r"(?![\w-])"
    if idiom.endswith(" de"):
        body, tail = idiom[:-3], r"(?:,[^,]*,)?\s+(?:d[ue]s?(?!\w)|d')"
    elif idiom.endswith((" à", " a")):
        body, tail = idiom[:-2], r"\s+(?:aux?|a)(?!\w)"
    words = (re.escape(word).replace(r"\{\}", r"\w+") for word in fold(body).split())
    return re.compile(r"(?<![\w-])" + r"\s+".join(words) + tail)
