"""A voice tried out."""

from __future__ import annotations

import io
import wave
from dataclasses import replace

import pytest

from voices import VoiceMissing, VoiceSettings, catalog, preview


def frames(sound: bytes) -> bytes:
    """The samples of a WAV file."""
    with wave.open(io.BytesIO(sound)) as file:
        return file.readframes(file.getnframes())


def test_a_preview_is_what_an_edition_would_sound_like() -> None:
    """Text is made for the ear, settings count, and it is a whole file, equal each time."""
    (voice,) = (voice for voice in catalog.voices("fr") if voice.id == "fr-be")
    slow = frames(preview(voice, "Le 1er mars, 23 000 €", VoiceSettings(rate=120)))
    fast = frames(preview(voice, "Le 1er mars, 23 000 €", VoiceSettings(rate=240)))
    written_out = "Le premier mars, vingt-trois mille euros"
    assert frames(preview(voice, written_out, VoiceSettings(rate=120))) == slow
    assert len(slow) > 1.6 * len(fast)
    assert preview(voice, "Bonjour", audio_format="mp3").startswith(b"ID3")


def test_a_variant_can_be_tried() -> None:
    """As a voice with its id; one that is not here is told."""
    (voice,) = (voice for voice in catalog.voices("en") if voice.id == "en-us")
    assert preview(replace(voice, id="en-us+f3"), "Hello") != preview(voice, "Hello")
    with pytest.raises(VoiceMissing):
        preview(replace(voice, id="en-us+zz"), "Hello")
