"""An exception stays where it belongs; a time before something is never told as a duration."""

from __future__ import annotations

import pytest

from notices.wording import statements
from notices.wording.clauses.exceptions import placed_behind
from notices.wording.clauses.wholeness import whole

_KEPT = (
    "Les demandes de dérogation doivent parvenir en mairie trois semaines avant la date de la fête, sauf "
    "impossibilité.",
    "Les chiens doivent être tenus en laisse dans tous les parcs de la commune, sauf autorisation du maire.",
)


@pytest.mark.parametrize("sentence", _KEPT)
def test_an_exception_of_a_few_words_stays_in_its_sentence(sentence: str) -> None:
    """ "Sauf impossibilité." is no sentence."""
    assert not any(part.startswith("Sauf") for part in statements(sentence))


def test_an_exception_to_a_term_stands_with_the_term() -> None:
    """What may be prolonged is the month, not the report."""
    told = statements(
        "Le commissaire enquêteur envoie son rapport et ses conclusions motivées au préfet dans un délai "
        "d'un mois à compter de la fin de l'enquête, sauf demande motivée de prolongation."
    )
    assert told[-1] == (
        "Délai : un mois à compter de la fin de l'enquête, sauf demande motivée de prolongation."
    )


_PLACED = (
    (
        "L'usage est interdit du 1er au 3 mai, sauf pour les riverains.",
        ("L'usage est interdit.", "Sauf pour les riverains.", "Dates : du 1er au 3 mai."),
        ("L'usage est interdit.", "Sauf pour les riverains.", "Dates : du 1er au 3 mai."),
    ),
    (
        "Le feu est interdit, sauf dérogation, et le camping aussi.",
        ("Le feu est interdit.", "Le camping aussi.", "Sauf dérogation."),
        ("Le feu est interdit, sauf dérogation.", "Le camping aussi."),
    ),
)


@pytest.mark.parametrize(("sentence", "told", "placed"), _PLACED)
def test_an_exception_follows_what_it_follows_in_the_source(
    sentence: str, told: tuple[str, ...], placed: tuple[str, ...]
) -> None:
    """The days of a rule are no rule; else the words before it tell what an exception is to."""
    assert placed_behind(told, sentence) == placed


_AHEAD = (
    (
        "Un avis est publié au moins 15 jours avant le début de l'enquête",
        "Un avis est publié au moins 15 jours",
    ),
    ("Prévenez la mairie trois semaines avant la fête", "Prévenez la mairie trois semaines"),
    ("La liste est affichée deux mois après le vote", "La liste est affichée deux mois"),
    ("Le plan est prêt 8 jours au moins avant la visite", "Le plan est prêt 8 jours au moins"),
)


@pytest.mark.parametrize(("sentence", "half"), _AHEAD)
def test_a_time_before_something_is_no_duration(sentence: str, half: str) -> None:
    """ "15 jours avant le début" is not cut into "15 jours" and "avant le début"."""
    rest = sentence.removeprefix(half).strip()
    assert not whole((half, f"Quand : {rest}"), sentence)
    assert whole((half, "Durée : trois heures"), f"{half}, pendant trois heures")
