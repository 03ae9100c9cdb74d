"""How fast sentences are split, and how long a notice of 500 words takes to be measured and advised on.

    python -m pip install -e . && python tests/bench/text_speed.py [NOTICE.txt]

Without a file it measures the table of sentences, repeated. The first pass opens dictionaries and lists; the
second is what a batch sees.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from notices.advice import advise
from notices.raw import RawBlock, RawNotice
from notices.readability import measure
from notices.sentences import split
from notices.structure import build_document

TABLE = Path(__file__).resolve().parents[1] / "fixtures" / "sentences.tsv"
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


if __name__ == "__main__":
    main()
