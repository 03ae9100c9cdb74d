"""Extra pairs: what they hold is true on both sides."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.errors import NothingToTrainOn
from notices.training.augmentation import Shares, augment, augmented, in_capitals
from notices.training.fresh_numbers import renumbered
from notices.training.handed_terms import TermHandler
from notices.training.noise import NOISES

FIXTURES = Path(__file__).parents[2] / "fixtures" / "training"
TERMS = TermHandler([("arrêté préfectoral", "prefectoral order")])
ALWAYS = Shares(terms=1, numbers=1, capitals=1, noise=1)


def table(name: str) -> list[list[str]]:
    lines = (FIXTURES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def chances(count: int = 40) -> list[random.Random]:
    return [random.Random(seed) for seed in range(count)]


@pytest.mark.parametrize(("french", "english", "term", "translation", "handed"), table("handed.tsv"))
def test_a_known_term_is_handed_where_the_reference_uses_it(
    french: str, english: str, term: str, translation: str, handed: str
) -> None:
    """The French gets the English term in its place; the English stays; without the term nothing is made."""
    handler = TermHandler([(term, translation)])
    made = {pair for chance in chances() if (pair := handler.handed(french, english, chance))}
    if handed:
        assert (handed, english) in made
    assert {pair[1] for pair in made} <= {english}
    if not handed:
        assert not {pair for pair in made if translation not in pair[0]}
        assert not made or re.search(rf"{translation}s", english)


def test_an_inflected_term_is_handed_as_listed_at_times() -> None:
    """The glossary hands its own form: the model learns to put it into the plural."""
    handler = TermHandler([("tribunal municipal", "municipal court")])
    pair = ("Les tribunaux municipaux siègent.", "The municipal courts sit.")
    made = {handed[0] for chance in chances() if (handed := handler.handed(*pair, chance))}
    assert made == {"Les municipal court siègent.", "Les municipal courts siègent."}


def test_the_terms_that_are_found_are_those_the_product_finds() -> None:
    """However many terms there are: the index of beginnings loses none."""
    from notices.glossary import Entry, Glossary
    from notices.lexicon import terms

    listed = [
        (term.fr, term.en) for term in terms() if len(term.fr) > 4 and term.en.lower() != term.fr.lower()
    ]
    handler = TermHandler(listed)
    whole = Glossary(
        tuple(Entry(fr, en) for fr, en in listed if len(fr.split()) <= 6 and len(en.split()) <= 7)
    )
    for french, _ in listed:
        text = f"Selon les {french.upper()[:1]}{french[1:]}, l'{french} et {french}s."
        assert handler._glossary(text).find(text) == whole.find(text)


@pytest.mark.parametrize(("french", "english", "may"), table("numbers.tsv"))
def test_only_a_number_that_is_the_same_thing_on_both_sides_is_replaced(
    french: str, english: str, may: str
) -> None:
    """Not a day, not a number that stands twice, not part of a reference, not one in words."""
    made = [renumbered(french, english, chance) for chance in chances()]
    assert any(made) == (may == "yes")
    for pair in filter(None, made):
        numbers = [
            re.sub(r"[ ,]", "", number) for side in pair for number in re.findall(r"\d[\d ,]*\d|\d", side)
        ]
        assert len(set(numbers)) == 1, pair
        assert re.sub(r"\d[\d ]*\d|\d", "#", pair[0]) == re.sub(r"\d[\d ]*\d|\d", "#", french)


@given(
    st.text("aeéèàçœ 'lndrmct«»–n°12345.,;:!", max_size=80), st.sampled_from(sorted(NOISES)), st.integers()
)
def test_noise_never_touches_a_figure(french: str, kind: str, seed: int) -> None:
    """The same figures in the same order, whatever else is damaged."""
    noised = NOISES[kind](french, random.Random(seed))
    assert [s for s in noised if s.isdigit()] == [s for s in french if s.isdigit()]


def test_each_noise_does_what_it_says() -> None:
    """Accents go, apostrophes go, signs change, one word breaks."""
    french = "L'arrêté préfectoral n° 12 – « décret » d'urgence de l'État : fermé."
    made = {kind: {noise(french, chance) for chance in chances()} for kind, noise in NOISES.items()}
    assert "L'arrete prefectoral n° 12 – « decret » d'urgence de l'Etat : ferme." in made["accents"]
    assert {"L arrêté", "Larrêté", "L?arrêté"} <= {text[:8] for text in made["apostrophes"]} | {
        text[:7] for text in made["apostrophes"]
    }
    assert any('"décret"' in text for text in made["typography"])
    assert any(re.search(r"pré\w*- \w+", text) for text in made["breaks"])
    assert all(french not in texts or kind != "accents" for kind, texts in made.items())


def test_capitals_stand_on_both_sides_and_lose_accents_at_times() -> None:
    """As titles of notices stand."""
    made = {in_capitals("Arrêté du maire", "Order of the mayor", chance) for chance in chances()}
    assert made == {
        ("ARRÊTÉ DU MAIRE", "ORDER OF THE MAYOR"),
        ("ARRETE DU MAIRE", "ORDER OF THE MAYOR"),
    }


PAIRS = [
    ("Un arrêté préfectoral a été pris.", "A prefectoral order was issued."),
    ("Il y a 250 places.", "There are 250 seats."),
    ("La mairie est fermée.", "The town hall is closed."),
]


def test_what_becomes_of_a_pair_does_not_depend_on_the_others() -> None:
    """The same seed makes the same of it in any file."""
    together = list(augmented(PAIRS, TERMS, ALWAYS, 3))
    alone = [made for pair in reversed(PAIRS) for made in augmented([pair], TERMS, ALWAYS, 3)]
    assert together == alone[::-1]
    assert [kind for kind, _ in together][1] == "numbers"


def test_a_pair_that_weighs_more_is_varied() -> None:
    """Five times the same pair are not five times the same extra pair."""
    made = {pair for _, pair in augmented([PAIRS[1]] * 5, TERMS, ALWAYS, 3)}
    assert len(made) == 5


def test_nothing_is_added_where_nothing_is_wished() -> None:
    """Shares of zero, no pairs."""
    assert not list(augmented(PAIRS, TERMS, Shares(0, 0, 0, 0), 3))


def test_augmenting_needs_prepared_pairs(tmp_path: Path) -> None:
    """The error names the folder and the command to give."""
    with pytest.raises(NothingToTrainOn, match="prepare"):
        augment(tmp_path)


def test_accents_of_every_letter_are_known() -> None:
    """None is left, in either case; or those of small letters alone."""
    text = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆàâäçéèêëîïôöùûüÿœæ"
    made = {NOISES["accents"](text, chance) for chance in chances()}
    assert len(made) == 2  # all letters, or capitals alone
    assert any(bare.isascii() for bare in made)
