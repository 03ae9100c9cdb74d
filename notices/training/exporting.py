"""Weights as a CTranslate2 model: the form in which the product reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notices.errors import WeightsUnreadable
from notices.training.files import unwritable
from notices.training.network import Sizes, Weights, positions
from notices.training.pieces import BEGIN, END, UNKNOWN
from notices.training.wiring import POSITIONS, SAME_TABLE, TABLE, wiring

QUANTIZATIONS = ("int8", "int8_float16", "int16", "float16", "float32")


def export(
    weights: Weights, sizes: Sizes, pieces: Sequence[str], folder: Path, quantization: str = "int8"
) -> None:
    """Write model.bin, config.json and the vocabulary into `folder`.

    In int8, each row of a matrix is rounded to 127 steps of its largest value. Raises `WeightsUnreadable`
    where weights and pieces do not belong together, `OutputUnwritable`, `DiskFull`.
    """
    spec = _spec(weights, sizes, pieces)
    try:
        spec.validate()
        spec.optimize(quantization=quantization)
    except ValueError as error:
        raise WeightsUnreadable(file=folder, detail=str(error)) from None
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        spec.save(str(folder))


def _spec(weights: Weights, sizes: Sizes, pieces: Sequence[str]) -> Any:
    from ctranslate2.specs import common_spec, transformer_spec

    spec = transformer_spec.TransformerSpec.from_config(
        (sizes.enc, sizes.dec), sizes.h, pre_norm=True, activation=common_spec.Activation.RELU
    )
    # copies, because CTranslate2 rounds in place
    arrays = {path: weights[name].detach().float().cpu().numpy().copy() for name, path in wiring(sizes)}
    arrays |= dict.fromkeys(SAME_TABLE, arrays[TABLE])
    arrays |= dict.fromkeys(POSITIONS, positions(sizes.max_len, sizes.d).numpy())
    for path, array in arrays.items():
        _put(spec, path, array)
    spec.encoder.scale_embeddings = spec.decoder.scale_embeddings = True
    spec.config.add_source_bos, spec.config.add_source_eos = False, True
    spec.config.bos_token = spec.config.decoder_start_token = pieces[BEGIN]
    spec.config.eos_token, spec.config.unk_token = pieces[END], pieces[UNKNOWN]
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    return spec


def _put(spec: Any, path: str, array: Any) -> None:
    """Set a tensor by its path; `layer_3` is an attribute, or the fourth of the list `layer`."""
    *way, last = path.split("/")
    for part in way:
        if hasattr(spec, part):
            found = getattr(spec, part)
            spec = found[0] if isinstance(found, list) else found
        else:
            name, _, number = part.rpartition("_")
            found = getattr(spec, name)
            spec = found[int(number)] if isinstance(found, list) else found
    setattr(spec, last, array)
