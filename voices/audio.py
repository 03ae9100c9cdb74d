"""Clips become a track: trimmed, joined sample by sample with pauses that fit, and levelled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from voices import limiter, loudness
from voices.clips import trimmed
from voices.errors import SpeechFailed
from voices.speech import Clip, Cue, PauseKind, Track, Utterance

if TYPE_CHECKING:
    from voices.speech import Samples

PAUSES: dict[PauseKind, float] = {
    "sentence": 0.35,
    "item": 0.45,
    "paragraph": 0.7,
    "section": 1.0,
    "heading": 0.6,
    "title": 0.9,
    "end": 0.5,
}
"""Seconds of silence after an utterance; more before a heading than after it: it belongs to what follows."""

LEAD_IN_S = 0.2
"""Silence before the first word: players that fade in lose nothing of it."""

LOUDNESS_LUFS = -19.0
"""For mono speech; as loud on two loudspeakers as -16 LUFS in stereo (AES TD1008)."""

CEILING_DBFS = -1.5

_ROUNDS = 4
_NEAR_LU = 0.05

Floats = npt.NDArray[np.float32]


def join(
    utterances: Sequence[Utterance],
    texts: Sequence[str],
    clips: Iterable[Clip],
    *,
    lang: str,
    voice: str,
    pauses: float = 1.0,
) -> Track:
    """One track of all clips, in order.

    `texts` are the utterances as written for the ear; `pauses` stretches all pauses.
    """
    parts: list[Samples] = []
    cues: list[Cue] = []
    position = rate = 0
    for utterance, text, raw in zip(utterances, texts, clips, strict=True):
        clip = trimmed(raw)
        if not rate:
            rate = clip.sample_rate
            position = round(LEAD_IN_S * rate)
            parts.append(_silence(position))
        elif clip.sample_rate != rate:
            raise SpeechFailed(f"The engine changed from {rate} to {clip.sample_rate} Hz.", text=text)
        pause = _silence(round(PAUSES[utterance.pause] * pauses * rate))
        cues.append(_cue(utterance, text, clip, position / rate))
        parts += [clip.samples, pause]
        position += len(clip.samples) + len(pause)
    samples = np.concatenate(parts) if parts else _silence(0)
    return Track(samples, rate, tuple(cues), lang, voice)


def _cue(utterance: Utterance, text: str, clip: Clip, start_s: float) -> Cue:
    return Cue(
        id=utterance.id,
        start_s=round(start_s, 3),
        end_s=round(start_s + clip.duration_s, 3),
        text=utterance.text,
        chapter=utterance.chapter,
        spoken=text,
        words=tuple(word.later(start_s) for word in clip.words),
    )


def _silence(length: int) -> Samples:
    return np.zeros(length, np.int16)


def level(samples: Samples, sample_rate: int, volume: float = 1.0) -> Samples:
    """The sound at -19 LUFS (less where `volume` is below 1), with no peak over -1.5 dBFS.

    What the limiter takes away is given back by a little more gain, until both hold. Silence stays silence.
    """
    sound = np.divide(samples, 32768, dtype=np.float32)
    target = LOUDNESS_LUFS + 20 * math.log10(volume)
    measured = loudness.integrated(sound, sample_rate)
    if measured == loudness.SILENCE:
        return samples
    gain_db = target - measured
    for _ in range(_ROUNDS):
        levelled = limiter.limited(_amplified(sound, gain_db), sample_rate, CEILING_DBFS)
        missing = target - loudness.integrated(levelled, sample_rate)
        if abs(missing) < _NEAR_LU:
            break
        gain_db += missing
    return np.clip(np.rint(levelled * 32768), -32768, 32767).astype(np.int16)


def _amplified(sound: Floats, gain_db: float) -> Floats:
    return np.multiply(sound, 10 ** (gain_db / 20), dtype=np.float32)
