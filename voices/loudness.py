"""How loud a sound is, by ITU-R BS.1770-5 ("Algorithms to measure audio programme loudness and true-peak
audio level"): K-weighting, blocks of 400 ms, two gates.

The recommendation gives the two filters as coefficients for 48 kHz only; here they are made for any rate
from the analogue prototypes behind them, with the constants that libebur128 and pyloudnorm derived from
those coefficients (Brecht De Man, "Evaluation of implementations of the EBU R128 loudness measurement",
AES 145, 2018).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

SILENCE = -math.inf

_FFT = 2**16
_OVERLAP = 2**14
"""Samples of the past that weigh on a sample: the filters have forgotten all but -150 dB of it by then."""


def integrated(pieces: Iterable[Floats], sample_rate: int) -> float:
    """Integrated loudness of a mono sound of floats between -1 and 1, in LUFS; minus infinity for silence.

    The sound comes in pieces of any length: an hour of it need not be held in floats.
    A sound shorter than one block of 400 ms is measured as one block that holds all of it.
    """
    blocks = _block_powers(_weighted(pieces, sample_rate), sample_rate)
    audible = blocks[blocks > _power(-70)]  # the absolute gate
    if not len(audible):
        return SILENCE
    gated = audible[audible > audible.mean() * 10**-1]  # the relative gate, 10 LU below
    return float(_loudness(gated.mean()))


def _loudness(power: float) -> float:
    return -0.691 + 10 * math.log10(power)


def _power(loudness: float) -> float:
    return float(10 ** ((loudness + 0.691) / 10))


def _block_powers(pieces: Iterable[Floats], sample_rate: int) -> npt.NDArray[np.float64]:
    """Mean square of blocks of 400 ms that begin every 100 ms."""
    step = sample_rate // 10
    rest = np.zeros(0, np.float32)
    powers = [np.zeros(0)]
    for piece in pieces:
        squares = np.concatenate([rest, np.square(piece)])
        whole = len(squares) // step * step
        powers.append(squares[:whole].reshape(-1, step).mean(axis=1, dtype=np.float64))
        rest = squares[whole:]
    steps = np.concatenate(powers)
    if len(steps) < 4:
        heard = steps.sum() * step + rest.sum(dtype=np.float64)
        return np.array([heard / max(len(steps) * step + len(rest), 1)])
    return np.convolve(steps, np.full(4, 0.25), mode="valid")


def _weighted(pieces: Iterable[Floats], sample_rate: int) -> Iterator[Floats]:
    """The sound after the K-weighting filters, by overlap-save: fast without compiling their recursion."""
    response = _response(sample_rate)
    past = np.zeros(_OVERLAP, np.float32)
    for piece in pieces:
        for start in range(0, len(piece), _FFT - _OVERLAP):
            fresh = piece[start : start + _FFT - _OVERLAP]
            window = np.concatenate([past, fresh])
            out = np.fft.irfft(np.fft.rfft(window, _FFT) * response, _FFT).astype(np.float32, copy=False)
            past = window[-_OVERLAP:]
            yield out[_OVERLAP : _OVERLAP + len(fresh)]


@cache
def _response(sample_rate: int) -> npt.NDArray[np.complex64]:
    delay = np.exp(-2j * np.pi * np.arange(_FFT // 2 + 1) / _FFT)
    both: npt.NDArray[np.complex128] = np.ones_like(delay)
    for b, a in (_head_filter(sample_rate), _low_cut(sample_rate)):
        both *= np.polyval(b[::-1], delay) / np.polyval(a[::-1], delay)
    return both.astype(np.complex64)


Biquad = tuple[list[float], list[float]]


def _head_filter(sample_rate: int) -> Biquad:
    """Stage 1: a high shelf of 4 dB, for the head in front of the sound."""
    k = math.tan(math.pi * 1681.974450955533 / sample_rate)
    q = 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    b = [(high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0]
    return b, [1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]


def _low_cut(sample_rate: int) -> Biquad:
    """Stage 2: the revised low-frequency B curve, a high pass at 38 Hz."""
    k = math.tan(math.pi * 38.13547087602444 / sample_rate)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    return [1.0, -2.0, 1.0], [1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]
