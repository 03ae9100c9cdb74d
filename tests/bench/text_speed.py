"""How fast sentences are split, and how long 500 words take to be measured, advised on and made plain French.

    python -m pip install -e . && python tests/bench/text_speed.py [NOTICE.txt]

Without a file it measures the table of sentences, repeated. The first pass opens dictionaries and lists; the
second is what a batch sees. Plain French is measured in time of one core (`OMP_NUM_THREADS=1`), each notice
of `tests/bench/second` once, after a first one that opens dictionaries and the parser.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from notices import Settings
from notices.advice import advise
from notices.pipeline import open_notice
from notices.raw import RawBlock, RawNotice
from notices.readability import measure
from notices.sentences import split
from notices.structure import build_document
from notices.summary import summarise

TABLE = Path(__file__).resolve().parents[1] / "fixtures" / "sentences.tsv"
NOTICES = Path(__file__).with_name("second")
WORDS = 500


def paragraphs(argument: list[str]) -> list[str]:
    """Paragraphs of French, a few thousand words."""
    if argument:
        return [p for p in Path(argument[0]).read_text(encoding="utf-8").split("\n\n") if p.strip()]
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [text.replace(" ‖ ", " ").replace("‖", "") for lang, _, text in rows if lang == "fr"]


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def plain_french() -> float:
    """Milliseconds of one core for the plain French of 500 words, none of which was told before."""
    settings = Settings(editions=("plain",), force=True)
    told = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(NOTICES.glob("*.json"))]
    first, *others = [open_notice(NOTICES / one["source_text"], settings)[1] for one in told]
    summarise(first)
    start = time.process_time()
    for document in others:
        summarise(document)
    spent = time.process_time() - start
    return spent * 1e3 * WORDS / sum(document.word_count() for document in others)


def main() -> None:
    """Print the figures."""
    texts = paragraphs(sys.argv[1:])
    megabytes = sum(len(text.encode()) for text in texts) * 20 / 1e6
    split("Une phrase.")
    spent = seconds(lambda: [split(text) for _ in range(20) for text in texts])
    print(f"sentences.split: {megabytes / spent:.1f} MB/s")
    taken: list[str] = []
    while texts and sum(len(text.split()) for text in taken) < WORDS:
        taken.append(texts[len(taken) % len(texts)])
    blocks = tuple(RawBlock("paragraph", text) for text in taken)
    raw = RawNotice("bench", "bench.txt", "", "text/plain", blocks)
    for name in ("first pass", "second pass"):
        built = seconds(partial(build_document, raw))
        document = build_document(raw)
        measured, advised = seconds(partial(measure, document)), seconds(partial(advise, document))
        figures = (
            f"structure {built * 1e3:.0f} ms, scores {measured * 1e3:.0f} ms, advice {advised * 1e3:.0f} ms"
        )
        print(f"{document.word_count()} words, {name}: {figures}")
    print(f"plain French: {plain_french():.0f} ms of one core for {WORDS} words")


if __name__ == "__main__":
    main()
