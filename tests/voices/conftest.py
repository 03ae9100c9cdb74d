"""What the tests of the voices share: a real track, and engines that fail in chosen ways."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from voices import Track, Utterance, VoiceSettings, catalog, speak
from voices.pyttsx import PyttsxEngine

SENTENCES = (
    "Avis à la population",
    "Trois personnes sont soupçonnées de fraude",
    "Elles ont été placées en garde à vue hier matin",
    "Une information judiciaire est ouverte",
    "Que faire maintenant",
    "Fermez les volets et restez chez vous",
    "Téléphonez au numéro vert de la préfecture",
)


@pytest.fixture(scope="session")
def track() -> Track:
    """Seven sentences spoken in French: a title, a heading, two chapters."""
    pauses = ("title", "sentence", "sentence", "section", "heading", "item", "end")
    chapters = (True, False, False, False, True, False, False)
    utterances = [
        Utterance(f"s{number}", text, pause, chapter)
        for number, (text, pause, chapter) in enumerate(zip(SENTENCES, pauses, chapters, strict=True), 1)
    ]
    return speak(utterances, catalog.engine(), VoiceSettings(), "fr")


@pytest.fixture
def faulty(tmp_path: Path) -> Callable[..., PyttsxEngine]:
    """An engine whose speaking process first runs some Python, with `mouth`, `speak` and `once` at hand.

    `once()` is true the first time that any of its processes asks.
    """

    def make(fault: str, **settings: float) -> PyttsxEngine:
        script = tmp_path / "faulty.py"
        script.write_text(_PREFACE.format(seen=str(tmp_path / "seen")) + fault + "\nmouth.main()\n")
        return PyttsxEngine(command=(sys.executable, "-P", str(script)), **settings)

    return make


_PREFACE = """
import os, sys, time
from pathlib import Path
import voices.speaking_process as mouth

def once():
    seen = Path({seen!r})
    if seen.exists():
        return False
    seen.touch()
    return True

speak = mouth.Mouth._speak
"""
