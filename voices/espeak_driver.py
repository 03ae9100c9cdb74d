"""A pyttsx3 driver that runs eSpeak NG in synchronous mode. Loaded in the speaking process alone.

pyttsx3's own eSpeak driver lets eSpeak speak in a thread of its own: of queued files only the last is
written, a call returns before its file is there, a changed rate may be lost. In synchronous mode
`espeak_Synth` returns when all the sound is made, so that commands simply follow one another.
The library and its data come from espeakng-loader; once it is loaded, pyttsx3's binding finds it by its
SONAME.
"""

from __future__ import annotations

import ctypes
import os
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from voices.breath import stretches
from voices.sayable import sayable

NAME = "espeak_synchronous"
"""What `pyttsx3.init` is to be given, after `register`."""

_INITIALIZE_DONT_EXIT = 0x8000  # speak_lib.h: report a failure, do not end the process
_EVENT_WORD, _EVENTS_END = 1, 0
_SPARE_PARTS = ("mb/",)  # MBROLA voices are listed without their data


def register() -> None:
    """Load espeakng-loader's library and make this driver known to pyttsx3 under `NAME`.

    Raises ImportError where espeakng-loader is missing, OSError where its library does not load.
    """
    import espeakng_loader

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(str(Path(espeakng_loader.get_library_path()).with_name("libespeak-ng.so.1")))
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


def buildDriver(proxy: Any) -> EspeakDriver:
    """What pyttsx3 calls to get its driver."""
    return EspeakDriver(proxy)


class EspeakDriver:
    """Speaks into files, one command after another; `pyttsx3.driver.DriverProxy` names its methods."""

    def __init__(self, proxy: Any) -> None:
        from pyttsx3.drivers import _espeak

        self._proxy = proxy
        self._espeak = _espeak
        self._data = os.environ["ESPEAK_DATA_PATH"]
        self._rate = _espeak.Initialize(
            _espeak.AUDIO_OUTPUT_SYNCHRONOUS, 0, self._data.encode(), _INITIALIZE_DONT_EXIT
        )
        if self._rate <= 0:
            raise RuntimeError("eSpeak NG could not be initialised")
        _espeak.dll.espeak_ng_SetRandSeed(1)
        self._sound = bytearray()
        self._words: list[tuple[int, int, float]] = []
        self._place, self._begun_s = 0, 0.0
        _espeak.SetSynthCallback(self._heard)

    def _heard(self, wave_data: Any, count: int, events: Any) -> int:
        if count > 0:
            self._sound += ctypes.string_at(wave_data, count * 2)
        position = 0
        while events[position].type != _EVENTS_END:
            event = events[position]
            if event.type == _EVENT_WORD:
                time_s = self._begun_s + event.sample / self._rate
                self._words.append((self._place + event.text_position - 1, event.length, time_s))
            position += 1
        return 0

    def save_to_file(self, text: str, file: str | IO[bytes]) -> None:
        """Speak into a WAV file, a path or an open file, and tell pyttsx3 of each word with its time."""
        self._proxy.notify("started-utterance")
        self._sound.clear()
        self._words.clear()
        for self._place, part in stretches(sayable(text)):
            self._begun_s = len(self._sound) / 2 / self._rate
            result = self._espeak.Synth(part, flags=self._espeak.CHARS_UTF8)
            if result != self._espeak.EE_OK:
                raise RuntimeError(f"espeak_Synth returned {result}")
        with wave.open(file, "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(self._rate)
            sound.writeframes(self._sound)
        for location, length, time_s in self._words:
            self._proxy.notify("started-word", location=location, length=length, time_s=time_s)
        self._proxy.notify("finished-utterance", completed=True)

    def say(self, text: str) -> None:
        """Refused: this driver makes files and never plays them."""
        raise NotImplementedError("this driver speaks into files: use save_to_file")

    def getProperty(self, name: str) -> Any:
        """A property of pyttsx3, and besides: `variants` of voices, `version` of eSpeak."""
        match name:
            case "voices":
                return list(self._voices())
            case "variants":
                return sorted(entry.name for entry in (Path(self._data) / "voices" / "!v").iterdir())
            case "version":
                info = self._espeak.dll.espeak_Info
                info.restype = ctypes.c_char_p
                return info(None).decode().split()[0]
            case "voice":
                return self._voice
            case "rate" | "pitch":
                return self._current(self._parameter(name))
            case "volume":
                return self._current(self._espeak.VOLUME) / 100
        raise KeyError(f"unknown property {name}")

    _voice = ""

    def setProperty(self, name: str, value: Any) -> None:
        """Set `voice`, `rate`, `pitch` or `volume`, at once."""
        match name:
            case "voice":
                if self._espeak.SetVoiceByName(str(value).encode()) != self._espeak.EE_OK:
                    raise ValueError(f"no voice {value}")
                self._voice = str(value)
            case "rate" | "pitch":
                self._espeak.SetParameter(self._parameter(name), int(value), 0)
            case "volume":
                self._espeak.SetParameter(self._espeak.VOLUME, round(value * 100), 0)
            case _:
                raise KeyError(f"unknown property {name}")

    def _current(self, parameter: int) -> int:
        # pyttsx3's binding leaves out the second argument, which says "now" and not "by default"
        return int(self._espeak.dll.espeak_GetParameter(parameter, 1))

    def _parameter(self, name: str) -> int:
        return int(getattr(self._espeak, name.upper()))

    def _voices(self) -> Iterator[Any]:
        from pyttsx3.voice import Voice

        for voice in self._espeak.ListVoices(None):
            identifier = voice.identifier.decode()
            if not identifier.startswith(_SPARE_PARTS):
                # `languages` begins with a byte of priority; only the first language is the voice's own.
                language = voice.languages[1:].decode()
                name = identifier.rpartition("/")[2].lower()
                yield Voice(id=name, name=voice.name.decode(), languages=[language])

    def startLoop(self) -> None:
        """Carry out the queued commands: each is done when it returns, there is nothing to wait for."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        """`startLoop` has left already."""

    def iterate(self) -> Iterator[None]:
        """Carry out the queued commands from another's loop."""
        self._proxy.setBusy(False)
        while True:
            yield

    def stop(self) -> None:
        """Nothing is ever under way when this can be called."""

    def destroy(self) -> None:
        """The process ends with its engine."""
