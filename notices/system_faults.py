"""What the system says when it refuses something, in words of ours: its own are in one language."""

from __future__ import annotations

import errno
import os
import socket

from notices.phrases import Phrase, keys


def reason(fault: BaseException) -> Phrase:
    """Why the system refused: a phrase for what is common, the number and the system's word for the rest."""
    if isinstance(fault, UnicodeError):
        return Phrase.of("system.not_text")
    if isinstance(fault, socket.gaierror):
        return Phrase.of("system.no_such_host")
    if isinstance(fault, TimeoutError):
        return Phrase.of("system.ETIMEDOUT")
    number = fault.errno if isinstance(fault, OSError) else None
    if number is None:
        return Phrase.of("system.other", detail=str(fault) or type(fault).__name__)
    key = f"system.{errno.errorcode.get(number, '')}"
    if key in keys():
        return Phrase.of(key)
    return Phrase.of("system.numbered", number=number, detail=os.strerror(number))
