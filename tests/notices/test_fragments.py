"""Fragments: counts of votes, captions, labels that stand twice."""

from __future__ import annotations

import pytest

from notices.extraction.noise import is_caption, is_courtesy, is_noise
from notices.realisation import cleaned

_CLEANED = (
    ("Urgences : URGENCES : 112", "Urgences : 112"),
    ("Contact : contact : mairie@vaulnay.example", "Contact : mairie@vaulnay.example"),
    ("Contact : Mme Roche : 02 35 11 22 33", "Contact : Mme Roche : 02 35 11 22 33"),
    ("11 votes pour 2 abstentions", "11 votes pour, 2 abstentions"),
    ("12 voix pour 2 contre 1 abstention", "12 voix pour, 2 contre, 1 abstention"),
    ("8 voix pour et 3 contre", "8 voix pour et 3 contre"),
    ("Il faut 3 voix pour 10 habitants", "Il faut 3 voix pour 10 habitants"),
)


@pytest.mark.parametrize(("text", "wanted"), _CLEANED)
def test_a_label_stands_once_and_votes_have_their_commas(text: str, wanted: str) -> None:
    """What is said twice is said once; each count of votes stands apart."""
    assert cleaned(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["13 votes pour.", "15 voix pour", "13 votes", "Photo : le maire et les élus", "Crédit photo : A. Blanc"],
)
def test_votes_of_all_and_captions_tell_nothing(text: str) -> None:
    """Nobody was against: the decision says it all."""
    assert is_noise(text)


@pytest.mark.parametrize(
    "text", ["11 votes pour, 2 abstentions", "12 voix contre.", "Photographie aérienne du site : le 3 mai."]
)
def test_divided_votes_tell_something(text: str) -> None:
    """Who was against is news."""
    assert not is_noise(text)


def test_thanks_are_courtesy_and_times_are_not() -> None:
    """ "Merci de rapporter les clés avant le 3 mai" asks something."""
    assert is_courtesy("Un grand merci à tous les bénévoles.")
    assert not is_courtesy("Merci de rapporter les clés avant le 3 mai.")


def test_a_caption_with_its_year_is_a_caption() -> None:
    """A year dates a picture; a day or a sum tells something."""
    assert is_caption("Les décorations hivernales 2021.")
    assert not is_caption("Réunion publique le 12 mai")
    assert not is_caption("Budget : 2 000 euros en 2021")
