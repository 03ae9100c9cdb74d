"""Files that are there whole or not at all, and the report of a step for the next one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from notices.errors import DiskFull, OutputUnwritable
from notices.system_faults import reason

_NO_ROOM = 28


@contextmanager
def writing(file: Path) -> Iterator[IO[str]]:
    """A text file that takes its name when it is whole. Raises `OutputUnwritable`, `DiskFull`."""
    with replacing(file) as new, new.open("w", encoding="utf-8", newline="\n") as written:
        yield written


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """A path to write to, which is moved to `file` at the end. Raises `OutputUnwritable`, `DiskFull`."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    with unwritable(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield new
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """What the system says while we write, in our own words."""
    try:
        yield
    except OSError as error:
        if error.errno == _NO_ROOM:
            raise DiskFull(folder=folder) from error
        raise OutputUnwritable(folder=folder, detail=reason(error)) from error


def read_report(file: Path) -> dict[str, Any]:
    """A step's report; empty where there is none that can be read."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
