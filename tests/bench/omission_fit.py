"""Fits the weights by which the gate tells that a translation leaves something out.

    python tests/bench/omission_fit.py PAIRS.tsv... [--twice PAIRS.tsv...]

PAIRS.tsv holds French, a tab, English; of each file the even lines are read, so that
tests/bench/gate_report.py can report on the odd ones. Each pair counts once as it is and once for each clause
taken out of its English; pairs given behind --twice count twice. Prints the weights for
notices/gate/omissions.py and, for each file, the share caught where one untouched pair in a hundred is
doubted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "notices"))

from gate_mutants import clause_left_out

from notices.gate.omissions import SIGNS, signs_of_omission
from notices.gate.text import Text

Numbers = NDArray[np.float64]
_STEPS, _PENALTY = 60, 1e-3


def rows_of(path: Path) -> tuple[Numbers, Numbers]:
    """The signs of each pair and of each of its mutants, and which of them are mutants."""
    signs, cut = [], []
    for line in path.read_text(encoding="utf-8").split("\n")[1::2]:
        if "\t" not in line:
            continue
        french, english = line.split("\t")[:2]
        for written in (english, *clause_left_out(english)):
            found = signs_of_omission(Text((french,), "fr"), Text((written,), "en"))
            signs.append([found.get(name, 0.0) for name in SIGNS])
            cut.append(written != english)
    return np.array(signs, float), np.array(cut, float)


def fitted(signs: Numbers, cut: Numbers, counts: Numbers) -> Numbers:
    """Weights of a logistic regression, by Newton's method, with a small penalty on large ones."""
    mean, spread = signs.mean(0), signs.std(0) + 1e-9
    mean[0], spread[0] = 0, 1
    scaled = (signs - mean) / spread
    weights = np.zeros(scaled.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (counts * (likely - cut)) / len(cut) + _PENALTY * weights
        bend = (scaled * (counts * likely * (1 - likely))[:, None]).T @ scaled / len(cut)
        weights -= np.linalg.solve(bend + _PENALTY * np.eye(len(weights)), slope)
    found: Numbers = weights / spread
    found[0] = weights[0] - (mean[1:] / spread[1:] * weights[1:]).sum()
    return found


def main() -> None:
    """Print the weights and how well they do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="*")
    parser.add_argument("--twice", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    files = [*options.pairs, *options.twice]
    data = [rows_of(path) for path in files]
    signs, cuts = (np.concatenate(part) for part in zip(*data, strict=True))
    counts = np.repeat([1 + (path in options.twice) for path in files], [len(cut) for _, cut in data])
    weights = fitted(signs, cuts, counts)
    for name, weight in zip(SIGNS, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')
    for path, (signs, cut) in zip(files, data, strict=True):
        scores = signs @ weights
        limit = float(np.quantile(scores[cut == 0], 0.99))
        caught = float((scores[cut == 1] > limit).mean())
        print(f"{path.name}: above {limit:.2f}, {100 * caught:.1f} % of {int(cut.sum())} are caught")


if __name__ == "__main__":
    main()
