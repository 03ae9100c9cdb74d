"""Extra pairs for what a notice must not lose: terms, numbers, capitals, and text that was damaged.

    terms     "une judicial investigation a été ouverte": English that is handed is kept
    numbers   a fresh number on both sides
    capitals  both sides in capitals, as titles stand; half of the French ones without accents
    noise     the French without accents or apostrophes, with other signs, with breaks of a scan

What becomes of a pair depends on the pair and the seed, not on what stands around it.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from notices.errors import NothingToTrainOn
from notices.training.corpus import Pair, read_pairs
from notices.training.files import writing
from notices.training.fresh_numbers import renumbered
from notices.training.handed_terms import TermHandler, read_handler
from notices.training.noise import NOISES, without_accents
from notices.training.preparing import TERMS, TRAIN

AUGMENTED, REPORT = "augmented.tsv", "augmented.json"

_TITLE_WORDS = 15


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of the pairs are tried for each kind, 0 to 1; not every pair has a term or a number."""

    terms: float = 0.36
    numbers: float = 0.24
    capitals: float = 0.015
    noise: float = 0.08


def augment(folder: Path, shares: Shares = Shares(), seed: int = 1) -> dict[str, int]:
    """Write augmented.tsv (with the kind as third column) beside train.tsv; answers how many of each kind.

    Raises `NothingToTrainOn` where `prepare` did not run in this folder.
    """
    if not (folder / TRAIN).is_file():
        raise NothingToTrainOn(folder=folder, pairs=0, fewest=1)
    terms = folder / TERMS
    handler = read_handler(terms.read_text(encoding="utf-8").splitlines() if terms.is_file() else [])
    counts: Counter[str] = Counter()
    with writing(folder / AUGMENTED) as written:
        for kind, (french, english) in augmented(read_pairs(folder / TRAIN), handler, shares, seed):
            written.write(f"{french}\t{english}\t{kind}\n")
            counts[kind] += 1
    with writing(folder / REPORT) as written:
        report = {"seed": seed, "shares": asdict(shares), "pairs": dict(sorted(counts.items()))}
        written.write(json.dumps(report, indent=1) + "\n")
    return dict(sorted(counts.items()))


def augmented(
    pairs: Iterable[Pair], handler: TermHandler, shares: Shares, seed: int
) -> Iterator[tuple[str, Pair]]:
    """Each new pair with its kind; from one pair one new one at most, never the pair itself."""
    before: Pair | None = None
    again = 0
    for pair in pairs:
        again = again + 1 if pair == before else 0  # a pair that weighs more stands several times in a row
        before = pair
        made = _made(pair, handler, shares, random.Random(f"{seed}\t{again}\t{pair[0]}"))  # noqa: S311
        if made and made[1] != pair:
            yield made


def _made(pair: Pair, handler: TermHandler, shares: Shares, chance: random.Random) -> tuple[str, Pair] | None:
    french, english = pair
    if handler and chance.random() < shares.terms and (new := handler.handed(french, english, chance)):
        return "terms", new
    if chance.random() < shares.numbers and (new := renumbered(french, english, chance)):
        return "numbers", new
    if chance.random() < shares.capitals and len(french.split()) < _TITLE_WORDS:
        return "capitals", in_capitals(french, english, chance)
    if chance.random() < shares.noise:
        kind = chance.choice(sorted(NOISES))
        return kind, (NOISES[kind](french, chance), english)
    return None


def in_capitals(french: str, english: str, chance: random.Random) -> Pair:
    """Both sides in capitals; half of the French ones without accents, as old typewriters had them."""
    shouted = french.upper()
    return (without_accents(shouted, chance) if chance.random() < 0.5 else shouted), english.upper()
