"""Sound files: exact in time, equal each time, tagged, with chapters."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from voices import SettingRefused, Tags, Track, Utterance, VoiceSettings, catalog, record, speak, write
from voices.encoding import FORMATS
from voices.id3 import Chapter, tag
from voices.loudness import integrated

ROOT = Path(__file__).parents[2]
LOSSY = ("mp3", "opus", "m4b")
TAGS = Tags(
    title="Avis d'enquête « publique »",
    publisher="Préfecture de la Haute-Saône",
    date="2024-06-28",
    comment="Voix de synthèse",
    lyrics="Première ligne.\nDeuxième ligne : 23 000 €, l'œuvre.",
)


def decoded(file: Path) -> tuple[np.ndarray, int]:
    """The samples that a player hears, as floats, and their rate."""
    with av.open(file) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="flt", layout="mono", rate=stream.rate)
        frames = [part for frame in container.decode(stream) for part in resampler.resample(frame)]
        return np.concatenate([frame.to_ndarray()[0] for frame in frames]), stream.rate


def heard(sound: np.ndarray, rate: int, quiet_s: float = 0.3) -> list[tuple[float, float]]:
    """Start and end of each stretch of sound, in seconds, between silences of `quiet_s` and more."""
    loud = np.flatnonzero(np.abs(sound) > 0.004)
    gaps = np.flatnonzero(np.diff(loud) > quiet_s * rate)
    starts = [loud[0], *loud[gaps + 1]]
    ends = [*loud[gaps], loud[-1]]
    return [(start / rate, (end + 1) / rate) for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("name", FORMATS)
def test_every_sentence_is_heard_when_its_cue_says(track: Track, tmp_path: Path, name: str) -> None:
    """Decoded and cut at its silences, each file gives the cues to 10 ms, at both ends of each sentence."""
    recording = write(track, tmp_path / f"sound.{name}", name, TAGS)
    found = heard(*decoded(recording.file))
    assert len(found) == len(recording.cues) == 7
    for (start_s, end_s), cue in zip(found, recording.cues, strict=True):
        assert start_s == pytest.approx(cue.start_s, abs=0.010), cue.id
        assert end_s == pytest.approx(cue.end_s, abs=0.010), cue.id


@pytest.mark.parametrize("name", FORMATS)
def test_a_short_word_does_not_ring_into_its_pause(tmp_path: Path, name: str) -> None:
    """A heading of a word ends loud: what the encoder adds after it is gone within 10 ms."""
    texts = ["In short", "What?", "Laissé libre: released", "Stop", "Who?"]
    utterances = [Utterance(f"e{n}", text, "heading") for n, text in enumerate(texts)]
    track = speak(utterances, catalog.engine(), VoiceSettings(), "en")
    recording = write(track, tmp_path / "sound", name)
    sound, rate = decoded(recording.file)
    for cue in recording.cues:
        after = sound[round((cue.end_s + 0.010) * rate) : round((cue.end_s + 0.3) * rate)]
        assert np.abs(after).max() < 0.004, cue.text


@pytest.mark.parametrize("name", FORMATS)
def test_the_duration_is_that_of_the_decoded_file(track: Track, tmp_path: Path, name: str) -> None:
    """To 10 ms, and the file's own header says the same."""
    recording = write(track, tmp_path / f"sound.{name}", name, TAGS)
    sound, rate = decoded(recording.file)
    assert len(sound) / rate == pytest.approx(recording.duration_s, abs=0.010)
    with av.open(recording.file) as container:
        assert container.duration / 1e6 == pytest.approx(recording.duration_s, abs=0.010)
        assert container.streams.audio[0].channels == 1


@pytest.mark.parametrize("name", ["flac", "wav"])
def test_lossless_formats_lose_nothing(track: Track, tmp_path: Path, name: str) -> None:
    """The decoded samples are the track's."""
    sound, rate = decoded(write(track, tmp_path / f"sound.{name}", name).file)
    assert rate == track.sample_rate
    assert np.array_equal(np.rint(sound * 32768).astype(np.int16), track.samples)


