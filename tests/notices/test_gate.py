"""The gate: what is true passes, what is false does not, in French and across languages."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notices.gate import compared, prove
from notices.lexicon import word_tags

_HERE = Path(__file__).parent
_FIXTURES = _HERE.parent / "fixtures" / "gate"

# The mutations live in a module of their own, shared with tests/bench/gate_report.py; tests are no package.
_spec = importlib.util.spec_from_file_location("gate_mutants", _HERE / "gate_mutants.py")
assert _spec
assert _spec.loader
_mutants = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_mutants)


def _rows(name: str) -> list[tuple[str, ...]]:
    lines = (_FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


_FRENCH = _rows("french.tsv")
_PAIRS = _rows("pairs_good.tsv")
_FALSE_PAIRS = _rows("pairs_bad.tsv")
_SENTENCES = [french for french, _ in _PAIRS]


def blocked(written: str, *sources: str) -> set[str]:
    """The rules that block a French sentence beside its French sources."""
    return {d.rule for d in prove(written, sources) if d.severity == "block"}


def blocked_translation(french: str, english: str) -> set[str]:
    """The rules that block an English sentence beside its French source."""
    doubts = prove(english, [french], written_lang="en", source_lang="fr", complete=True)
    return {d.rule for d in doubts if d.severity == "block"}


@pytest.mark.parametrize(("verdict", "rule", "written", "source"), _FRENCH)
def test_french_beside_french(verdict: str, rule: str, written: str, source: str) -> None:
    """A plain sentence passes where it is borne out, and is blocked by the rule that the table names."""
    found = blocked(written, *source.split("||"))
    assert not found if verdict == "good" else rule in found


@pytest.mark.parametrize(("french", "english"), _PAIRS)
def test_a_true_translation_passes(french: str, english: str) -> None:
    """Free wording is free: only facts count."""
    assert blocked_translation(french, english) == set()


@pytest.mark.parametrize(("rule", "french", "english"), _FALSE_PAIRS)
def test_a_false_translation_is_blocked(rule: str, french: str, english: str) -> None:
    """One thing lost, invented or changed, and the rule that says so."""
    assert rule in blocked_translation(french, english)


@pytest.mark.parametrize("complete", [False, True])
@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_sentence_proves_itself(sentence: str, complete: bool) -> None:
    """The law of the gate: a sentence beside itself leaves no doubt, not even a soft one."""
    assert prove(sentence, [sentence], complete=complete) == ()


_PIECES = [piece for sentence in _SENTENCES for piece in sentence.split(", ")]


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5), st.sampled_from([", ", " ; ", " et ", ". "])
)
def test_any_sentence_proves_itself(pieces: list[str], joint: str) -> None:
    """The same law for sentences put together at random."""
    sentence = joint.join(pieces)
    assert prove(sentence, [sentence]) == ()


@given(st.text(max_size=200))
def test_any_text_proves_itself(text: str) -> None:
    """And for any text at all."""
    assert prove(text, [text]) == ()


@given(st.permutations(_SENTENCES[:6]))
def test_the_order_of_sources_does_not_matter(sources: list[str]) -> None:
    """A sentence is proven by its source wherever that stands."""
    assert blocked(_SENTENCES[0], *sources) == set()


def test_mutants_in_french() -> None:
    """Of at least 500 sentences with one thing corrupted at least 98 % are blocked."""
    made, caught, missed = Counter[str](), Counter[str](), []
    for sentence in [
        *_SENTENCES,
        *(row[2] for row in _FRENCH if row[0] == "good"),
        *(row[3] for row in _FRENCH),
    ]:
        for mutation, mutant in _mutants.mutants(sentence, _mutants.FRENCH):
            made[mutation] += 1
            if blocked(mutant, sentence):
                caught[mutation] += 1
            else:
                missed.append((mutation, mutant))
    assert made.total() >= 500
    assert set(made) == set(_mutants.FRENCH)
    assert caught.total() >= 0.98 * made.total(), missed


def test_mutants_in_ordinary_words() -> None:
    """Of at least 500 sentences with one ordinary word exchanged at least 98 % are blocked."""
    made, caught, missed = Counter[str](), Counter[str](), []
    for sentence in [*_SENTENCES, *dict.fromkeys(row[3] for row in _FRENCH)]:
        for mutation, mutant in _mutants.mutants(sentence.replace("||", " "), _mutants.ORDINARY):
            made[mutation] += 1
            if blocked(mutant, *sentence.split("||")):
                caught[mutation] += 1
            else:
                missed.append((mutation, mutant))
    assert made.total() >= 500
    assert set(made) == set(_mutants.ORDINARY)
    assert caught.total() >= 0.98 * made.total(), missed


def test_a_word_from_elsewhere_in_the_source_is_noticed() -> None:
    """Of words that take the place of another of the same source at least 70 % are blocked."""
    made, caught = 0, 0
    for french in [*_SENTENCES, *dict.fromkeys(row[3] for row in _FRENCH)]:
        nouns = [m for m in re.finditer(r"[a-zà-ÿœ]{5,}", french) if word_tags(m.group()) == "n"]
        for one, other in zip(nouns, nouns[2:], strict=False):
            if one.group() != other.group():
                made += 1
                caught += bool(blocked(french[: one.start()] + other.group() + french[one.end() :], french))
    assert made >= 40
    assert caught >= 0.7 * made


def test_mutants_of_translations() -> None:
    """Of the true translations with one thing corrupted at least 95 % are blocked."""
    made, caught, missed = Counter[str](), Counter[str](), []
    for french, english in _PAIRS:
        for mutation, mutant in _mutants.mutants(english, _mutants.ENGLISH):
            made[mutation] += 1
            if blocked_translation(french, mutant):
                caught[mutation] += 1
            else:
                missed.append((mutation, mutant))
    assert made.total() >= 200
    assert set(made) == set(_mutants.ENGLISH)
    assert caught.total() >= 0.95 * made.total(), missed


def test_a_counted_figure_must_be_declared() -> None:
    """ "quatre pays" counted from a list passes where it is passed as derived, and only there."""
    source = "Des comptes ont été gelés en Hongrie, Lituanie, Allemagne, Pays-Bas."
    written = "Des comptes ont été gelés dans quatre pays."
    assert blocked(written, source) == {"number"}
    assert prove(written, [source], derived=["4"]) == ()


def test_context_lends_names_and_nothing_else() -> None:
    """The title may name who "il" is; it may not lend a figure or a hedge."""
    source = "Il a ouvert une enquête."
    context = "Selon le parquet de Grenoble, 12 personnes sont soupçonnées de vol."
    assert prove("Le parquet de Grenoble a ouvert une enquête.", [source], context=context) == ()
    assert blocked("Le parquet de Grenoble a ouvert une enquête.", source) == {"name", "word"}
    doubts = prove("Il a ouvert 12 enquêtes sur une personne soupçonnée.", [source], context=context)
    assert {d.rule for d in doubts} == {"number", "hedge", "word", "plural"}


def test_a_part_of_a_sentence_is_enough_in_plain_text_only() -> None:
    """What a plain sentence leaves out is no loss; what a translation leaves out is."""
    source = "Le pont de Sèvres, long de 320 mètres, a été fermé le 3 mai 2024."
    assert prove("Le pont de Sèvres a été fermé.", [source]) == ()
    lost = prove("Le pont de Sèvres a été fermé.", [source], complete=True)
    assert {(d.rule, d.side) for d in lost} == {("measure", "lost"), ("date", "lost")}


def test_doubts_name_what_they_doubt() -> None:
    """Rule, value as printed, side and severity; what blocks comes first."""
    doubts = prove("He lives in Austria.", ["Il vit en Allemagne."], written_lang="en", complete=True)
    assert [(d.rule, d.value, d.side, d.severity) for d in doubts] == [
        ("name", "Austria", "invented", "block"),
        ("name", "Allemagne", "lost", "block"),
    ]


def test_what_was_compared_is_counted() -> None:
    """Facts by kind, weak words left out."""
    text = "Plus de 480 victimes en Allemagne, selon le parquet, le 28 juin 2024."
    assert compared(text) == {"attribution": 1, "date": 1, "name": 1, "number": 1, "quantifier": 1}
