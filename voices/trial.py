"""A voice tried out on one text, before a whole edition is made with it."""

from __future__ import annotations

from dataclasses import replace

from voices import catalog
from voices.recording import Pronounce, speak
from voices.speech import Tags, Utterance, Voice, VoiceSettings


def preview(
    voice: Voice,
    text: str,
    settings: VoiceSettings | None = None,
    *,
    audio_format: str = "wav",
    pronounce: Pronounce | None = None,
    comment: str = "",
) -> bytes:
    """The sound file of this text as an edition would sound with this voice and these settings.

    A variant of eSpeak is tried as a voice with its id: `replace(voice, id="fr+f3")`. `comment` is what the
    file says of itself. Raises `VoiceError`.
    """
    from voices import encoding
    from voices.pronunciation import spoken

    chosen = replace(settings or VoiceSettings(), voice=voice.id)
    lang = voice.lang.split("-")[0]
    track = speak(
        [Utterance("preview", text, "end")],
        catalog.engine(voice.engine),
        chosen,
        lang,
        pronounce=pronounce or spoken,
    )
    return encoding.encode(track, audio_format, Tags(title=text, comment=comment))
