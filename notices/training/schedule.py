"""The learning rate: up quickly, then down to zero at the very end, so that a run ends on its best.

After the warm-up it follows the square root of what is left of the run, and over the last tenth it goes
straight to zero. What is left is counted in time as well as in steps: a run that may take twenty minutes
takes twenty minutes on any machine.
"""

from __future__ import annotations

from dataclasses import dataclass

LAST_STRETCH = 0.1
"""Share of a run over which the rate goes straight to zero."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long a run is, and how fast it learns at most. Without minutes and steps it goes on and on."""

    peak: float = 1e-3
    warmup: int = 2000
    """Steps up to the peak; a tenth of the run at most."""
    minutes: float = 0.0
    steps: int = 0

    @property
    def ends(self) -> bool:
        """Whether the run has an end of its own."""
        return bool(self.minutes or self.steps)

    def share(self, seconds: float, steps: int) -> float:
        """The share of the run that is behind us, 0 to 1; always 0 for a run without an end."""
        by_time = seconds / (60 * self.minutes) if self.minutes else 0.0
        by_steps = steps / self.steps if self.steps else 0.0
        return min(1.0, max(by_time, by_steps))

    def rate(self, step: int, share: float) -> float:
        """The learning rate of a step (from 0) when this share of the run is behind us."""
        risen = (step + 1) / self.warmup if self.warmup else 1.0
        if self.ends:
            risen = max(risen, share / LAST_STRETCH)
        return self.peak * min(1.0, risen) * decay(share)


def decay(share: float) -> float:
    """1 at the beginning of a run, 0 at its end."""
    left = 1.0 - share
    return float(left**0.5 * min(1.0, left / LAST_STRETCH))
