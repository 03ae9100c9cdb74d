"""Words that are none: what a translation model makes up, or leaves in the other language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from notices.facts.tokens import Token, fold, stem
from notices.gate.doubt import Doubt
from notices.gate.text import Text, alike, clip, counterparts, skeleton

_SHORTEST = 4
_NAME = 8
"""Words of a name, at most, before the one in question."""
_MANY = 2
"""So many of them in one sentence, or one in every `_SHARE` words, are no slip any more."""
_SHARE = 4


def strange_words(written: Text, source: Text) -> Iterator[Doubt]:
    """Words that the language of a translation does not know: no name or learned word of the source."""
    words = [t for t in written.tokens if t.is_word and len(t.text) >= _SHORTEST]
    strange = [t for t in words if _is_strange(t, written, source)]
    if strange:
        grave = len(strange) >= _MANY or len(strange) * _SHARE > len(words) > 1
        yield Doubt(
            "word", clip(", ".join(t.text for t in strange)), "invented", "block" if grave else "warn"
        )


def _is_strange(token: Token, written: Text, source: Text) -> bool:
    if token.text.isupper() or _in_table(token, written.lang) or _known(token.low, written.lang):
        return False
    if token.is_capital and any(
        alike(token.fold, t.fold) for t in source.tokens if t.is_capital and t.is_word
    ):
        return False
    theirs = {t.fold: t for t in source.tokens if t.is_word and len(t.text) >= _SHORTEST}
    if token.fold in theirs and not theirs[token.fold].is_capital:
        return _foreign(token, source.lang) and not _kept_name(token, written, source)
    return stem(token.fold) not in source.stems and skeleton(token.fold) not in map(skeleton, theirs)


def _foreign(token: Token, lang: str) -> bool:
    """True for a word of the source's language that the other language does not share ("norovirus")."""
    theirs = counterparts(token.fold, lang)
    if not token.low.isascii():
        return True
    return _known(token.low, lang) or (bool(theirs) and stem(token.fold) not in theirs)


def _in_table(token: Token, lang: str) -> bool:
    """True for a short word of the table of translations, which knows only beginnings."""
    return stem(token.fold) == token.fold and bool(counterparts(token.fold, lang))


def _kept_name(token: Token, written: Text, source: Text) -> bool:
    """True where a whole name or quotation was kept as printed ("Office national des forêts")."""
    if any(f.kind in {"quotation", "url", "email"} and token.fold in fold(f.text) for f in source.facts):
        return True
    at = written.tokens.index(token)
    words = [t.text for t in written.tokens[max(0, at - _NAME) : at + 1]]
    printed = [t.text for t in source.tokens]
    return any(
        word[0].isupper() and _runs(words[start:], printed) for start, word in enumerate(words[:-1]) if word
    )


def _runs(words: list[str], printed: list[str]) -> bool:
    return any(printed[i : i + len(words)] == words for i in range(len(printed) - len(words) + 1))


@lru_cache(maxsize=16384)
def _known(word: str, lang: str) -> bool:
    """True for a word that the dictionary of the language has."""
    import simplemma  # its dictionaries take a quarter of a second to open, and only translations ask

    return bool(simplemma.is_known(word, lang=lang))
