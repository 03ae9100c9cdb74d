"""Record: speak each utterance, join and level the sound, write it, and tell when each one is heard.

speak(...) -> Track         one pass of the engine
write(track, ...)           as often as formats are wanted
record(...)                 both at once
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path

from voices.errors import SpeechFailed
from voices.sayable import sayable
from voices.speech import Clip, Engine, Recording, Tags, Track, Utterance, VoiceSettings

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
    others: Mapping[str, VoiceSettings] | None = None,
) -> Track:
    """Speak all utterances in order with a fresh speaker, and join and level them.

    Utterances in another language have a fresh speaker of that language, which speaks them in their order:
    with the voice, rate and pitch that `others` give it (else its usual voice), and with the level and the
    pauses of `settings`. What one speaker says never depends on what another said.
    Raises `VoiceError`; a `SpeechFailed` names the utterance.
    """
    from voices import audio

    texts = [sayable(pronounce(utterance.text, utterance.lang or lang)) for utterance in utterances]
    voices = []
    guests: dict[int, Clip] = {}
    for other in dict.fromkeys(u.lang for u in utterances if u.lang not in ("", lang)):
        places = [place for place, utterance in enumerate(utterances) if utterance.lang == other]
        chosen = _guest_settings(settings, (others or {}).get(other))
        theirs = [utterances[place] for place in places]
        spoken = _speak(theirs, [texts[place] for place in places], engine, chosen, other, {})
        guests |= zip(places, audio.clips_of(spoken), strict=True)
        voices.append(spoken.voice)
    track = _speak(utterances, texts, engine, settings, lang, guests)
    if len(guests) < len(utterances) or not guests:
        voices.insert(0, track.voice)
    return replace(track, voice=" + ".join(voices))


def _guest_settings(settings: VoiceSettings, chosen: VoiceSettings | None) -> VoiceSettings:
    """Those of the other language's own voice, as loud and as slow to go on as all around it."""
    if chosen is None:
        return replace(settings, voice="")
    return replace(chosen, volume=settings.volume, pauses=settings.pauses, silences=settings.silences)


def _speak(
    utterances: Sequence[Utterance],
    texts: Sequence[str],
    engine: Engine,
    settings: VoiceSettings,
    lang: str,
    guests: Mapping[int, Clip],
) -> Track:
    """Speak the texts of one language, and put between them the `guests`, finished clips by their place.

    Their places stay silent until the rest is levelled: silence weighs nothing, so that each language comes
    out at the same level however much or little is said in it.
    """
    from voices import audio
    from voices.clips import at_rate

    own = [place for place in range(len(texts)) if place not in guests]
    with engine.open(lang, settings) as speaker:
        try:
            clips = _among(guests, speaker.speak([texts[place] for place in own]), len(texts))
            track = audio.join(
                utterances,
                texts,
                clips,
                lang=lang,
                voice=speaker.signature,
                pauses=settings.pauses,
                silences=settings.silences,
            )
        except SpeechFailed as error:
            raise _naming(error, [utterances[place] for place in own]) from error
    audio.level(track.samples, track.sample_rate, settings.volume)
    for place, clip in guests.items():
        track.samples[track.places[place]] = at_rate(clip, track.sample_rate).samples
    return track


def _among(guests: Mapping[int, Clip], own: Iterator[Clip], count: int) -> Iterator[Clip]:
    """The clips of a language in their order, and silences in the guests' places, all at one sample rate."""
    from voices.clips import at_rate, hushed

    first = next(own, None)
    clips = own if first is None else chain([first], own)
    for place in range(count):
        if place not in guests:
            yield next(clips)
        else:
            rate = (first or guests[min(guests)]).sample_rate
            yield hushed(at_rate(guests[place], rate))


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
    others: Mapping[str, VoiceSettings] | None = None,
) -> Recording:
    """Speak all utterances into one file; `speak` and `write` in one call, with their errors."""
    track = speak(utterances, engine, settings, lang, pronounce=pronounce, others=others)
    return write(track, file, audio_format, tags)
