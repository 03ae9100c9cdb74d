"""How to train: what a person chooses for a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from notices.training.network import Sizes
from notices.training.schedule import Course


@dataclass(frozen=True, slots=True)
class Wishes:
    """The defaults are those of a run of twenty minutes on a large GPU."""

    course: Course
    sizes: Sizes = field(default_factory=Sizes)
    tokens: int = 50_000
    """Padded pieces of a batch on either side; a smaller memory wants fewer."""
    smoothing: float = 0.1
    longest: int = 160
    """Pieces of a sentence; the product hands over no longer ones."""
    seed: int = 1
    init: Path | None = None
    """A run or a package to begin with; its sizes and its vocabulary are kept."""
    pieces: Path | None = None
    """A vocabulary to use; without one it is learned."""
    device: str = ""
    """`cpu` or `cuda`; empty: CUDA where it is there."""
    threads: int = 0
    """Threads of the processor; 0: as many as PyTorch finds right."""
    compiled: bool = False
    """Whether torch.compile fuses the network: a minute or more at the start, faster then."""
