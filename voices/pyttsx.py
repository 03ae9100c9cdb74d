"""The voices of pyttsx3: eSpeak NG on Linux, SAPI5 on Windows, NSSpeech on macOS.

The engine lives in a process of its own (`speaking_process.py`).
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass

from voices import bounds
from voices.errors import EngineMissing, VoiceMissing
from voices.process import Fault, ProcessSpeaker, SpeakingProcess, started
from voices.speech import Speaker, Voice, VoiceSettings

_DRIVERS = {"win32": "sapi5", "darwin": "nsss"}
_DEFAULT_VOICES = {"fr": "fr", "en": "en"}


@dataclass(frozen=True, slots=True)
class PyttsxEngine:
    """Speaks with pyttsx3; each `open` starts a fresh process."""

    time_limit_s: float = 60.0
    """For one utterance; an engine that takes longer hangs. It is 500 times faster than real time."""
    retries: int = 3
    """How often a text is begun again in a fresh process after a fault."""
    command: tuple[str, ...] = (sys.executable, "-P", "-m", "voices.speaking_process")
    name: str = "pyttsx3"

    @property
    def driver(self) -> str:
        """The pyttsx3 driver of this system."""
        return _DRIVERS.get(sys.platform, "espeak")

    def voices(self) -> tuple[Voice, ...]:
        """The voices that it offers here; each of eSpeak's takes a variant besides (`fr+f3`).

        Raises `EngineMissing`."""
        with started(self) as process:
            return _Shelf.of(process).voices

    def open(self, lang: str, settings: VoiceSettings) -> AbstractContextManager[Speaker]:
        """A fresh speaker, as a context manager. Raises `EngineMissing`, `VoiceMissing`, `SettingRefused`."""
        bounds.check(settings)
        return closing(PyttsxSpeaker(self, lang, settings))


class PyttsxSpeaker(ProcessSpeaker):
    """One voice with its settings, in a process that is replaced when it fails."""

    def __init__(self, engine: PyttsxEngine, lang: str, settings: VoiceSettings) -> None:
        super().__init__(engine, settings.rate)
        self._driver = engine.driver
        self._settings = settings
        try:
            shelf = _Shelf.of(self._process)
            self._voice = shelf.choose(lang, settings.voice)
            self.signature = _signature(engine.driver, shelf.version, self._voice, settings)
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        wanted = {
            "voice": self._voice,
            "rate": self._settings.rate,
            "pitch": self._settings.pitch,
            "volume": self._settings.volume,
        }
        if self._driver != "espeak":
            del wanted["pitch"]  # pyttsx3 has no pitch for SAPI5 and NSSpeech
        head, _ = self._process.ask({"settings": wanted})
        taken = head["settings"]
        if any(taken[name] != wanted[name] for name in ("voice", "rate", "pitch") if name in wanted):
            raise Fault(f"the engine speaks with {taken} and not with {wanted}")


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The voices that an engine has."""

    voices: tuple[Voice, ...]
    variants: frozenset[str]
    version: str

    @classmethod
    def of(cls, process: SpeakingProcess) -> _Shelf:
        try:
            head, _ = process.ask({})
        except Fault as fault:
            raise EngineMissing(
                f"pyttsx3 gives no list of voices: {fault}", engine="pyttsx3", detail=str(fault)
            ) from fault
        voices = tuple(Voice("pyttsx3", v["id"], _language(v["lang"]), v["name"]) for v in head["voices"])
        voices = tuple(sorted(voices, key=lambda voice: voice.id))
        return cls(voices, frozenset(head["variants"]), head["version"])

    def choose(self, lang: str, asked: str) -> str:
        """The id of the voice asked for, or of the usual one. Raises `VoiceMissing`."""
        speaking = [voice for voice in self.voices if voice.lang.split("-")[0] == lang]
        if not asked:
            usual = _DEFAULT_VOICES.get(lang)
            asked = next((v.id for v in speaking if v.id == usual), speaking[0].id if speaking else "")
        base, plus, variant = asked.partition("+")
        found = next((v.id for v in speaking if base in (v.id, v.name)), None)
        if found is None or (plus and variant not in self.variants):
            raise self._missing(lang, asked, [v.id for v in speaking])
        return found + plus + variant

    def _missing(self, lang: str, asked: str, ids: list[str]) -> VoiceMissing:
        with_variant = f" ({ids[0]}+f3, …)" if ids and "f3" in self.variants else ""
        known = (", ".join(ids) or "-") + with_variant
        words = f"There is no voice {asked!r} for {lang!r} here. There are: {known}."
        return VoiceMissing(words, voice=asked, lang=lang, known=known)


def _language(code: str) -> str:
    return code.replace("_", "-").lower()


def _signature(driver: str, version: str, voice: str, settings: VoiceSettings) -> str:
    family = f"espeak-ng-{version}" if driver == "espeak" else driver
    return f"{family}-{voice}|{bounds.told(settings)}"
