"""Narration: an edition becomes sound, sentence by sentence, and a voice's error one of the product's."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from notices.document import Block, Document, Sentence
from notices.edition import LANGS, EditionId
from notices.errors import (
    EngineNotHere,
    LexiconNotReadable,
    SentenceNotSpoken,
    SettingNotPossible,
    SoundNotEncoded,
    VoiceNotHere,
    VoiceNotInstalled,
)
from notices.labels import introduce
from notices.narration import narrate, narrate_editions, say_lines, try_voice, utterances, voice_signature
from notices.settings import Settings
from voices import EncodingFailed, VoiceSettings, catalog, recording
from voices.pyttsx import PyttsxEngine

ROOT = Path(__file__).parents[2]


def block(kind: str, *texts: str, level: int = 0, prefix: str = "s", first: int = 1) -> Block:
    sentences = tuple(Sentence(f"{prefix}{first + n}", text) for n, text in enumerate(texts))
    return Block(kind, sentences, level)  # type: ignore[arg-type]


NOTICE = Document(
    lang="fr",
    title="Avis d'enquête publique",
    issuer="Préfecture de la Haute-Saône",
    date="2024-06-28",
    blocks=(
        block("heading", "Avis d'enquête publique", level=1, first=1),
        block("label", "Texte lu par une voix de synthèse.", first=2),
        block("paragraph", "Une enquête est ouverte.", "Elle dure trente jours.", first=3),
        block("heading", "Où la voir", level=2, first=5),
        block("item", "À la mairie", first=6),
        block("item", "À la préfecture", first=7),
        block("paragraph", "Merci.", first=8),
    ),
)


def test_each_sentence_is_an_utterance_with_the_silence_that_fits() -> None:
    """After a title, within a paragraph, between items, before and after a heading; it begins a chapter."""
    said = [(u.id, u.pause, u.chapter) for u in utterances(NOTICE)]
    assert said == [
        ("s1", "title", True),
        ("s2", "paragraph", False),
        ("s3", "sentence", False),
        ("s4", "section", False),
        ("s5", "heading", True),
        ("s6", "item", False),
        ("s7", "paragraph", False),
        ("s8", "end", False),
    ]
    assert [u.text for u in utterances(NOTICE)] == [s.text for s in NOTICE.sentences()]


def test_a_recording_has_a_cue_for_every_sentence(tmp_path: Path) -> None:
    """By its id, in order; the file bears the edition's name and says what it is in its language."""
    made = narrate(NOTICE, "plain", tmp_path)
    assert made.file == tmp_path / "plain.fr.mp3"
    assert made.file.stat().st_size > 10_000
    assert [cue.id for cue in made.cues] == [s.id for s in NOTICE.sentences()]
    assert made.tags["title"] == NOTICE.title
    assert made.tags["publisher"] == NOTICE.issuer
    assert made.tags["date"] == NOTICE.date
    assert "Voix de synthèse" in made.tags["comment"]
    assert "rédigé par une machine" in made.tags["comment"]
    assert made.tags["lyrics"].splitlines() == [s.text for s in NOTICE.sentences()]


@pytest.mark.parametrize(
    ("edition", "date", "what"),
    [
        ("original", "vingt-huit juin deux mille vingt-quatre", "Texte d'origine"),
        (
            "plain",
            "vingt-huit juin deux mille vingt-quatre",
            "Version en français simple, faite par une machine",
        ),
        (
            "translation",
            "the twenty-eighth of June twenty twenty-four",
            "English translation made by a machine",
        ),
        (
            "plain-en",
            "the twenty-eighth of June twenty twenty-four",
            "Plain English version, translated by a",
        ),
    ],
)
def test_the_sound_says_first_what_it_is(tmp_path: Path, edition: EditionId, date: str, what: str) -> None:
    """Title (where a chapter begins), issuing body and date, which edition it is and who made it."""
    notice = replace(NOTICE, lang=LANGS[edition], issuer="PRÉFET DE L'EURE", blocks=NOTICE.blocks[:1])
    notice = replace(notice, blocks=(*notice.blocks, block("paragraph", "Texte.", first=9)))
    introduced = introduce(notice, edition, gist_only=False, from_picture=False)
    title, issued, made, _ = narrate(introduced, edition, tmp_path, engine=catalog.engine("silence")).cues
    assert title.chapter
    assert title.text == NOTICE.title
    assert issued.spoken == f"Préfet de L'Eure, {date}."
    assert made.spoken.startswith(what)


