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

_BEFORE = _TAPS // 2 - 1
"""Of these, before the sample itself."""

_AT_ONCE = 2**15
"""Places that are looked at together: their windows stay in the processor's cache."""


def halo(sample_rate: int) -> int:
    """How far on either side samples weigh on the limiting of one, in samples."""
    return 2 * _reach(sample_rate) + _TAPS


def _reach(sample_rate: int) -> int:
    return max(round(_REACH_S * sample_rate), 1)


def limited(samples: Floats, sample_rate: int, ceiling_db: float) -> Floats:
    """The sound with no peak, at or between samples, above `ceiling_db` dBFS; equal to it elsewhere."""
    ceiling = 10 ** (ceiling_db / 20)
    peaks = true_peaks(samples, ceiling)
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

    Elsewhere its own height may stand. Looked at are the samples that have a neighbour loud enough: of
    speech, one in ten.
    """
    heights = np.abs(samples)
    loud = heights * _OVERSHOOT >= above
    places = np.flatnonzero(_widened(loud))
    padded = np.zeros(len(samples) + _TAPS, np.float32)
    padded[_BEFORE : _BEFORE + len(samples)] = samples
    around = sliding_window_view(padded, _TAPS)
    for start in range(0, len(places), _AT_ONCE):
        chosen = places[start : start + _AT_ONCE]
        between = np.abs(around[chosen] @ _INTERPOLATOR).max(axis=1)
        heights[chosen] = np.maximum(heights[chosen], between)
    return heights


def _widened(marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The marks, and every place whose window of interpolation holds one of them."""
    wide = np.pad(marks, (_BEFORE, _TAPS - 1 - _BEFORE))
    reached = 1
    while reached < _TAPS:
        step = min(reached, _TAPS - reached)
        wide = wide[:-step] | wide[step:]
        reached += step
    return wide


def _interpolator() -> Floats:
    """Three columns: the sound a quarter, a half and three quarters of the way to the next sample.

    A sinc under a Kaiser window; the recommendation prints a table of the same kind and leaves others free.
    """
    offsets = np.arange(_TAPS) - _BEFORE
    columns = [np.sinc(part - offsets) * np.kaiser(_TAPS, 5.0) for part in (0.25, 0.5, 0.75)]
    return np.stack([column / column.sum() for column in columns], axis=1).astype(np.float32)


_INTERPOLATOR = _interpolator()

_OVERSHOOT = float(np.abs(_INTERPOLATOR).sum(axis=0).max())
"""How many times higher than the samples around it the sound between two samples can be."""


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
