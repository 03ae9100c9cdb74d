"""Which engines and voices are here; choose one; say what is missing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from voices import piper
from voices.errors import EngineMissing
from voices.piper import PiperEngine
from voices.piper import is_here as piper_is_here
from voices.piper import language as piper_language
from voices.piper import own_folder as own_piper_folder
from voices.pyttsx import PyttsxEngine
from voices.silence import SilenceEngine
from voices.speech import Engine, Speaker, Voice, VoiceSettings

__all__ = [
    "ENGINES",
    "ByVoice",
    "engine",
    "engine_of",
    "missing",
    "own_piper_folder",
    "piper_is_here",
    "piper_language",
    "signature",
    "voices",
]

ENGINES: dict[str, Callable[[], Engine]] = {
    "pyttsx3": PyttsxEngine,
    "piper": PiperEngine,
    "silence": SilenceEngine,
}
"""By name, the usual one first."""


def engine(name: str = "") -> Engine:
    """The engine of this name, or the usual one. Raises `EngineMissing`."""
    try:
        return ENGINES[name or next(iter(ENGINES))]()
    except KeyError:
        known = ", ".join(ENGINES)
        words = f"There is no engine {name!r}. There are: {known}."
        raise EngineMissing(words, engine=name, detail=known) from None


@dataclass(frozen=True, slots=True)
class ByVoice:
    """Every engine at once: the voice that is asked for tells which one speaks."""

    name: str = "by voice"

    def voices(self) -> tuple[Voice, ...]:
        """Those of every engine that is here."""
        return voices()

    def open(self, lang: str, settings: VoiceSettings) -> AbstractContextManager[Speaker]:
        """A fresh speaker of Piper where the voice is Piper's, else of the usual engine."""
        return engine(engine_of(settings.voice)).open(lang, settings)


def engine_of(voice: str) -> str:
    """The name of the engine that speaks with this voice: Piper for its own voices, else the usual one."""
    return "piper" if piper.is_voice(voice) else next(iter(ENGINES))


def voices(lang: str = "") -> tuple[Voice, ...]:
    """The voices of every engine that is here but the silent one; of one language where one is named."""
    found = [voice for name in ENGINES if name != "silence" for voice in _voices_of(name)]
    return tuple(voice for voice in found if not lang or voice.lang.split("-")[0] == lang)


def _voices_of(name: str) -> tuple[Voice, ...]:
    try:
        return ENGINES[name]().voices()
    except EngineMissing:
        return ()


def missing() -> dict[str, str]:
    """The engines that are not here, each with the reason; empty where all are."""
    reasons = {}
    for name, make in ENGINES.items():
        try:
            make().voices()
        except EngineMissing as error:
            reasons[name] = str(error)
    return reasons


def signature(engine: Engine, lang: str, settings: VoiceSettings) -> str:
    """What shapes the sound: engine with its version, voice, settings. Raises `VoiceError`."""
    with engine.open(lang, settings) as speaker:
        return speaker.signature
