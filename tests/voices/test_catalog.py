"""Which engines and voices are here."""

from __future__ import annotations

import pytest

from voices import EngineMissing, VoiceMissing, VoiceSettings, catalog
from voices.pyttsx import PyttsxEngine


def test_the_usual_engine() -> None:
    """pyttsx3, unless another is named."""
    assert catalog.engine().name == "pyttsx3"
    assert catalog.engine("silence").name == "silence"


def test_an_unknown_engine_names_those_that_exist() -> None:
    """And is an error of the voices."""
    with pytest.raises(EngineMissing, match="pyttsx3, piper, silence"):
        catalog.engine("festival")


def test_voices_by_language() -> None:
    """French ones for French; the silent one is in no list."""
    assert {voice.id for voice in catalog.voices("fr")} == {"fr", "fr-be", "fr-ch"}
    assert {voice.engine for voice in catalog.voices()} == {"pyttsx3"}


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here; and where an engine does not start, its name and the reason."""
    assert catalog.missing() == {}
    broken = PyttsxEngine(command=("/nonexistent/python",))
    monkeypatch.setitem(catalog.ENGINES, "pyttsx3", lambda: broken)
    assert "does not start" in catalog.missing()["pyttsx3"]
    assert catalog.voices() == ()


def test_a_signature_holds_what_shapes_the_sound() -> None:
    """Engine with its version, voice, rate and pitch; volume and pauses where they are not the usual."""
    line = catalog.signature(catalog.engine(), "en", VoiceSettings(rate=140, pitch=40))
    assert line == "espeak-ng-1.52.0-en|rate:140|pitch:40"
    line = catalog.signature(catalog.engine(), "en", VoiceSettings(volume=0.5, pauses=1.5))
    assert line.endswith("|volume:0.5|pauses:1.5")


def test_the_silent_engine_has_a_voice_for_each_language() -> None:
    """And refuses others, naming them."""
    engine = catalog.engine("silence")
    assert {voice.lang for voice in engine.voices()} == {"fr", "en"}
    with engine.open("fr", VoiceSettings(rate=60)) as speaker:
        clips = list(speaker.speak(["douze mots de six lettres", "", "…"]))
    assert len(clips) == 3
    assert not any(clip.samples.any() for clip in clips)
    assert clips[0].duration_s > clips[1].duration_s > 0
    with pytest.raises(VoiceMissing, match="fr, en"):
        engine.open("de", VoiceSettings())
