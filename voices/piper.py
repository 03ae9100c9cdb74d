"""The voices of Piper: neural, natural, some twenty times slower than eSpeak. Needed by nobody.

`pip install "notices[piper]"` brings the engine (GPL-3+), which lives in a process of its own
(`piper_process.py`). A voice is two files, `NAME.onnx` and `NAME.onnx.json`. A person puts them into the
folder that the environment variable NOTICES_VOICES names, or into a folder of their own in the user's data
folder (`own_folder`), and asks for NAME; or anywhere, and asks for the path.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from voices import bounds
from voices.errors import EngineMissing, SettingRefused, VoiceMissing
from voices.process import Fault, ProcessSpeaker
from voices.speech import Speaker, Voice, VoiceSettings

FOLDER = "NOTICES_VOICES"
"""The environment variable that names a folder of voices, which are found before those of `own_folder`."""

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
        """The voices in the folders. Raises `EngineMissing` where there are some, and no Piper."""
        found = tuple(_voice(file) for file in _files() if language(file))
        if found and not is_here():
            words = 'There are voices of Piper here, but no Piper: pip install "notices[piper]"'
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


def is_here() -> bool:
    """Whether Piper is installed."""
    return find_spec("piper") is not None


def own_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where each installed voice has a folder of its own; it may not exist. None where there is no home."""
    home = environment.get("HOME") or environment.get("USERPROFILE")
    data = environment.get("XDG_DATA_HOME") or (home and str(Path(home, ".local", "share")))
    return Path(data, "notices", "voices") if data else None


def is_voice(voice: str) -> bool:
    """Whether a voice is asked for that only Piper can have: a file, or the name of one in the folders."""
    return voice.endswith(SUFFIX) or any(file.stem == voice for file in _files())


def _chosen(lang: str, voice: str) -> Path:
    """The file of the voice asked for, or of the first one in the folders that speaks the language."""
    speaking = [file for file in _files() if language(file) == lang]
    if voice.endswith(SUFFIX):
        found = Path(voice).expanduser()
        if language(found) == lang:
            return found
    else:
        for file in speaking:
            if voice in ("", file.stem):
                return file
    known = ", ".join(file.stem for file in speaking) or "-"
    words = f"Piper has no voice {voice!r} for {lang!r} here, or its {SUFFIX}.json is not beside it: {known}."
    raise VoiceMissing(words, voice=voice or "Piper", lang=lang, known=known)


def _files() -> Iterator[Path]:
    """The models in the folders, each name once; folders that begin with a dot are being written."""
    named, own = os.environ.get(FOLDER), own_folder()
    found = sorted(Path(named).expanduser().glob(f"*{SUFFIX}")) if named else []
    found += sorted(own.glob(f"[!.]*/*{SUFFIX}")) if own else []
    first = {file.stem: file for file in reversed(found)}
    yield from (first[name] for name in sorted(first))


def _voice(file: Path) -> Voice:
    return Voice("piper", file.stem, language(file), file.stem)


def language(file: Path) -> str:
    """The language of the voice with this model, `fr`; empty where a voice's two files are not there."""
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
