"""What worker processes say of the steps that they begin, heard where the batch was started.

One pipe serves all workers, without a lock: a system writes so few bytes at once or not at all, so that a
worker that is killed leaves neither half a word nor a lock that nobody opens.
"""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from threading import Thread

Told = Callable[[str, str], None]
"""Told the name of a bundle and the key of its step, as it begins."""

_LONGEST = 2_000
"""Bytes; POSIX promises that 512 are written at once, Linux 4,096."""
_END = b""

_line: Connection | None = None
"""In a worker: where its steps are told."""


@contextmanager
def hearing(tell: Told) -> Iterator[Connection]:
    """A line for workers: what they say into it is told, in a thread of its own, while the block lasts."""
    reader, writer = multiprocessing.get_context("spawn").Pipe(duplex=False)
    listener = Thread(target=_listen, args=(reader, tell), daemon=True)
    listener.start()
    try:
        yield writer
    finally:
        writer.send_bytes(_END)
        listener.join()
        writer.close()
        reader.close()


def _listen(reader: Connection, tell: Told) -> None:
    while (word := reader.recv_bytes()) != _END:
        with suppress(Exception):  # a listener that died would let the pipe fill up, and workers wait
            name, step = json.loads(word)
            tell(name, step)


def open_line(line: Connection) -> None:
    """In a worker: speak into this line from now on."""
    global _line
    _line = line


def say_step(name: str, step: str) -> None:
    """In a worker: a step begins. Nobody is told where no line is open."""
    word = json.dumps([name, step]).encode()
    if _line is not None and len(word) <= _LONGEST:
        with suppress(OSError):
            _line.send_bytes(word)
