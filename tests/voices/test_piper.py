"""Piper behind the same door as eSpeak: a real Piper with a made-up voice.

No voice of a person is needed: one that gives each phoneme a tone of its own is made here.
"""

from __future__ import annotations

import shutil
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from voices import (
    EngineMissing,
    SettingRefused,
    SpeechFailed,
    Utterance,
    VoiceMissing,
    VoiceSettings,
    catalog,
    speak,
)
from voices.audio import CEILING_DBFS
from voices.limiter import true_peak_db
from voices.loudness import integrated
from voices.piper import FOLDER, PiperEngine, own_folder

sys.path.insert(0, str(Path(__file__).parent))
from tone_voice import SAMPLE_RATE, make_voice

WHY = "needed to try the extra: pip install piper-tts onnx"
pytest.importorskip("piper", reason=WHY)
pytest.importorskip("onnx", reason=WHY)

TEXTS = ["Bonjour à tous.", "Trois personnes sont soupçonnées.", "Merci."]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a French and an English voice."""
    folder = tmp_path_factory.mktemp("voices")
    make_voice(folder, "fr_FR-tones", "fr")
    make_voice(folder, "en_GB-tones", "en-gb-x-rp")
    return folder


@pytest.fixture(autouse=True)
def shelf(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder is where voices are looked for, and nobody's own."""
    monkeypatch.setenv(FOLDER, str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def sounds(texts: list[str], engine: PiperEngine | None = None, rate: int = 160) -> list[np.ndarray]:
    """The samples of each text, said by the French voice."""
    with (engine or PiperEngine()).open("fr", VoiceSettings("fr_FR-tones", rate)) as speaker:
        return [clip.samples for clip in speaker.speak(texts)]


def faulty(fault: str) -> PiperEngine:
    """An engine whose process first runs some Python, with `m` and `speak` at hand."""
    script = f"import os, sys, voices.piper_process as m; speak = m.PiperMouth._speak; {fault}"
    command = (sys.executable, "-P", "-c", f"{script}; m.main(m.PiperMouth)")
    return PiperEngine(command=command, retries=1)


def test_voices_are_the_files_in_the_folder() -> None:
    """Named by file and language; they stand beside those of eSpeak."""
    assert [(voice.id, voice.lang) for voice in PiperEngine().voices()] == [
        ("en_GB-tones", "en"),
        ("fr_FR-tones", "fr"),
    ]
    assert {voice.engine for voice in catalog.voices("fr")} == {"pyttsx3", "piper"}


def test_voices_of_ones_own_have_folders_of_their_own(folder: Path, tmp_path: Path) -> None:
    """Found by name after those of the named folder; one that is being written is not found."""
    own = own_folder()
    assert own == tmp_path / "data" / "notices" / "voices"
    for place in ("fr_FR-mine", ".incoming-x", "fr_FR-tones"):
        (own / place).mkdir(parents=True)
        name = place.replace(".incoming-x", "fr_FR-half")
        for suffix in (".onnx", ".onnx.json"):
            shutil.copy(folder / f"fr_FR-tones{suffix}", own / place / f"{name}{suffix}")
    assert [v.id for v in PiperEngine().voices()] == ["en_GB-tones", "fr_FR-mine", "fr_FR-tones"]
    assert catalog.engine_of("fr_FR-mine") == "piper"
    assert catalog.engine_of("fr_FR-half") == "pyttsx3"


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HOME": "/home/a"}, Path("/home/a/.local/share/notices/voices")),
        ({"HOME": "/home/a", "XDG_DATA_HOME": "/data"}, Path("/data/notices/voices")),
        ({"USERPROFILE": "/users/a"}, Path("/users/a/.local/share/notices/voices")),
        ({}, None),
    ],
)
def test_where_ones_own_voices_lie(environment: dict[str, str], folder: Path | None) -> None:
    """In the user's data folder; nowhere where there is no home."""
    assert own_folder(environment) == folder


def test_each_text_sounds_by_its_phonemes() -> None:
    """A sound for each, longer for a longer text, and not the same for another of the same length."""
    one, two, three, four, five = sounds([*TEXTS, "beau", "peau"])
    assert len(two) > len(one) > len(three) > 0
    assert len(four) == len(five)
    assert not np.allclose(four, five, atol=3000)


def test_a_rate_is_a_length() -> None:
    """Twice as fast is half as long."""
    (slow,), (fast,) = sounds(TEXTS[:1], rate=120), sounds(TEXTS[:1], rate=240)
    assert len(slow) == pytest.approx(2 * len(fast), rel=0.01)


def test_chance_is_the_same_each_time() -> None:
    """A voice draws lots for its breath: a fresh process draws the same ones, sample by sample."""
    first, again = sounds(["Bonjour", "Bonjour"]), sounds(["Bonjour", "Bonjour"])
    assert all(np.array_equal(one, two) for one, two in zip(first, again, strict=True))
    assert not np.array_equal(first[0], first[1])


def test_a_signature_names_the_very_file(folder: Path) -> None:
    """By its sum: two voices of one name are two voices. A path and a name are the same voice."""
    named = catalog.signature(catalog.ByVoice(), "fr", VoiceSettings("fr_FR-tones", 150))
    path = catalog.signature(catalog.ByVoice(), "fr", VoiceSettings(str(folder / "fr_FR-tones.onnx"), 150))
    assert named == path
    assert named.startswith("piper-")
    assert "-fr_FR-tones-" in named
    assert named.endswith("|rate:150|pitch:50")


