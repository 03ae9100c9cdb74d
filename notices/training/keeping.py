"""Weights and the state of a run on the disk, whole or not at all.

model.pt holds averaged weights in half precision and their sizes; state.pt all that a run needs to go on.
Both are read without running code that a file may hold (`weights_only`).
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from notices.errors import ExtraMissing, WeightsUnreadable
from notices.phrases import Phrase
from notices.training.files import replacing
from notices.training.network import Sizes, Weights, shapes

MODEL, STATE, RUN = "model.pt", "state.pt", "run.json"

_OLDER_PIECES = "spm.model"


def need_torch() -> Any:
    """PyTorch. Raises `ExtraMissing` where it is not installed."""
    try:
        import torch
    except ImportError:
        raise ExtraMissing(extra="training") from None
    return torch


def keep_weights(weights: Mapping[str, Any], sizes: Sizes, file: Path) -> None:
    """Write weights in half precision, with their sizes. Raises `OutputUnwritable`, `DiskFull`."""
    state = {name: value.detach().cpu().half() for name, value in weights.items()}
    keep({"state": state, "cfg": sizes.to_json()}, file)


def keep(what: Any, file: Path) -> None:
    """Write anything that consists of tensors and plain data. Raises `OutputUnwritable`, `DiskFull`."""
    torch = need_torch()
    with replacing(file) as new:
        torch.save(what, new)


def read_weights(file: Path, device: str = "cpu") -> tuple[Weights, Sizes]:
    """Weights in single precision and their sizes. Raises `WeightsUnreadable`."""
    kept = read_kept(file, device)
    with _readable(file):
        sizes = Sizes.of(kept["cfg"])
        weights = {name: kept["state"][name].float() for name, _ in shapes(sizes)}
        if any(tuple(weights[name].shape) != shape for name, shape in shapes(sizes)):
            raise ValueError(str(Phrase.of("training.other-shapes").words("en")))
    return weights, sizes


def read_kept(file: Path, device: str = "cpu") -> Any:
    """What `keep` wrote. Raises `WeightsUnreadable`."""
    torch = need_torch()
    if not file.is_file():
        raise WeightsUnreadable(file=file, detail=Phrase.of("training.no-file"))
    with _readable(file):
        return torch.load(file, map_location=device, weights_only=True)


@contextmanager
def _readable(file: Path) -> Iterator[None]:
    try:
        yield
    except (
        pickle.UnpicklingError,
        RuntimeError,
        KeyError,
        TypeError,
        ValueError,
        EOFError,
        OSError,
    ) as error:
        detail = " ".join(str(error).split())[:200] or type(error).__name__
        raise WeightsUnreadable(file=file, detail=detail) from None


def pieces_of(run: Path) -> Path:
    """The vocabulary of a run. Raises `WeightsUnreadable` where it has none."""
    from notices.training.pieces import PIECES_FILE

    for name in (PIECES_FILE, _OLDER_PIECES):
        if (run / name).is_file():
            return run / name
    raise WeightsUnreadable(file=run / PIECES_FILE, detail=Phrase.of("training.no-file"))
