"""Batches of sentence pairs of about the same length, so that little of a batch is padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from notices.training.pieces import BEGIN, END

STEP = 8
"""Pieces from one width of batches to the next: a multiple of what matrix units work in."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentences as numbers of pieces, end to end: millions of them in one array."""

    pieces: Any
    """uint16, every sentence after the other."""
    starts: Any
    """int64: where each sentence begins, and where the last one ends."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> Any:
        """Pieces of each sentence."""
        return self.starts[1:] - self.starts[:-1]


@dataclass(frozen=True, slots=True)
class Batch:
    """Places of pairs to be learned together, and the width that both sides are padded to."""

    width: int
    places: Any


@dataclass(frozen=True, slots=True)
class EncodedPairs:
    """French sentences (with their end) and English ones (with their beginning and end)."""

    french: Encoded
    english: Encoded

    def __len__(self) -> int:
        return len(self.french)

    @property
    def widths(self) -> Any:
        """The width that each pair needs: a multiple of `STEP`."""
        import numpy

        longer = numpy.maximum(self.french.lengths, self.english.lengths - 1)
        return -(-longer // STEP) * STEP

    @property
    def target_pieces(self) -> int:
        """Pieces of English that are to be learned."""
        return int(self.english.starts[-1]) - len(self)


def encode(processor: Any, pairs: Sequence[tuple[str, str]], longest: int, threads: int = 1) -> EncodedPairs:
    """The pairs in pieces; those with an empty side, or one of more than `longest` pieces, are left out.

    Pairs of lengths that cannot belong together (more than three times as long) are left out too.
    """
    french = processor.encode([pair[0] for pair in pairs], num_threads=threads)
    english = processor.encode([pair[1] for pair in pairs], num_threads=threads)
    kept = [(f, e) for f, e in zip(french, english, strict=True) if _fits(len(f), len(e), longest)]
    return EncodedPairs(_joined([[*f, END] for f, _ in kept]), _joined([[BEGIN, *e, END] for _, e in kept]))


def _fits(french: int, english: int, longest: int) -> bool:
    within = 0 < french < longest and 0 < english < longest
    return within and french < 3 * english + 8 and english < 3 * french + 8


def _joined(sentences: Sequence[Sequence[int]]) -> Encoded:
    import numpy

    lengths = numpy.array([0, *map(len, sentences)], numpy.int64)
    flat = (piece for sentence in sentences for piece in sentence)
    return Encoded(numpy.fromiter(flat, numpy.uint16, int(lengths.sum())), numpy.cumsum(lengths))


def joined(parts: Sequence[EncodedPairs]) -> EncodedPairs:
    """Several as one."""
    return EncodedPairs(_chained([p.french for p in parts]), _chained([p.english for p in parts]))


def _chained(parts: Sequence[Encoded]) -> Encoded:
    import numpy

    lengths = numpy.concatenate([numpy.zeros(1, numpy.int64), *(part.lengths for part in parts)])
    return Encoded(numpy.concatenate([part.pieces for part in parts]), numpy.cumsum(lengths))


def batches(widths: Any, tokens: int, seed: int | None = None) -> Iterator[Batch]:
    """Every pair once, in batches of one width and at most `tokens` padded pieces a side (or of one pair).

    With a seed, pairs of one width are shuffled, and then the batches.
    """
    import numpy

    chance = numpy.random.default_rng(seed)
    places = numpy.arange(len(widths)) if seed is None else chance.permutation(len(widths))
    places = places[numpy.argsort(widths[places], kind="stable")]
    made = [
        Batch(int(width), places[start : min(start + size, last)])
        for width, first, last in _runs(widths[places])
        for size in (max(1, tokens // int(width)),)
        for start in range(first, last, size)
    ]
    order = range(len(made)) if seed is None else chance.permutation(len(made)).tolist()
    return (made[i] for i in order)


def _runs(ordered: Any) -> Iterator[tuple[int, int, int]]:
    """Each width with where it begins and ends in the ordered widths."""
    import numpy

    values, firsts = numpy.unique(ordered, return_index=True)
    return zip(values.tolist(), firsts.tolist(), [*firsts.tolist()[1:], len(ordered)], strict=True)


def padded(sentences: Encoded, places: Any, width: int) -> Any:
    """A row for each of these sentences, int64, filled up to `width` with padding (0)."""
    import numpy

    starts = sentences.starts[places][:, None]
    there = numpy.arange(width)[None, :] < sentences.lengths[places][:, None]
    index = numpy.where(there, starts + numpy.arange(width)[None, :], 0)
    return numpy.where(there, sentences.pieces[index], 0).astype(numpy.int64)
