"""Words that may not be lost: "boiled" of water, "seriously" of the injured, "contests" of an accused.

The table of pairs knows whether many words are gone; here each word counts, because a sentence without
it says something else. Of 4,000 published translations one in thirty is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from notices.gate import Doubt

_Pair = tuple[re.Pattern[str], re.Pattern[str]]


def telling_words_lost(written: str, source: str) -> Iterator[Doubt]:
    """One doubt for each word of the table that stands in the French and nowhere in the English."""
    french, english = source.lower().replace("’", "'"), written.lower()
    for theirs, ours in _pairs():
        if (match := theirs.search(french)) and not ours.search(english):
            yield Doubt("omission", match.group(), "lost")


@cache
def _pairs() -> tuple[_Pair, ...]:
    text = files(__package__).joinpath("telling_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((_any_of(french, r"[\w-]"), _any_of(english, r"\w")) for french, english in rows)


def _any_of(beginnings: str, glued: str) -> re.Pattern[str]:
    """Any of the words, with nothing `glued` to its front: "petit-fils" is no son, "high-risk" is a risk."""
    return re.compile(rf"(?<!{glued})(?:{'|'.join(map(_one, beginnings.split()))})")


def _one(beginning: str) -> str:
    """The whole word where a full stop ends it, else all words that begin so."""
    whole = beginning.endswith(".")
    letters = re.escape(beginning.removesuffix(".").replace("_", " "))
    return letters + (r"(?:s|es|x)?(?![\w-])" if whole else r"\w*")
