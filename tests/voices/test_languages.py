"""Two languages in one recording: each by its own voice, in its place, as loud as the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from voices import SpeechFailed, Track, Utterance, VoiceMissing, VoiceSettings, catalog, record, speak
from voices.clips import at_rate, heard
from voices.loudness import integrated
from voices.pyttsx import PyttsxEngine
from voices.speech import Clip

MIXED = (
    Utterance("t1", "Public notice", "title"),
    Utterance("t2", "Trois personnes ont été placées en garde à vue hier matin", lang="fr"),
    Utterance("t3", "They were heard by the investigating judge on Monday"),
    Utterance("t4", "A judicial inquiry has been opened", lang="en"),
    Utterance("t5", "Fermez les volets et restez chez vous", lang="fr"),
    Utterance("t6", "Une information judiciaire est ouverte", "end", lang="fr"),
)
FRENCH = tuple(utterance for utterance in MIXED if utterance.lang == "fr")
ENGLISH = tuple(utterance for utterance in MIXED if utterance.lang != "fr")


@pytest.fixture(scope="module")
def mixed() -> Track:
    """An English recording with three French sentences."""
    return speak(MIXED, catalog.engine(), VoiceSettings(), "en")


def loudness(track: Track, langs: set[str]) -> float:
    """Of the cues in one of these languages, end to end, in LUFS."""
    parts = [
        track.samples[place] for place, cue in zip(track.places, track.cues, strict=True) if cue.lang in langs
    ]
    return integrated([np.concatenate(parts).astype(np.float32) / 32768], track.sample_rate)


@pytest.mark.parametrize(("lang", "alone"), [("en", ENGLISH), ("fr", FRENCH)])
def test_each_language_sounds_as_it_does_alone(mixed: Track, lang: str, alone: tuple[Utterance, ...]) -> None:
    """Sample by sample up to its level: the same voice in the same order, with nothing heard before."""
    only = speak(alone, catalog.engine(), VoiceSettings(), lang)
    places = {cue.id: place for cue, place in zip(mixed.cues, mixed.places, strict=True)}
    for cue, place in zip(only.cues, only.places, strict=True):
        here, there = mixed.samples[places[cue.id]].astype(float), only.samples[place].astype(float)
        assert here.shape == there.shape, cue.id
        assert np.corrcoef(here, there)[0, 1] > 0.9999, cue.id


def test_both_languages_are_equally_loud(mixed: Track) -> None:
    """eSpeak's two voices differ by more than 2 LU; on either side of a switch they do not."""
    assert loudness(mixed, {"fr"}) == pytest.approx(loudness(mixed, {""}), abs=0.5)
    sound = mixed.samples.astype(np.float32) / 32768
    assert integrated([sound], mixed.sample_rate) == pytest.approx(-19, abs=0.3)


def test_volume_and_pauses_are_those_of_the_recording() -> None:
    """A guest keeps its voice, rate and pitch, and takes the level and the silences of its surroundings."""
    settings = VoiceSettings(volume=0.5, pauses=2)
    french = VoiceSettings(voice="fr-be", rate=200, pitch=60, volume=1, pauses=1)
    track = speak(MIXED, catalog.engine(), settings, "en", others={"fr": french})
    assert loudness(track, {"fr"}) == pytest.approx(loudness(track, {""}), abs=0.5)
    assert track.cues[2].start_s - track.cues[1].end_s == pytest.approx(0.7, abs=0.002)
    english, guest = track.voice.split(" + ")
    assert english == "espeak-ng-1.52.0-en|rate:160|pitch:50|volume:0.5|pauses:2"
    assert guest == "espeak-ng-1.52.0-fr-be|rate:200|pitch:60|volume:0.5|pauses:2"


def test_the_words_of_each_cue_stand_within_it(mixed: Track) -> None:
    """In both languages, in order, in seconds of the file."""
    for cue in mixed.cues:
        times = [time for word in cue.words for time in (word.start_s, word.end_s)]
        assert {cue.spoken[word.start : word.end] for word in cue.words} <= set(cue.spoken.split())
        assert times == sorted(times)
        assert cue.start_s <= times[0]
        assert times[-1] <= cue.end_s + 0.001


