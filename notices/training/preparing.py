"""From files to a training set: cleaned, each pair once, a part set aside, and a report of all that.

A pair whose French or English stands in the validation part, or in a set that is kept out, is not learned
from: a model must not be measured on what it was shown.
"""

from __future__ import annotations

import hashlib
import heapq
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from notices.errors import NothingToTrainOn
from notices.training.cleaning import clean, flaw
from notices.training.corpus import Pair, Source, read_pairs, read_terms
from notices.training.files import writing

TRAIN, VALID, TERMS, REPORT = "train.tsv", "valid.tsv", "terms.tsv", "prepared.json"
"""What `prepare` writes into its folder."""

_SIGNS = re.compile(r"[^\w\t]+|_+")

FEWEST = 20
"""Pairs below which there is nothing to learn from."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came in, what was left out and why, and what is there now."""

    read: int
    """Pairs in all files."""
    left_out: dict[str, int]
    """By the name of the rule."""
    train: int
    """Pairs to learn from, each once; `lines` counts them as often as they weigh."""
    lines: int
    valid: int
    terms: int
    files: dict[str, dict[str, int]] = field(default_factory=dict)
    """By name: pairs read and taken, and their weight."""


def prepare(
    folder: Path,
    sources: Sequence[Source],
    *,
    terms: Sequence[Path] = (),
    lexicon: bool = True,
    keep_out: Sequence[Path] = (),
    valid: int = 500,
) -> Report:
    """Write train.tsv, valid.tsv, terms.tsv and prepared.json into `folder`.

    `terms` are lists whose entries may be handed to the model; with `lexicon` the product's own, too.
    `valid` pairs at most, and a tenth of all at most, are set aside. Raises `CorpusUnreadable`,
    `GlossaryUnreadable`, `OutputUnwritable`; `NothingToTrainOn` where hardly a pair is left.
    """
    kept_out = {_key(text) for file in keep_out for pair in read_pairs(file) for text in clean(pair)}
    left_out: Counter[str] = Counter()
    files: dict[str, dict[str, int]] = {}
    listed = tuple(_terms(terms, lexicon=lexicon))
    with writing(folder / "all.tsv.part") as everything:
        aside = _Aside(valid)
        for source, pair in _fit(sources, kept_out, left_out, files):
            everything.write("\t".join((*pair, str(source.times))) + "\n")
            aside.see(pair)
    taken = sum(counts["taken"] for counts in files.values())
    if taken < FEWEST:
        (folder / "all.tsv.part").unlink()
        raise NothingToTrainOn(folder=folder, pairs=taken, fewest=FEWEST)
    chosen = aside.chosen(min(valid, taken // 10))
    train, lines, overlap = _part(folder, chosen)
    left_out["like-validation"] = overlap
    with writing(folder / TERMS) as written:
        written.writelines(f"{french}\t{english}\n" for french, english in listed)
    report = Report(
        read=sum(counts["read"] for counts in files.values()),
        left_out={name: count for name, count in sorted(left_out.items()) if count},
        train=train,
        lines=lines,
        valid=len(chosen),
        terms=len(listed),
        files=files,
    )
    with writing(folder / REPORT) as written:
        written.write(json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n")
    return report


def _fit(
    sources: Sequence[Source], kept_out: set[bytes], left_out: Counter[str], files: dict[str, dict[str, int]]
) -> Iterator[tuple[Source, Pair]]:
    """Every pair that is fit to learn from, once; the counts are kept on the way."""
    seen: set[bytes] = set()
    for source in sources:
        counts = files.setdefault(source.file.name, {"read": 0, "taken": 0, "times": source.times})
        for raw in read_pairs(source.file):
            counts["read"] += 1
            pair = clean(raw)
            key = _key("\t".join(pair))
            reason = flaw(pair) or ("seen" if key in seen else "")
            if not reason and kept_out and not kept_out.isdisjoint(map(_key, pair)):
                reason = "kept-out"
            if reason:
                left_out[reason] += 1
                continue
            seen.add(key)
            counts["taken"] += 1
            yield source, pair


def _key(text: str) -> bytes:
    """Short enough for millions to be held; the same for sentences that differ in case and signs only."""
    bare = _SIGNS.sub("", text.casefold())
    return hashlib.blake2b(bare.encode(), digest_size=8).digest()


class _Aside:
    """The pairs to be set aside: those with the smallest hashes, whatever the order of the files."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._heap: list[tuple[int, Pair]] = []

    def see(self, pair: Pair) -> None:
        """Take it into account."""
        if not self._most or len(pair[0].split()) < 3:
            return
        entry = (-int.from_bytes(_key("aside" + pair[0])), pair)
        if len(self._heap) < self._most:
            heapq.heappush(self._heap, entry)
        else:
            heapq.heappushpop(self._heap, entry)

    def chosen(self, count: int) -> tuple[Pair, ...]:
        """The `count` smallest, in an order of their own."""
        return tuple(pair for _, pair in sorted(self._heap, reverse=True)[:count])


def _part(folder: Path, chosen: Iterable[Pair]) -> tuple[int, int, int]:
    """Write the two parts; answers pairs and lines to learn from, and how many were too like the others."""
    aside = {_key(text) for pair in chosen for text in pair}
    ours = set(chosen)
    train = lines = overlap = 0
    whole = folder / "all.tsv.part"
    with whole.open(encoding="utf-8") as read, writing(folder / TRAIN) as written:
        for line in read:
            french, english, times = line.rstrip("\n").split("\t")
            if (french, english) in ours:
                continue
            if _key(french) in aside or _key(english) in aside:
                overlap += 1
                continue
            written.write(f"{french}\t{english}\n" * int(times))
            train, lines = train + 1, lines + int(times)
    whole.unlink()
    with writing(folder / VALID) as written:
        written.writelines(f"{french}\t{english}\n" for french, english in chosen)
    return train, lines, overlap


def _terms(files: Sequence[Path], *, lexicon: bool) -> Iterator[Pair]:
    """Every French term with its English, once: those of the files before the product's own."""
    seen: set[str] = set()
    for french, english in _all_terms(files, lexicon=lexicon):
        if french.lower() not in seen and french.strip() and "\t" not in french + english:
            seen.add(french.lower())
            yield french, english


def _all_terms(files: Sequence[Path], *, lexicon: bool) -> Iterator[Pair]:
    for file in files:
        yield from read_terms(file)
    if lexicon:
        from notices.lexicon import terms

        yield from ((term.fr, term.en) for term in terms())
