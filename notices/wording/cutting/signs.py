"""Signs in the words of a sentence without which a rule finds nothing in its tree: a sentence that shows none
is not parsed."""

from __future__ import annotations

from itertools import pairwise

from notices.wording.grammar import Token, finite_verbs, participle_agreement, starts_finite, tokens

_JOINTS = frozenset({"et", "puis", "mais"})
_RELATIVES = frozenset("qui dont où que qu' lequel laquelle lesquels lesquelles".split())
_NEAR = 100
"""So many characters show how a clause begins."""
_NEW = frozenset("un une des deux trois quatre cinq six sept huit neuf dix".split())
_CARRIERS = frozenset("est sont été a ont sera seront était étaient être avoir avait avaient".split())


def two_clauses(text: str) -> bool:
    """True where a joint, a comma or a semicolon stands between two finite verbs."""
    verbs = finite_verbs(text)
    if len(verbs) < 2:
        return False
    words = tokens(text)
    return any(
        (words[place].low in _JOINTS or words[place].text in (",", ";"))
        and words[place + 1].low not in _RELATIVES
        and place + 1 not in verbs
        for place in range(verbs[0] + 1, verbs[-1])
    )


def second_verb(text: str) -> bool:
    """True where a verb or a participle stands right behind a joint or a comma."""
    words = tokens(text)
    return any(
        (word.low in _JOINTS or word.text == ",") and _begins_with_verb(text, words, place + 1)
        for place, word in enumerate(words[1:-1], start=1)
    )


def _begins_with_verb(text: str, words: tuple[Token, ...], place: int) -> bool:
    while place < len(words) and words[place].text == ",":
        place += 1
    if place == len(words):
        return False
    word = words[place]
    if participle_agreement(word.text) is not None or "p" in word.tags:
        return True
    return starts_finite(text[word.start : word.start + _NEAR])


def participle_behind_comma(text: str) -> bool:
    """True for "..., situé" and "..., agissant"."""
    words = tokens(text)
    return any(
        mark.text == "," and (word.low.endswith("ant") or participle_agreement(word.text) is not None)
        for mark, word in pairwise(words[1:])
    )


def narrowed_noun(text: str) -> bool:
    """True where "qui" or a participle may say which thing is meant: before the first verb, or of a new
    thing behind it."""
    words = tokens(text)
    told = [
        place
        for place, word in enumerate(words)
        if place and (word.low == "qui" or _tells_which(words[place - 1], word))
    ]
    if not told:
        return False
    first = next(iter(finite_verbs(text)), len(words))
    new = next((place for place, word in enumerate(words) if word.low in _NEW), len(words))
    return told[0] < first or any(words[place].low == "qui" or place > new for place in told)


def _tells_which(before: Token, word: Token) -> bool:
    return before.low not in _CARRIERS and before.text != "," and participle_agreement(word.text) is not None
