"""eSpeak's phonemes, asked of eSpeak itself in a child process."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

HELPER = Path(__file__).with_name("espeak_phonemes.py")


@pytest.fixture(scope="session")
def phonemes() -> Callable[[Sequence[str], str], list[str]]:
    """Texts and a language to phonemes, without spaces and stress; `(en)` shows a switch of voice."""
    pytest.importorskip("espeakng_loader", reason="eSpeak's library is not here: phonemes cannot be compared")

    def ask(texts: Sequence[str], lang: str) -> list[str]:
        lines = "".join(text.replace("\n", " ") + "\n" for text in texts)
        told = subprocess.run(
            [sys.executable, str(HELPER), lang],
            input=lines, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
        )  # fmt: skip
        return [re.sub(r"[\sˈˌ]", "", line) for line in told.stdout.splitlines()]

    return ask
