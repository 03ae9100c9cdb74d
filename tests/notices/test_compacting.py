"""The same in fewer words: each rule by itself, by a table that a writer can extend, and all of them
together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.facts import find_facts
from notices.gate import prove
from notices.wording.compacting import RULES, compact, compacted
from notices.wording.compacting.turns import Table, rows
from notices.wording.compacting.verbs import agreed, ending_of, order, with_ending
from notices.wording.grammar import words_in

TABLE = Path(__file__).parent.parent / "fixtures" / "compacting.tsv"
TABLES = ("turns.tsv", "modifiers.tsv", "doublets.tsv")
LINES = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
CHANGED = [(name, source, expected) for name, source, expected in LINES if expected != "="]
KEPT = [(name, source) for name, source, expected in LINES if expected == "="]


def _blocks(written: str, source: str) -> list[str]:
    return [doubt.rule for doubt in prove(written, [source]) if doubt.severity == "block"]


@pytest.mark.parametrize(("name", "source", "expected"), CHANGED)
def test_a_rule_says_the_same_in_fewer_words(name: str, source: str, expected: str) -> None:
    """Each line of the table: what the rule writes, in no more words, and proven."""
    written = dict(RULES)[name](source)
    assert written == expected
    assert words_in(written) <= words_in(source)
    assert not _blocks(written, source)


@pytest.mark.parametrize(("name", "source"), KEPT)
def test_a_rule_leaves_alone_what_it_would_harm(name: str, source: str) -> None:
    """Each line of the table that ends in "=": the rule does not act."""
    assert dict(RULES)[name](source) == source


@pytest.mark.parametrize("name", [name for name, _ in RULES])
def test_every_rule_has_its_lines(name: str) -> None:
    """Three sentences at least that a rule shortens, and one that it must not touch."""
    assert sum(line[0] == name for line in CHANGED) >= 3
    assert any(line[0] == name for line in KEPT)


@pytest.mark.parametrize(("name", "source", "expected"), CHANGED)
def test_all_rules_together_are_proven_and_done_at_once(name: str, source: str, expected: str) -> None:
    """What all rules make of a sentence is proven or left, and they find nothing more to do in it."""
    written = compact(source, lambda text: not _blocks(text, source))
    assert not _blocks(written, source)
    assert words_in(written) <= words_in(expected)
    assert compact(written, lambda text: not _blocks(text, source)) == written


@pytest.mark.parametrize(("name", "source", "expected"), CHANGED)
def test_no_figure_is_lost(name: str, source: str, expected: str) -> None:
    """Dates, sums, telephones and other figures are the same before and after."""
    kinds = {"date", "amount", "phone", "email", "url", "percent", "reference"}

    def figures(text: str) -> set[tuple[str, str]]:
        return {(f.kind, f.value) for f in find_facts(text, "fr") if f.kind in kinds and not f.weak}

    assert figures(compacted(source)) == figures(source)


def test_what_does_not_hold_is_not_written() -> None:
    """Where not all of it holds, each rule is asked alone; where nothing holds, the text stays."""
    source = "Le présent avis sera affiché en caractères apparents."
    assert compact(source, lambda text: False) == source
    assert compact(source, lambda text: "présent" in text) == "Le présent avis sera affiché."


@pytest.mark.parametrize("name", TABLES)
def test_tables_can_be_read(name: str) -> None:
    """Each row has what is found and a place that is known; none stands there twice."""
    found = [row[0] for row in rows(name)]
    assert len(found) == len(set(found))
    assert Table(name)("Une phrase simple.") == "Une phrase simple."


@pytest.mark.parametrize(
    ("infinitive", "expected"),
    [
        ("remplir", "remplissez"), ("venir", "venez"), ("partir", "partez"), ("prendre", "prenez"),
        ("lire", "lisez"),
        ("inscrire", "inscrivez"), ("appeler", "appelez"), ("attendre", "attendez"), ("munir", "munissez"),
        ("ouvrir", "ouvrez"), ("joindre", "joignez"), ("faire", "faites"), ("maison", None),
        ("suivre", "suivez"),
    ],
)  # fmt: skip
def test_orders(infinitive: str, expected: str | None) -> None:
    """A verb as an order to "vous"; nothing where it is no verb."""
    assert order(infinitive) == expected


@pytest.mark.parametrize(
    ("light", "infinitive", "expected"),
    [
        ("procède", "évacuer", "évacue"),
        ("procèdent", "vérifier", "vérifient"),
        ("procédera", "détruire", "détruira"),
        ("procédé", "ouvrir", "ouvert"),
        ("procédant", "remplacer", "remplaçant"),
        ("réalise", "nettoyer", "nettoie"),
        ("assurait", "gérer", "gérait"),
        ("effectueront", "changer", "changeront"),
        ("procédons", "évacuer", None),
    ],
)
def test_the_verb_takes_the_form_that_goes(light: str, infinitive: str, expected: str | None) -> None:
    """Person, number and tense of the light verb go over to the verb of the action."""
    assert with_ending(infinitive, ending_of(light)) == expected


def test_participles_agree() -> None:
    """A participle has gender and number of what it is said of."""
    found = [agreed("suivi", gender, plural) for gender in "mf" for plural in (False, True)]
    assert found == ["suivi", "suivis", "suivie", "suivies"]
    assert agreed("mis", "m", True) == "mis"


@given(st.text(max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    """Whatever stands in a notice, the rules answer, and never with more words."""
    assert words_in(compacted(text)) <= max(words_in(text), 0) + 1


@given(st.lists(st.sampled_from([line[1] for line in LINES]), min_size=1, max_size=3))
def test_quotations_stay_word_for_word(sentences: list[str]) -> None:
    """What stands in quotation marks is what somebody said."""
    quoted = "« " + " ".join(s.strip("«» ") for s in sentences if "«" not in s) + " »"
    assert compacted(quoted) == quoted
