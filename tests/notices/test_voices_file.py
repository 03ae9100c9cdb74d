"""A body's file of voices: what it may say, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.document import Block, Document, Sentence
from notices.errors import VoicesUnreadable
from notices.narration import narrate
from notices.voices_file import MAX_BYTES, read_voice_settings
from voices import VoiceSettings

FIXTURE = Path(__file__).parents[1] / "fixtures" / "voices_files.tsv"
WRONG = [line.split("\t") for line in FIXTURE.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "voices.toml"


def test_every_setting_of_every_language(file: Path) -> None:
    """What is left out is as usual; pauses are a factor, or seconds by kind; comments and a BOM may stand."""
    file.write_text(
        "\ufeff# Ville de Vesoul\r\n[fr]\r\nvoice = 'fr+f3'\r\nrate = 150\r\npitch = 45\r\nvolume = 0.9\r\n"
        "pauses = 1.2\r\n[en.pauses]\r\nsentence = 0.5\r\nparagraph = 2\r\n",
        encoding="utf-8",
    )
    assert read_voice_settings(file) == {
        "fr": VoiceSettings("fr+f3", 150, 45, 0.9, 1.2),
        "en": VoiceSettings(silences=(("sentence", 0.5), ("paragraph", 2))),
    }


def test_an_empty_file_changes_nothing(file: Path) -> None:
    """No language is named."""
    file.touch()
    assert read_voice_settings(file) == {}


@pytest.mark.parametrize(("text", "line", "words"), WRONG)
def test_a_mistake_is_told_with_its_line(file: Path, text: str, line: str, words: str) -> None:
    """What is wrong, where, and what may stand there instead."""
    file.write_text(text.replace("\\n", "\n"), encoding="utf-8")
    with pytest.raises(VoicesUnreadable) as caught:
        read_voice_settings(file)
    assert f"voices.toml cannot be used, line {line}: {words}" in caught.value.words("en")
    assert f"ligne {line} : " in caught.value.words("fr")


def test_a_file_that_is_no_text(file: Path) -> None:
    """Missing, too large, in another encoding, nested without end, or with a number without end."""
    with pytest.raises(VoicesUnreadable, match="line 1: it cannot be opened"):
        read_voice_settings(file)
    file.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(VoicesUnreadable, match="larger than 10000 bytes"):
        read_voice_settings(file)
    file.write_bytes(b"[fr]\n# r\xe9glages\n")
    with pytest.raises(VoicesUnreadable, match="line 2: it is not UTF-8 text"):
        read_voice_settings(file)
    for endless in ("fr = " + "[" * 9000, "fr.rate = " + "9" * 9000):
        file.write_text(endless)
        with pytest.raises(VoicesUnreadable, match="it is not TOML"):
            read_voice_settings(file)


@given(st.text(alphabet="[]fren.rate=\"1 \n#{}'", max_size=60))
def test_no_text_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """It is read, or refused with a line that it has."""
    file = tmp_path_factory.mktemp("voices") / "voices.toml"
    file.write_text(text, encoding="utf-8")
    line = 1
    try:
        read_voice_settings(file)
    except VoicesUnreadable as error:
        line = int(str(error.values["line"]))
    assert 1 <= line <= text.count("\n") + 1


def test_what_the_file_says_is_heard(file: Path, tmp_path: Path) -> None:
    """Voice, rate and pauses reach the recording, whose signature tells them."""
    file.write_text("[fr]\nvoice = 'fr-be'\nrate = 200\n[fr.pauses]\nsentence = 1.5\n")
    sentences = (Sentence("s1", "La mairie est fermée."), Sentence("s2", "Elle ouvre demain."))
    notice = Document("fr", "Avis", (Block("paragraph", sentences),))
    made = narrate(notice, "original", tmp_path, voices=read_voice_settings(file))
    assert made.cue("s2").start_s - made.cue("s1").end_s == pytest.approx(1.5, abs=0.002)
    assert made.voice == "espeak-ng-1.52.0-fr-be|rate:200|pitch:50|sentence:1.5"
