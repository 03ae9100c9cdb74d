"""Reads sentence pairs: TSV files, translation memories (TMX), term lists (CSV, TBX).

A file may be compressed (.xz, .gz), and may weigh more than others: `ours.tmx@5` counts five times.
"""

from __future__ import annotations

import gzip
import lzma
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from notices.errors import CorpusUnreadable
from notices.phrases import Phrase
from notices.system_faults import reason
from notices.training.memory_exchange import read_memory

Pair = tuple[str, str]
"""French, English."""

MAX_LINE = 20_000
"""Characters of a line; no pair of sentences is longer."""

MAX_TIMES = 100

_OPENERS = {".xz": lzma.open, ".gz": gzip.open}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of pairs, and how often each of them is to be seen in one pass."""

    file: Path
    times: int = 1


def source(written: str) -> Source:
    """`ours.tmx@5` is ours.tmx, five times. Raises `CorpusUnreadable` for other weights than 1 to 100."""
    match = re.fullmatch(r"(.+)@(\d+)", written)
    if not match or Path(written).exists():
        return Source(Path(written))
    times = int(match[2][:6])
    if not 1 <= times <= MAX_TIMES:
        raise CorpusUnreadable(
            file=match[1], line=1, detail=Phrase.of("training.weight", times=times, most=MAX_TIMES)
        )
    return Source(Path(match[1]), times)


def read_pairs(file: Path) -> Iterator[Pair]:
    """The pairs of a file, as they stand in it; a term list's terms that have an English.

    Raises `CorpusUnreadable`, and `GlossaryUnreadable` for a term list.
    """
    kind = file.with_suffix("").suffix if file.suffix in _OPENERS else file.suffix
    if kind.lower() == ".tmx":
        with opened(file) as stream:
            yield from read_memory(stream, file)
    elif kind.lower() in (".tsv", ".txt", ""):
        yield from _table(file)
    else:
        yield from read_terms(file)


def read_terms(file: Path) -> Iterator[Pair]:
    """The terms of a list (CSV, TSV, TBX) that have an English. Raises `GlossaryUnreadable`."""
    from notices.glossary import read_glossary

    for entry in read_glossary(file).entries:
        if entry.en:
            yield entry.fr, entry.en


def _table(file: Path) -> Iterator[Pair]:
    """French, tab, English; further columns and lines that begin with # and a space are passed over."""
    with opened(file) as stream:
        number = 0
        try:
            while line := stream.readline(4 * MAX_LINE):
                number += 1
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                if not text.strip() or text.startswith("# "):
                    continue
                cells = text.split("\t")
                if len(cells) < 2 or len(text) > MAX_LINE:
                    raise CorpusUnreadable(file=file, line=number, detail=Phrase.of("training.columns"))
                yield cells[0], cells[1]
        except UnicodeDecodeError:
            detail = Phrase.of("training.not-text")
            raise CorpusUnreadable(file=file, line=number, detail=detail) from None


@contextmanager
def opened(file: Path) -> Iterator[IO[bytes]]:
    """A file's bytes, unpacked; raises `CorpusUnreadable` where it cannot be read to its end."""
    try:
        with _OPENERS.get(file.suffix, open)(file, "rb") as stream:  # type: ignore[operator]
            yield stream
    except (lzma.LZMAError, gzip.BadGzipFile, EOFError, zlib.error):
        raise CorpusUnreadable(file=file, line=1, detail=Phrase.of("training.damaged-archive")) from None
    except OSError as error:
        raise CorpusUnreadable(file=file, line=1, detail=reason(error)) from None
