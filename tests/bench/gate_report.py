"""How many corrupted translations the gate catches, and how many untouched ones it doubts.

    python tests/bench/gate_report.py PAIRS.tsv [--lines even|odd] [--show RULE|MUTATION] [--limit N]

PAIRS.tsv holds French, a tab, English; rules are mended on its even lines and reported on the odd ones.
Prints for the untouched pairs the share that is blocked, by rule, and for each kind of mutation of the
English (one thing changed in each) the share that is caught.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "notices"))

from gate_mutants import ENGLISH, mutants

from notices.facts import Fact, find_facts
from notices.facts.names import place_values
from notices.gate import Doubt, prove


def judged(french: str, english: str) -> tuple[Doubt, ...]:
    """The doubts that block a translation."""
    doubts = prove(english, [french], written_lang="en", source_lang="fr", complete=True)
    return tuple(d for d in doubts if d.severity == "block")


def _of_names(french: str, english: str, mutant: str) -> bool:
    """True where what was swapped are names: spelled alike in the French, or places that the tables know."""
    moved = {b for a, b in zip(english.split(), mutant.split(), strict=False) if a != b and b[:1].isupper()}
    words = {w.strip(".,;:()'’\"") for w in moved}
    return bool(words) and all(
        w in french or any(f.value in place_values() for f in find_names(w)) for w in words
    )


def find_names(word: str) -> list[Fact]:
    """The names in a word."""
    return [f for f in find_facts(word, "en") if f.kind == "name"]


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument(
        "--show", default="", help="print the pairs of this rule (false alarms) or mutation (missed)"
    )
    parser.add_argument("--lines", choices=["all", "even", "odd"], default="all", help="lines count from 1")
    parser.add_argument("--limit", type=int, default=0, help="read only so many pairs")
    options = parser.parse_args()
    lines = options.pairs.read_text(encoding="utf-8").splitlines()
    lines = {"all": lines, "odd": lines[::2], "even": lines[1::2]}[options.lines]
    pairs = [tuple(line.split("\t")[:2]) for line in lines if line.count("\t") >= 1]
    pairs = pairs[: options.limit or None]
    by_rule: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    made: Counter[str] = Counter()
    alarms, clean = 0, []
    began = time.perf_counter()
    for french, english in pairs:
        doubts = judged(french, english)
        if doubts:
            alarms += 1
            by_rule.update({f"{d.rule} {d.side}" for d in doubts})
            for d in doubts:
                if options.show and options.show in f"{d.rule} {d.side}":
                    print(f"{d.rule} {d.side} {d.value!r}\n   {french}\n   {english}")
        else:
            clean.append((french, english))
    spent = time.perf_counter() - began
    for french, english in clean:
        for mutation, mutant in mutants(english, ENGLISH):
            if mutation == "names swapped" and not _of_names(french, english, mutant):
                mutation = "capitals swapped"
            made[mutation] += 1
            if judged(french, mutant):
                caught[mutation] += 1
            elif options.show == mutation:
                print(f"missed {mutation}\n   {french}\n   {english}\n   {mutant}")
    print(f"{options.pairs.name}: {len(pairs)} pairs, {1000 * spent / max(1, len(pairs)):.2f} ms each")
    print(f"  false alarms {alarms} = {100 * alarms / max(1, len(pairs)):.1f} %")
    for rule, count in by_rule.most_common():
        print(f"    {rule:24} {count:5} {100 * count / len(pairs):5.1f} %")
    total = sum(made.values())
    print(f"  mutants {total}, caught {100 * sum(caught.values()) / max(1, total):.1f} %")
    for mutation, count in made.most_common():
        print(f"    {mutation:24} {count:5} {100 * caught[mutation] / count:5.1f} %")


if __name__ == "__main__":
    main()
