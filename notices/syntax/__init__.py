"""The grammar of a sentence: which word depends on which."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from notices.syntax.tree import ROOT, Token, Tree

__all__ = ["ROOT", "Token", "Tree", "parse"]


@lru_cache(maxsize=4096)
def parse(sentence: str) -> Tree:
    """The tree of one French sentence, by the bundled parser; without tokens where there is no word in it.
    The sentence is parsed when the tree is first asked for its tokens; with its full stop or without, it is
    parsed once."""
    return _Late(sentence)


class _Late(Tree):
    def __init__(self, text: str) -> None:
        object.__setattr__(self, "text", text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        from notices.syntax.parser import bundled

        if not _ENDS_OPEN.search(self.text):
            return bundled().parse(self.text).tokens
        stopped = parse(f"{self.text}.").tokens
        if stopped[-1].text != "." or any(token.head == len(stopped) - 1 for token in stopped):
            return bundled().parse(self.text).tokens
        return stopped[:-1]


_ENDS_OPEN = re.compile(r"[\w»)]$")
"""A sentence without its full stop: the parser learned on sentences that have theirs."""
