"""The sound of one utterance: read, checked, trimmed."""

from __future__ import annotations

import io
import wave

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from voices import Clip, Word
from voices.clips import read_clip, silent_clip, trimmed, why_unsound

RATE = 22_050


def tone(seconds: float, height: int = 8000) -> np.ndarray:
    return (height * np.sin(np.arange(round(seconds * RATE)) * 0.1)).astype(np.int16)


def wav(samples: np.ndarray, width: int = 2, channels: int = 1) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(width)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def test_a_wave_is_read_sample_by_sample() -> None:
    """What an engine wrote is what is joined; of two channels the first is taken."""
    samples = tone(0.5)
    assert np.array_equal(read_clip(wav(samples)).samples, samples)
    assert np.array_equal(read_clip(wav(np.repeat(samples, 2), channels=2)).samples, samples)
    assert read_clip(wav(samples)).sample_rate == RATE


def test_other_sound_files_are_read_too() -> None:
    """NSSpeech writes AIFF."""
    import av

    file = io.BytesIO()
    with av.open(file, "w", format="aiff") as container:
        stream = container.add_stream("pcm_s16be", RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(tone(0.5)[None, :], format="s16", layout="mono")
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    clip = read_clip(file.getvalue())
    assert np.array_equal(clip.samples, tone(0.5))


@pytest.mark.parametrize("damaged", [b"", b"RIFF", b"noise", wav(tone(0.1))[:30], wav(tone(0.1), width=1)])
def test_what_is_no_sound_is_refused(damaged: bytes) -> None:
    """A damaged or foreign file is a ValueError, which the speaker takes for a fault."""
    with pytest.raises(ValueError, match="a "):
        read_clip(damaged)


@pytest.mark.parametrize(
    ("samples", "text", "rate", "fault"),
    [
        (tone(1.0), "Bonjour à tous", 160, ""),
        (tone(0.0), "Bonjour", 160, "empty"),
        (np.zeros(RATE, np.int16), "Bonjour", 160, "silent"),
        (tone(0.1), "Bonjour à toutes et à tous", 160, "plausible"),
        (tone(0.1), "Bonjour à toutes et à tous", 450, "plausible"),
        (tone(0.2), "Bonjour à toutes et à tous", 450, ""),
        (tone(20.0), "Bonjour", 160, "plausible"),
        (tone(12.0), "Bonjour", 80, ""),
        (tone(0.2), "I " * 28, 160, ""),
        (np.zeros(RATE, np.int16), "漢字", 160, ""),
        (np.zeros(RATE, np.int16), "…", 160, ""),
    ],
)
def test_what_a_sound_must_be(samples: np.ndarray, text: str, rate: int, fault: str) -> None:
    """Not empty, not silent, as long as its text takes; where a voice may know no sound, silence passes."""
    reason = why_unsound(Clip(samples, RATE), text, rate)
    assert (fault in reason) if fault else not reason


def test_trimming_takes_silence_only() -> None:
    """Every sample of the word stays; at most 4 ms of silence stand before and after it."""
    word, silence = tone(0.3), np.zeros(RATE, np.int16)
    clip = trimmed(Clip(np.concatenate([silence, word, silence]), RATE))
    assert len(word) <= len(clip.samples) <= len(word) + 2 * 0.004 * RATE + 2
    assert any(
        np.array_equal(clip.samples[start : start + len(word)], word)
        for start in range(len(clip.samples) - len(word) + 1)
    )


@given(arrays(np.int16, st.integers(0, 3000)))
def test_what_is_trimmed_away_cannot_be_heard(samples: np.ndarray) -> None:
    """Whatever the sound: a part of it remains, and what went is 60 dB below its peak."""
    left = trimmed(Clip(samples, RATE)).samples
    if len(left) == len(samples):
        return
    heights = np.abs(samples.astype(int))
    outside = np.sort(heights)[: len(samples) - len(left)]
    assert np.abs(left.astype(int)).max() == heights.max()
    assert outside.max() <= heights.max() / 1000


def test_words_move_with_the_trimming() -> None:
    """A word's time is counted from the start of what is left."""
    silence = np.zeros(RATE // 2, np.int16)
    words = (Word(0, 2, 0.4, 0.6), Word(3, 5, 0.6, 1.5))
    clip = trimmed(Clip(np.concatenate([silence, tone(0.3), silence]), RATE, words))
    assert [word.start_s for word in clip.words] == pytest.approx([0, 0.104], abs=0.005)
    assert all(0 <= word.start_s <= word.end_s <= clip.duration_s + 0.001 for word in clip.words)


def test_a_meant_silence_is_kept() -> None:
    """The clip of an empty text is not trimmed to nothing."""
    assert trimmed(silent_clip(0.3)).duration_s == pytest.approx(0.3, abs=0.001)
