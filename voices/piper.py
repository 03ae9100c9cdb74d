"""The voices of Piper: neural, natural, some twenty times slower than eSpeak. Needed by nobody.

`pip install "notices[piper]"` brings the engine (GPL-3+), which lives in a process of its own
(`piper_process.py`). A voice is two files, `NAME.onnx` and `NAME.onnx.json`. A person puts them into the
folder that the environment variable NOTICES_VOICES names, and asks for NAME; or anywhere, and for the path.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from voices import bounds
from voices.errors import EngineMissing, SettingRefused, VoiceMissing
from voices.process import Fault, ProcessSpeaker
from voices.speech import Speaker, Voice, VoiceSettings

FOLDER = "NOTICES_VOICES"
"""The environment variable that names the folder of voices."""

SUFFIX = ".onnx"

_MAX_CONFIG = 2**20
_OWN_PITCH = 50


@dataclass(frozen=True, slots=True)
class PiperEngine:
    """Speaks with Piper; each `open` starts a fresh process."""

    time_limit_s: float = 120.0
    """For one utterance."""
    retries: int = 3
    """How often a text is begun again in a fresh process after a fault."""
    command: tuple[str, ...] = (sys.executable, "-P", "-m", "voices.piper_process")
    name: str = "piper"

    @property
    def driver(self) -> str:
        """What errors call it."""
        return self.name

    def voices(self) -> tuple[Voice, ...]:
        """The voices in the folder. Raises `EngineMissing` where there are some, and no Piper."""
        found = tuple(_voice(file) for file in _files() if _language(file))
        if found and not find_spec("piper"):
            words = f'{FOLDER} holds voices, but Piper is not here: pip install "notices[piper]"'
            raise EngineMissing(words, engine=self.name, detail=words)
        return found

    def open(self, lang: str, settings: VoiceSettings) -> AbstractContextManager[Speaker]:
        """A fresh speaker, as a context manager. Raises `EngineMissing`, `VoiceMissing`, `SettingRefused`."""
        bounds.check(settings)
        if settings.pitch != _OWN_PITCH:
            raise SettingRefused(
                f"Piper's voices have one pitch, {_OWN_PITCH}.",
                setting="pitch",
                value=settings.pitch,
                bounds=str(_OWN_PITCH),
            )
        return closing(PiperSpeaker(self, _chosen(lang, settings.voice), settings))


class PiperSpeaker(ProcessSpeaker):
    """One voice at one speed, in a process that is replaced when it fails."""

    def __init__(self, engine: PiperEngine, file: Path, settings: VoiceSettings) -> None:
        super().__init__(engine, settings.rate)
        self._wanted = {"voice": str(file), "rate": settings.rate}
        try:
            version = self._ready()
            self.signature = f"piper-{version}-{file.stem}-{_sum(file)}|{bounds.told(settings)}"
        except BaseException:
            self.close()
            raise

    def _ready(self) -> str:
        """The engine's version, once it has the voice."""
        try:
            head, _ = self._process.ask({"settings": self._wanted})
        except Fault as fault:
            detail = f"{self._wanted['voice']}: {fault}"
            words = f"Piper cannot open its voice {detail}"
            raise EngineMissing(words, engine="piper", detail=detail) from fault
        return str(head["version"])

    def _prepare(self) -> None:
        self._process.ask({"settings": self._wanted})


def is_voice(voice: str) -> bool:
    """Whether a voice is asked for that only Piper can have: a file, or the name of one in the folder."""
    return voice.endswith(SUFFIX) or any(file.stem == voice for file in _files())


def _chosen(lang: str, voice: str) -> Path:
    """The file of the voice asked for, or of the first one in the folder that speaks the language."""
    speaking = [file for file in _files() if _language(file) == lang]
    if voice.endswith(SUFFIX):
        found = Path(voice).expanduser()
        if _language(found) == lang:
            return found
    else:
        for file in speaking:
            if voice in ("", file.stem):
                return file
    known = ", ".join(file.stem for file in speaking) or "-"
    words = f"Piper has no voice {voice!r} for {lang!r} here, or its {SUFFIX}.json is not beside it: {known}."
    raise VoiceMissing(words, voice=voice or "Piper", lang=lang, known=known)


def _files() -> Iterator[Path]:
    folder = os.environ.get(FOLDER)
    yield from sorted(Path(folder).expanduser().glob(f"*{SUFFIX}")) if folder else ()


def _voice(file: Path) -> Voice:
    return Voice("piper", file.stem, _language(file), file.stem)


def _language(file: Path) -> str:
    """The language of a voice, `fr`; empty where the two files of a voice are not there."""
    try:
        with Path(f"{file}.json").open("rb") as config:
            told = json.loads(config.read(_MAX_CONFIG))
        code = str(told["espeak"]["voice"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return code.partition("-")[0] if file.is_file() else ""


def _sum(file: Path) -> str:
    """What tells two voices of one name apart."""
    with file.open("rb") as model:
        return hashlib.file_digest(model, "sha256").hexdigest()[:12]
