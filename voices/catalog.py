"""Which engines and voices are here; choose one; say what is missing."""

from __future__ import annotations

from collections.abc import Callable

from voices.errors import EngineMissing
from voices.pyttsx import PyttsxEngine
from voices.silence import SilenceEngine
from voices.speech import Engine, Voice, VoiceSettings

ENGINES: dict[str, Callable[[], Engine]] = {"pyttsx3": PyttsxEngine, "silence": SilenceEngine}
"""By name, the usual one first."""


def engine(name: str = "") -> Engine:
    """The engine of this name, or the usual one. Raises `EngineMissing`."""
    try:
        return ENGINES[name or next(iter(ENGINES))]()
    except KeyError:
        known = ", ".join(ENGINES)
        words = f"There is no engine {name!r}. There are: {known}."
        raise EngineMissing(words, engine=name, detail=known) from None


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
