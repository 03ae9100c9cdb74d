"""Ends a run from outside: SIGTERM or Ctrl-C let it finish its step, measure and keep what it has."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def told_to_stop() -> Iterator[Callable[[], bool]]:
    """A function that answers whether the process was told to stop; a second time breaks off at once.

    Only the main thread hears signals: elsewhere the answer is always no.
    """
    heard: list[int] = []

    def hear(number: int, frame: Any) -> None:
        if heard:
            raise KeyboardInterrupt
        heard.append(number)

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    earlier = {number: signal.signal(number, hear) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield lambda: bool(heard)
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
