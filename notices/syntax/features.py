"""What the parser sees of a word: itself where it is frequent, its beginning, its endings and its shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

BUCKETS = (8192, 1024, 2048, 512)
"""How many numbers endings of four and of two letters, beginnings and shapes have."""
UNKNOWN = 0
"""The number of a word that is not in the vocabulary."""


@lru_cache(maxsize=32768)
def normal(word: str) -> str:
    """The word as the vocabulary has it: small letters, straight apostrophes, every digit a 0."""
    return re.sub(r"\d", "0", word.lower().replace("’", "'"))


@lru_cache(maxsize=32768)
def features(word: str) -> tuple[int, int, int, int]:
    """The buckets of its ending, its short ending, its beginning and its shape."""
    norm = normal(word)
    parts = (norm[-4:], norm[-2:], norm[:3], _shape(word))
    first, second, third, fourth = (
        crc32(part.encode()) % size for part, size in zip(parts, BUCKETS, strict=True)
    )
    return first, second, third, fourth


def numbers(words: list[str], vocabulary: Mapping[str, int]) -> list[tuple[int, int, int, int, int]]:
    """For each word its place in the vocabulary and its buckets."""
    return [(vocabulary.get(normal(word), UNKNOWN), *features(word)) for word in words]


def _shape(word: str) -> str:
    """ "Xx" for Paris, "X" for DREAL, "0" for 23; each run of like characters counts to three."""
    shape = "".join(
        "X" if c.isupper() else "x" if c.islower() else "0" if c.isdigit() else c for c in word[:24]
    )
    return re.sub(r"(.)\1{3,}", r"\1\1\1", shape)
