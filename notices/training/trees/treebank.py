"""Sentences with their trees: read from treebanks (CoNLL-U) and from files of our own (JSON lines)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from notices.syntax import ROOT

RENAMED = {
    "advcl:cleft": "acl:relcl",
    "aux": "aux:tense",
    "aux:caus": "aux:tense",
    "cc:nc": "cc",
    "compound": "flat:name",
    "csubj": "ccomp",
    "csubj:pass": "ccomp",
    "dep:comp": "dep",
    "discourse": "advmod",
    "dislocated": "nsubj",
    "expl": "expl:subj",
    "expl:pv": "expl:comp",
    "flat": "flat:name",
    "goeswith": "dep",
    "iobj:agent": "iobj",
    "nsubj:caus": "nsubj",
    "nsubj:outer": "nsubj",
    "obj:agent": "obj",
    "obj:lvc": "obj",
    "obl": "obl:mod",
    "orphan": "dep",
    "parataxis:insert": "parataxis",
    "parataxis:obj": "parataxis",
    "parataxis:parenth": "parataxis",
    "reparandum": "dep",
}
"""Relations of newer treebanks under the names that the teacher has for them."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence as it should be parsed."""

    words: tuple[str, ...]
    parts: tuple[str, ...]
    heads: tuple[int, ...]
    """Places from 0; `ROOT` for the root."""
    relations: tuple[str, ...]


def read_samples(file: Path) -> Iterator[Sample]:
    """The samples of a file, treebank or JSON lines by its suffix. Raises `ValueError` for a broken one."""
    return _conllu(file) if file.suffix == ".conllu" else _lines(file)


def write_samples(file: Path, samples: Iterable[Sample]) -> int:
    """Writes JSON lines; how many."""
    count = 0
    with file.open("w", encoding="utf-8") as out:
        for sample in samples:
            row = [sample.words, sample.parts, sample.heads, sample.relations]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def _lines(file: Path) -> Iterator[Sample]:
    with file.open(encoding="utf-8") as rows:
        for row in rows:
            words, parts, heads, relations = json.loads(row)
            yield Sample(tuple(words), tuple(parts), tuple(heads), tuple(map(_renamed, relations)))


def _renamed(relation: str) -> str:
    return RENAMED.get(relation, relation)


def _conllu(file: Path) -> Iterator[Sample]:
    rows: list[list[str]] = []
    with file.open(encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                yield _joined(rows)
                rows = []


def _joined(rows: list[list[str]]) -> Sample:
    """The sentence with each contraction ("du", "au") as the one word that is written."""
    words = {int(row[0]): row for row in rows if row[0].isdigit()}
    written = {number: row[1] for number, row in words.items()}
    first = {number: number for number in words}
    for row in rows:
        if "-" in row[0]:
            start, end = map(int, row[0].split("-"))
            written[start] = row[1]
            first |= dict.fromkeys(range(start, end + 1), start)
    kept = [number for number in words if first[number] == number]
    place = {number: kept.index(first[number]) for number in words}
    speaking = [_speaking(number, words, first) for number in kept]
    heads = [int(row[6]) for row in speaking]
    return Sample(
        tuple(written[number] for number in kept),
        tuple(row[3] for row in speaking),
        tuple(place[head] if head else ROOT for head in heads),
        tuple(_renamed(row[7]) if head else "ROOT" for row, head in zip(speaking, heads, strict=True)),
    )


def _speaking(number: int, words: dict[int, list[str]], first: dict[int, int]) -> list[str]:
    """The row that stands for a written word: of "du" the preposition, else what hangs on another word."""
    members = [other for other in words if first[other] == number]
    if words[number][3] == "ADP":
        return words[number]
    outer = (m for m in members if first.get(int(words[m][6]), 0) != number)
    return words[next(outer, number)]
