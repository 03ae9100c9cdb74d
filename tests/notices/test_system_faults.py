"""What the system refuses is told in the reader's language."""

from __future__ import annotations

import errno
import os
import socket

import pytest

from notices.phrases import keys, say
from notices.system_faults import reason

COMMON = [key.removeprefix("system.") for key in keys() if key.startswith("system.E")]


@pytest.mark.parametrize("name", sorted(COMMON))
def test_a_common_fault_has_words_of_ours(name: str) -> None:
    """Not the system's own, which are in one language; and each name of the table is an errno."""
    number = getattr(errno, name)
    fault = OSError(number, os.strerror(number))
    for lang in ("fr", "en"):
        assert reason(fault).words(lang) == say(f"system.{errno.errorcode[number]}", lang)
    assert os.strerror(number) not in reason(fault).words("fr")


def test_a_rare_fault_keeps_its_number() -> None:
    """So that somebody can look it up."""
    assert str(errno.ENOLCK) in reason(OSError(errno.ENOLCK, "no locks")).words("fr")


def test_faults_without_a_number() -> None:
    """A name that no server knows, silence, text that is none, and what has only its own words."""
    assert "réseau" in reason(socket.gaierror(-2, "Name or service not known")).words("fr")
    assert reason(TimeoutError("timed out")).words("fr") == say("system.ETIMEDOUT", "fr")
    assert "UTF-8" in reason(UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "bad")).words("fr")
    assert reason(OSError("only words")).words("fr") == "only words"