def test_the_same_utterances_give_the_same_sound(mixed: Track) -> None:
    """Each time, sample by sample."""
    again = speak(MIXED, catalog.engine(), VoiceSettings(), "en")
    assert np.array_equal(again.samples, mixed.samples)
    assert again.cues == mixed.cues


@pytest.mark.parametrize("name", ["mp3", "opus", "m4b"])
def test_every_sentence_is_heard_when_its_cue_says(tmp_path: Path, name: str) -> None:
    """To 10 ms in the decoded file, on both sides of each switch."""
    made = record(MIXED, catalog.engine(), VoiceSettings(), "en", tmp_path / name, audio_format=name)
    with av.open(made.file) as container:
        rate = container.streams.audio[0].rate
        resampler = av.AudioResampler(format="flt", layout="mono", rate=rate)
        parts = [part for frame in container.decode(audio=0) for part in resampler.resample(frame)]
    loud = np.flatnonzero(np.abs(np.concatenate([part.to_ndarray()[0] for part in parts])) > 0.004)
    gaps = np.flatnonzero(np.diff(loud) > 0.3 * rate)
    starts, ends = [loud[0], *loud[gaps + 1]], [*loud[gaps], loud[-1]]
    assert np.array(starts) / rate == pytest.approx([cue.start_s for cue in made.cues], abs=0.010)
    assert np.array(ends) / rate == pytest.approx([cue.end_s for cue in made.cues], abs=0.010)


def test_a_recording_of_guests_alone_names_their_voice() -> None:
    """And keeps their pauses: what is not heard is not told."""
    track = speak(FRENCH, catalog.engine(), VoiceSettings(), "en")
    assert track.voice == "espeak-ng-1.52.0-fr|rate:160|pitch:50"
    assert [cue.lang for cue in track.cues] == ["fr"] * 3


def test_after_a_fault_the_other_language_sounds_the_same(
    mixed: Track, faulty: Callable[..., PyttsxEngine]
) -> None:
    """The language in which it happened begins again from a fresh process, and nothing else changes."""
    engine = faulty(
        "mouth.Mouth._speak = lambda self, text: "
        "os._exit(7) if text.startswith('Fermez') and once() else speak(self, text)"
    )
    assert np.array_equal(speak(MIXED, engine, VoiceSettings(), "en").samples, mixed.samples)


@pytest.mark.parametrize(("begins", "name"), [("Fermez", "t5"), ("They", "t3")])
def test_a_sentence_that_cannot_be_spoken_is_named(
    faulty: Callable[..., PyttsxEngine], begins: str, name: str
) -> None:
    """By its own id, in either language."""
    engine = faulty(
        f"mouth.Mouth._speak = lambda self, text: os._exit(7) if text.startswith({begins!r}) "
        "else speak(self, text)",
        retries=0,
    )
    with pytest.raises(SpeechFailed) as caught:
        speak(MIXED, engine, VoiceSettings(), "en")
    assert caught.value.values["id"] == name


def test_a_guests_voice_that_is_not_here_is_told() -> None:
    """Before anything is spoken, with its language."""
    with pytest.raises(VoiceMissing) as caught:
        speak(MIXED, catalog.engine(), VoiceSettings(), "en", others={"fr": VoiceSettings(voice="fr-fr")})
    assert caught.value.values["lang"] == "fr"


def test_a_voice_at_another_sample_rate_is_heard_at_its_own_pitch() -> None:
    """Resampled: as long as before, and as high."""
    times = np.arange(16_000) / 16_000
    clip = Clip((9000 * np.sin(2 * np.pi * 440 * times)).astype(np.int16), 16_000)
    changed = at_rate(clip, 22_050)
    assert changed.duration_s == pytest.approx(clip.duration_s, abs=0.002)
    assert heard(changed)
    peak = np.abs(np.fft.rfft(changed.samples)).argmax() / changed.duration_s
    assert peak == pytest.approx(440, abs=2)
