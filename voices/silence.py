"""An engine that speaks silence, as long as speech would be: for tests, and for a bundle in no time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from voices.errors import VoiceMissing
from voices.sayable import says_something
from voices.speech import Clip, Speaker, Voice, VoiceSettings

_LANGS = ("fr", "en")
_CHARACTERS_A_WORD = 6
"""Of French and English, with the space."""


@dataclass(frozen=True, slots=True)
class SilenceEngine:
    """Needs nothing and is there on every machine."""

    name: str = "silence"

    def voices(self) -> tuple[Voice, ...]:
        """One for each language."""
        return tuple(Voice(self.name, lang, lang, "Silence") for lang in _LANGS)

    def open(self, lang: str, settings: VoiceSettings) -> AbstractContextManager[Speaker]:
        """A speaker of silence. Raises `VoiceMissing`."""
        voice = settings.voice or lang
        if lang not in _LANGS or voice != lang:
            known = ", ".join(_LANGS)
            raise VoiceMissing(
                f"There is no silent voice {voice!r}. There are: {known}.",
                voice=voice,
                lang=lang,
                known=known,
            )
        return nullcontext(SilenceSpeaker(lang, settings.rate))


class SilenceSpeaker:
    """Says nothing, at so many words a minute."""

    def __init__(self, lang: str, rate: int) -> None:
        self.signature = f"silence-{lang}|rate:{rate}"
        self._rate = rate

    def speak(self, texts: Sequence[str]) -> Iterator[Clip]:
        """A silent clip for each text, as long as it would take to say it."""
        from voices.clips import silent_clip

        for text in texts:
            words = max(len(text) / _CHARACTERS_A_WORD, 1) if says_something(text) else 0.5
            yield silent_clip(words * 60 / self._rate)
