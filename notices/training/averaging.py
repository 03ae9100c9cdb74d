"""Averages of weights: of the steps of one run as it goes, and of several files.

The mean of the last weights translates better than the last ones (Polyak and Juditsky, 1992). A running
mean needs no copies on the disk. Works on any arrays that can be added: NumPy's or PyTorch's.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

EVERY = 10
"""Steps between two looks of the running mean at the weights."""

_MOST_KEPT = 0.995
_RECENT = 9
"""The mean is mostly of the last ninth of the run so far."""


def keep_share(step: int) -> float:
    """What the running mean keeps of itself at this step: little at first, `_MOST_KEPT` in a long run.

    Polynomial-decay averaging (Shamir and Zhang, 2013): a short run is not weighed down by its beginning.
    """
    return min(_MOST_KEPT, 1 - _RECENT / (step / EVERY + _RECENT))


def move_towards(mean: MutableMapping[str, Any], weights: Mapping[str, Any], step: int) -> None:
    """Move the running mean a bit towards the weights of this step, in place."""
    moved = 1 - keep_share(step)
    for name, value in mean.items():
        value += moved * (weights[name] - value)


def mean_of(several: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The mean of several sets of weights; raises ValueError where they are not of one shape."""
    first, *others = several
    for other in others:
        if {n: tuple(v.shape) for n, v in other.items()} != {n: tuple(v.shape) for n, v in first.items()}:
            raise ValueError("weights of different networks")
    return {
        name: sum((other[name] for other in others), start=value) / len(several)
        for name, value in first.items()
    }
