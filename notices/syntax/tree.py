"""A sentence as a tree: each word with its part of speech and the word that it depends on.

Parts of speech and relations are those of Universal Dependencies for French
(https://universaldependencies.org/fr/): `nsubj` subject, `obj` object, `obl:mod` adverbial, `acl:relcl`
relative clause, `conj` what is joined to its head by "et", `advcl` adverbial clause, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

ROOT = -1
"""The head of the word that depends on none."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark."""

    place: int
    """Its number in the sentence, from 0."""
    text: str
    start: int
    end: int
    """Its span in the sentence."""
    pos: str
    """Universal part of speech: NOUN, VERB, AUX, ADP, PUNCT..."""
    dep: str
    """Its relation to its head; "ROOT" for the root."""
    head: int
    """The place of its head; `ROOT` for the root."""


@dataclass(frozen=True)
class Tree:
    """A parsed sentence."""

    text: str
    tokens: tuple[Token, ...]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != ROOT:
                below[token.head].append(token.place)
        return tuple(map(tuple, below))

    def beginning_at(self, start: int) -> Token | None:
        """The word that begins at a character."""
        return self._by_start.get(start)

    @cached_property
    def _by_start(self) -> dict[int, Token]:
        return {token.start: token for token in self.tokens}

    @cached_property
    def root(self) -> Token:
        """The word that depends on none."""
        return next(t for t in self.tokens if t.head == ROOT)

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """What depends on a word directly, in order; of these relations where some are named. "obl" names
        its subtypes ("obl:mod"), too."""
        below = [self.tokens[place] for place in self._children[token.place]]
        return tuple([child for child in below if _is_any(child.dep, deps)] if deps else below)

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first such child."""
        return next(iter(self.children(token, *deps)), None)

    def head(self, token: Token) -> Token | None:
        """What the word depends on; None for the root."""
        return None if token.head == ROOT else self.tokens[token.head]

    def below(self, token: Token) -> tuple[Token, ...]:
        """The word and all that depends on it, in the order of the sentence."""
        known = self._below.get(token.place)
        if known is None:
            known = tuple(self.tokens[place] for place in sorted(self._walk(token.place)))
            self._below[token.place] = known
        return known

    @cached_property
    def _below(self) -> dict[int, tuple[Token, ...]]:
        """What was found below words, kept: each rule asks again."""
        return {}

    def _walk(self, place: int) -> Iterator[int]:
        todo = [place]
        while todo:
            now = todo.pop()
            yield now
            todo.extend(self._children[now])

    def span(self, token: Token) -> tuple[int, int]:
        """From the first to the last character of the word and all that depends on it, marks at its edges
        left out."""
        return self.span_of(self.below(token))

    def span_of(self, tokens: tuple[Token, ...]) -> tuple[int, int]:
        """From the first to the last character of these words, marks at the edges left out."""
        told = [t for t in tokens if t.pos != "PUNCT"] or list(tokens)
        return told[0].start, told[-1].end

    def words(self, token: Token) -> str:
        """The text of the word and all that depends on it, as it stands in the sentence."""
        start, end = self.span(token)
        return self.text[start:end]

    def is_whole(self, token: Token) -> bool:
        """True where nothing foreign stands between the words below this one."""
        places = [t.place for t in self.below(token) if t.pos != "PUNCT"]
        return all(
            self.tokens[place].pos == "PUNCT"
            for place in set(range(places[0], places[-1] + 1) if places else ()).difference(places)
        )


def _is_any(dep: str, wanted: tuple[str, ...]) -> bool:
    return dep in wanted or (":" in dep and dep.partition(":")[0] in wanted)