def test_books_get_their_mp3_from_the_same_pass(tmp_path: Path) -> None:
    """With `also`, one pass of the voice is written in several formats, all with the same cues."""
    made = narrate(NOTICE, "original", tmp_path, audio_format="opus", also=("mp3", "opus"))
    assert made.format == "opus"
    assert [other.format for other in made.also] == ["mp3"]
    assert made.in_format("mp3").file == tmp_path / "original.fr.mp3"
    assert made.in_format("mp3").cues == made.cues
    assert {file.name for file in tmp_path.iterdir()} == {"original.fr.opus", "original.fr.mp3"}
    with pytest.raises(KeyError):
        made.in_format("flac")


def test_several_editions_each_in_its_language(tmp_path: Path) -> None:
    """Two at a time, in threads; each speaks with the voice that the settings give its language."""
    english = replace(
        NOTICE, lang="en", title="Public inquiry", blocks=(block("paragraph", "An inquiry is open."),)
    )
    settings = Settings(french_voice="fr-be", english_voice="en-us", rate=200, audio_format="wav")
    made = narrate_editions({"original": NOTICE, "translation": english}, tmp_path, settings)
    assert made["original"].voice == "espeak-ng-1.52.0-fr-be|rate:200|pitch:50"
    assert made["translation"].voice == "espeak-ng-1.52.0-en-us|rate:200|pitch:50"
    assert made["translation"].file.name == "translation.en.wav"
    assert "machine translation" in made["translation"].tags["comment"]


def test_what_was_not_translated_is_said_by_the_french_voice(tmp_path: Path) -> None:
    """In the same file, in its place, said and captioned as French; the settings of both languages count."""
    sentences = (
        Sentence("t1", "The meeting is on 1 March."),
        Sentence("t2", "La séance du 1er mars est annulée.", flags=("untranslated", "fallback")),
        Sentence("t3", "Thank you."),
    )
    english = Document("en", "Meeting", (Block("paragraph", sentences),))
    settings = Settings(french_voice="fr-be", rate=180)
    made = narrate_editions({"translation": english}, tmp_path, settings)["translation"]
    assert [(cue.id, cue.lang) for cue in made.cues] == [("t1", ""), ("t2", "fr"), ("t3", "")]
    assert made.cue("t2").spoken == "La séance du premier mars est annulée."
    assert made.voice == ("espeak-ng-1.52.0-en|rate:180|pitch:50 + espeak-ng-1.52.0-fr-be|rate:180|pitch:50")
    assert made.voice in made.tags["comment"]
    french_alone = replace(english, lang="fr", blocks=(Block("paragraph", sentences[1:2]),))
    alone = narrate_editions({"plain": french_alone}, tmp_path, settings)["plain"].cues[0]
    cue = made.cue("t2")
    assert cue.end_s - cue.start_s == pytest.approx(alone.end_s - alone.start_s, abs=0.001)


def test_the_same_document_gives_the_same_file(tmp_path: Path) -> None:
    """Alone, beside another edition, and in another process, in another folder: equal byte for byte."""
    alone = narrate(NOTICE, "original", tmp_path).file.read_bytes()
    beside = tmp_path / "beside"
    beside.mkdir()
    both = narrate_editions({"plain": NOTICE, "original": NOTICE}, beside, Settings())
    assert both["original"].file.read_bytes() == alone
    script = tmp_path / "script.py"
    script.write_text(
        "import json, sys; from pathlib import Path; from notices.document import document_from_json;"
        "from notices.narration import narrate;"
        "document = document_from_json(json.load(sys.stdin));"
        "sys.stdout.buffer.write(narrate(document, 'original', Path(sys.argv[1])).file.read_bytes())"
    )
    elsewhere = subprocess.run(
        [sys.executable, str(script), str(beside)],
        input=json.dumps(NOTICE.to_json()).encode(),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"},
    )
    assert hashlib.sha256(elsewhere.stdout).hexdigest() == hashlib.sha256(alone).hexdigest()


def test_a_voice_that_is_not_here(tmp_path: Path) -> None:
    """Named, with those that are, in French and English; nothing is written."""
    with pytest.raises(VoiceNotHere) as caught:
        narrate(NOTICE, "original", tmp_path, voices={"fr": VoiceSettings(voice="fr-fr")})
    assert "fr, fr-be, fr-ch" in caught.value.words("fr")
    assert "There is no voice fr-fr" in caught.value.words("en")
    assert not list(tmp_path.iterdir())
    with pytest.raises(VoiceNotHere):
        voice_signature("en", Settings(english_voice="en-gb"))


