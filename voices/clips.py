"""The sound of one utterance: read, checked, trimmed."""

from __future__ import annotations

import io
import re
import wave
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from voices.sayable import must_sound
from voices.speech import Clip, Word

if TYPE_CHECKING:
    from voices.speech import Samples

SAMPLE_RATE = 22_050
"""Of clips that no engine made; eSpeak's rate."""

_QUIET = 0.001
"""-60 dB: below this share of a clip's peak, what comes before and after its words is silence."""

_MARGIN_S = 0.004
"""Kept before and after what is heard, so that no consonant is cut: below what an ear tells apart."""

_FASTEST_S, _SLOWEST_S = 0.02, 1.0
"""Seconds for each character at 160 words a minute: said in haste; an unknown sign named at length."""


def read_clip(sound: bytes, words: tuple[Word, ...] = ()) -> Clip:
    """The clip in a sound file's bytes. Raises ValueError where there is no sound in it."""
    if sound[:4] == b"RIFF":
        samples, rate = _read_wave(sound)
    else:
        samples, rate = _decode(sound)
    end = len(samples) / rate
    return Clip(samples, rate, tuple(replace(word, end_s=min(word.end_s, end)) for word in words))


def _read_wave(sound: bytes) -> tuple[Samples, int]:
    try:
        with wave.open(io.BytesIO(sound)) as file:
            if file.getsampwidth() != 2:
                raise ValueError(f"a sound of {8 * file.getsampwidth()} bits")
            frames = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
            channels, rate = file.getnchannels(), file.getframerate()
    except (wave.Error, EOFError) as error:
        raise ValueError(f"a damaged sound: {error}") from error
    return frames.reshape(-1, channels)[:, 0].astype(np.int16), rate


def _decode(sound: bytes) -> tuple[Samples, int]:
    """AIFF and other files, as NSSpeech writes them."""
    import av

    try:
        with av.open(io.BytesIO(sound), "r") as container:
            rate = container.streams.audio[0].rate
            resampler = av.AudioResampler(format="s16", layout="mono", rate=rate)
            frames = [f for frame in container.decode(audio=0) for f in resampler.resample(frame)]
    except (av.FFmpegError, IndexError) as error:
        raise ValueError(f"a damaged sound: {error}") from error
    return np.concatenate([frame.to_ndarray()[0] for frame in frames] or [np.zeros(0, np.int16)]), rate


def silent_clip(seconds: float, sample_rate: int = SAMPLE_RATE) -> Clip:
    """A clip in which nothing is heard."""
    return Clip(np.zeros(round(seconds * sample_rate), np.int16), sample_rate)


def hushed(clip: Clip) -> Clip:
    """A silence as long as the clip, with the clip's words: it keeps its place."""
    return replace(clip, samples=np.zeros_like(clip.samples))


def at_rate(clip: Clip, sample_rate: int) -> Clip:
    """The same sound at another sample rate."""
    if clip.sample_rate == sample_rate or not len(clip.samples):
        return replace(clip, sample_rate=sample_rate)
    import av

    frame = av.AudioFrame.from_ndarray(clip.samples[None, :], format="s16", layout="mono")
    frame.sample_rate = clip.sample_rate
    resampler = av.AudioResampler(format="s16", layout="mono", rate=sample_rate)
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return Clip(np.concatenate([frame.to_ndarray()[0] for frame in frames]), sample_rate, clip.words)


def why_unsound(clip: Clip, text: str, rate: int) -> str:
    """What is wrong with the sound of this text at so many words a minute; empty where nothing is."""
    if not 8_000 <= clip.sample_rate <= 192_000:
        return f"a sound of {clip.sample_rate} Hz"
    if not must_sound(text):
        return ""
    if not len(clip.samples):
        return "an empty sound"
    if not heard(clip):
        return "a silent sound"
    pace = 160 / rate
    least = _FASTEST_S * pace * sum(character.isalnum() for character in _AGAIN.sub(r"\1", text))
    most = 2 + _SLOWEST_S * pace * len(text)
    if not least <= clip.duration_s <= most:
        return f"a sound of {clip.duration_s:.2f} s where {least:.2f} to {most:.2f} s are plausible"
    return ""


_AGAIN = re.compile(r"\b(\w)(?:\s+\1\b){3,}")
"""One letter again and again: a line that somebody drew with it, which no voice says in full."""


def heard(clip: Clip) -> bool:
    """Whether anything can be heard in it: a peak over -50 dBFS."""
    return bool(len(clip.samples)) and _peak(clip.samples) > 100


def trimmed(clip: Clip) -> Clip:
    """The clip without the silence before its first and after its last word; nothing audible is faded or cut.

    A clip in which nothing is heard stays as it is: its silence is meant.
    """
    if not heard(clip):
        return clip
    loud = np.flatnonzero(np.abs(clip.samples.astype(np.int32)) > _QUIET * _peak(clip.samples))
    margin = round(_MARGIN_S * clip.sample_rate)
    start = max(int(loud[0]) - margin, 0)
    end = min(int(loud[-1]) + 1 + margin, len(clip.samples))
    lead_s, length_s = start / clip.sample_rate, (end - start) / clip.sample_rate
    return Clip(clip.samples[start:end], clip.sample_rate, tuple(_moved(clip.words, lead_s, length_s)))


def _moved(words: tuple[Word, ...], lead_s: float, length_s: float) -> list[Word]:
    moved = [word.later(-lead_s) for word in words]
    return [replace(w, start_s=max(w.start_s, 0.0), end_s=min(w.end_s, round(length_s, 3))) for w in moved]


def _peak(samples: Samples) -> int:
    return int(np.abs(samples.astype(np.int32)).max())
