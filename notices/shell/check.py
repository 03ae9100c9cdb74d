"""`notices check`: what this machine has."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from notices.document import Lang
from notices.errors import MachineNotReady, NoticesError
from notices.settings import Settings
from notices.shell.terminal import Terminal

State = Literal["ok", "missing", "optional"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One part that a bundle needs."""

    part: str
    state: State
    detail: str


def check_machine(terminal: Terminal, *, as_json: bool) -> None:
    """Print what is here and what is missing. Raises `MachineNotReady` where a needed part is missing."""
    findings = list(_findings(terminal))
    if as_json:
        terminal.data([asdict(finding) for finding in findings])
    else:
        headers = [terminal.say(f"check.column.{name}") for name in ("part", "state", "detail")]
        rows = [
            (terminal.say(f"check.{f.part}"), terminal.say(f"check.{f.state}"), f.detail) for f in findings
        ]
        terminal.table(headers, rows)
    missing = [terminal.say(f"check.{f.part}") for f in findings if f.state == "missing"]
    if missing:
        lacking = MachineNotReady(parts=", ".join(missing))
        lacking.told = True
        raise lacking
    if not as_json:
        terminal.talk(terminal.say("check.ready"))


def _findings(terminal: Terminal) -> Iterator[Finding]:
    yield Finding("python", "ok", platform.python_version())
    yield _tried(terminal, "translation", _package)
    yield _tried(terminal, "voice.fr", lambda: _voice("fr"))
    yield _tried(terminal, "voice.en", lambda: _voice("en"))
    yield _tried(terminal, "audio", _encoder)
    ocr = shutil.which("ocrmypdf")
    yield Finding("ocr", "ok" if ocr else "optional", ocr or "")


def _tried(terminal: Terminal, part: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(part, "ok", look())
    except NoticesError as error:
        return Finding(part, "missing", error.words(terminal.lang))
    except ImportError as error:
        return Finding(part, "missing", str(error))


def _package() -> str:
    from notices.ctranslate import open_translator
    from notices.packages import choose

    package = choose()
    with open_translator(package) as translator:
        translator.translate(["Bonjour."], hypotheses=1)
    return f"{package.name} {package.version}"


def _voice(lang: Lang) -> str:
    from notices.narration import voice_signature

    return voice_signature(lang, Settings())


def _encoder() -> str:
    import av

    av.codec.Codec("libmp3lame", "w")
    return f"PyAV {av.__version__}"
