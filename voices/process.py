"""Speaking in a process of its own: asked in frames, watched, begun again after a fault.

What an engine spoke before changes the sound of a sentence by up to 20 ms, and the same text must always give
the same sound: each speaker has a fresh process, and after a fault everything is spoken again.
"""

from __future__ import annotations

import os
import subprocess
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Protocol, cast

from voices.errors import EngineMissing, SpeechFailed
from voices.frames import receive, send
from voices.sayable import sayable, says_something
from voices.speech import Clip, Word

SILENCE_S = 0.3
"""How long a text without a letter or a digit is silent."""


class ProcessEngine(Protocol):
    """What an engine must tell to be started."""

    @property
    def driver(self) -> str:
        """What the process is asked to start."""
        ...

    @property
    def command(self) -> tuple[str, ...]:
        """The process."""
        ...

    @property
    def time_limit_s(self) -> float:
        """For one utterance; an engine that takes longer hangs."""
        ...

    @property
    def retries(self) -> int:
        """How often a text is begun again in a fresh process after a fault."""
        ...


class Fault(Exception):
    """The process died, hung, or gave a wrong sound: worth another try."""


class ProcessSpeaker(ABC):
    """One voice with its settings, in a process that is replaced when it fails."""

    def __init__(self, engine: ProcessEngine, rate: int) -> None:
        self._engine = engine
        self._rate = rate
        self._process = SpeakingProcess(engine)
        self._fresh = True

    @abstractmethod
    def _prepare(self) -> None:
        """Tell a fresh process the voice and its settings. Raises a fault where it does not take them."""

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
            except Fault as fault:
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

    def _clip(self, text: str) -> Clip:
        from voices.clips import read_clip, silent_clip, why_unsound

        said = sayable(text)
        if not says_something(said):
            return silent_clip(SILENCE_S)
        head, sound = self._process.ask({"text": said})
        try:
            clip = read_clip(sound, _words(head["words"]))
        except ValueError as error:
            raise Fault(str(error)) from error
        if fault := why_unsound(clip, said, self._rate):
            raise Fault(fault)
        return clip


class SpeakingProcess:
    """A running `voices.speaking_process`."""

    def __init__(self, engine: ProcessEngine) -> None:
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
            raise Fault(self._cause_of_death()) from error
        finally:
            watch.cancel()
        if head.get("error") == "EngineMissing":
            raise EngineMissing(
                f"The engine {self._driver!r} cannot start: {head['detail']}",
                engine=self._driver,
                detail=head["detail"],
            )
        if "error" in head:
            raise Fault(str(head["detail"]))
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
def started(engine: ProcessEngine) -> Iterator[SpeakingProcess]:
    process = SpeakingProcess(engine)
    try:
        yield process
    finally:
        process.close()


def _words(marks: list[tuple[int, int, float]]) -> tuple[Word, ...]:
    """Each mark begins a word, which lasts until the next; the last one until its clip ends (`read_clip`)."""
    ends = [time_s for _, _, time_s in marks[1:]] + [float("inf")]
    return tuple(
        Word(start, start + length, time_s, end)
        for (start, length, time_s), end in zip(marks, ends, strict=False)
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
