"""Sentences a second against argostranslate's own `translate`: same package, same splitter, one run.

    python tests/bench/bench_translation.py [--package P] [--sentences FILE] [--times 3]

Both read the same French text, split by `notices.sentences`; both are warm, both may use all processors, and
the fastest of several runs counts. Beside the clock stands processor time, which a busy machine does not
falsify. argostranslate works as it comes, and once more in int8.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SENTENCES = ROOT / "tests" / "fixtures" / "translation" / "sentences.txt"
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True)
class Speed:
    """Sentences a second, by the clock and by the processors' time."""

    by_clock: float
    by_processor: float

    def __str__(self) -> str:
        return f"{self.by_clock:7.1f} a second, {self.by_processor:7.1f} a second of one processor"


def fastest(work: Callable[[], object], sentences: int, times: int) -> Speed:
    """The best of several runs."""
    clock, processor = [], []
    for _ in range(times):
        began = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - began[0])
        processor.append(time.process_time() - began[1])
    return Speed(sentences / min(clock), sentences / min(processor))


def argos(folder: Path, compute_type: str) -> Callable[[str], str]:
    """argostranslate's own translation of a text, with our splitter: its own wants the network."""
    home = tempfile.mkdtemp(prefix="bench-argos-")
    os.environ.update(dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), home))
    minisbd = types.ModuleType("minisbd")
    minisbd.SBDetect, minisbd.models = object, types.SimpleNamespace()  # type: ignore[attr-defined]
    sys.modules.setdefault("minisbd", minisbd)
    from argostranslate import package, settings, translate

    from notices.sentences import split

    class Ours:
        def __init__(self, pkg: object) -> None:
            """The package's own splitter is not asked."""

        def split_sentences(self, text: str) -> list[str]:
            return [text[start:end] for start, end in split(text, "fr")]

    settings.compute_type = compute_type
    translate.MiniSBDSentencizer = Ours
    french, english = translate.Language("fr", "French"), translate.Language("en", "English")
    return translate.PackageTranslation(french, english, package.Package(folder)).translate


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--package", default="")
    options.add_argument("--sentences", type=Path, default=SENTENCES)
    options.add_argument("--times", type=int, default=3)
    given = options.parse_args()

    from notices.ctranslate import open_translator
    from notices.packages import choose
    from notices.sentences import split

    package = choose(given.package)
    text = " ".join(given.sentences.read_text(encoding="utf-8").split("\n"))
    sentences = [text[start:end] for start, end in split(text, "fr")]
    print(f"{package.name} {package.version}, {len(sentences)} sentences, {os.cpu_count()} processors")
    count = len(sentences)
    with open_translator(package) as translator:
        translator.translate(sentences[:4])
        ours = fastest(lambda: translator.translate(sentences), count, given.times)
    print(f"notices, four hypotheses  {ours}")
    for compute_type in ("auto", "int8"):
        translate = argos(package.folder, compute_type)
        translate(sentences[0])
        theirs = fastest(partial(translate, text), count, given.times)
        ratios = ours.by_clock / theirs.by_clock, ours.by_processor / theirs.by_processor
        print(f"argostranslate ({compute_type})     {theirs}   ratio {ratios[0]:.1f}, {ratios[1]:.1f}")


if __name__ == "__main__":
    main()
