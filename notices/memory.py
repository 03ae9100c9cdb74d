"""Remembers what sentences became, so that after one change only the changed sentence is translated again.

An SQLite file in the user's cache, or nothing but this process' memory where none can be written: a memory
makes translation faster and never different. The key holds all that shapes a translation: the package's hash,
the engine's version, the number of hypotheses, the sentence.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from notices.edition import PackageInfo
from notices.translator import Hypothesis, Translator

MAX_ENTRIES = 200_000
"""Sentences that are kept, some 200 MB; the oldest go first."""

_PATIENCE_S = 5.0

Answer = tuple[Hypothesis, ...]


class Memory(Protocol):
    """What is remembered, by key."""

    def recall(self, keys: Sequence[str]) -> dict[str, Answer]:
        """The answers that are known, by key."""
        ...

    def keep(self, answers: Mapping[str, Answer]) -> None:
        """Remember these."""
        ...


class BriefMemory:
    """Remembers until it is dropped."""

    def __init__(self) -> None:
        self._answers: dict[str, Answer] = {}

    def recall(self, keys: Sequence[str]) -> dict[str, Answer]:
        """The answers that are known, by key."""
        return {key: self._answers[key] for key in keys if key in self._answers}

    def keep(self, answers: Mapping[str, Answer]) -> None:
        """Remember these."""
        self._answers.update(answers)


class LastingMemory:
    """Remembers in an SQLite file that processes may share. A failing disk makes it forget, never fail."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def recall(self, keys: Sequence[str]) -> dict[str, Answer]:
        """The answers that are known, by key."""
        known: dict[str, Answer] = {}
        with contextlib.suppress(sqlite3.Error):
            for start in range(0, len(keys), 500):
                some = list(keys[start : start + 500])
                marks = ",".join("?" * len(some))
                query = f"SELECT key, answer FROM translations WHERE key IN ({marks})"  # noqa: S608 - marks only
                known |= {
                    key: answer
                    for key, text in self._connection.execute(query, some)
                    if (answer := _read(text))
                }
        return known

    def keep(self, answers: Mapping[str, Answer]) -> None:
        """Remember these, and forget the oldest where there are too many."""
        rows = [(key, _written(answer)) for key, answer in answers.items()]
        with contextlib.suppress(sqlite3.Error), self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO translations (key, answer) VALUES (?, ?)", rows
            )
            self._connection.execute(
                "DELETE FROM translations WHERE rowid <= (SELECT max(rowid) FROM translations) - ?",
                (MAX_ENTRIES,),
            )


def _written(answer: Answer) -> str:
    return json.dumps([[hypothesis.text, hypothesis.score] for hypothesis in answer], ensure_ascii=False)


def _read(text: str) -> Answer | None:
    try:
        return tuple(Hypothesis(str(said), float(score)) for said, score in json.loads(text))
    except (ValueError, TypeError):
        return None


@contextmanager
def open_memory(file: Path | None = None) -> Iterator[Memory]:
    """The memory in `file` (default: the user's cache), or a brief one where nothing can be written."""
    connection = _connection(file or memory_file())
    if connection is None:
        yield BriefMemory()
        return
    try:
        yield LastingMemory(connection)
    finally:
        connection.close()


def memory_file(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where translations are remembered; None where there is no home."""
    cache = environment.get("XDG_CACHE_HOME")
    home = environment.get("HOME") or environment.get("USERPROFILE")
    folder = Path(cache) if cache else Path(home) / ".cache" if home else None
    return folder / "notices" / "translations.sqlite3" if folder else None


def _connection(file: Path | None) -> sqlite3.Connection | None:
    if file is None:
        return None
    with contextlib.suppress(OSError, sqlite3.Error):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _prepared(file)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # locked, read-only or full: not ours to delete
                return None
            file.unlink()  # not a database any more; it is only a cache
            return _prepared(file)
    return None


def _prepared(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE_S)
    try:
        with connection:
            connection.execute("PRAGMA synchronous = OFF")  # a lost cache costs seconds
            connection.execute(
                "CREATE TABLE IF NOT EXISTS translations (key TEXT PRIMARY KEY, answer TEXT NOT NULL)"
            )
            connection.execute(
                "DELETE FROM translations WHERE key = ''"
            )  # fails here where nothing can be written
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Remembering:
    """A `Translator` that asks another one only for sentences that its memory does not know."""

    def __init__(self, translator: Translator, memory: Memory) -> None:
        self._translator, self._memory = translator, memory
        self.package: PackageInfo = translator.package
        self.takes_terms = translator.takes_terms
        self.calibration = translator.calibration
        self._made_of = [self.package.sha256, version("ctranslate2"), version("sentencepiece")]
        self.asked = 0
        """Different sentences that were wanted."""
        self.translated = 0
        """Those of them that had to be translated."""

    def translate(self, sentences: Sequence[str], hypotheses: int = 4) -> tuple[Answer, ...]:
        """As the translator's own; each different sentence is translated once."""
        keys = {sentence: self._key(sentence, hypotheses) for sentence in dict.fromkeys(sentences)}
        known = self._memory.recall(list(keys.values()))
        new = [sentence for sentence, key in keys.items() if key not in known]
        if new:
            answers = self._translator.translate(new, hypotheses)
            fresh = {keys[sentence]: answer for sentence, answer in zip(new, answers, strict=True)}
            self._memory.keep(fresh)
            known |= fresh
        self.asked += len(keys)
        self.translated += len(new)
        return tuple(known[keys[sentence]] for sentence in sentences)

    def _key(self, sentence: str, hypotheses: int) -> str:
        made_of = [
            self.package.sha256,
            version("ctranslate2"),
            version("sentencepiece"),
            hypotheses,
            sentence,
        ]
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
