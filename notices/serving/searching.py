"""Searching without accents: every word that was asked for has to be there, in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notices.serving.shelf import Passage, Shelved

LONGEST = 200
"""Characters of a question that are looked at."""
_SHOWN = 3
"""Passages that are shown of a bundle."""
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ʼ": "'", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A bundle that was found, with the passages that say why."""

    bundle: Shelved
    passages: tuple[Passage, ...] = ()


def folded(text: str) -> str:
    """The text without accents, in small letters, all spaces alike."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def search(bundles: Iterable[Shelved], question: str) -> tuple[Hit, ...]:
    """The bundles whose title or texts hold every word of the question, in the order given.

    A word is found where a word of the text begins with it. Without words, all are found.
    """
    words = tuple(dict.fromkeys(re.findall(r"[^\W_]+", folded(question[:LONGEST]))))
    patterns = [re.compile(rf"(?<![^\W_]){re.escape(word)}") for word in words]
    return tuple(hit for bundle in bundles if (hit := _hit(bundle, patterns)))


def _hit(bundle: Shelved, patterns: Sequence[re.Pattern[str]]) -> Hit | None:
    """In one edition: words that only meet across languages have not met."""
    if not patterns:
        return Hit(bundle)
    title = folded(bundle.title)
    for lang in ("fr", "en"):
        passages = [said for said in bundle.passages if said.lang == lang]
        if all(p.search(title) or any(p.search(said.folded) for said in passages) for p in patterns):
            return Hit(bundle, _best([said for said in passages if said.folded != title], patterns))
    return None


def _best(passages: Sequence[Passage], patterns: Sequence[re.Pattern[str]]) -> tuple[Passage, ...]:
    """The passages with the most of the words, each wording once; equals in their order in the text."""
    found = [(sum(bool(p.search(said.folded)) for p in patterns), said) for said in passages]
    ranked = sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])
    different = {said.folded: said for _, said in reversed(ranked)}  # the first of each stays
    return tuple(said for _, said in ranked if different[said.folded] is said)[:_SHOWN]
