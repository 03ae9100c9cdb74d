"""How good a package is, measured."""

from __future__ import annotations

import builtins
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from notices.ctranslate import open_translator
from notices.edition import PackageInfo
from notices.errors import EvaluationSetUnreadable, ExtraMissing
from notices.evaluation import evaluate, read_pairs
from notices.glossary import Entry, Glossary
from notices.packages import bundled
from notices.translator import Hypothesis

PAIRS = (
    (
        "Le parquet a ouvert une enquête le 28 juin 2024.",
        "The public prosecutor's office opened an inquiry on 28 June 2024.",
    ),
    ("Plus de 23 000 faits ont été dénoncés.", "More than 23,000 acts were reported."),
    ("La pêche n'est pas autorisée.", "Fishing is not permitted."),
    (
        "Un homme soupçonné de vol a été entendu à Vesoul.",
        "A man suspected of theft was questioned in Vesoul.",
    ),
)
TERMS = Glossary((Entry("parquet", "public prosecutor's office"),))


class Says:
    """A translator that says these texts, in order."""

    takes_terms = False
    calibration = None
    package = PackageInfo("fake", "1", "0", gist_only=True)

    def __init__(self, *texts: str) -> None:
        self.texts = texts

    def translate(self, sentences: Sequence[str], hypotheses: int = 4) -> tuple[tuple[Hypothesis, ...], ...]:
        return tuple((Hypothesis(text, -0.1),) if text else () for text in self.texts)


def seconds() -> Iterator[float]:
    return itertools.count(0.0, 2.0)


def measured(*texts: str):
    pytest.importorskip("sacrebleu")
    clock = seconds()
    return evaluate(Says(*texts), PAIRS, TERMS, lambda: next(clock))


def test_the_reference_itself_is_perfect() -> None:
    """All scores at their best, and the signatures of sacrebleu beside them."""
    best = measured(*(english for _, english in PAIRS))
    assert (best.bleu, best.chrf, best.proven, best.terms_kept) == (100.0, 100.0, 1.0, 1.0)
    assert (best.loops, best.empty, best.made_up) == (0, 0, 0)
    assert set(best.kept.values()) == {1.0}
    assert "version:" in best.signatures["bleu"]
    assert best.words_per_second == sum(len(english.split()) for _, english in PAIRS) / 2


def test_each_fault_lowers_its_own_figure() -> None:
    """A month, a number, a negation, a suspicion, a term, a name; a loop, nothing at all."""
    worst = measured(
        "The Paris opened an inquiry on 28 July 2024.",
        "More than 32,000 acts were reported.",
        "Fishing is permitted.",
        "A man guilty of theft was questioned in Rome.",
    )
    assert worst.proven == 0
    assert worst.terms_kept == 0
    assert {name for name, share in worst.kept.items() if share == 1} == set()
    broken = measured("The the the the inquiry.", "", "Fishing is prohibitated.", PAIRS[3][1])
    assert (broken.loops, broken.empty, broken.made_up) == (0.25, 0.25, 0.25)


def test_the_bundled_package_can_be_measured() -> None:
    """The real thing, on our own pairs."""
    pytest.importorskip("sacrebleu")
    with open_translator(bundled()) as translator:
        figures = evaluate(translator, PAIRS).to_json()
    assert figures["sha256"] == bundled().sha256
    assert 10 < figures["chrf"] < 100
    assert figures["terms_kept"] is None


def test_without_sacrebleu_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.startswith("sacrebleu"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissing, match=r"notices\[evaluate\]"):
        evaluate(Says(*(english for _, english in PAIRS)), PAIRS)


def test_pairs_are_read_up_to_a_limit(tmp_path: Path) -> None:
    """Empty lines and further columns are passed over."""
    file = tmp_path / "set.tsv"
    file.write_text("\ufeffun\tone\tnote\n\ndeux\ttwo\ntrois\tthree\n", encoding="utf-8")
    assert read_pairs(file, 2) == (("un", "one"), ("deux", "two"))


@pytest.mark.parametrize(
    ("data", "line"), [(b"un\tone\ndeux\n", 2), (b"\tone\n", 1), (b"", 1), (b"\xff\t\xfe\n", 1)]
)
def test_a_set_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, data: bytes, line: int) -> None:
    """As for glossaries."""
    file = tmp_path / "set.tsv"
    file.write_bytes(data)
    with pytest.raises(EvaluationSetUnreadable) as error:
        read_pairs(file)
    assert error.value.values["line"] == line
    assert error.value.words("fr")
