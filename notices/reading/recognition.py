"""Text recognition: hands a scan to the `ocrmypdf` command, offline, and takes back a PDF with text."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Literal

from notices.errors import OcrFailed, OcrMissing
from notices.phrases import Phrase
from notices.reading.limits import Limits
from notices.reading.source import Source

_COMMAND = "ocrmypdf"
Kind = Literal["scan", "noise", "partly"]
_STRAIGHTEN = ("--rotate-pages", "--deskew")
_MODES: dict[Kind, tuple[str, ...]] = {
    "scan": ("--skip-text", *_STRAIGHTEN),
    "noise": ("--force-ocr", *_STRAIGHTEN),  # the text that is there is worth nothing
    "partly": ("--redo-ocr",),  # printed text stays, pictures beside it are read
}
_MUCH_TALK = 400  # characters of what the command says that go into the error


def is_here() -> bool:
    """True where the `ocrmypdf` command is installed."""
    return shutil.which(_COMMAND) is not None


def recognise(source: Source, limits: Limits, kind: Kind) -> bytes:
    """The PDF with a text layer for its pictures. Raises OcrMissing, OcrFailed."""
    command = shutil.which(_COMMAND)
    if command is None:
        raise OcrMissing(file=str(source.path))
    with tempfile.TemporaryDirectory(prefix="notices-ocr-") as folder:
        scan, text = Path(folder, "scan.pdf"), Path(folder, "text.pdf")
        scan.write_bytes(source.data)
        options = ("--language", "fra", *_MODES[kind], "--output-type", "pdf", "--quiet")
        _run([command, *options, str(scan), str(text)], source, limits)
        try:
            return text.read_bytes()
        except OSError as error:
            raise OcrFailed(file=str(source.path), detail=Phrase.of("reading.no_recognised_text")) from error


def _run(command: list[str], source: Source, limits: Limits) -> None:
    """Runs the command and all it starts; nothing of it outlives its time."""
    process = subprocess.Popen(  # noqa: S603  # found on the PATH, arguments of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        said = process.communicate(timeout=limits.ocr_seconds)[1]
    except subprocess.TimeoutExpired:
        detail = Phrase.of("reading.recognition_too_slow", seconds=f"{limits.ocr_seconds:g}")
        raise OcrFailed(file=str(source.path), detail=detail) from None
    finally:
        _end(process)
    if process.returncode:
        words = " ".join(said.decode("utf-8", errors="replace").split())[-_MUCH_TALK:]
        raise OcrFailed(file=str(source.path), detail=words or f"exit {process.returncode}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the command with its children, if it still runs."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
    process.wait()
