"""How long the seed's whole bundle takes, and how much memory: `python tests/bench/bench_make.py [RUNS]`.

Prints wall-clock and processor seconds, seconds of audio for each second of work, and the peak memory of the
largest process. Each run is a new process with an empty translation memory, as on a new machine.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = Path(__file__).parents[2] / "seeds" / "coco" / "notice.md"


def one_run(folder: Path) -> tuple[float, float, float]:
    """Wall-clock seconds, processor seconds, seconds of audio."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "notices", "make", str(SEED), "-o", str(folder / "out")]
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    subprocess.run(command, check=True, capture_output=True, env=env)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    manifest = json.loads((folder / "out" / "notice" / "manifest.json").read_text(encoding="utf-8"))
    audio = sum(edition["duration_s"] for edition in manifest["editions"])
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, audio


def main() -> None:
    """Run it and print the medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    results = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            results.append(one_run(Path(folder)))
    wall, cpu, audio = (statistics.median(column) for column in zip(*results, strict=True))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"seed, four editions, {audio:.0f} s of audio, median of {runs}")
    print(f"wall clock {wall:.1f} s, processor {cpu:.1f} s, {audio / wall:.0f} s of audio a second of work")
    print(f"peak memory of the largest process {peak:.0f} MB")


if __name__ == "__main__":
    main()
