"""How long reading takes, process and all: `python tests/bench/reading_speed.py [NOTICE...]`.

Without arguments, the fixtures of the readers.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from notices.errors import InputError
from notices.reading import read, readable_suffixes

_FIXTURES = Path(__file__).parents[1] / "fixtures" / "reading"
_RUNS = 3


def main() -> None:
    """Prints the best of three runs for each notice, with its length."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(_FIXTURES.iterdir())
    for path in paths:
        if path.suffix.lower() in readable_suffixes():
            print(f"{path.name:40} {_best(path)}")


def _best(path: Path) -> str:
    best, told = float("inf"), ""
    for _ in range(_RUNS):
        began = time.perf_counter()
        try:
            notice = read(path)
            words = sum(len(" ".join((b.text, *b.cells)).split()) for b in notice.blocks)
            told = f"{words} words, {len(notice.blocks)} blocks"
        except InputError as error:
            told = type(error).__name__
        best = min(best, time.perf_counter() - began)
    return f"{best:6.2f} s  {told}"


if __name__ == "__main__":
    main()
