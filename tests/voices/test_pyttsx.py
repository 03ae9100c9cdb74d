"""The real engine, in its process: what it says, and what becomes of its faults."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from voices import Clip, EngineMissing, SettingRefused, SpeechFailed, VoiceMissing, VoiceSettings
from voices.process import SILENCE_S
from voices.pyttsx import PyttsxEngine

ROOT = Path(__file__).parents[2]
Faulty = Callable[..., PyttsxEngine]
TEXTS = ("Bonjour à tous.", "La préfecture ferme demain.", "Trois personnes sont soupçonnées.")


def say(
    texts: Sequence[str], engine: PyttsxEngine | None = None, lang: str = "fr", **settings: object
) -> list[Clip]:
    with (engine or PyttsxEngine()).open(lang, VoiceSettings(**settings)) as speaker:  # type: ignore[arg-type]
        return list(speaker.speak(texts))


def same(one: Clip, other: Clip) -> bool:
    return np.array_equal(one.samples, other.samples)


def test_one_clip_for_each_text() -> None:
    """None is lost, none is empty, and each is the sound of its own text."""
    texts = [f"Phrase numéro {number}" + " encore" * (number % 7) for number in range(60)]
    clips = say(texts)
    assert len(clips) == len(texts)
    assert all(np.abs(clip.samples).max() > 3000 for clip in clips)
    longest = [
        clip.duration_s for clip, text in zip(clips, texts, strict=True) if text.endswith("encore" * 1)
    ]
    assert max(longest) > 2 * min(clip.duration_s for clip in clips)


def test_the_voices_that_are_here() -> None:
    """French and English voices are listed by the names that eSpeak takes."""
    ids = {voice.id for voice in PyttsxEngine().voices()}
    assert {"fr", "fr-be", "fr-ch", "en", "en-us", "en-gb-x-rp"} <= ids
    assert not {"fr-fr", "en-gb"} & ids


@pytest.mark.parametrize("voice", ["fr", "fr-be", "fr-ch", "fr+f3", "fr-be+m1"])
def test_voices_that_exist_speak(voice: str) -> None:
    """Each voice and variant can be opened and is named in the signature."""
    with PyttsxEngine().open("fr", VoiceSettings(voice=voice)) as speaker:
        assert f"-{voice}|" in speaker.signature
        assert next(iter(speaker.speak(["Bonjour"]))).duration_s > 0.3


@pytest.mark.parametrize("voice", ["fr-fr", "en", "fr+zz", "FR", "../fr", "fr\x00", "voix"])
def test_a_voice_that_is_not_here_is_refused(voice: str) -> None:
    """pyttsx3 would swallow the error and speak with another voice; the message names those that exist."""
    with pytest.raises(VoiceMissing, match="fr, fr-be, fr-ch") as caught:
        say(TEXTS, voice=voice)
    assert caught.value.values["voice"] == voice


def test_variants_and_voices_sound_different() -> None:
    """A voice that was asked for is the voice that is heard."""
    heard = [say(TEXTS[:1], voice=voice)[0] for voice in ("fr", "fr+f3", "fr+m1")]
    assert not same(heard[0], heard[1])
    assert not same(heard[1], heard[2])


@pytest.mark.parametrize("engine_runs", range(3))
def test_rate_takes_effect(engine_runs: int) -> None:
    """Each rate, each time: pyttsx3's own driver loses it in half of all tries."""
    slow, usual, fast = (say(TEXTS, rate=rate) for rate in (100, 160, 320))
    for one, two, three in zip(slow, usual, fast, strict=True):
        assert one.duration_s > 1.3 * two.duration_s > 2 * three.duration_s


def test_pitch_takes_effect() -> None:
    """A higher pitch is a shorter period of the vowel."""
    low, high = (_period(say(["aaaaaa"], pitch=pitch)[0]) for pitch in (10, 90))
    assert low > 1.3 * high


