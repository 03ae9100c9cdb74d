"""The language of a text, told offline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from notices.language import UNDETERMINED, detect

_TABLE = Path(__file__).parents[1] / "fixtures" / "language.tsv"
_ROWS = [
    tuple(line.split("\t"))
    for line in _TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text"), _ROWS, ids=[f"{lang}-{text[:20]}" for lang, text in _ROWS])
def test_short_notices_are_told_apart(language: str, text: str) -> None:
    """A town's note of a few words is enough, also between neighbours such as Catalan and Occitan."""
    assert detect(text) == language


def test_french_with_foreign_names_stays_french() -> None:
    """Names of people and firms do not make a French notice foreign."""
    text = (
        "La société B+T Energie France Sas, dont le siège est à Brunstatt, est autorisée à exploiter, "
        "avec John Smith Holdings Ltd et Müller Umwelttechnik GmbH, une unité de valorisation."
    )
    assert detect(text) == "fr"


def test_a_long_text_is_judged_by_all_its_parts() -> None:
    """A French heading does not hide an English text."""
    english = "The council has decided to close the road for the duration of the works. " * 800
    assert detect("AVIS À LA POPULATION\n" + english) == "en"


@pytest.mark.parametrize("text", ["", "   \n", "42", "🌧🌧🌧", "\x00\x01"])
def test_no_text_has_no_language(text: str) -> None:
    """What holds no words is undetermined, and is no error."""
    assert detect(text) == UNDETERMINED


def test_plain_french_needs_no_model() -> None:
    """The model takes a second to load: a plainly French text is told without it."""
    code = (
        "import sys; from notices.language import detect;"
        "print(detect('Vous pouvez vous inscrire avec votre carte et une photo pour la sortie du club, "
        "au bureau, par courriel ou sur place.'), 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split() == ["fr", "False"]
