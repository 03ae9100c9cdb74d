"""Media overlays: text and sound together."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from notices.publishing.overlay import clock, moments, seconds
from voices import Cue, Recording


def _recording(lengths: list[float]) -> Recording:
    cues = []
    time = 0.0
    for number, length in enumerate(lengths):
        cues.append(Cue(f"s{number}", time, time + length * 0.8, "x"))
        time += length
    return Recording(Path("x.mp3"), "mp3", time, tuple(cues), "tone")


@given(st.lists(st.floats(0, 20), min_size=1, max_size=30))
def test_clips_are_contiguous_and_within_the_file(lengths: list[float]) -> None:
    """From the first moment of the file to its last, without a gap, in the order of the cues."""
    recording = _recording(lengths)
    clips = moments(recording, {cue.id for cue in recording.cues})
    assert [clip.id for clip in clips] == [cue.id for cue in recording.cues]
    assert clips[0].begin_ms == 0
    assert all(one.end_ms == two.begin_ms for one, two in pairwise(clips))
    assert all(clip.begin_ms <= clip.end_ms for clip in clips)
    assert clips[-1].end_ms / 1000 <= recording.duration_s + 1e-6
    for clip, cue in zip(clips, recording.cues, strict=True):
        assert abs(clip.begin_ms / 1000 - cue.start_s) <= 0.0011


def test_a_cue_of_no_written_sentence_belongs_to_the_one_before_it() -> None:
    """What the sound says besides the text is never skipped."""
    clips = moments(_recording([1, 1, 1]), {"s0", "s2"})
    assert [(c.id, c.begin, c.end) for c in clips] == [("s0", "0.000s", "2.000s"), ("s2", "2.000s", "3.000s")]


def test_clock_values() -> None:
    """As SMIL 3.0 writes them."""
    assert seconds(62_345) == "62.345s"
    assert clock(3_662_345) == "1:01:02.345"
