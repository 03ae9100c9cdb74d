"""What a run is made of: weights to begin with, a vocabulary, and the pairs in its pieces."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from notices.errors import NothingToTrainOn, WeightsUnreadable
from notices.phrases import Phrase
from notices.training.augmentation import AUGMENTED
from notices.training.batches import EncodedPairs, encode, joined
from notices.training.corpus import Pair, read_pairs
from notices.training.files import unwritable
from notices.training.keeping import MODEL, STATE, pieces_of, read_weights
from notices.training.network import Sizes, Weights, new_weights
from notices.training.pieces import PIECES_FILE, learn_pieces, open_pieces, unified
from notices.training.preparing import TRAIN, VALID
from notices.training.wishes import Wishes

_CHUNK = 20_000
_POSITIONS_LEFT = 8


def beginning(folder: Path, run: Path, wishes: Wishes) -> tuple[Weights, Sizes]:
    """Weights to begin with: of an earlier run in `run`, of `wishes.init`, or new ones.

    The vocabulary that belongs to them lies in `run` then. Raises `WeightsUnreadable`, `CorpusUnreadable`,
    `NothingToTrainOn`, `OutputUnwritable`, `DiskFull`.
    """
    with unwritable(run):
        run.mkdir(parents=True, exist_ok=True)
        if (run / STATE).is_file():
            weights, sizes = read_weights(run / MODEL)
        elif wishes.init:
            weights, sizes = _reopened(wishes.init, run)
        else:
            _put_pieces(folder, run, wishes)
            sizes = replace(wishes.sizes, vocab=open_pieces(pieces_of(run)).get_piece_size())
            weights = new_weights(sizes, wishes.seed)
    if open_pieces(pieces_of(run)).get_piece_size() != sizes.vocab:
        raise WeightsUnreadable(file=run / MODEL, detail=Phrase.of("training.other-vocabulary"))
    return weights, replace(sizes, drop=wishes.sizes.drop)


def _reopened(init: Path, run: Path) -> tuple[Weights, Sizes]:
    from notices.training.reopening import open_weights

    weights, sizes, pieces = open_weights(init)
    if not (run / PIECES_FILE).exists() or not pieces.samefile(run / PIECES_FILE):
        shutil.copyfile(pieces, run / PIECES_FILE)
    return weights, sizes


def _put_pieces(folder: Path, run: Path, wishes: Wishes) -> None:
    if wishes.pieces:
        open_pieces(wishes.pieces)
        shutil.copyfile(wishes.pieces, run / PIECES_FILE)
        return
    texts = [text for pair in _pairs(folder, TRAIN) for text in pair]
    learn_pieces(texts, run / PIECES_FILE, wishes.sizes.vocab, wishes.seed, wishes.threads or 1)


def material(folder: Path, run: Path, sizes: Sizes, wishes: Wishes) -> tuple[EncodedPairs, EncodedPairs]:
    """The pairs to learn from and those to measure on. Raises `NothingToTrainOn`, `CorpusUnreadable`."""
    processor = open_pieces(pieces_of(run))
    longest = min(wishes.longest, sizes.max_len - _POSITIONS_LEFT)
    names = (TRAIN, AUGMENTED) if (folder / AUGMENTED).is_file() else (TRAIN,)
    learning, validation = (
        joined([encode(processor, chunk, longest, wishes.threads or 1) for chunk in _chunks(folder, files)])
        for files in (names, (VALID,))
    )
    if not len(learning) or not len(validation):
        raise NothingToTrainOn(folder=folder, pairs=len(learning), fewest=1)
    return learning, validation


def _chunks(folder: Path, names: tuple[str, ...]) -> Iterator[list[Pair]]:
    """Some pairs at a time: as lists of numbers, all of them together would fill the memory."""
    for name in names:
        pairs = ((unified(french), unified(english)) for french, english in _pairs(folder, name))
        while chunk := list(islice(pairs, _CHUNK)):
            yield chunk


def _pairs(folder: Path, name: str) -> Iterator[Pair]:
    if not (folder / name).is_file():
        raise NothingToTrainOn(folder=folder, pairs=0, fewest=1)
    return read_pairs(folder / name)