def _period(clip: Clip) -> int:
    """The lag, in samples, at which the middle of a clip resembles itself most."""
    middle = len(clip.samples) // 2
    sound = clip.samples[middle - 1500 : middle + 1500].astype(float)
    likeness = np.correlate(sound, sound, "full")[len(sound) :]
    return int(60 + np.argmax(likeness[60:400]))


def test_volume_takes_effect() -> None:
    """Half the volume is a smaller sound."""
    loud, soft = (say(TEXTS[:1], volume=volume)[0] for volume in (1.0, 0.3))
    assert np.abs(soft.samples).max() < 0.5 * np.abs(loud.samples).max()


@pytest.mark.parametrize(
    "setting",
    [
        {"rate": 20},
        {"rate": 900},
        {"pitch": -1},
        {"pitch": 101},
        {"volume": 0.0},
        {"volume": 1.5},
        {"pauses": -1.0},
    ],
)
def test_settings_out_of_bounds_are_refused(setting: dict[str, float]) -> None:
    """What the engine would quietly turn into something else is an error that gives the bounds."""
    with pytest.raises(SettingRefused, match="is not between"):
        say(TEXTS, **setting)


def test_markup_is_read_not_obeyed() -> None:
    """SSML, phoneme brackets and eSpeak's embedded commands are text like any other."""
    plain, tagged = say(["gras", "<b>gras</b>"])
    assert tagged.duration_s > plain.duration_s
    assert say(["un <break time='9s'/> deux"])[0].duration_s < 5
    assert say(["[[h@l'oU]]"])[0].duration_s > say(["h"])[0].duration_s
    assert same(say(["\x01500Sbonjour"])[0], say(["500Sbonjour"])[0])


def test_a_nul_cuts_nothing_off() -> None:
    """What stands behind a NUL is spoken."""
    assert same(say(["un\x00deux trois"])[0], say(["un deux trois"])[0])


@pytest.mark.parametrize("text", ["", "   ", "***", "…", "→ ☎", "\x00", "-"])
def test_nothing_to_say_is_a_short_silence(text: str) -> None:
    """A text without letter or digit is a defined silence, and its neighbours are untouched."""
    before, nothing, after = say(["un", text, "deux"])
    assert nothing.duration_s == pytest.approx(SILENCE_S, abs=0.001)
    assert not nothing.samples.any()
    assert same(before, say(["un", "deux"])[0])
    assert same(after, say(["un", "deux"])[1])


@pytest.mark.parametrize(
    "text", ["漢字", "Привет", "😀 a", "é" * 300, "x" * 2000, "9" * 400, "a\u0301\u0302"]
)
def test_odd_texts_are_spoken(text: str) -> None:
    """Other scripts, endless words and numbers do not break the voice."""
    assert say([text])[0].duration_s > 0.1


