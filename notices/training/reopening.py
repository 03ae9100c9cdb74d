"""Weights to begin a run with: of an earlier run, or taken out of a package that this workshop made.

A body that has the package has all it needs: rounded to int8 and back, weights are still a better beginning
than none. CTranslate2's binary form, version 6, is written in `ctranslate2.specs.model_spec`.
"""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from notices.errors import WeightsUnreadable
from notices.phrases import Phrase
from notices.training.keeping import MODEL, need_torch, pieces_of, read_weights
from notices.training.network import Sizes, Weights, shapes
from notices.training.wiring import POSITIONS, TABLE, wiring

_VERSION, _SPEC, _MOST = 6, "TransformerSpec", 10_000
_TYPES = ("float32", "int8", "int16", "int32", "float16")


def open_weights(folder: Path) -> tuple[Weights, Sizes, Path]:
    """Weights, sizes and vocabulary of a run's folder, or of a package's.

    Raises `WeightsUnreadable` where it is neither, or a package of another making.
    """
    if (folder / MODEL).is_file():
        return (*read_weights(folder / MODEL), pieces_of(folder))
    if not (folder / "model" / "model.bin").is_file():
        raise WeightsUnreadable(file=folder, detail=Phrase.of("training.neither"))
    weights, sizes = read_engine_weights(folder / "model" / "model.bin")
    return weights, sizes, folder / "sentencepiece.model"


def read_engine_weights(file: Path) -> tuple[Weights, Sizes]:
    """The weights in a CTranslate2 model, in single precision. Raises `WeightsUnreadable`."""
    torch = need_torch()
    try:
        with file.open("rb") as stream:
            arrays = _arrays(stream, file.stat().st_size)
        sizes = _sizes(arrays)
        weights = {name: torch.from_numpy(_plain(arrays, path)) for name, path in wiring(sizes)}
        if any(tuple(weights[name].shape) != shape for name, shape in shapes(sizes)):
            raise ValueError("shapes")
    except (OSError, ValueError, KeyError, IndexError, struct.error, UnicodeDecodeError):
        raise WeightsUnreadable(file=file, detail=Phrase.of("training.other-making")) from None
    return {name: weights[name] for name, _ in shapes(sizes)}, sizes


def _arrays(stream: IO[bytes], size: int) -> dict[str, Any]:
    """Every array by its path; raises ValueError, struct.error for what is no such file."""
    import numpy

    if _number(stream, "I") != _VERSION or _string(stream) != _SPEC:
        raise ValueError("form")
    _number(stream, "I")
    arrays = {}
    for _ in range(min(_number(stream, "I"), _MOST)):
        path = _string(stream)
        shape = [_number(stream, "I") for _ in range(_number(stream, "B"))]
        kind = _TYPES[_number(stream, "B")]
        length = _number(stream, "I")
        if length > size:
            raise ValueError("length")
        arrays[path] = numpy.frombuffer(stream.read(length), kind).reshape(shape)
    return arrays


def _number(stream: IO[bytes], kind: str) -> int:
    return int(struct.unpack(f"<{kind}", stream.read(struct.calcsize(f"<{kind}")))[0])


def _string(stream: IO[bytes]) -> str:
    return stream.read(_number(stream, "H"))[:-1].decode("utf-8")


def _sizes(arrays: dict[str, Any]) -> Sizes:
    vocab, d = arrays[TABLE].shape
    bare = Sizes(vocab=vocab, d=d, h=int(arrays["encoder/num_heads"]), drop=0.0)
    ff = arrays["encoder/layer_0/ffn/linear_0/weight"].shape[0]
    layers = {side: _layers(arrays, side) for side in ("encoder", "decoder")}
    table = next(arrays[path] for path in POSITIONS if path in arrays)
    return replace(bare, ff=ff, enc=layers["encoder"], dec=layers["decoder"], max_len=len(table))


def _layers(arrays: dict[str, Any], side: str) -> int:
    names = {path.split("/")[1] for path in arrays if path.startswith(f"{side}/layer_")}
    return len(names - {"layer_norm"})


def _plain(arrays: dict[str, Any], path: str) -> Any:
    """An array in single precision: a row of int8 is divided by its scale."""
    array = arrays[path].astype("float32")
    scale = arrays.get(f"{path}_scale")
    return array if scale is None else array / scale.astype("float32")[:, None]
