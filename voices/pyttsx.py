"""The voices of pyttsx3: eSpeak NG on Linux, SAPI5 on Windows, NSSpeech on macOS.

The engine lives in a process of its own (`speaking_process.py`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from voices import bounds
from voices.errors import EngineMissing, SpeechFailed, VoiceMissing
from voices.frames import receive, send
from voices.sayable import sayable, says_something
from voices.speech import Clip, Speaker, Voice, VoiceSettings, Word

_DRIVERS = {"win32": "sapi5", "darwin": "nsss"}
_DEFAULT_VOICES = {"fr": "fr", "en": "en"}

SILENCE_S = 0.3
"""How long a text without a letter or a digit is silent."""


@dataclass(frozen=True, slots=True)
class PyttsxEngine:
    """Speaks with pyttsx3. Each `open` starts a fresh process: what an engine spoke before changes the sound
    of a sentence by up to 20 ms, and the same text must always give the same sound."""

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
        with _started(self) as process:
            return _Shelf.of(process).voices

    def open(self, lang: str, settings: VoiceSettings) -> AbstractContextManager[Speaker]:
        """A fresh speaker, as a context manager. Raises `EngineMissing`, `VoiceMissing`, `SettingRefused`."""
        return _opened(self, lang, settings)


@contextmanager
def _opened(engine: PyttsxEngine, lang: str, settings: VoiceSettings) -> Iterator[Speaker]:
    bounds.check(settings)
    speaker = PyttsxSpeaker(engine, lang, settings)
    try:
        yield speaker
    finally:
        speaker.close()


class PyttsxSpeaker:
    """One voice with its settings, in a process that is replaced when it fails."""

    def __init__(self, engine: PyttsxEngine, lang: str, settings: VoiceSettings) -> None:
        self._engine = engine
        self._settings = settings
        self._process = SpeakingProcess(engine)
        try:
            shelf = _Shelf.of(self._process)
            self._voice = shelf.choose(lang, settings.voice)
            self.signature = _signature(engine.driver, shelf.version, self._voice, settings)
        except BaseException:
            self._process.close()
            raise
        self._fresh = True

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def speak(self, texts: Sequence[str]) -> Iterator[Clip]:
        """One clip for each text, in order, from a fresh process; after a fault all texts again, as often
        as the engine's `retries` say, and those that were handed out already are not handed out twice.

        Raises `SpeechFailed` with the `position` of the text that could not be spoken."""
        handed_out = 0
        for _ in range(self._engine.retries + 1):
            position = 0
            try:
                self._begin()
                for position, text in enumerate(texts):
                    clip = self._clip(text)
                    if position == handed_out:
                        handed_out += 1
                        yield clip
                return
            except _Fault as fault:
                reason = str(fault)
        raise SpeechFailed(
            f"Could not speak {_short(texts[position])!r}: {reason}.",
            position=position,
            text=_short(texts[position]),
            detail=reason,
        )

    def _begin(self) -> None:
        if not self._fresh:
            self._process.close()
            self._process = SpeakingProcess(self._engine)
        self._fresh = False
        self._prepare()

    def _prepare(self) -> None:
        wanted = {
            "voice": self._voice,
            "rate": self._settings.rate,
            "pitch": self._settings.pitch,
            "volume": self._settings.volume,
        }
        if self._engine.driver != "espeak":
            del wanted["pitch"]  # pyttsx3 has no pitch for SAPI5 and NSSpeech
        head, _ = self._process.ask({"settings": wanted})
        taken = head["settings"]
        if any(taken[name] != wanted[name] for name in ("voice", "rate", "pitch") if name in wanted):
            raise _Fault(f"the engine speaks with {taken} and not with {wanted}")

    def _clip(self, text: str) -> Clip:
        from voices.clips import read_clip, silent_clip, why_unsound

        said = sayable(text)
        if not says_something(said):
            return silent_clip(SILENCE_S)
        head, sound = self._process.ask({"text": said})
        try:
            clip = read_clip(sound, _words(head["words"]))
        except ValueError as error:
            raise _Fault(str(error)) from error
        if fault := why_unsound(clip, said, self._settings.rate):
            raise _Fault(fault)
        return clip


class _Fault(Exception):
    """The process died, hung, or gave a wrong sound: worth another try."""


class SpeakingProcess:
    """A running `voices.speaking_process`."""

    def __init__(self, engine: PyttsxEngine) -> None:
        self._driver = engine.driver
        self._time_limit_s = engine.time_limit_s
        self._late = False
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own module, no shell
                engine.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        except OSError as error:
            words = f"The speaking process does not start: {error}"
            raise EngineMissing(words, engine=engine.driver, detail=str(error)) from error
        self._requests = cast(IO[bytes], self._process.stdin)
        self._replies = cast(IO[bytes], self._process.stdout)

    def ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Its answer. Raises `EngineMissing`, or a fault where it died, hung, or reports an error."""
        watch = threading.Timer(self._time_limit_s, self._give_up)
        watch.daemon = True
        watch.start()
        try:
            send(self._requests, {"driver": self._driver, **request})
            head, body = receive(self._replies)
        except (OSError, EOFError, ValueError) as error:
            raise _Fault(self._cause_of_death()) from error
        finally:
            watch.cancel()
        if head.get("error") == "EngineMissing":
            raise EngineMissing(
                f"pyttsx3 cannot start its engine {self._driver!r}: {head['detail']}",
                engine=self._driver,
                detail=head["detail"],
            )
        if "error" in head:
            raise _Fault(str(head["detail"]))
        return head, body

    def _give_up(self) -> None:
        self._late = True
        self._process.kill()

    def _cause_of_death(self) -> str:
        self._process.kill()
        code = self._process.wait()
        if self._late:
            return f"the engine took longer than {self._time_limit_s:g} s"
        return f"the engine's process ended with code {code}"

    def close(self) -> None:
        """End it, gently at first."""
        with suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._replies.close()


def _environment() -> dict[str, str]:
    """Ours, with the folder of this package on the path: `-P` keeps the working folder off it."""
    home = str(Path(__file__).resolve().parent.parent)
    path = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{home}{os.pathsep}{path}" if path else home, "PYTHONUTF8": "1"}


@contextmanager
def _started(engine: PyttsxEngine) -> Iterator[SpeakingProcess]:
    process = SpeakingProcess(engine)
    try:
        yield process
    finally:
        process.close()


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
        except _Fault as fault:
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


def _words(marks: list[tuple[int, int, float]]) -> tuple[Word, ...]:
    """Each mark begins a word, which lasts until the next; the last one until its clip ends (`read_clip`)."""
    ends = [time_s for _, _, time_s in marks[1:]] + [float("inf")]
    return tuple(
        Word(start, start + length, time_s, end)
        for (start, length, time_s), end in zip(marks, ends, strict=False)
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
