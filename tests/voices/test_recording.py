"""Recording: from utterances to a file with cues."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voices import SpeechFailed, Tags, Utterance, VoiceSettings, catalog, record, speak
from voices.pyttsx import PyttsxEngine


def test_a_recording_tells_when_each_utterance_is_heard(tmp_path: Path) -> None:
    """Ids, texts and chapters of the utterances, times in order, a signature, tags that are not empty."""
    utterances = [Utterance("s1", "Avis", "title", True), Utterance("s2", "Bonjour à tous.")]
    tags = Tags(title="Avis", comment="Voix de synthèse")
    recording = record(
        utterances, catalog.engine(), VoiceSettings(rate=180), "fr", tmp_path / "sound.mp3", tags=tags
    )
    assert [(cue.id, cue.text, cue.chapter) for cue in recording.cues] == [
        ("s1", "Avis", True),
        ("s2", "Bonjour à tous.", False),
    ]
    assert recording.cue("s2").start_s > recording.cue("s1").end_s
    assert recording.duration_s > recording.cue("s2").end_s
    assert recording.voice == "espeak-ng-1.52.0-fr|rate:180|pitch:50"
    assert recording.tags == {"title": "Avis", "comment": "Voix de synthèse"}
    with pytest.raises(KeyError):
        recording.cue("s3")


def test_the_ear_gets_its_own_text() -> None:
    """The pronunciation is spoken and its words are timed; the cue shows the text as printed."""
    track = speak(
        [Utterance("s1", "art. 3")],
        catalog.engine(),
        VoiceSettings(),
        "fr",
        pronounce=lambda text, lang: text.replace("art. 3", "article trois"),
    )
    cue = track.cues[0]
    assert (cue.text, cue.spoken) == ("art. 3", "article trois")
    assert [cue.spoken[word.start : word.end] for word in cue.words] == ["article", "trois"]
    assert cue.start_s <= cue.words[0].start_s < cue.words[1].start_s < cue.end_s


def test_a_sentence_that_cannot_be_spoken_is_named(faulty: Callable[..., PyttsxEngine]) -> None:
    """By its id, with its text and the reason."""
    engine = faulty("mouth.Mouth._speak = lambda self, text: os._exit(7)", retries=0)
    with pytest.raises(SpeechFailed, match=r"s7: .*Bonjour.*code 7") as caught:
        speak([Utterance("s7", "Bonjour")], engine, VoiceSettings(), "fr")
    assert caught.value.values["id"] == "s7"


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=9))
def test_any_text_can_be_recorded(texts: list[str]) -> None:
    """Whatever Unicode holds: a cue for each text, in order, none over another."""
    utterances = [Utterance(str(number), text) for number, text in enumerate(texts)]
    track = speak(utterances, catalog.engine(), VoiceSettings(rate=450), "fr")
    times = [time for cue in track.cues for time in (cue.start_s, cue.end_s)]
    assert [cue.id for cue in track.cues] == [utterance.id for utterance in utterances]
    assert times == sorted(times)
    assert all(cue.end_s > cue.start_s for cue in track.cues)
