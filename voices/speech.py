"""The words of the audio side: what is to be said, what was said, and who can say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.int16]
"""Mono PCM, 16 bits, one dimension."""

PauseKind = Literal["sentence", "item", "paragraph", "heading", "title", "end"]
"""How long the silence after an utterance is; the lengths stand in `audio.PAUSES`."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence to be spoken."""

    id: str
    text: str
    """As printed; `pronunciation.spoken` makes the text for the ear of it."""
    pause: PauseKind = "sentence"
    chapter: bool = False
    """True where a chapter of the sound file begins."""


@dataclass(frozen=True, slots=True)
class Word:
    """When a word is heard: offsets in the spoken text, seconds from the start of its clip."""

    start: int
    end: int
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Clip:
    """The sound of one utterance."""

    samples: Samples
    sample_rate: int
    words: tuple[Word, ...] = ()

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.sample_rate


@dataclass(frozen=True, slots=True)
class Cue:
    """When an utterance is heard in the finished file, in seconds; its pause comes after `end_s`."""

    id: str
    start_s: float
    end_s: float
    text: str
    chapter: bool = False


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished sound file and when each utterance is heard in it."""

    file: Path
    format: str
    duration_s: float
    cues: tuple[Cue, ...]
    voice: str
    """Signature of the voice and its settings, such as `espeak-fr|rate:150`."""
    tags: dict[str, str] = field(default_factory=dict)

    def cue(self, utterance_id: str) -> Cue:
        """The cue of this utterance; KeyError where it was not spoken."""
        for cue in self.cues:
            if cue.id == utterance_id:
                return cue
        raise KeyError(utterance_id)


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that is here, on this machine."""

    engine: str
    id: str
    lang: str
    name: str


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """How to speak."""

    voice: str = ""
    """The engine's id of the voice; empty: the engine's default for the language."""
    rate: int = 160
    """Words a minute."""
    pitch: int = 50
    volume: float = 1.0


class Speaker(Protocol):
    """Turns sentences into sound, in order, in one language: what an `Engine` opens."""

    signature: str

    def speak(self, texts: Sequence[str]) -> Iterator[Clip]:
        """One clip for each text (already written for the ear), in order. Raises `VoiceError`."""
        ...


class Engine(Protocol):
    """A family of voices."""

    name: str

    def voices(self) -> tuple[Voice, ...]:
        """The voices that it offers here."""
        ...

    def open(self, lang: str, settings: VoiceSettings) -> AbstractContextManager[Speaker]:
        """A fresh speaker; closing it ends its process. Raises `VoiceError`."""
        ...
