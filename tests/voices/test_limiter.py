"""The limiter: nothing over its ceiling, everything else untouched."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices.limiter import limited, true_peak_db, true_peaks

RATE = 22_050
CEILING = -1.5


@pytest.mark.parametrize("phase", [0.0, 0.25, 0.5])
def test_peaks_between_samples_are_seen(phase: float) -> None:
    """BS.1770, annex 2: a sine at a quarter of the sample rate peaks between its samples, 3 dB above them."""
    sound = np.sin(2 * math.pi * (np.arange(4000) + phase) / 4).astype(np.float32)
    assert true_peak_db(sound) == pytest.approx(0, abs=0.3)


@given(st.integers(0, 10_000), st.floats(0.05, 4))
def test_nothing_passes_the_ceiling(seed: int, height: float) -> None:
    """Noise, clicks, anything: no sample and no peak between samples is above the ceiling."""
    random = np.random.default_rng(seed)
    sound = (random.normal(0, height, 3000) * (random.random(3000) < random.random())).astype(np.float32)
    quiet = limited(sound, RATE, CEILING)
    assert len(quiet) == len(sound)
    assert np.abs(quiet).max(initial=0) <= 10 ** (CEILING / 20) + 1e-6
    assert true_peak_db(quiet) <= CEILING + 0.3
    assert (np.abs(quiet) <= np.abs(sound) + 1e-7).all()


def test_only_the_neighbourhood_of_a_peak_is_turned_down() -> None:
    """10 ms before and after a peak the sound is as it was; the gain has no step that would click."""
    sound = np.full(RATE, 0.3, np.float32)
    sound[RATE // 2] = 1.4
    gain = limited(sound, RATE, CEILING) / sound
    turned = np.flatnonzero(gain < 1)
    assert turned.min() >= RATE // 2 - 0.011 * RATE
    assert turned.max() <= RATE // 2 + 0.011 * RATE
    assert np.abs(np.diff(gain)).max() < 0.01


def test_a_sound_below_the_ceiling_is_not_touched() -> None:
    """The very same samples."""
    sound = np.random.default_rng(3).uniform(-0.5, 0.5, 5000).astype(np.float32)
    assert np.array_equal(limited(sound, RATE, CEILING), sound)


@given(st.integers(0, 10_000), st.floats(0.1, 3), st.floats(0.2, 1))
def test_what_is_not_looked_at_is_below_the_ceiling(seed: int, height: float, above: float) -> None:
    """Looking only around loud samples finds every peak that passes, as high as looking everywhere does."""
    random = np.random.default_rng(seed)
    sound = (random.normal(0, height, 2000) * (random.random(2000) < random.random())).astype(np.float32)
    everywhere, near = true_peaks(sound, 0.0), true_peaks(sound, above)
    high = everywhere > above
    assert np.allclose(near[high], everywhere[high], rtol=1e-5)
    assert (near <= everywhere + 1e-6).all()
