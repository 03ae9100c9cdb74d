"""The lexicon: enough terms, each explained and sourced, found in all their forms."""

from __future__ import annotations

from notices.lexicon import core_vocabulary, definitions, events, find_terms, idioms, terms, word_tags


def test_three_hundred_terms_are_explained_in_plain_french_and_english() -> None:
    """At least 300 terms, each with a short explanation, an English word and a source."""
    assert len(terms()) >= 300
    for term in terms():
        assert term.fr
        assert term.plain
        assert term.en
        assert term.source
        assert len(term.plain.split()) <= 16, term


def test_no_term_stands_twice() -> None:
    """One explanation for one term."""
    names = [term.fr for term in terms()]
    assert len(names) == len(set(names))


def test_terms_are_found_inflected_and_the_longer_one_wins() -> None:
    """Plurals and feminines are found; "arrêté préfectoral" is not "arrêté"."""
    text = "Les comptes gelés, l'arrêté préfectoral, deux personnes soupçonnées, des nappes phréatiques."
    assert [f.text for f in find_terms(text)] == [
        "comptes gelés",
        "arrêté préfectoral",
        "soupçonnées",
        "nappes phréatiques",
    ]
    assert all(text[f.start : f.end] == f.text for f in find_terms(text))


def test_a_verb_is_not_taken_for_a_term() -> None:
    """ "arrête" is not "arrêt", and "ars" is not the agency."""
    assert not find_terms("Il arrête la voiture de mars.")


def test_a_typographic_apostrophe_hides_no_term() -> None:
    """ "juge d’instruction" is the same term as "juge d'instruction"."""
    assert [f.term.fr for f in find_terms("Le juge d’instruction décide.")] == ["juge d'instruction"]


def test_every_idiom_says_what_to_do() -> None:
    """An idiom that may be replaced has a plain form; one that is deleted has none."""
    assert len(idioms()) > 300
    for idiom in idioms():
        assert idiom.mode == "del" or idiom.plain, idiom
        assert idiom.mode != "del" or not idiom.plain, idiom


def test_official_definitions_are_kept_with_their_numbers() -> None:
    """The definitions of Service-Public.fr are there, each with its number."""
    assert {d.term for d in definitions()} >= {"Crime", "Délit", "Garde à vue"}
    assert all(d.number and d.text for d in definitions())


def test_the_core_vocabulary_holds_what_a_child_reads() -> None:
    """ "maison" is in it, "nonobstant" is not."""
    assert "maison" in core_vocabulary()
    assert "nonobstant" not in core_vocabulary()


def test_word_forms_know_what_they_can_be() -> None:
    """A finite verb, a participle, an infinitive and a noun are told apart; an unknown word is nothing."""
    assert "v" in word_tags("devient")
    assert "p" in word_tags("entendus")
    assert "i" in word_tags("fermer")
    assert "n" in word_tags("maison")
    assert word_tags("xyzzy") == ""


def test_events_have_kinds() -> None:
    """Prohibitions and closures are told apart."""
    assert events()["interdi"] == "ban"
    assert events()["ferm"] == "close"


PLAIN_ENOUGH = set("commune département préfet préfecture plainte jugement amende mairie meurtre".split())


def test_an_explanation_needs_no_other_hard_word() -> None:
    """No term is explained by one that needs an explanation itself."""
    assert not [
        (term.fr, found.term.fr)
        for term in terms()
        for found in find_terms(term.plain)
        if not term.easy and not found.term.easy and found.term.fr not in PLAIN_ENOUGH | {term.fr}
    ]


def test_an_explanation_stands_behind_one_colon() -> None:
    """It is printed behind the term and a colon, and holds none itself."""
    assert not [term.fr for term in terms() if " : " in term.plain]
