"""Loudness as ITU-R BS.1770 defines it, on the signals that it and EBU Tech 3341 give."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import av
import numpy as np
import pytest

from voices import Track
from voices.loudness import SILENCE, integrated

RATES = (16_000, 22_050, 24_000, 44_100, 48_000)


def sine(level_db: float, seconds: float, rate: int, hertz: float = 997) -> np.ndarray:
    time = np.arange(round(seconds * rate)) / rate
    return (10 ** (level_db / 20) * np.sin(2 * math.pi * hertz * time)).astype(np.float32)


@pytest.mark.parametrize("rate", RATES)
def test_the_reference_tone(rate: int) -> None:
    """BS.1770: a sine of 997 Hz at 0 dBFS in one channel is at -3.01 LKFS."""
    assert integrated([sine(0, 5, rate)], rate) == pytest.approx(-3.01, abs=0.05)


@pytest.mark.parametrize("level_db", [-23, -33])
def test_levels_are_followed(level_db: float) -> None:
    """Tech 3341, cases 1 and 2, in one channel (3.01 LU less than in two)."""
    assert integrated([sine(level_db, 20, 48_000, 1000)], 48_000) == pytest.approx(level_db - 3.01, abs=0.1)


@pytest.mark.parametrize(
    "passages",
    [
        [(-36, 10), (-23, 60), (-36, 10)],
        [(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)],
        [(-26, 20), (-20, 20.1), (-26, 20)],
    ],
)
def test_quiet_passages_do_not_count(passages: list[tuple[float, float]]) -> None:
    """Tech 3341, cases 3, 4 and 5: the gates leave -23 LUFS in two channels, -26.01 in one."""
    sound = np.concatenate([sine(level, seconds, 48_000, 1000) for level, seconds in passages])
    assert integrated([sound], 48_000) == pytest.approx(-26.01, abs=0.1)


@pytest.mark.parametrize("cuts", [[1], [100, 49_152, 49_153], [30_000, 60_000]])
def test_pieces_weigh_what_the_whole_weighs(cuts: list[int]) -> None:
    """A sound may come in pieces of any length."""
    sound = np.random.default_rng(1).normal(0, 0.1, 100_000).astype(np.float32)
    edges = [0, *cuts, len(sound)]
    pieces = [sound[start:end] for start, end in pairwise(edges)]
    assert integrated(pieces, 22_050) == pytest.approx(integrated([sound], 22_050), abs=1e-3)


def test_silence_and_very_short_sounds() -> None:
    """Silence has no loudness; less than a block of 400 ms is measured as it is."""
    assert integrated([np.zeros(50_000, np.float32)], 22_050) == SILENCE
    assert integrated([], 22_050) == SILENCE
    assert integrated([sine(-20, 0.2, 22_050)], 22_050) == pytest.approx(-23, abs=0.5)


def test_ffmpeg_measures_the_same(track: Track) -> None:
    """A second opinion on real speech: FFmpeg's ebur128."""
    ours = integrated([track.samples.astype(np.float32) / 32768], track.sample_rate)
    assert ours == pytest.approx(_by_ffmpeg(track), abs=0.1)


def _by_ffmpeg(track: Track) -> float:
    graph = av.filter.Graph()
    source = graph.add_abuffer(
        format="s16", sample_rate=track.sample_rate, layout="mono", time_base=Fraction(1, track.sample_rate)
    )
    meter = graph.add("ebur128", "metadata=1")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(track.samples[None, :], format="s16", layout="mono")
    frame.sample_rate = track.sample_rate
    graph.push(frame)
    graph.push(None)
    last = "nan"
    while True:
        try:
            last = graph.pull().metadata.get("lavfi.r128.I", last)
        except (av.EOFError, av.BlockingIOError):
            return float(last)