@pytest.mark.parametrize("letter", ["w", "x", "9", "e"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_endless_words_lose_nothing(letter: str, lang: str) -> None:
    """eSpeak stops within a word that is too long: three times the letters must take three times as long."""
    one, three = say([letter * 60, letter * 180], lang=lang)
    assert three.duration_s == pytest.approx(3 * one.duration_s, rel=0.1)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("word", ["347", "999999", "SNCF", "WXZ", "é€", "mot", "Ж"])
def test_a_long_stretch_without_punctuation_loses_nothing(word: str, lang: str) -> None:
    """eSpeak drops what a clause has beyond 1,000 phonemes: a row of numbers must be said to its end."""
    one, twelve = say([f"{word} " * 10, f"{word} " * 120], lang=lang)
    assert twelve.duration_s == pytest.approx(12 * one.duration_s, rel=0.1)


def test_words_after_a_breath_keep_their_places() -> None:
    """Offsets and times run on over the parts of a long stretch."""
    text = " ".join(["SNCF", "mot", "RATP", "phrase"] * 40)
    clip = say([text])[0]
    assert [text[word.start : word.end] for word in clip.words] == text.split()
    starts = [word.start_s for word in clip.words]
    assert starts == sorted(starts)
    assert clip.duration_s - 2 < starts[-1] < clip.duration_s


def test_a_very_long_sentence_is_spoken_whole() -> None:
    """Two thousand words in one sentence: twice as long as one thousand."""
    one, two = say(["mot " * 1000, "mot " * 2000])
    assert two.duration_s == pytest.approx(2 * one.duration_s, rel=0.05)


def test_words_have_their_times() -> None:
    """Each word names its place in the text and is heard within the clip, in order."""
    clip = say(["La préfecture ferme demain"])[0]
    assert ["La préfecture ferme demain"[word.start : word.end] for word in clip.words] == [
        "La",
        "préfecture",
        "ferme",
        "demain",
    ]
    times = [time for word in clip.words for time in (word.start_s, word.end_s)]
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] <= clip.duration_s


def test_the_same_texts_give_the_same_sound() -> None:
    """In another process, and again in the same speaker: what was spoken before leaves no trace."""
    first = say(TEXTS)
    with PyttsxEngine().open("fr", VoiceSettings()) as speaker:
        again = [list(speaker.speak(TEXTS)) for _ in range(2)]
    for clips in again:
        assert all(map(same, clips, first))


CRASH_ONCE = """
def crash(self, text):
    if "soup" in text and once():
        os._exit(11)
    return speak(self, text)
mouth.Mouth._speak = crash
"""


def test_after_a_crash_the_sound_is_the_same(faulty: Faulty) -> None:
    """A process that dies is replaced, and the whole edition spoken again, so that nothing differs."""
    assert all(map(same, say(TEXTS, faulty(CRASH_ONCE)), say(TEXTS)))


def test_an_engine_that_hangs_is_ended_and_replaced(faulty: Faulty) -> None:
    """The time limit ends it; the second try speaks."""
    hang = CRASH_ONCE.replace("os._exit(11)", "time.sleep(60)")
    assert all(map(same, say(TEXTS, faulty(hang, time_limit_s=2.0)), say(TEXTS)))


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("os._exit(3)", "ended with code 3"),
        ("os.kill(os.getpid(), 11)", "ended with code -11"),
        ("time.sleep(60)", "took longer than 1 s"),
        ("raise RuntimeError('no breath')", "no breath"),
        ("return {'words': []}, b''", "a damaged sound"),
        ("return {'words': []}, b'RIFF' + bytes(40)", "a damaged sound"),
        ("h, b = speak(self, text); return h, b[:44]", "an empty sound"),
        ("h, b = speak(self, text); return h, b[:44] + bytes(len(b) - 44)", "a silent sound"),
        ("h, b = speak(self, text); return h, b[:3000]", "are plausible"),
        ("h, b = speak(self, text); return h, b[:24] + bytes([100, 0, 0, 0]) + b[28:]", "a sound of 100 Hz"),
    ],
)
def test_a_fault_that_stays_names_its_sentence(faulty: Faulty, fault: str, reason: str) -> None:
    """After every retry: which text, and what was wrong with its sound."""
    body = f"def broken(self, text):\n    if 'soup' in text:\n        {fault}\n    return speak(self, text)\n"
    engine = faulty(body + "mouth.Mouth._speak = broken", retries=1, time_limit_s=1.0)
    with pytest.raises(SpeechFailed, match=reason) as caught:
        say(TEXTS, engine)
    assert caught.value.values["position"] == 2
    assert "soupçonnées" in str(caught.value)


def test_what_a_library_prints_gets_between_no_frames(faulty: Faulty) -> None:
    """pyttsx3's drivers print; the pipe is for frames alone."""
    noisy = "def noisy(self, text):\n    os.write(1, b'x')\n    print(1, flush=True)\n"
    noisy += "    return speak(self, text)\nmouth.Mouth._speak = noisy"
    assert len(say(TEXTS, faulty(noisy))) == 3


