"""The process that reads one notice: bytes come in, one line of JSON goes out.

It is handed everything through its pipes and opens no file of the user's. Its memory and its processor time
are bounded by the system before it looks at the first byte.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any, BinaryIO

from notices.errors import InputError, NoticeTooLong
from notices.phrases import Phrase
from notices.reading.content import Content, Reader, to_json
from notices.reading.formats import Format, tell
from notices.reading.limits import Limits

_SPARE_SECONDS = 5  # processor time past the wall clock: for a child whose parent was killed


def main() -> None:
    """Reads one notice from standard input; `sys.argv[1]` holds its suffix and the limits."""
    answer_to = _own_standard_output()
    suffix, limits = _order(sys.argv[1])
    _bound(limits)
    answer_to.write(_answer(sys.stdin.buffer.read(), suffix, limits).encode("ascii"))
    answer_to.close()


def _own_standard_output() -> BinaryIO:
    """The pipe to the parent; what a library prints goes nowhere."""
    pipe = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return pipe


def _order(text: str) -> tuple[str, Limits]:
    order = json.loads(text)
    return order["suffix"], Limits(**order["limits"])


def _bound(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows: the wall clock is the only bound
        return
    seconds = int(limits.seconds) + _SPARE_SECONDS
    for what, bound in ((resource.RLIMIT_AS, limits.memory), (resource.RLIMIT_CPU, seconds)):
        try:
            hard = resource.getrlimit(what)[1]
            allowed = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.setrlimit(what, (allowed, hard))
        except (ValueError, OSError):  # macOS knows RLIMIT_AS and refuses it
            continue


def _answer(data: bytes, suffix: str, limits: Limits) -> str:
    try:
        return f'{{"content":{to_json(_read(data, suffix, limits))}}}'
    except InputError as error:
        values = {name: _plain(value) for name, value in error.values.items()}
        return json.dumps({"error": type(error).__name__, "values": values})


def _plain(value: object) -> Any:
    return value.to_json() if isinstance(value, Phrase) else str(value)


def _read(data: bytes, suffix: str, limits: Limits) -> Content:
    content = reader(tell(data, suffix))(data, limits)
    words = sum(len(block.text.split()) + len(" ".join(block.cells).split()) for block in content.blocks)
    if limits.words and words > limits.words:
        raise NoticeTooLong(words=words, limit=limits.words)
    return content


def reader(form: Format) -> Reader:
    """The function `read` of the module of this name; only the format at hand is imported."""
    module = importlib.import_module(f"notices.reading.{form}")
    read: Reader = module.read
    return read
