"""The grammar of a sentence: which word depends on which."""

from __future__ import annotations

from functools import lru_cache

from notices.syntax.tree import ROOT, Token, Tree

__all__ = ["ROOT", "Token", "Tree", "parse"]


@lru_cache(maxsize=4096)
def parse(sentence: str) -> Tree:
    """The tree of one French sentence, by the bundled parser; without tokens where there is no word in it."""
    from notices.syntax.parser import bundled

    return bundled().parse(sentence)
