"""The process in which pyttsx3 and its engine live: `python -m voices.speaking_process`; Piper's likewise.

eSpeak keeps its state in globals, may crash, and is under the GPL: it is loaded here and nowhere else.
One process holds one engine and speaks one utterance at a time. It answers each frame of its standard input
with one frame, and ends when its input does.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Protocol

from voices.frames import receive, send


class Speaking(Protocol):
    """What answers frames."""

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Do what a frame asks for: `voices`, `settings`, or `text`."""
        ...


def main(start: Callable[[str], Speaking] | None = None) -> None:
    """Answer frames until there are no more, as `start` of the driver does; usually pyttsx3."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it closes our input
    requests, replies = _private_pipes()
    mouth: Speaking | None = None
    while True:
        try:
            request, _ = receive(requests)
        except EOFError:
            return
        try:
            mouth = mouth or (start or Mouth)(request["driver"])
            head, body = mouth.answer(request)
        except Exception as error:  # whatever an engine may raise, the parent is told
            kind = "EngineMissing" if mouth is None else "SpeechFailed"
            head, body = {"error": kind, "detail": f"{type(error).__name__}: {error}"}, b""
        send(replies, head, body)


def _private_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for frames alone: what a library prints must not get between them."""
    replies = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return sys.stdin.buffer, replies


class Mouth:
    """A pyttsx3 engine, asked in plain data."""

    def __init__(self, driver: str) -> None:
        import pyttsx3

        if driver == "espeak":
            from voices import espeak_driver

            espeak_driver.register()
            driver = espeak_driver.NAME
        self._synchronous = driver not in ("sapi5", "nsss")
        self._engine = pyttsx3.init(driver)
        self._errors: list[Exception] = []
        self._words: list[tuple[int, int, float]] = []
        self._engine.connect("error", lambda name, exception: self._errors.append(exception))
        self._engine.connect("started-word", self._started_word)

    def answer(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """Do what a frame asks for: `voices`, `settings`, or `text`."""
        if "text" in request:
            return self._speak(request["text"])
        if "settings" in request:
            return self._set(request["settings"]), b""
        return self._voices(), b""

    def _voices(self) -> dict[str, Any]:
        voices = [
            {"id": voice.id, "name": voice.name, "lang": voice.languages[0] if voice.languages else ""}
            for voice in self._engine.getProperty("voices")
        ]
        return {"voices": voices, **self._espeak_facts()}

    def _espeak_facts(self) -> dict[str, Any]:
        try:
            return {name: self._engine.getProperty(name) for name in ("variants", "version")}
        except KeyError:  # another driver
            return {"variants": [], "version": ""}

    def _set(self, settings: dict[str, Any]) -> dict[str, Any]:
        for name, value in settings.items():
            self._engine.setProperty(name, value)
        self._run()
        return {"settings": {name: self._engine.getProperty(name) for name in settings}}

    def _speak(self, text: str) -> tuple[dict[str, Any], bytes]:
        self._words.clear()
        if self._synchronous:
            sound = io.BytesIO()
            self._engine.save_to_file(text, sound)
            self._run()
            return {"words": list(self._words)}, sound.getvalue()
        with TemporaryDirectory() as folder:  # SAPI5 and NSSpeech write files with names only
            file = Path(folder) / "sound.wav"
            self._engine.save_to_file(text, str(file))
            self._run()
            return {"words": []}, file.read_bytes()

    def _run(self) -> None:
        """Carry out what is queued; raise the first error, which pyttsx3 by itself only tells listeners."""
        self._errors.clear()
        self._engine.runAndWait()
        if self._errors:
            raise self._errors[0]

    def _started_word(self, name: str | None, location: int, length: int, time_s: float = -1.0) -> None:
        if time_s >= 0:
            self._words.append((location, length, time_s))


if __name__ == "__main__":
    main()
