"""How long narration takes, how loud it is, how exact its times are, and whether it stands a soak.

    python tests/bench/bench_narration.py [NOTICE]    the four editions of a notice, by default of a seed
    python tests/bench/bench_narration.py --soak N    N utterances by one speaker: lost, empty, memory

Texts are written before the clock starts. Prints seconds of wall clock and of processor for all editions
together (best of `--times`), with the load of the machine before: on a busy one only the seconds of processor
tell something. Then seconds of processor for each stage, and for each format its size, loudness, peak and
largest error of time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import av
import numpy as np

from notices.document import Document
from notices.edition import EditionId
from notices.labels import introduce
from notices.narration import narrate_editions, utterances
from notices.pipeline import open_notice, write_texts
from notices.settings import Settings
from voices import Tags, Track, VoiceSettings, catalog, spoken, write
from voices.audio import join, level
from voices.encoding import FORMATS, encode
from voices.limiter import true_peak_db
from voices.loudness import integrated

SEED = Path(__file__).resolve().parents[2] / "seeds" / "coco" / "notice.md"
T = TypeVar("T")


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notice", type=Path, nargs="?", default=SEED)
    parser.add_argument("--soak", type=int, default=0)
    parser.add_argument("--times", type=int, default=1, help="how often the editions are narrated")
    parser.add_argument("--brief", action="store_true", help="no stages, no formats")
    options = parser.parse_args()
    if options.soak:
        soak(options.soak)
    else:
        report(options.notice, options.times, options.brief)


def report(notice: Path, times: int, brief: bool) -> None:
    """Narrate the notice's editions as the product does, then again stage by stage."""
    settings = Settings()
    _, original = open_notice(notice, settings)
    texts, _ = write_texts(original, settings)
    documents: dict[EditionId, Document] = {
        e: introduce(w.document, e, gist_only=False, from_picture=False) for e, w in texts.items()
    }
    print(f"{os.cpu_count()} processors, load average before: {load()}")
    runs = [narrated(documents, settings) for _ in range(times)]
    wall, processor, seconds, sentences = min(runs)
    print(f"{len(documents)} editions, {sentences} sentences, {seconds:.0f} s of sound")
    print(f"narrated in {wall:.2f} s of wall clock, {processor:.2f} s of processor", end=" ")
    print(f"(all runs: {', '.join(f'{run[0]:.2f}/{run[1]:.2f}' for run in runs)}), load after: {load()}")
    print(f"{seconds / wall:.0f} times faster than real time\n")
    for edition, document in {} if brief else documents.items():
        print(f"{edition}:")
        formats(stages(document))


def narrated(documents: dict[EditionId, Document], settings: Settings) -> tuple[float, float, float, int]:
    """All editions once: seconds of wall clock, of processor (all processes), of sound; sentences."""
    with tempfile.TemporaryDirectory() as folder:
        start, before = time.perf_counter(), processor_s()
        made = narrate_editions(documents, Path(folder), settings)
        wall, processor = time.perf_counter() - start, processor_s() - before
    seconds = sum(recording.duration_s for recording in made.values())
    return wall, processor, seconds, sum(len(recording.cues) for recording in made.values())


def processor_s() -> float:
    """Seconds of processor of this process and of the children that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def load() -> str:
    """The load average of the last minute, five and fifteen."""
    return ", ".join(f"{value:.2f}" for value in os.getloadavg())


def stages(document: Document) -> Track:
    """One edition, stage by stage, with the seconds that each takes."""
    said = utterances(document)
    texts = timed("text for the ear", lambda: [spoken(u.text, document.lang) for u in said])
    with catalog.engine().open(document.lang, VoiceSettings()) as speaker:
        clips = timed("speech", lambda: list(speaker.speak(texts)))
    track = timed("joining", lambda: join(said, texts, clips, lang=document.lang, voice=speaker.signature))
    raw = integrated([floats(track)], track.sample_rate)
    timed("levelling", lambda: level(track.samples, track.sample_rate))
    print(f"  loudness before levelling {raw:.1f} LUFS")
    return track


def timed(name: str, do: Callable[[], T]) -> T:
    """The result, after printing how long it took."""
    wall, own = time.perf_counter(), time.process_time()
    result = do()
    wall, own = time.perf_counter() - wall, time.process_time() - own
    print(f"  {name:18}{wall:6.2f} s ({own:.2f} s of processor in this process)")
    return result


def floats(track: Track) -> np.ndarray:
    """The track's samples between -1 and 1."""
    return track.samples.astype(np.float32) / 32768


def formats(track: Track) -> None:
    """Each format: seconds to encode, bytes, loudness, peak, largest error of a sentence's start and end."""
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            timed(name, lambda name=name: encode(track, name, Tags()))
            recording = write(track, Path(folder) / name, name)
            sound, rate = decoded(recording.file)
            errors = [abs(e) for cue in track.cues for e in cue_errors(sound, rate, cue.start_s, cue.end_s)]
            print(
                f"    {recording.file.stat().st_size / 1000:.0f} kB, {integrated([sound], rate):.2f} LUFS, "
                f"peak {true_peak_db(sound):.2f} dBFS, times within {1000 * max(errors, default=0):.1f} ms, "
                f"length within {1000 * abs(len(sound) / rate - recording.duration_s):.2f} ms"
            )


def decoded(file: Path) -> tuple[np.ndarray, int]:
    """What a player hears."""
    with av.open(file) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="flt", layout="mono", rate=stream.rate)
        frames = [part for frame in container.decode(stream) for part in resampler.resample(frame)]
        return np.concatenate([frame.to_ndarray()[0] for frame in frames]), stream.rate


def cue_errors(sound: np.ndarray, rate: int, start_s: float, end_s: float) -> list[float]:
    """Seconds between a cue's ends and where sound begins and ends there, after and before the silence."""
    first = max(round((start_s - 0.15) * rate), 0)
    last = round((end_s + 0.15) * rate)
    loud = np.flatnonzero(np.abs(sound[first:last]) > 0.004)
    if not len(loud):
        return []
    return [(first + loud[0]) / rate - start_s, (first + loud[-1] + 1) / rate - end_s]


def soak(count: int) -> None:
    """Many utterances by one speaker: none lost, none empty, memory flat."""
    texts = [
        f"Article {n}. La préfecture a reçu {n % 977} demandes de {n % 31} communes." for n in range(count)
    ]
    start = time.perf_counter()
    heard = empty = 0
    with catalog.engine().open("fr", VoiceSettings()) as speaker:
        for clip in speaker.speak(texts):
            heard += 1
            empty += np.abs(clip.samples.astype(int)).max(initial=0) < 100
            if heard in (100, count // 4, count // 2, 3 * count // 4, count):
                print(f"  after {heard:6}: memory {memory_mb('self')} MB here, {memory_mb(child())} MB there")
    print(f"{count} utterances in {time.perf_counter() - start:.1f} s: {count - heard} lost, {empty} empty")


def child() -> str:
    """The speaking process."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()[-1]


def memory_mb(process: str) -> int:
    """Resident memory, as Linux tells it."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) // 1024


if __name__ == "__main__":
    main()
