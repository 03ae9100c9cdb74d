"""The words of the audio side: what is to be said, what was said, and who can say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:  # numpy is opened with the first sound, not with the first word
    import numpy as np
    import numpy.typing as npt

    Samples: TypeAlias = npt.NDArray[np.int16]
    """Mono PCM, 16 bits, one dimension."""

PauseKind = Literal["sentence", "item", "paragraph", "section", "heading", "title", "end"]
"""What the silence after an utterance stands for; the lengths stand in `audio.PAUSES`.

`section` comes before a heading, `heading` and `title` after one."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence to be spoken."""

    id: str
    text: str
    """As printed; `pronunciation.spoken` makes the text for the ear of it."""
    pause: PauseKind = "sentence"
    chapter: bool = False
    """True where a chapter of the sound file begins."""
    lang: str = ""
    """Empty: the language of its recording."""


@dataclass(frozen=True, slots=True)
class Word:
    """When a word is heard: offsets in the spoken text, seconds from the start of its clip."""

    start: int
    end: int
    start_s: float
    end_s: float

    def later(self, seconds: float) -> Word:
        """The same word, so many seconds later."""
        return Word(self.start, self.end, round(self.start_s + seconds, 3), round(self.end_s + seconds, 3))


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
    spoken: str = ""
    """The text for the ear, as the engine was given it."""
    words: tuple[Word, ...] = ()
    """Where the engine tells: each word of `spoken`, in seconds of the finished file."""
    lang: str = ""
    """Where it is not in the language of its recording."""


@dataclass(frozen=True, slots=True)
class Track:
    """What was spoken, joined and levelled: the sound of a file before it is encoded."""

    samples: Samples
    sample_rate: int
    cues: tuple[Cue, ...]
    lang: str
    voice: str
    """Signature of the voice and its settings; of each voice, where several speak."""
    places: tuple[slice, ...] = ()
    """The samples of each cue."""

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.sample_rate


@dataclass(frozen=True, slots=True)
class Tags:
    """What a sound file says of itself; what is empty is left out."""

    title: str = ""
    publisher: str = ""
    date: str = ""
    """ISO 8601, a year at least."""
    comment: str = ""
    """Such as "Synthetic voice"."""
    lyrics: str = ""
    """The whole text."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished sound file and when each utterance is heard in it."""

    file: Path
    format: str
    duration_s: float
    cues: tuple[Cue, ...]
    voice: str
    """Signature of the voice and its settings, such as `espeak-ng-1.52.0-fr|rate:160|pitch:50`; where several
    speak, that of each, the recording's own language first, with ` + ` between."""
    tags: dict[str, str] = field(default_factory=dict)
    also: tuple[Recording, ...] = ()
    """The same sound in other formats."""

    def in_format(self, audio_format: str) -> Recording:
        """This recording in that format; KeyError where it was not written so."""
        for recording in (self, *self.also):
            if recording.format == audio_format:
                return recording
        raise KeyError(audio_format)

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
    """Words a minute, 80 to 450."""
    pitch: int = 50
    """0 to 100; 50 is the voice's own."""
    volume: float = 1.0
    """Above 0, up to 1: the share of the full level of -19 LUFS (0.5 is 6 LU less)."""
    pauses: float = 1.0
    """Length of all silences between utterances, against the usual: 2 is twice as long."""
    silences: tuple[tuple[PauseKind, float], ...] = ()
    """By what a silence stands for: its seconds, in place of the usual ones; `pauses` stretches these too."""


class Speaker(Protocol):
    """Turns sentences into sound, in order, in one language: what an `Engine` opens."""

    signature: str
    """The engine with its version, the voice and the settings that shape the sound."""

    def speak(self, texts: Sequence[str]) -> Iterator[Clip]:
        """One clip for each text (already written for the ear), in order. Raises `VoiceError`."""
        ...


class Engine(Protocol):
    """A family of voices."""

    @property
    def name(self) -> str:
        """What it is called in `catalog.ENGINES`."""
        ...

    def voices(self) -> tuple[Voice, ...]:
        """The voices that it offers here."""
        ...

    def open(self, lang: str, settings: VoiceSettings) -> AbstractContextManager[Speaker]:
        """A fresh speaker; closing it ends its process. Raises `VoiceError`."""
        ...
