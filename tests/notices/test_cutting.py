"""Sentences cut at their verbs, read from their trees: tables that a writer can extend."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from notices.facts import find_facts
from notices.syntax import parse
from notices.wording.clauses.wholeness import whole
from notices.wording.cutting import RULES
from notices.wording.joints import capital, stop, tidy, unstop

FIXTURES = Path(__file__).parent.parent / "fixtures" / "wording"


def _rows(name: str) -> list[list[str]]:
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


CUT = _rows("cutting.tsv")


def _pieces(rule: str, sentence: str) -> list[str]:
    found = import_module(f"notices.wording.cutting.{rule}").split(parse(unstop(sentence)))
    return [stop(capital(tidy(piece))) for piece in found or ()]


@pytest.mark.parametrize(("rule", "sentence", "expected"), CUT)
def test_a_sentence_is_cut_at_its_verbs(rule: str, sentence: str, expected: str) -> None:
    """Each line of the table: the rule, the sentence, and the sentences that it becomes."""
    assert _pieces(rule, sentence) == expected.split(" | ")


@pytest.mark.parametrize(("sentence", "why"), _rows("uncut.tsv"))
def test_what_binds_is_not_cut_from_what_it_binds(sentence: str, why: str) -> None:
    """Each line of the table: a sentence that must stay whole, and why."""
    text = unstop(sentence)
    cuts = [pieces for rule in RULES if (pieces := rule(parse(text))) and whole(pieces, text)]
    assert cuts == [], why


def test_cutting_loses_no_figure() -> None:
    """Numbers, dates and amounts of a sentence are all in its pieces."""
    kinds = {"number", "date", "amount", "duration", "time"}
    for rule, sentence, _ in CUT:
        before = {(f.kind, f.value) for f in find_facts(sentence) if f.kind in kinds and not f.weak}
        after = {(f.kind, f.value) for f in find_facts(" ".join(_pieces(rule, sentence))) if f.kind in kinds}
        assert before <= after, sentence
