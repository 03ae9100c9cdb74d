"""How good a package is on a set of pairs: the usual scores, and what a notice must not lose.

BLEU and chrF come from sacrebleu (the extra `evaluate`). All figures are those of the first hypothesis,
before the product's own choice among hypotheses.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from notices.edition import PackageInfo
from notices.errors import EvaluationSetUnreadable, ExtraMissing
from notices.facts import find_facts
from notices.gate import Doubt, prove
from notices.glossary import Glossary
from notices.phrases import Phrase
from notices.system_faults import reason
from notices.translation.faults import find_faults
from notices.translation.judging import holds
from notices.translator import Translator

Pair = tuple[str, str]
"""French, and an English that a person wrote."""

KEPT_KINDS: dict[str, frozenset[str]] = {
    "numbers": frozenset("number amount percent measure duration ordinal fraction time".split()),
    "dates": frozenset({"date"}),
    "names": frozenset({"name", "acronym"}),
    "hedges": frozenset({"hedge", "attribution"}),
    "negations": frozenset({"negation", "exception", "restriction", "condition"}),
}
"""What is counted as kept, and the kinds of facts that it stands for."""

MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of one package on one set. Shares are 0 to 1; None where the set has nothing of the kind."""

    package: str
    version: str
    sha256: str
    sentences: int
    bleu: float
    chrf: float
    signatures: dict[str, str]
    """sacrebleu's own line for each score."""
    kept: dict[str, float | None]
    """By kind: the share of the facts of the French that are in the English."""
    terms_kept: float | None
    loops: float
    empty: float
    made_up: float
    """Share of sentences with a word that is neither English nor in the source."""
    proven: float
    """Share of sentences whose first hypothesis has no fault and no doubt that blocks."""
    words_per_second: float
    """English words, all sentences in one batch, after the model was loaded."""

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)


def read_pairs(file: Path, limit: int | None = None) -> tuple[Pair, ...]:
    """The pairs of a set: French, tab, English, one pair a line. Raises `EvaluationSetUnreadable`."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise EvaluationSetUnreadable(file=file, line=1, detail=Phrase.of("glossary.too-large"))
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise EvaluationSetUnreadable(file=file, line=1, detail=reason(error)) from None
    except UnicodeDecodeError:
        raise EvaluationSetUnreadable(file=file, line=1, detail=Phrase.of("glossary.not-text")) from None
    pairs = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            cells = line.split("\t")
            if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
                raise EvaluationSetUnreadable(file=file, line=number, detail=Phrase.of("glossary.columns"))
            pairs.append((cells[0].strip(), cells[1].strip()))
    if not pairs:
        raise EvaluationSetUnreadable(file=file, line=1, detail=Phrase.of("glossary.columns"))
    return tuple(pairs[:limit])


def evaluate(
    translator: Translator,
    pairs: Sequence[Pair],
    glossary: Glossary | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Evaluation:
    """Measure a translator on these pairs. Raises `TranslationFailed`; `ExtraMissing` without sacrebleu."""
    sources = [french for french, _ in pairs]
    began = clock()
    answers = translator.translate(sources, 1)
    seconds = max(clock() - began, 1e-9)
    written = [answer[0].text if answer else "" for answer in answers]
    bleu, chrf, signatures = _scores(written, [english for _, english in pairs])
    faults = [_faults(english, french) for english, french in zip(written, sources, strict=True)]
    package: PackageInfo = translator.package
    return Evaluation(
        package=package.name,
        version=package.version,
        sha256=package.sha256,
        sentences=len(pairs),
        bleu=bleu,
        chrf=chrf,
        signatures=signatures,
        kept=_kept(sources, faults),
        terms_kept=_terms_kept(pairs, written, glossary),
        loops=_share(faults, "loop"),
        empty=_share(faults, "empty"),
        made_up=_share(faults, "made-up"),
        proven=sum(not any(d.severity == "block" for d in doubts) for doubts in faults) / len(pairs),
        words_per_second=round(sum(len(text.split()) for text in written) / seconds, 1),
    )


def _faults(written: str, source: str) -> tuple[Doubt, ...]:
    doubts = prove(written, (source,), written_lang="en", source_lang="fr", complete=True)
    return find_faults(written, source) + doubts


def _scores(written: list[str], references: list[str]) -> tuple[float, float, dict[str, str]]:
    """Corpus BLEU and chrF2 with sacrebleu's defaults, to one digit, and their signatures."""
    try:
        from sacrebleu.metrics.bleu import BLEU
        from sacrebleu.metrics.chrf import CHRF
    except ImportError:
        raise ExtraMissing(extra="evaluate") from None

    metrics = {"bleu": BLEU(), "chrf": CHRF()}
    scores = {name: metric.corpus_score(written, [references]).score for name, metric in metrics.items()}
    signatures = {name: str(metric.get_signature()) for name, metric in metrics.items()}
    return round(scores["bleu"], 1), round(scores["chrf"], 1), signatures


def _kept(sources: Iterable[str], faults: Iterable[tuple[Doubt, ...]]) -> dict[str, float | None]:
    there: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for source, doubts in zip(sources, faults, strict=True):
        facts = [fact.kind for fact in find_facts(source, "fr") if not fact.weak]
        for name, kinds in KEPT_KINDS.items():
            count = sum(kind in kinds for kind in facts)
            there[name] += count
            lost[name] += min(count, sum(d.rule in kinds and d.side != "invented" for d in doubts))
    return {name: round(1 - lost[name] / there[name], 4) if there[name] else None for name in KEPT_KINDS}


def _terms_kept(pairs: Sequence[Pair], written: Sequence[str], glossary: Glossary | None) -> float | None:
    """Of the terms whose English the reference uses, the share whose English the translation uses too."""
    wanted = kept = 0
    for (french, english), text in zip(pairs, written, strict=True):
        for found in glossary.find(french) if glossary else ():
            if holds(english, found.entry):
                wanted += 1
                kept += holds(text, found.entry)
    return round(kept / wanted, 4) if wanted else None


def _share(faults: Sequence[tuple[Doubt, ...]], rule: str) -> float:
    return round(sum(any(doubt.rule == rule for doubt in doubts) for doubts in faults) / len(faults), 4)
