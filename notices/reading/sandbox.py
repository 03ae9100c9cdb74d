"""Runs the reader in a process of its own, so that a bad notice costs only itself."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import notices
from notices import errors
from notices.errors import InputError, ReaderCrashed, ReaderTimeout
from notices.phrases import Phrase
from notices.reading.content import Content, from_json
from notices.reading.limits import Limits
from notices.reading.source import Source

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1));"
    "from notices.reading.child import main; main()"
)
"""No `-m`, no `__main__`: it works from a script without a main guard, from pytest and in a pool's worker."""


def read_apart(source: Source, limits: Limits) -> Content:
    """What the reader finds in the source's bytes. Raises the reader's own InputError, ReaderCrashed
    where it died or ran out of memory, ReaderTimeout where it took longer than `limits.seconds`."""
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter, our own code
            _command(source, limits),
            input=source.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReaderTimeout(file=str(source.path), seconds=f"{limits.seconds:g}") from None
    try:
        answer = json.loads(done.stdout)
        if "content" in answer:
            return from_json(answer["content"])
        error = _error(answer)
    except (ValueError, TypeError, KeyError, AttributeError) as failure:  # it died before it could answer
        raise ReaderCrashed(file=str(source.path), status=done.returncode) from failure
    error.values["file"] = str(source.path)
    raise error


def _command(source: Source, limits: Limits) -> list[str]:
    """`-I -S`: no environment, no site hooks; the modules are found where we found ours."""
    home = str(Path(notices.__file__).resolve().parents[1])
    order = json.dumps({"suffix": source.suffix, "limits": asdict(limits)})
    return [sys.executable, "-I", "-S", "-c", _BOOT, json.dumps([home, *filter(None, sys.path)]), order]


def _error(answer: dict[str, Any]) -> InputError:
    kind = getattr(errors, answer["error"])
    if not issubclass(kind, InputError):
        raise TypeError(kind)
    values = {name: Phrase.from_json(v) if isinstance(v, dict) else v for name, v in answer["values"].items()}
    error: InputError = kind(**values)
    return error
