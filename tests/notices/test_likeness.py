"""A list is made of like things only; a row of verbs keeps all its members."""

from __future__ import annotations

import pytest

from notices.wording import enumeration, statements
from notices.wording.likeness import are_alike

_ALIKE = (
    "de ne pas fumer | d'allumer un feu | de jeter des mégots",
    "sur les registres | par courrier | ou par e-mail à mairie@vaulnay.example",
    "soit en ligne sur le site | soit avec le formulaire papier",
    "soit délivrer l'autorisation | soit la refuser",
    "de 10 % en l'absence de réponse | de 20 % après le 3 mai | de 40 % au-delà",
    "plus de 60 militaires | 2 équipes cynophiles | les plongeurs",
    "une douleur au bras | des maux de tête | une fièvre",
    "le jeudi 10 septembre au bourg | le mardi 29 septembre au hameau",
    "prix des prestations (40 %) | qualité des denrées (35 %) | délai (25 %)",
    "de salaires | d'allocations | ou de pensions",
    "l'école | la cantine | les deux gymnases",
    "les deux gymnases | une école",
    "trois maisons | un hangar | une grange",
)
_UNLIKE = (
    "les enquêteurs à interpeller | le 11 mars 2025 au matin | 2 hommes | une femme",
    "les policiers | 2 hommes de 19 | 24 ans ainsi qu'une femme",
    "Hôtel de ville | service des ressources humaines | BP 40 | 76999 Clairmesnil cedex",
    "Maison des associations | 12 rue des Lilas | Vaulnay",
    "une aide | un logement | 3 mars 2025",
    "le maire | de la préfète | du procureur",
    "d'allumer un feu | de la colline | du parc",
    "le bureau des élections | à 18 heures | la salle du conseil",
    "aux particuliers et | à tous | à moins de 5 mètres",
    "les deux prévenus | un homme de 29 ans | une femme de 33 ans",
    "de 179,5 mètres et d'une puissance de 3 MW | de 2 postes de livraison | de 3 chemins",
)


@pytest.mark.parametrize("items", _ALIKE)
def test_like_things_make_a_list(items: str) -> None:
    """Things to do, things, ways, days, and what stands behind one preposition."""
    assert are_alike(tuple(items.split(" | ")))


@pytest.mark.parametrize("items", _UNLIKE)
def test_unlike_things_make_none(items: str) -> None:
    """A date, an address or a number among other things is half of a thing, and so is a verb without its
    object."""
    assert not are_alike(tuple(items.split(" | ")))


_SENTENCES = (
    "L'exploitation des images et l'audition de plus de 40 témoins ont conduit les enquêteurs à interpeller, "
    "le 11 mars 2025 au matin, 2 hommes âgés de 19 et 24 ans ainsi qu'une femme âgée de 22 ans.",
    "Les candidatures sont à adresser au maire par courrier : Hôtel de ville, service des ressources "
    "humaines, BP 40, 76999 Clairmesnil cedex.",
    "La visite des lieux a permis aux gendarmes de saisir, le 3 juin 2026, 4 fusils, 2 couteaux et 300 "
    "euros.",
)


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_a_sentence_is_not_broken_into_a_list(sentence: str) -> None:
    """What is no list stays a sentence."""
    assert enumeration(sentence) is None


_ROWS = (
    (
        "La forêt, qui conserve la fraîcheur, purifie l'air, régule les pluies, assainit l'eau, abrite la "
        "faune et préserve notre cadre de vie, est notre alliée.",
        (
            "La forêt est notre alliée.",
            "La forêt conserve la fraîcheur, purifie l'air et régule les pluies.",
            "La forêt assainit l'eau, abrite la faune et préserve notre cadre de vie.",
        ),
    ),
    (
        "Le CCAS, qui accueille les familles, distribue les colis et paie certaines factures, ferme ses "
        "portes tout le mois d'août.",
        (
            "Le CCAS ferme ses portes tout le mois d'août.",
            "Le CCAS accueille les familles, distribue les colis et paie certaines factures.",
        ),
    ),
    (
        "Le service accueille les habitants, répond aux questions, remplit les formulaires, prend les "
        "rendez-vous et accompagne les personnes âgées.",
        (
            "Le service accueille les habitants, répond aux questions et remplit les formulaires.",
            "Le service prend les rendez-vous et accompagne les personnes âgées.",
        ),
    ),
)


@pytest.mark.parametrize(("sentence", "told"), _ROWS)
def test_a_row_of_verbs_keeps_all_its_members(sentence: str, told: tuple[str, ...]) -> None:
    """The main clause stands first; each verb of the row has its subject, its comma or its "et"."""
    assert statements(sentence) == told