def test_the_voice_tells_the_engine() -> None:
    """One recording by Piper in English and eSpeak in French: at one sample rate, in order, each in time."""
    utterances = [
        Utterance("t1", "The meeting is open"),
        Utterance("t2", "Fermez les volets et restez chez vous", lang="fr"),
        Utterance("t3", "Thank you very much", "end"),
    ]
    track = speak(utterances, catalog.ByVoice(), VoiceSettings("en_GB-tones"), "en")
    assert track.sample_rate == SAMPLE_RATE
    english, french = track.voice.split(" + ")
    assert english.startswith("piper-")
    assert french == "espeak-ng-1.52.0-fr|rate:160|pitch:50"
    sound = track.samples.astype(np.float32) / 32768
    assert integrated([sound], track.sample_rate) == pytest.approx(-19, abs=0.5)
    assert true_peak_db(sound) <= CEILING_DBFS + 0.3
    assert all(one.end_s < two.start_s for one, two in pairwise(track.cues))
    alone = speak(utterances[1:2], catalog.engine(), VoiceSettings(), "fr").cues[0]
    guest = track.cues[1]
    assert guest.end_s - guest.start_s == pytest.approx(alone.end_s - alone.start_s, abs=0.002)


def test_phonemes_in_brackets_are_text() -> None:
    """Piper would take what stands in [[ ]] for phonemes: a notice commands no engine."""
    brackets, apart = sounds(["avis [[bonjour]]", "avis [ [bonjour] ]"])
    assert len(brackets) == len(apart)


@pytest.mark.parametrize("voice", ["en_GB-tones", "de_DE-tones", "/nowhere/fr.onnx"])
def test_a_voice_that_is_not_here_or_speaks_another_language(voice: str) -> None:
    """Is told, with those that are here."""
    with pytest.raises(VoiceMissing, match="fr_FR-tones"):
        PiperEngine().open("fr", VoiceSettings(voice))


@pytest.mark.parametrize("config", [None, "", "[]", "{}", '{"espeak": {}}'])
def test_a_voice_without_its_second_file(tmp_path: Path, folder: Path, config: str | None) -> None:
    """Missing or not what it should be: there is no such voice."""
    file = tmp_path / "fr.onnx"
    file.write_bytes((folder / "fr_FR-tones.onnx").read_bytes())
    if config is not None:
        (tmp_path / "fr.onnx.json").write_text(config)
    with pytest.raises(VoiceMissing, match=r"\.json is not beside it"):
        catalog.ByVoice().open("fr", VoiceSettings(str(file)))


def test_a_damaged_voice(tmp_path: Path, folder: Path) -> None:
    """Is told with its file before anything is spoken."""
    file = tmp_path / "fr.onnx"
    file.write_bytes(b"no model")
    (tmp_path / "fr.onnx.json").write_bytes((folder / "fr_FR-tones.onnx.json").read_bytes())
    with pytest.raises(EngineMissing, match=r"cannot open its voice .*fr\.onnx"):
        catalog.ByVoice().open("fr", VoiceSettings(str(file)))


def test_settings_that_a_voice_cannot_have() -> None:
    """A pitch is not quietly ignored; the bounds are those of every engine."""
    with pytest.raises(SettingRefused, match="one pitch, 50"):
        PiperEngine().open("fr", VoiceSettings("fr_FR-tones", pitch=60))
    with pytest.raises(SettingRefused, match="80 and 450"):
        PiperEngine().open("fr", VoiceSettings("fr_FR-tones", rate=20))


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its voices cannot be listed nor spoken, and the words say what to install; nobody else misses it."""
    with pytest.raises(EngineMissing, match="piper"):
        faulty("sys.modules['piper'] = None").open("fr", VoiceSettings("fr_FR-tones"))
    monkeypatch.setattr("voices.piper.find_spec", lambda name: None)
    assert "pip install" in catalog.missing()["piper"]
    assert {voice.engine for voice in catalog.voices()} == {"pyttsx3"}
    monkeypatch.delenv(FOLDER)
    assert catalog.missing() == {}


def test_after_a_crash_everything_is_spoken_again(tmp_path: Path) -> None:
    """From a fresh process, which draws the same lots: the sound is the one without a crash."""
    seen = tmp_path / "seen"
    once = f"not os.path.exists({str(seen)!r}) and not open({str(seen)!r}, 'w').close()"
    crash = f"m.PiperMouth._speak = lambda s, t: os._exit(9) if t == {TEXTS[2]!r} and {once} else speak(s, t)"
    crashed, whole = sounds(TEXTS, faulty(crash)), sounds(TEXTS)
    assert seen.exists()
    assert all(np.array_equal(one, two) for one, two in zip(crashed, whole, strict=True))


def test_a_silent_voice_is_found_out() -> None:
    """Its sound is checked as every engine's is."""
    silent = "m.PiperMouth._speak = lambda s, t: speak(s, t)[:44] + bytes(len(speak(s, t)) - 44)"
    with pytest.raises(SpeechFailed, match="a silent sound"):
        sounds(TEXTS, faulty(silent))
