"""The table of weights: a line a feature, by kind, then by name."""

from __future__ import annotations

from pathlib import Path

from notices.extraction.features import Features

_HEAD = "# Learned by `python -m notices.training weights` from rated notices: a feature and its weight.\n"


def store(file: Path, weights: Features) -> None:
    """Write the weights."""
    rows = sorted(weights.items(), key=lambda row: (":" in row[0], row[0]))
    file.write_text(_HEAD + "".join(f"{name}\t{weight:g}\n" for name, weight in rows), encoding="utf-8")
