"""The process that the program runs in: its standard streams, and how it ends."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType


def open_missing_streams() -> None:
    """Where standard input, output or error was closed (`>&-`), read and write nothing instead of failing."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  lasts as long as we
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def end_as_if_interrupted() -> None:
    """Let SIGTERM end the program as Ctrl-C does: what is half made is taken away first."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)


def silence_output() -> None:
    """Write nothing more to standard output: its reader has gone, and Python would complain at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
