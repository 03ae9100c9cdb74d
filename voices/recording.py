"""Record: speak each utterance, join and level the sound, write it, and tell when each one is heard.

speak(...) -> Track         one pass of the engine
write(track, ...)           as often as formats are wanted
record(...)                 both at once
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from voices.errors import SpeechFailed
from voices.sayable import sayable
from voices.speech import Engine, Recording, Tags, Track, Utterance, VoiceSettings

Pronounce = Callable[[str, str], str]
"""Text as printed and its language -> text for the ear."""


def as_printed(text: str, lang: str) -> str:
    """A `Pronounce` that changes nothing."""
    return text


def speak(
    utterances: Sequence[Utterance],
    engine: Engine,
    settings: VoiceSettings,
    lang: str,
    *,
    pronounce: Pronounce = as_printed,
) -> Track:
    """Speak all utterances in order with a fresh speaker, and join and level them.

    Raises `VoiceError`; a `SpeechFailed` names the utterance.
    """
    from voices import audio

    texts = [sayable(pronounce(utterance.text, lang)) for utterance in utterances]
    with engine.open(lang, settings) as speaker:
        try:
            clips = speaker.speak(texts)
            track = audio.join(
                utterances, texts, clips, lang=lang, voice=speaker.signature, pauses=settings.pauses
            )
        except SpeechFailed as error:
            raise _naming(error, utterances) from error
    audio.level(track.samples, track.sample_rate, settings.volume)
    return track


def _naming(error: SpeechFailed, utterances: Sequence[Utterance]) -> SpeechFailed:
    position = error.values.get("position")
    if not isinstance(position, int) or not 0 <= position < len(utterances):
        return error
    name = utterances[position].id
    return SpeechFailed(f"{name}: {error}", **{**error.values, "id": name})


def write(track: Track, file: Path, audio_format: str = "mp3", tags: Tags | None = None) -> Recording:
    """Write a track to `file` in a format of `encoding.FORMATS`.

    Raises `EncodingFailed`, `SettingRefused`, and OSError where the file cannot be written.
    """
    from voices import encoding

    tags = tags or Tags()
    sound = encoding.encode(track, audio_format, tags)
    file.write_bytes(sound)
    return Recording(
        file=file,
        format=audio_format,
        duration_s=round(encoding.length_s(track, audio_format), 3),
        cues=track.cues,
        voice=track.voice,
        tags={key: value for key, value in asdict(tags).items() if value},
    )


def record(
    utterances: Sequence[Utterance],
    engine: Engine,
    settings: VoiceSettings,
    lang: str,
    file: Path,
    *,
    audio_format: str = "mp3",
    tags: Tags | None = None,
    pronounce: Pronounce = as_printed,
) -> Recording:
    """Speak all utterances into one file; `speak` and `write` in one call, with their errors."""
    track = speak(utterances, engine, settings, lang, pronounce=pronounce)
    return write(track, file, audio_format, tags)
