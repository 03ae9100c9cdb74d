"""What is chosen fits, and nothing is told without what it needs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from notices.document import Document
from notices.extraction import units_of
from notices.lengths import forms_of
from notices.raw import RawBlock, RawNotice
from notices.selection import choose
from notices.structure import build_document

PARAGRAPHS = (
    "La rue du Four sera fermée à la circulation du 7 au 9 septembre 2026, sauf pour les riverains.",
    "Le stationnement y sera interdit à tous, sous peine de mise en fourrière.",
    "Une enquête a été ouverte le 4 mars 2026 ; un homme, soupçonné d'avoir mis le feu, a été entendu.",
    "Cette décision peut être contestée devant le tribunal administratif dans un délai de deux mois.",
    "Le maire remercie les agents de la commune.",
    "Aucune évacuation générale n'est ordonnée.",
    "Toutefois, les 140 habitants de la rue du Port doivent quitter leur logement avant 21 heures.",
)


def _document(paragraphs: list[str]) -> Document:
    blocks = tuple(RawBlock("paragraph", text) for text in paragraphs)
    return build_document(RawNotice("essai", "essai.txt", "0" * 64, "text/plain", blocks))


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=7, unique=True), st.integers(0, 120))
@settings(max_examples=30, deadline=None)
def test_the_choice_fits_and_tells_its_supports(paragraphs: list[str], budget: int) -> None:
    """Never more words than there are; what leans on a unit is told only with it, what limits one always
    with it, and all in order."""
    units = units_of(_document(paragraphs))
    chosen = choose(units, "", budget)
    told = [piece.unit.place for piece in chosen]
    assert sum(piece.words for piece in chosen) <= budget
    assert told == sorted(told)
    assert all(p.unit.leans_on is None or p.unit.leans_on in told for p in chosen)
    assert all(place in told for piece in chosen for place in piece.unit.needs)


def test_the_ban_is_told_before_thanks() -> None:
    """Where there is room for one of them, it is not the thanks."""
    units = units_of(_document([PARAGRAPHS[4], PARAGRAPHS[0]]))
    assert [piece.unit.place for piece in choose(units, "", 21)] == [1]


def test_no_general_word_without_its_limit() -> None:
    """ "Aucune évacuation n'est ordonnée" is not told where "Toutefois, ..." has no room."""
    units = units_of(_document([PARAGRAPHS[0], PARAGRAPHS[5], PARAGRAPHS[6]]))
    assert units[1].needs == (2,)
    told = [{piece.unit.place for piece in choose(units, "", room)} for room in range(60)]
    assert not any(1 in places and 2 not in places for places in told)
    assert any({1, 2} <= places for places in told)


def test_a_street_is_named_before_it_is_spoken_of() -> None:
    """ "Le stationnement y sera interdit" leans on the sentence that names the street."""
    units = units_of(_document([PARAGRAPHS[4], PARAGRAPHS[0], PARAGRAPHS[1]]))
    assert units[2].leans_on == 1


def test_forms_go_from_short_to_long() -> None:
    """Each longer form tells more, in more words; each has one statement that holds the verb."""
    for unit in units_of(_document(list(PARAGRAPHS))):
        forms = forms_of(unit, "")
        assert [f.words for f in forms] == sorted({f.words for f in forms})
        assert all(sum(s.main for s in form.statements) == 1 for form in forms)


_LETTER = (
    "Mme Anne Roche a démissionné du conseil municipal fin juin 2026.",
    "Je respecte les opinions des autres mais je ne peux renier mes valeurs.",
    "Il est grand temps de construire un monde qui respecte le vivant.",
    "L'objectif est simple pour tous.",
)


def test_room_that_nothing_else_wants_is_filled() -> None:
    """What weighs little is told where there is room, and never in the place of what weighs more."""
    units = units_of(_document(list(_LETTER)))
    assert [p.unit.place for p in choose(units, "", 100)] == [0, 1, 2, 3]
    assert [p.unit.place for p in choose(units, "", 12)] == [0]


def test_what_is_said_for_form_fills_nothing() -> None:
    """Who was present is not told because there is room."""
    units = units_of(_document([_LETTER[0], "Étaient présents : M. Blanc, Mme Roche et M. Petit."]))
    assert [p.unit.place for p in choose(units, "", 100)] == [0]


def test_a_cry_is_not_what_a_notice_begins_with() -> None:
    """ "Réservez vos dates !" tells nothing yet: the sentence behind it is the first."""
    units = units_of(_document(["Avis aux habitants de Brou", "Réservez vos dates !", PARAGRAPHS[0]]))
    ranks = {unit.text: unit.rank for unit in units}
    assert ranks["Réservez vos dates !"] is None
    assert ranks[PARAGRAPHS[0]] == 0