def test_an_engine_that_is_not_here(tmp_path: Path) -> None:
    """Says what to install."""
    with pytest.raises(EngineNotHere, match="pip install"):
        narrate(NOTICE, "original", tmp_path, engine=PyttsxEngine(command=("/nonexistent/python",)))


def test_a_sentence_that_cannot_be_spoken(tmp_path: Path) -> None:
    """Is named by its id."""
    dies = "import os, voices.speaking_process as m; m.Mouth._speak = lambda *a: os._exit(9); m.main()"
    engine = PyttsxEngine(command=(sys.executable, "-P", "-c", dies), retries=1)
    with pytest.raises(SentenceNotSpoken) as caught:
        narrate(NOTICE, "original", tmp_path, engine=engine)
    assert caught.value.values["sentence"] == "s1"
    assert "Avis d'enquête publique" in str(caught.value)


def test_a_setting_out_of_bounds(tmp_path: Path) -> None:
    """A rate that eSpeak cannot speak at is the product's error, with the bounds."""
    with pytest.raises(SettingNotPossible, match=r"rate = 5\. Possible: 80-450"):
        narrate(NOTICE, "original", tmp_path, voices={"fr": VoiceSettings(rate=5)})


def test_a_sound_that_cannot_be_encoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names the format."""

    def fail(*_: object) -> None:
        raise EncodingFailed("no", format="mp3", detail="no such codec")

    monkeypatch.setattr(recording, "write", fail)
    monkeypatch.setattr("voices.write", fail)
    with pytest.raises(SoundNotEncoded, match="mp3: no such codec"):
        narrate(NOTICE, "original", tmp_path, engine=catalog.engine("silence"))


def test_the_signature_of_a_voice() -> None:
    """Names engine, version, voice and speed: what must be the same for the same bundle."""
    assert voice_signature("fr", Settings(rate=150)) == "espeak-ng-1.52.0-fr|rate:150|pitch:50"


def test_a_voice_tried_out_sounds_as_in_an_edition_and_says_that_it_is_synthetic(tmp_path: Path) -> None:
    """With the settings of this time and a body's own pronunciations; a voice that is not here is told."""
    lexicon = tmp_path / "lexicon.tsv"
    lexicon.write_text("enquête\trecherche\tfr\n", encoding="utf-8")
    wav = Settings(french_voice="fr-be", audio_format="wav")
    plain, own = (try_voice("L'enquête est ouverte.", "fr", s) for s in (wav, replace(wav, lexicon=lexicon)))
    assert plain[:4] == own[:4] == b"RIFF"
    assert plain != own
    assert len(try_voice("L'enquête est ouverte.", "fr", replace(wav, rate=240))) < len(plain)
    assert "Voix de synthèse (fr-be)".encode("utf-16-le") in try_voice(
        "Bon.", "fr", replace(wav, audio_format="mp3")
    )
    with pytest.raises(VoiceNotHere):
        try_voice("Bon.", "fr", Settings(french_voice="fr-fr"))
    with pytest.raises(VoiceNotInstalled, match="notices voices install fr_FR-siwis-medium"):
        try_voice("Bon.", "fr", Settings(french_voice="fr_FR-siwis-medium"))


def test_lines_as_they_will_be_said() -> None:
    """One line out for each line in."""
    lines = ["Le 1er mars\n", "23 000 €\n", "\n"]
    assert list(say_lines(lines, "fr")) == ["Le premier mars", "vingt-trois mille euros", ""]


def test_a_bodys_own_lexicon_is_heard(tmp_path: Path) -> None:
    """Its pronunciations reach the voice; the text shown stays as it is."""
    lexicon = tmp_path / "lexicon.tsv"
    lexicon.write_text("enquête\tanquette\tfr\n", encoding="utf-8")
    made = narrate(NOTICE, "original", tmp_path, lexicon=lexicon)
    assert made.cue("s3").text == "Une enquête est ouverte."
    assert made.cue("s3").spoken == "Une anquette est ouverte."


@pytest.mark.parametrize("content", ["one cell\n", None])
def test_a_lexicon_that_cannot_be_read(tmp_path: Path, content: str | None) -> None:
    """Is named, with the line, and nothing is spoken."""
    lexicon = tmp_path / "lexicon.tsv"
    if content:
        lexicon.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconNotReadable, match=r"lexicon\.tsv"):
        narrate(NOTICE, "original", tmp_path, lexicon=lexicon)
    with pytest.raises(LexiconNotReadable, match=r"lexicon\.tsv"):
        list(say_lines(["a"], "fr", lexicon))