@pytest.mark.parametrize("name", FORMATS)
def test_encoding_changes_no_level_and_clips_nothing(track: Track, tmp_path: Path, name: str) -> None:
    """-19 LUFS in each file, and no peak near full scale."""
    sound, rate = decoded(write(track, tmp_path / f"sound.{name}", name).file)
    assert integrated([sound], rate) == pytest.approx(-19, abs=0.3)
    assert np.abs(sound).max() < 0.95


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_track_gives_the_same_bytes(track: Track, tmp_path: Path, name: str) -> None:
    """In another process, in another folder: no clock, no serial number by chance."""
    here = write(track, tmp_path / "sound", name, TAGS).file.read_bytes()
    (tmp_path / "track").write_bytes(pickle.dumps((track, TAGS)))
    script = (
        "import pickle, sys, hashlib; from pathlib import Path; from voices import write;"
        "track, tags = pickle.loads(Path(sys.argv[1]).read_bytes());"
        "file = write(track, Path(sys.argv[2]), sys.argv[3], tags).file;"
        "print(hashlib.sha256(file.read_bytes()).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "track"), str(tmp_path / "other"), name],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"},
    )
    assert there.stdout.strip() == hashlib.sha256(here).hexdigest()
    assert not re.search(rb"Lav[cf]\d", here)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_says_what_it_is(track: Track, tmp_path: Path, name: str) -> None:
    """Title, publisher, date, language, that the voice is synthetic; the text, where the format has it."""
    with av.open(write(track, tmp_path / "sound", name, TAGS).file, metadata_errors="replace") as container:
        told = {**container.streams.audio[0].metadata, **container.metadata}
    told = {key.lower().partition("-")[0]: value for key, value in told.items()}
    assert told["title"] == TAGS.title
    assert told["artist"] == TAGS.publisher
    assert told["date"].startswith("2024")
    assert told["comment"] == TAGS.comment
    assert told["language"] == "fra"
    if name != "wav":
        assert told["lyrics"].replace("\r\n", "\n") == TAGS.lyrics


@pytest.mark.parametrize("name", ["mp3", "m4b", "opus"])
def test_chapters_begin_at_their_headings(track: Track, tmp_path: Path, name: str) -> None:
    """One for each heading, named by it, without a gap from the start of the file to its end."""
    recording = write(track, tmp_path / "sound", name, TAGS)
    with av.open(recording.file) as container:
        chapters = [
            (c["metadata"]["title"], float(c["start"] * c["time_base"]), float(c["end"] * c["time_base"]))
            for c in container.chapters()
        ]
    (one, start, middle), (two, again, end) = chapters
    assert (one, two) == ("Avis à la population", "Que faire maintenant")
    assert start == 0
    assert middle == again == pytest.approx(recording.cue("s5").start_s, abs=0.002)
    assert end == pytest.approx(recording.duration_s, abs=0.05)


def test_a_chapter_covers_what_comes_before_the_first_heading(track: Track, tmp_path: Path) -> None:
    """It bears the file's title."""
    cues = tuple(cue for cue in track.cues if cue.id != "s1")
    later = Track(track.samples, track.sample_rate, cues, track.lang, track.voice)
    with av.open(write(later, tmp_path / "sound", "mp3", TAGS).file) as container:
        names = [chapter["metadata"]["title"] for chapter in container.chapters()]
    assert names == [TAGS.title, "Que faire maintenant"]


def test_an_mp3_can_be_sought(track: Track, tmp_path: Path) -> None:
    """Its Xing header is there (players read length and delay in it) and its frames are all of one size."""
    data = write(track, tmp_path / "sound.mp3", "mp3", TAGS).file.read_bytes()
    assert data.startswith(b"ID3\x03")
    assert b"Info" in data[: len(tag(TAGS, "fr")) + 500]
    assert len(data) - len(tag(TAGS, "fr")) == pytest.approx(track.duration_s * 8000, rel=0.03)


def test_an_id3_tag_is_as_long_as_it_says() -> None:
    """Players skip by its length; many chapters and long lyrics make it long, bytes stay below 128."""
    chapters = [Chapter(f"Chapitre {n}", n * 1000, n * 1000 + 1000) for n in range(400)]
    made = tag(Tags(title="T", lyrics="é" * 30_000), "en", chapters)
    size = 0
    for byte in made[6:10]:
        assert byte < 128
        size = size * 128 + byte
    assert size == len(made) - 10
    assert made.count(b"CHAP") == 255


def test_an_unknown_format_names_those_that_exist(track: Track, tmp_path: Path) -> None:
    """And writes nothing."""
    with pytest.raises(SettingRefused, match="mp3, opus, flac, m4b, wav"):
        write(track, tmp_path / "sound.ogg", "ogg")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_an_os_error(track: Track, tmp_path: Path) -> None:
    """So that a full disk or a missing right keeps its own name."""
    with pytest.raises(OSError, match="No such file"):
        write(track, tmp_path / "no" / "sound.mp3", "mp3")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("texts", [[], [""], ["…", "-"]])
def test_a_file_of_nothing_is_still_a_file(tmp_path: Path, name: str, texts: list[str]) -> None:
    """A document without a word gives a short silent file, or an empty one, and no crash."""
    utterances = [Utterance(f"s{n}", text) for n, text in enumerate(texts)]
    recording = record(
        utterances, catalog.engine(), VoiceSettings(), "fr", tmp_path / "sound", audio_format=name
    )
    assert len(recording.cues) == len(texts)
    assert recording.file.exists()


def test_one_pass_of_the_engine_serves_many_formats(tmp_path: Path) -> None:
    """Cues are the same in each, so that a book's MP3 follows the page's Opus."""
    track = speak([Utterance("s1", "Bonjour")], catalog.engine("silence"), VoiceSettings(), "fr")
    recordings = [write(track, tmp_path / name, name) for name in FORMATS]
    assert all(recording.cues == track.cues for recording in recordings)
