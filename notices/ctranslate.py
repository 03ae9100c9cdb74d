"""Opens an Argos package with CTranslate2: a `Translator`, in int8, in batches.

What a sentence becomes must not depend on the sentences beside it: a bundle is the same whether its notice
is made alone, in a batch, or with all but one of its sentences remembered. In int8 the linear layers are
exact whatever the batch; attention is computed in float32, and its last bits change with the padding of the
batch. So sentences are put together by length, in steps of `STEP` tokens, and each batch is padded to
its step, by a filler of that length where no sentence has it: each sentence meets the same shapes
wherever it goes. (Steps of 16 floats are 64 bytes: every row begins on a cache line, as in a batch of one.)
One thread works on a batch, several batches are worked on at once.

Measured on 2 cores with a model of 42 million parameters: 19 sentences a second one by one, 25 in
batches of equal length, 37 in these, 43 in batches of any lengths.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from notices.edition import PackageInfo
from notices.errors import TranslationFailed
from notices.packages.package import Package, read_package
from notices.translator import Hypothesis

BEAM = 4

STEP = 16
"""Tokens from one length of batches to the next."""

BATCH = 16
"""Sentences in a batch, at most."""

MAX_TOKENS = 160
"""The longest sentence that is translated in one piece: models are trained on no longer ones."""

MAX_DECODED = 256
"""Tokens of a translation, at most; what reaches it is a loop."""

TYPED = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u2011": "-",
        "\u00ad": None,
    }
)
"""Typographic variants that models are trained without: apostrophes, spaces, hyphens."""


class _Tokenizer(Protocol):
    def encode(self, sentence: str) -> list[str]: ...

    def decode(self, tokens: list[str]) -> str: ...


@contextmanager
def open_translator(package: Package | Path, *, threads: int = 0) -> Iterator[PackageTranslator]:
    """A translator that reads this package; its memory is freed at the end.

    `threads` batches are worked on at once (0: one for each processor that this process may use); they do not
    change the result. Raises `PackageMissing`, `PackageDamaged`, `TranslationFailed`.
    """
    if isinstance(package, Path):
        package = read_package(package)
    engine = _engine(package, threads or _processors())
    try:
        yield PackageTranslator(
            package.info,
            package.takes_terms,
            package.calibration,
            engine,
            _tokenizer(package),
            package.target_prefix,
        )
    finally:
        engine.unload_model()


def _engine(package: Package, threads: int) -> Any:
    import ctranslate2

    with _failing(package.name):
        return ctranslate2.Translator(
            str(package.folder / "model"),
            device="cpu",
            compute_type="int8",
            inter_threads=threads,
            intra_threads=1,
        )


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _failing(package: str) -> Iterator[None]:
    """CTranslate2 raises RuntimeError and ValueError; a model of nonsense sizes, MemoryError."""
    try:
        yield
    except (RuntimeError, ValueError, MemoryError, OSError) as error:
        raise TranslationFailed(package=package, detail=_one_line(error)) from error


def _one_line(error: BaseException) -> str:
    return re.sub(r"\s+", " ", str(error))[:200] or type(error).__name__


def _tokenizer(package: Package) -> _Tokenizer:
    pieces = package.folder / "sentencepiece.model"
    with _failing(package.name):
        if pieces.is_file():
            return _SentencePieces(pieces)
        from argostranslate.tokenizer import BPETokenizer

        return _Bpe(BPETokenizer(package.folder / "bpe.model", package.from_code, package.to_code))


class _SentencePieces:
    """As `argostranslate.tokenizer` has it, but an underscore stays one: it stands in e-mail addresses."""

    def __init__(self, file: Path) -> None:
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(file))

    def encode(self, sentence: str) -> list[str]:
        return list(self._processor.encode(sentence, out_type=str))

    def decode(self, tokens: list[str]) -> str:
        return str(self._processor.decode_pieces(tokens)).replace("▁", " ")


class _Bpe:
    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    def encode(self, sentence: str) -> list[str]:
        return [token for token in self._tokenizer.encode(sentence) if token]

    def decode(self, tokens: list[str]) -> str:
        return str(self._tokenizer.decode(tokens))


@dataclass
class PackageTranslator:
    """A `Translator`: the model of one package, open."""

    package: PackageInfo
    takes_terms: bool
    calibration: tuple[float, float] | None
    _engine: Any
    _tokenizer: _Tokenizer
    _prefix: str = ""

    def translate(
        self, sentences: Sequence[str], hypotheses: int = BEAM
    ) -> tuple[tuple[Hypothesis, ...], ...]:
        """For each sentence its hypotheses, best first; none for one above `MAX_TOKENS` or without a token.

        Raises `TranslationFailed`.
        """
        with _failing(self.package.name):
            tokens = [self._tokenizer.encode(sentence.translate(TYPED).strip()) for sentence in sentences]
            results = self._search(tokens, hypotheses)
            return tuple(self._read(results[i]) if i in results else () for i in range(len(tokens)))

    def _search(self, tokens: Sequence[list[str]], hypotheses: int) -> dict[int, Any]:
        """CTranslate2's answers by the sentence's place; all batches are under way before one is read."""
        under_way: list[tuple[int, Any]] = []
        for length, places in batches([len(sentence) for sentence in tokens]):
            batch = [tokens[place] for place in places]
            if all(len(sentence) < length for sentence in batch):
                batch.append(["."] * length)
            answers = self._engine.translate_batch(
                batch,
                target_prefix=[[self._prefix]] * len(batch) if self._prefix else None,
                beam_size=max(BEAM, hypotheses),
                num_hypotheses=hypotheses,
                length_penalty=1,
                max_decoding_length=MAX_DECODED,
                max_input_length=0,
                replace_unknowns=True,
                return_scores=True,
                asynchronous=True,
            )
            under_way += zip(places, answers, strict=False)  # the filler's answer is left over
        return {place: answer.result() for place, answer in under_way}

    def _read(self, result: Any) -> tuple[Hypothesis, ...]:
        """The hypotheses of one sentence, each text once."""
        found: dict[str, Hypothesis] = {}
        for tokens, score in zip(result.hypotheses, result.scores, strict=True):
            if self._prefix and tokens[:1] == [self._prefix]:
                tokens = tokens[1:]
            text = self._tokenizer.decode(tokens).strip()
            found.setdefault(text, Hypothesis(text, float(score)))
        return tuple(found.values())


def batches(lengths: Sequence[int], step: int = STEP, size: int = BATCH) -> Iterator[tuple[int, list[int]]]:
    """Places in `lengths` to be translated together, with the length that their batch is padded to.

    The longest come first. That length depends on the sentence alone. Empty sentences and those above
    `MAX_TOKENS` are left out.
    """
    by_length: dict[int, list[int]] = {}
    for place, length in enumerate(lengths):
        if 0 < length <= MAX_TOKENS:
            by_length.setdefault(-(-length // step) * step, []).append(place)
    for length, places in sorted(by_length.items(), reverse=True):
        for start in range(0, len(places), size):
            yield length, places[start : start + size]
