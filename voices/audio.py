"""Clips become a track: trimmed, joined sample by sample with pauses that fit, and levelled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from voices import limiter, loudness
from voices.clips import SAMPLE_RATE, trimmed
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

_PIECE = 48 * 1024

Floats = npt.NDArray[np.float32]


def join(
    utterances: Sequence[Utterance],
    texts: Sequence[str],
    clips: Iterable[Clip],
    *,
    lang: str,
    voice: str,
    pauses: float = 1.0,
    silences: Iterable[tuple[PauseKind, float]] = (),
) -> Track:
    """One track of all clips, in order.

    `texts` are the utterances as written for the ear; `silences` replace the usual lengths of pauses, and
    `pauses` stretches them all.
    """
    lengths = PAUSES | dict(silences)
    sound = bytearray()
    cues: list[Cue] = []
    places: list[slice] = []
    rate = SAMPLE_RATE
    for utterance, text, raw in zip(utterances, texts, clips, strict=True):
        clip = trimmed(raw)
        if not cues:
            rate = clip.sample_rate
            sound += _silence(LEAD_IN_S * rate)
        elif clip.sample_rate != rate:
            raise SpeechFailed(f"The engine changed from {rate} to {clip.sample_rate} Hz.", text=text)
        start = len(sound) // 2
        cues.append(_cue(utterance, text, clip, start / rate, lang))
        places.append(slice(start, start + len(clip.samples)))
        sound += clip.samples.tobytes()
        sound += _silence(lengths[utterance.pause] * pauses * rate)
    sound = sound or bytearray(_silence(LEAD_IN_S * rate))
    return Track(np.frombuffer(sound, np.int16), rate, tuple(cues), lang, voice, tuple(places))


def _cue(utterance: Utterance, text: str, clip: Clip, start_s: float, lang: str) -> Cue:
    return Cue(
        id=utterance.id,
        start_s=round(start_s, 3),
        end_s=round(start_s + clip.duration_s, 3),
        text=utterance.text,
        chapter=utterance.chapter,
        spoken=text,
        words=tuple(word.later(start_s) for word in clip.words),
        lang="" if utterance.lang == lang else utterance.lang,
    )


def clips_of(track: Track) -> Iterator[Clip]:
    """The sound of each cue of a track, in order: what was joined, cut apart again."""
    for cue, place in zip(track.cues, track.places, strict=True):
        words = tuple(word.later(-place.start / track.sample_rate) for word in cue.words)
        yield Clip(track.samples[place], track.sample_rate, words)


def _silence(length: float) -> bytes:
    return bytes(2 * round(length))


def level(samples: Samples, sample_rate: int, volume: float = 1.0) -> None:
    """Bring the sound, in place, to -19 LUFS (less where `volume` is below 1), with no peak over -1.5 dBFS.

    What the limiter takes away is given back by a little more gain, until both hold. Silence stays silence.
    In place and in pieces, because a long notice is some hundred megabytes of sound.
    """
    target = LOUDNESS_LUFS + 20 * math.log10(volume)
    measured = loudness.integrated(_as_floats(samples), sample_rate)
    if measured == loudness.SILENCE:
        return
    gain_db = target - measured
    for _ in range(_ROUNDS):
        missing = target - loudness.integrated(_pieces(samples, sample_rate, gain_db), sample_rate)
        if abs(missing) < _NEAR_LU:
            break
        gain_db += missing
    position = 0
    for piece in _pieces(samples, sample_rate, gain_db):
        samples[position : position + len(piece)] = np.clip(np.rint(piece * 32768), -32768, 32767)
        position += len(piece)


def _as_floats(samples: Samples) -> Iterator[Floats]:
    """The sound as it is, piece by piece."""
    for start in range(0, len(samples), _PIECE):
        yield np.multiply(samples[start : start + _PIECE], 1 / 32768, dtype=np.float32)


def _pieces(samples: Samples, sample_rate: int, gain_db: float) -> Iterator[Floats]:
    """The sound with so much gain, limited, piece by piece, each as it would be in the whole."""
    halo = limiter.halo(sample_rate)
    before = np.zeros(0, np.int16)
    for start in range(0, len(samples), _PIECE):
        end = min(start + _PIECE, len(samples))
        around = np.concatenate([before, samples[start : end + halo]])
        before_length, before = len(before), samples[max(end - halo, 0) : end].copy()
        louder = np.multiply(around, 10 ** (gain_db / 20) / 32768, dtype=np.float32)
        limited = limiter.limited(louder, sample_rate, CEILING_DBFS)
        yield limited[before_length : before_length + end - start]
