"""One language: one stays one, several stay several ("un suspect" is not "des suspects")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from notices.facts.tokens import Token, fold
from notices.gate.coverage import small_words
from notices.gate.doubt import Doubt
from notices.gate.families import lemma
from notices.gate.text import Text, clip
from notices.lexicon import word_tags


def recounted(written: Text, source: Text) -> Iterator[Doubt]:
    """Nouns of the written text that the sources have in the other number only."""
    theirs = _numbers(source)
    for place, token in enumerate(written.tokens):
        noun = _is_noun(token) and not _is_nobody(written.tokens[place : place + 2])
        found = theirs.get(_form(token.low)) if noun else None
        if found and None not in found and _number(token.low) not in (*found, None):
            yield Doubt("plural", clip(token.text), "changed")


def _is_nobody(words: Sequence[Token]) -> bool:
    """True for "personne n'est mort": that is no noun."""
    return words[0].low == "personne" and len(words) > 1 and words[1].low.replace("’", "'") in ("ne", "n'")


@lru_cache(maxsize=512)
def _numbers(text: Text) -> dict[str, frozenset[str | None]]:
    found: dict[str, set[str | None]] = {}
    for token in text.tokens:
        if token.is_word:
            found.setdefault(_form(token.low), set()).add(_number(token.low))
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=16384)
def _form(word: str) -> str:
    """The dictionary form, without accents."""
    return fold(lemma(word))


def _is_noun(token: Token) -> bool:
    tags = word_tags(token.low)
    return (
        token.is_word
        and token.fold not in small_words("fr")
        and "n" in tags
        and not {"v", "p", "i"} & set(tags)
    )


def _number(word: str) -> str | None:
    """ "one", "several", or None where the form does not show it ("mois", "prix")."""
    singular = lemma(word)
    if singular.endswith(("s", "x", "z")):
        return None
    if word.endswith(("s", "x")):
        return "several"
    return "one"
