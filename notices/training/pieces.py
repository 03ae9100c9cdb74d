"""Word pieces: one vocabulary for both languages, by SentencePiece (Kudo and Richardson, 2018).

A unigram model that splits digits and falls back to bytes: every number and every sign can be written. Texts
are unified as the product does before it translates (`notices.ctranslate.TYPED`).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notices.ctranslate import TYPED
from notices.errors import CorpusUnreadable
from notices.phrases import Phrase

PAD, UNKNOWN, BEGIN, END = 0, 1, 2, 3
"""The numbers of the pieces that are no text."""

PIECES_FILE = "pieces.model"

_SAMPLE = 1_000_000


def unified(text: str) -> str:
    """One apostrophe, one space, one hyphen for all their typographic variants."""
    return " ".join(text.translate(TYPED).split())


def learn_pieces(texts: Sequence[str], file: Path, vocabulary: int, seed: int, threads: int = 1) -> None:
    """Learn a vocabulary from these texts and write it to `file`; a small text gives a smaller one.

    Raises `CorpusUnreadable` where there is too little text to learn from.
    """
    import sentencepiece

    sample = list(texts)
    if len(sample) > _SAMPLE:
        sample = random.Random(seed).sample(sample, _SAMPLE)  # noqa: S311  no secret
    with file.open("wb") as written:
        try:
            sentencepiece.SentencePieceTrainer.train(
                sentence_iterator=iter(sample),
                model_writer=written,
                vocab_size=vocabulary,
                hard_vocab_limit=False,
                model_type="unigram",
                character_coverage=0.9999,
                byte_fallback=True,
                split_digits=True,
                pad_id=PAD,
                unk_id=UNKNOWN,
                bos_id=BEGIN,
                eos_id=END,
                num_threads=threads,
                minloglevel=2,
            )
        except (RuntimeError, OSError) as error:
            detail = Phrase.of("training.no-pieces", detail=str(error).splitlines()[-1][:200])
            raise CorpusUnreadable(file=file, line=1, detail=detail) from None


def open_pieces(file: Path) -> Any:
    """SentencePiece's processor for a vocabulary. Raises `CorpusUnreadable` where it is none of ours."""
    import sentencepiece

    try:
        processor = sentencepiece.SentencePieceProcessor(model_file=str(file))
    except (RuntimeError, OSError) as error:
        raise CorpusUnreadable(file=file, line=1, detail=str(error).splitlines()[-1][:200]) from None
    numbers = (processor.pad_id(), processor.unk_id(), processor.bos_id(), processor.eos_id())
    if numbers != (PAD, UNKNOWN, BEGIN, END) or processor.get_piece_size() > 65_536:
        raise CorpusUnreadable(file=file, line=1, detail=Phrase.of("training.other-pieces"))
    return processor


def piece_names(processor: Any) -> list[str]:
    """Every piece as it is written, by its number."""
    return [str(processor.id_to_piece(number)) for number in range(processor.get_piece_size())]
