"""The process that the program runs in: its standard streams, and how it ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType

from notices.errors import UndecodableNotice


def open_missing_streams() -> None:
    """Where standard input, output or error was closed (`>&-`), read and write nothing instead of failing."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  lasts as long as we
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def input_lines() -> Iterator[str]:
    """The lines of standard input: as they are typed on a terminal, else in the encoding that they have.

    Raises `UndecodableNotice` where they are no text.
    """
    if sys.stdin.isatty():
        yield from sys.stdin
        return
    from notices.reading.encoding import decode

    try:
        text = decode(sys.stdin.buffer.read())
    except UndecodableNotice:
        raise UndecodableNotice(file="-") from None
    yield from text.splitlines(keepends=True)


def end_as_if_interrupted() -> None:
    """Let SIGTERM end the program as Ctrl-C does: what is half made is taken away first."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)


def silence_output() -> None:
    """Write nothing more to standard output: its reader has gone, and Python would complain at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
