"""The grammar of a sentence: which word depends on which."""

from __future__ import annotations

from functools import cached_property, lru_cache

from notices.syntax.tree import ROOT, Token, Tree

__all__ = ["ROOT", "Token", "Tree", "parse"]


@lru_cache(maxsize=4096)
def parse(sentence: str) -> Tree:
    """The tree of one French sentence, by the bundled parser; without tokens where there is no word in it.
    The sentence is parsed when the tree is first asked for its tokens, with its full stop or without: once."""
    return _Late(sentence)


class _Late(Tree):
    def __init__(self, text: str) -> None:
        object.__setattr__(self, "text", text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        from notices.syntax.parser import bundled

        bare = self.text.removesuffix(".")
        if bare == self.text or bare[-1:] in (".", ""):
            return bundled().parse(self.text).tokens
        return _stopped(parse(bare), len(bare))


def _stopped(tree: Tree, end: int) -> tuple[Token, ...]:
    """The words of a sentence, and its full stop."""
    if not tree.tokens:
        return ()
    stop = Token(len(tree.tokens), ".", end, end + 1, "PUNCT", "punct", tree.root.place)
    return (*tree.tokens, stop)
