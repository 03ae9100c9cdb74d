"""A limiter: turns down, for some milliseconds and without a click, what would go over a ceiling.

Peaks are looked for between the samples too, by the fourfold interpolation of ITU-R BS.1770-5, annex 2:
what a player rebuilds between two samples may be higher than either.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

Floats = npt.NDArray[np.float32]

_REACH_S = 0.005
"""How long before and after a peak the sound is turned down."""

_TAPS = 12
"""Of each phase of the interpolator, as many as in the recommendation."""


def halo(sample_rate: int) -> int:
    """How far on either side samples weigh on the limiting of one, in samples."""
    return 2 * _reach(sample_rate) + _TAPS


def _reach(sample_rate: int) -> int:
    return max(round(_REACH_S * sample_rate), 1)


def limited(samples: Floats, sample_rate: int, ceiling_db: float) -> Floats:
    """The sound with no peak, at or between samples, above `ceiling_db` dBFS; equal to it elsewhere."""
    ceiling = 10 ** (ceiling_db / 20)
    peaks = true_peaks(samples, ceiling / 2)
    if not (peaks > ceiling).any():
        return samples
    wanted = np.minimum(1, ceiling / np.maximum(peaks, 1e-9), dtype=np.float32)
    return samples * _smooth(wanted, _reach(sample_rate))


def true_peak_db(samples: Floats) -> float:
    """The highest peak at or between samples, in dBFS; minus infinity for silence."""
    with np.errstate(divide="ignore"):
        return float(20 * np.log10(true_peaks(samples, 0.0).max(initial=0)))


def true_peaks(samples: Floats, above: float) -> Floats:
    """For each sample, the height of the sound from it to the next, at least where that passes `above`.

    Where a block of samples stays under `above`, its own heights stand: nothing between them can reach
    far beyond.
    """
    heights = np.abs(samples)
    block = 512
    count = -(-len(samples) // block)
    padded = np.zeros(count * block + _TAPS, np.float32)
    padded[_TAPS // 2 - 1 : _TAPS // 2 - 1 + len(samples)] = samples
    tops = np.zeros(count * block, np.float32)
    tops[: len(samples)] = heights
    loud = np.flatnonzero(tops.reshape(count, block).max(axis=1, initial=0) > above)
    for number in loud:
        start = int(number) * block
        around = sliding_window_view(padded[start : start + block + _TAPS - 1], _TAPS)
        between = np.abs(around @ _INTERPOLATOR).max(axis=1)
        np.maximum(tops[start : start + block], between, out=tops[start : start + block])
    return tops[: len(samples)]


def _interpolator() -> Floats:
    """Three columns: the sound a quarter, a half and three quarters of the way to the next sample.

    A sinc under a Kaiser window; the recommendation prints a table of the same kind and leaves others free.
    """
    offsets = np.arange(_TAPS) - (_TAPS // 2 - 1)
    columns = [np.sinc(part - offsets) * np.kaiser(_TAPS, 5.0) for part in (0.25, 0.5, 0.75)]
    return np.stack([column / column.sum() for column in columns], axis=1).astype(np.float32)


_INTERPOLATOR = _interpolator()


def _smooth(wanted: Floats, reach: int) -> Floats:
    """A gain that is nowhere above `wanted` and moves in slopes of `reach` samples around a peak."""
    gain = np.ones_like(wanted)
    tight = np.flatnonzero(wanted < 1)
    breaks = np.flatnonzero(np.diff(tight) > 4 * reach) + 1
    for run in np.split(tight, breaks):
        start, end = max(int(run[0]) - 2 * reach, 0), min(int(run[-1]) + 2 * reach + 1, len(wanted))
        gain[start:end] = _slopes(wanted[start:end], reach)
    return gain


def _slopes(wanted: Floats, reach: int) -> Floats:
    """The lowest wish within `reach` on either side, averaged over as many: never above the wish itself."""
    width = 2 * reach + 1
    lowest = _lowest(np.pad(wanted, reach, constant_values=1), width)
    padded = np.pad(lowest, (reach + 1, reach), mode="edge")
    padded[0] = 0
    sums = np.cumsum(padded, dtype=np.float64)
    return ((sums[width:] - sums[:-width]) / width).astype(np.float32)


def _lowest(values: Floats, width: int) -> Floats:
    """The least of every `width` neighbours, by windows that double: far fewer steps than looking at each."""
    least, reached = values, 1
    while reached < width:
        step = min(reached, width - reached)
        least = np.minimum(least[:-step], least[step:])
        reached += step
    return least
