"""Plainer words and shorter sentences, by tables that a writer can extend."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.facts import find_facts
from notices.gate import prove
from notices.wording import briefer, enumeration, plainer, statements
from notices.wording.acronyms import shortened, spelled_out
from notices.wording.grammar import finite_verbs, participle_agreement, present, tokens
from notices.wording.joints import join, with_a, with_de

FIXTURES = Path(__file__).parent.parent / "fixtures" / "wording"


def _table(name: str) -> list[tuple[str, str]]:
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return [(s, t) for s, t in (line.split("\t") for line in lines if line and not line.startswith("#"))]


@pytest.mark.parametrize(("source", "expected"), _table("plainer.tsv"))
def test_idioms_become_plain_with_elision_and_contraction_right(source: str, expected: str) -> None:
    """Each line of the table: the source and its plain form."""
    assert plainer(source) == expected


@pytest.mark.parametrize(("source", "expected"), _table("briefer.tsv"))
def test_what_is_said_twice_is_said_once(source: str, expected: str) -> None:
    """Each line of the table: a sentence, and the same in fewer words, which the gate bears out."""
    assert briefer(source) == expected
    assert not [doubt for doubt in prove(expected, [source]) if doubt.severity == "block"]


@pytest.mark.parametrize(("source", "expected"), _table("statements.tsv"))
def test_sentences_fall_into_statements_and_nothing_that_governs_is_cut(source: str, expected: str) -> None:
    """Each line of the table: the source and its statements; conditions and "que" stay whole."""
    assert list(statements(source)) == expected.split(" | ")


@pytest.mark.parametrize("source", [s for s, _ in _table("statements.tsv")])
def test_statements_keep_every_figure(source: str) -> None:
    """Cutting a sentence loses no number, date or amount."""
    kinds = {"number", "date", "amount", "duration", "time"}
    before = {(f.kind, f.value) for f in find_facts(source) if f.kind in kinds and not f.weak}
    after = {(f.kind, f.value) for f in find_facts(" ".join(statements(source))) if f.kind in kinds}
    assert before <= after


def test_three_like_things_become_a_list() -> None:
    """The head says what they are; a choice ("ou") is no list."""
    listed = enumeration(
        "Le dossier est à la disposition du public à la mairie, au service urbanisme et à la bibliothèque."
    )
    assert listed == (
        "Le dossier est à la disposition du public",
        ("à la mairie", "au service urbanisme", "à la bibliothèque"),
    )
    assert enumeration("Vous pouvez venir à la mairie, au service urbanisme ou à la bibliothèque.") is None


def test_what_is_asked_becomes_one_item_each() -> None:
    """ "de ne pas les consommer et de les rapporter" : two things to do."""
    listed = enumeration("Il est demandé aux clients de ne pas les consommer et de les rapporter au magasin.")
    assert listed == (
        "Il est demandé aux clients",
        ("de ne pas les consommer", "de les rapporter au magasin"),
    )


def test_acronyms_know_their_long_form() -> None:
    """The longest run of words whose initials are the acronym."""
    text = "le plan de prévention des risques (PPR) et la Direction Nationale des Enquêtes Fiscales (DNEF)"
    assert spelled_out(text) == {
        "PPR": "plan de prévention des risques",
        "DNEF": "Direction Nationale des Enquêtes Fiscales",
    }
    assert shortened("la Direction Nationale des Enquêtes Fiscales (DNEF) agit") == "la DNEF agit"


def test_joints_elide_and_contract() -> None:
    """`de` and `à` before articles, vowels and a full form before a consonant."""
    assert with_de("le site") == "du site"
    assert with_de("les voisins") == "des voisins"
    assert with_de("un homme") == "d'un homme"
    assert with_a("les habitants") == "aux habitants"
    assert join("afin d'", "payer") == "afin de payer"
    assert join("il faut que ", "il parte") == "il faut qu'il parte"
    with pytest.raises(ValueError, match="l'"):
        join("pour l'", "commencer")


def test_finite_verbs_are_found_and_nouns_are_not() -> None:
    """ "porte" is a verb in one sentence and a noun in the other."""
    for text, verbs in (
        ("La mairie porte un projet", ["porte"]),
        ("la porte de la mairie", []),
        ("Les cours ont lieu", ["ont"]),
    ):
        words = tokens(text)
        assert [words[i].text for i in finite_verbs(text)] == verbs


def test_participles_show_gender_and_number() -> None:
    """What a pronoun must agree with."""
    assert [participle_agreement(w) for w in ("soupçonné", "née", "laissés", "placées", "maison")] == [
        "ms",
        "fs",
        "mp",
        "fp",
        None,
    ]


def test_present_participles_are_conjugated_only_where_sure() -> None:
    """Regular and irregular verbs; None for what is unknown."""
    assert present("interdisant") == "interdit"
    assert present("autorisant") == "autorise"
    assert present("xyzant") is None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=200))
def test_any_text_is_taken_without_a_crash(text: str) -> None:
    """Wording is total: whatever a notice holds, something comes back."""
    assert isinstance(plainer(text), str)
    assert statements(text)


@given(st.sampled_from([t for _, t in _table("plainer.tsv")]))
def test_plain_words_stay_plain(text: str) -> None:
    """Doing it twice changes nothing more."""
    assert plainer(plainer(text)) == plainer(text)