def test_settings_that_are_not_taken_are_a_fault(faulty: Faulty) -> None:
    """A driver that loses the rate does not get away with it."""
    lost = "import voices.espeak_driver as d\nset_ = d.EspeakDriver.setProperty\n"
    lost += "d.EspeakDriver.setProperty = lambda self, n, v: n == 'rate' or set_(self, n, v)\n"
    with pytest.raises(SpeechFailed, match="'rate': 175"):
        say(TEXTS, faulty(lost, retries=0), rate=120)


@pytest.mark.parametrize("missing", ["espeakng_loader", "pyttsx3"])
def test_a_missing_library_is_said(faulty: Faulty, missing: str) -> None:
    """Which engine cannot start, and why."""
    with pytest.raises(EngineMissing, match=missing):
        say(TEXTS, faulty(f"sys.modules[{missing!r}] = None"))


def test_a_process_that_does_not_start_is_said() -> None:
    """No Python there: the engine is missing, no traceback."""
    with pytest.raises(EngineMissing, match="does not start"):
        say(TEXTS, PyttsxEngine(command=("/nonexistent/python",)))


SCRIPT = """
import sys
from pathlib import Path
from voices import Utterance, VoiceSettings, catalog, record
record([Utterance("s1", "Bonjour à tous.")], catalog.engine(), VoiceSettings(), "fr", Path(sys.argv[1]))
maps = Path("/proc/self/maps")
loaded = maps.read_text() if maps.exists() else ""
print("espeak" in loaded or any(name.split(".")[0] in ("pyttsx3", "espeakng_loader") for name in sys.modules))
"""


def run_script(folder: Path, *before: str, **environment: str) -> tuple[str, bytes]:
    """Run SCRIPT as a person's own file, without a `__main__` guard, in an empty folder."""
    script, sound = folder / "script.py", folder / "sound.mp3"
    script.write_text(SCRIPT)
    done = subprocess.run(
        [*before, sys.executable, str(script), str(sound)],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip(), sound.read_bytes()


def test_espeak_is_never_loaded_in_the_main_process(tmp_path: Path) -> None:
    """It is under the GPL and may crash: after a recording, neither it nor pyttsx3 is in the process.

    The script has no `__main__` guard either: the child imports nothing of it."""
    loaded, sound = run_script(tmp_path)
    assert loaded == "False"
    assert len(sound) > 5000


def test_a_module_in_the_working_folder_is_not_imported(tmp_path: Path) -> None:
    """Somebody's `wave.py` or `json.py` beside the notice does not run in the speaking process."""
    for name in ("wave", "json", "ctypes", "pyttsx3"):
        (tmp_path / f"{name}.py").write_text("import os; os._exit(99)")
    work = tmp_path / "work"
    work.mkdir()
    script = work / "script.py"
    script.write_text(SCRIPT)
    done = subprocess.run(
        [sys.executable, str(script), str(work / "sound.mp3")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("unshare"), reason="unshare is not here")
def test_without_network_and_without_a_home(tmp_path: Path) -> None:
    """The network cut and a home that cannot be written: the same sound, byte for byte."""
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode:
        pytest.skip("unshare is not allowed here")
    folders = [tmp_path / name for name in ("here", "cut")]
    for folder in folders:
        folder.mkdir()
    _, here = run_script(folders[0])
    _, cut = run_script(folders[1], "unshare", "-rn", HOME="/nonexistent", XDG_CACHE_HOME="/nonexistent")
    assert here == cut


def test_closing_ends_the_process() -> None:
    """No process is left behind, whatever happens in between."""
    before = _children()
    with pytest.raises(ZeroDivisionError):
        _stopped_midway()
    assert _children() == before


def _stopped_midway() -> None:
    with PyttsxEngine().open("fr", VoiceSettings()) as speaker:
        next(iter(speaker.speak(TEXTS)))
        raise ZeroDivisionError


def _children() -> set[str]:
    tasks = Path("/proc/self/task").glob("*/children")
    return {child for task in tasks for child in task.read_text().split()}
