"""A run as an Argos package: a folder that the product, and argostranslate itself, can open.

metadata.json, model/, sentencepiece.model and README.md, the model card; and, where asked for, all of it in
one .argosmodel file, which is what people hand on.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notices.errors import OutputUnwritable
from notices.packages import Package, read_package
from notices.phrases import Phrase
from notices.training.exporting import export
from notices.training.files import read_report, replacing, unwritable
from notices.training.keeping import MODEL, RUN, pieces_of, read_weights
from notices.training.model_card import CARD, new_card
from notices.training.pieces import open_pieces, piece_names

_ARGOS = "1.9"
_NEVER = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Label:
    """What a package says about itself, besides what is measured."""

    version: str
    date: str
    """ISO date of its making."""
    data: str = ""
    """Markdown: the texts that it learned from, with licences and attributions."""
    weaknesses: str = ""
    """Markdown: what a person found."""
    draft: bool = False
    """For the gist only, whatever its scores."""
    takes_terms: bool | None = None
    """Whether it learned to keep handed terms; None: as its run says."""


def package(run: Path, folder: Path, label: Label, quantization: str = "int8") -> Package:
    """Make the package of a run in `folder`, whole or not at all; an earlier package there is replaced.

    Raises `ExtraMissing`, `WeightsUnreadable`, `DiskFull`; `OutputUnwritable` where `folder` holds
    something else.
    """
    weights, sizes = read_weights(run / MODEL)
    pieces = pieces_of(run)
    report = read_report(run / RUN)
    with _made(folder) as new:
        export(weights, sizes, piece_names(open_pieces(pieces)), new / "model", quantization)
        shutil.copyfile(pieces, new / "sentencepiece.model")
        metadata = _metadata(label, report)
        (new / "metadata.json").write_text(json.dumps(metadata, indent=1) + "\n", encoding="utf-8")
        told = {"sizes": sizes.to_json(), "quantization": quantization} | report
        (new / CARD).write_text(
            new_card(read_package(new), told, data=label.data, weaknesses=label.weaknesses, date=label.date),
            encoding="utf-8",
        )
    return read_package(folder)


def _metadata(label: Label, report: dict[str, Any]) -> dict[str, Any]:
    learned = report.get("takes_terms") is True if label.takes_terms is None else label.takes_terms
    return {
        "package_version": label.version,
        "argos_version": _ARGOS,
        "from_code": "fr",
        "from_name": "French",
        "to_code": "en",
        "to_name": "English",
        "dependencies": [],
        "links": [],
        **({"draft": True} if label.draft else {}),
        "glossary": learned,
        "quality": {},
    }


@contextmanager
def _made(folder: Path) -> Iterator[Path]:
    """A new folder that takes its name, and the place of an earlier package, when it is whole."""
    if folder.exists() and not (folder / "metadata.json").is_file() and any(folder.iterdir()):
        raise OutputUnwritable(folder=folder, detail=Phrase.of("training.not-a-package"))
    with unwritable(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".package-", dir=folder.parent) as room:
            new, old = Path(room) / "new", Path(room) / "old"
            new.mkdir()
            yield new
            if folder.exists():
                folder.rename(old)
            new.rename(folder)


def archive(folder: Path, file: Path) -> None:
    """The package as one .argosmodel file, always the same bytes. Raises `OutputUnwritable`, `DiskFull`."""
    name = f"{read_package(folder).from_code}_{read_package(folder).to_code}"
    with (
        replacing(file) as new,
        zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped,
    ):
        for part in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{name}/{part.relative_to(folder).as_posix()}", _NEVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, part.read_bytes())
