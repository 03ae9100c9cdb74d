"""Measures a package and writes what came out into its metadata and its card.

The scores are those of `notices packages evaluate`. Two things more: how many handed terms are kept, which
decides whether the package may say `"glossary": true`, and the curve from score to confidence.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from notices.ctranslate import open_translator
from notices.errors import ExtraMissing
from notices.evaluation import Evaluation, Pair, evaluate, read_pairs
from notices.glossary import Entry, Glossary
from notices.packages import Package, read_package
from notices.training.calibration import fit
from notices.training.files import writing
from notices.training.model_card import CARD, measured_anew
from notices.translation.forms import with_terms
from notices.translation.judging import holds
from notices.translator import Hypothesis, Translator

USABLE_CHRF = 50.0
"""chrF from which a sentence counts as usable, for the calibration."""

KEEPS_TERMS = 0.9
"""Share of handed terms to be kept by a package that says it takes terms."""

FEWEST_TERMS = 20
"""Handed terms below which nothing is decided."""


class _Hearing:
    """A translator whose first hypotheses are kept: they are wanted twice."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self.package, self.takes_terms = translator.package, translator.takes_terms
        self.calibration = translator.calibration
        self.heard: list[tuple[Hypothesis, ...]] = []

    def translate(self, sentences: Sequence[str], hypotheses: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        answers = self._translator.translate(sentences, hypotheses)
        self.heard += answers
        return answers


def measure(
    folder: Path, sets: Sequence[Path], *, glossary: Glossary, date: str, limit: int | None = None
) -> list[Evaluation]:
    """Measure the package in `folder` on these sets; its metadata and its card say so afterwards.

    Raises `PackageMissing`, `PackageDamaged`, `EvaluationSetUnreadable`, `TranslationFailed`, `ExtraMissing`
    (sacrebleu), `OutputUnwritable`.
    """
    package = read_package(folder)
    pairs = {file.stem: read_pairs(file, limit) for file in sets}
    with open_translator(package) as translator:
        hearing = _Hearing(translator)
        results = {name: evaluate(hearing, part, glossary) for name, part in pairs.items()}
        handed = {name: kept_terms(translator, part, glossary) for name, part in pairs.items()}
    every = [pair for part in pairs.values() for pair in part]
    metadata = _with_scores(package, results, handed, _calibration(every, hearing.heard))
    with writing(folder / "metadata.json") as written:
        written.write(json.dumps(metadata, ensure_ascii=False, indent=1) + "\n")
    _write_card(read_package(folder), list(results.values()), _command(folder, sets, limit), date)
    return list(results.values())


def glossary_of(files: Sequence[Path]) -> Glossary:
    """The terms looked at: those of the files, then the product's own. Raises `GlossaryUnreadable`."""
    from notices.glossary import read_glossary
    from notices.lexicon import terms

    own = [entry for file in files for entry in read_glossary(file).entries]
    known = {entry.fr for entry in own}
    return Glossary((*own, *(Entry(term.fr, term.en) for term in terms() if term.fr not in known)))


def kept_terms(translator: Translator, pairs: Sequence[Pair], glossary: Glossary) -> tuple[int, int]:
    """Of the terms that are handed in these sentences, how many the translation keeps, and how many were.

    Only terms that the reference uses count: another might be out of place here.
    """
    handed: list[tuple[str, tuple[Entry, ...]]] = []
    for french, english in pairs:
        found = [term for term in glossary.find(french) if term.entry.en and holds(english, term.entry)]
        if found:
            handed.append((with_terms(french, found), tuple(term.entry for term in found)))
    answers = translator.translate([french for french, _ in handed], 1)
    written = [answer[0].text if answer else "" for answer in answers]
    wanted = sum(len(entries) for _, entries in handed)
    kept = sum(
        holds(text, replace(entry, en=entry.english[0]))
        for text, (_, entries) in zip(written, handed, strict=True)
        for entry in entries
    )
    return kept, wanted


def _with_scores(
    package: Package,
    results: dict[str, Evaluation],
    handed: dict[str, tuple[int, int]],
    calibration: tuple[float, float] | None,
) -> dict[str, Any]:
    quality = {name: _scores(result, handed[name]) for name, result in results.items()}
    metadata = package.metadata | {"quality": package.quality | quality}
    kept, wanted = (sum(counts) for counts in zip(*handed.values(), strict=True))
    if wanted >= FEWEST_TERMS:
        metadata["glossary"] = kept >= KEEPS_TERMS * wanted
    if calibration:
        metadata["calibration"] = dict(zip(("intercept", "slope"), calibration, strict=True))
    return metadata


def _scores(result: Evaluation, handed: tuple[int, int]) -> dict[str, Any]:
    """What the metadata says of one set: nothing that is another figure on another machine."""
    return {
        "sentences": result.sentences,
        "bleu": result.bleu,
        "chrf": result.chrf,
        **{f"{kind}_kept": share for kind, share in result.kept.items()},
        "terms_kept": result.terms_kept,
        "handed_terms_kept": round(handed[0] / handed[1], 4) if handed[1] else None,
        "loops": result.loops,
        "empty": result.empty,
    }


def _calibration(
    pairs: Sequence[Pair], answers: Sequence[tuple[Hypothesis, ...]]
) -> tuple[float, float] | None:
    try:
        from sacrebleu.metrics.chrf import CHRF
    except ImportError:
        raise ExtraMissing(extra="evaluate") from None

    chrf = CHRF()
    told = [(answer[0], english) for answer, (_, english) in zip(answers, pairs, strict=True) if answer]
    usable = [chrf.sentence_score(said.text, [english]).score >= USABLE_CHRF for said, english in told]
    return fit([said.score for said, _ in told], usable)


def _command(folder: Path, sets: Sequence[Path], limit: int | None) -> str:
    """The command as anybody could give it: names of files, without the folders of this machine."""
    words = ["python", "-m", "notices.training", "evaluate", folder.name, *(file.name for file in sets)]
    return shlex.join([*words, *(["--limit", str(limit)] if limit else [])])


def _write_card(package: Package, results: Sequence[Evaluation], command: str, date: str) -> None:
    file = package.folder / CARD
    card = file.read_text(encoding="utf-8") if file.is_file() else ""
    signatures = sorted({line for result in results for line in result.signatures.values()})
    told = {"date": date, "command": command, "signatures": signatures}
    with writing(file) as written:
        written.write(measured_anew(card, package, told))
