"""Which answers of a language model are taken: a table, and mutants of real plain sentences."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from notices.rewriting.answer import sentences_in, unusable
from notices.rewriting.proof import doubts_about

TESTS = Path(__file__).parents[2]
TABLE = [
    line.split("\t")
    for line in (TESTS / "fixtures" / "rewritings.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
LONG = sorted({sentence for _, sentence, _ in TABLE})


def rules(sentence: str, answer: str) -> set[str]:
    """The rules that refuse an answer."""
    said = sentences_in(answer)
    found = unusable(answer, said, sentence) or doubts_about(said, sentence, [sentence], "")
    return {doubt.rule for doubt in found}


@pytest.mark.parametrize(("verdict", "sentence", "answer"), TABLE)
def test_an_answer_is_taken_or_refused_for_the_right_reason(verdict: str, sentence: str, answer: str) -> None:
    """Honest answers that keep the words pass; each kind of lie is found as what it is."""
    found = rules(sentence, answer)
    assert verdict in found if verdict != "taken" else not found, found


@pytest.mark.parametrize("sentence", LONG)
def test_a_sentence_proves_itself(sentence: str) -> None:
    """The proof has no doubt where nothing was changed."""
    assert doubts_about([sentence], sentence, [sentence], "") == ()


@pytest.fixture(scope="module")
def mutations() -> ModuleType:
    """The ways to corrupt one thing in a sentence."""
    spec = importlib.util.spec_from_file_location("gate_mutants", TESTS / "notices" / "gate_mutants.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_corrupted_sentence_passes(mutations: ModuleType) -> None:
    """A digit, a month, a name, a negation, an exception, a clause, any word: nothing gets through."""
    ways = {**mutations.FRENCH, **mutations.ORDINARY, "clause": mutations.clause_left_out}
    mutants = [(s, mutant) for s in LONG for _, mutant in mutations.mutants(s, ways)]
    assert len(mutants) > 100
    assert [m for s, m in mutants if not doubts_about([m], s, [s], "")] == []


@pytest.mark.parametrize(
    "answer",
    [
        "<think>Je coupe la phrase.</think>\nIl pleut à Lure. Il vente à Vesoul.",
        '"Il pleut à Lure. Il vente à Vesoul."',
        "- Il pleut à Lure.\n- Il vente à Vesoul.\n",
        "Il pleut à Lure.\n\nIl **vente** à Vesoul.",
    ],
)
def test_habits_of_models_are_taken_off(answer: str) -> None:
    """Thoughts, quotation marks, bullets and bold are no part of the sentences."""
    assert sentences_in(answer) == ("Il pleut à Lure.", "Il vente à Vesoul.")
