"""A sentence with less in it still says what it said."""

from __future__ import annotations

from pathlib import Path

import pytest

from notices.gate import prove
from notices.trimming import DEPTHS, trimmed

TABLE = Path(__file__).parent.parent / "fixtures" / "trims.tsv"


def _rows() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return [(row[0], row[1]) for line in lines if not line.startswith("#") and (row := line.split("\t"))]


@pytest.mark.parametrize(("sentence", "shortest"), _rows())
def test_what_stands_beside_goes_and_what_binds_stays(sentence: str, shortest: str) -> None:
    """The shortest form is the one of the table; a sentence that must stay whole has none."""
    assert (sentence, *trimmed(sentence))[-1] == shortest


@pytest.mark.parametrize("sentence", [row[0] for row in _rows()])
def test_each_form_is_shorter_and_proven(sentence: str) -> None:
    """The forms go from long to short, and the gate finds nothing lost or invented in them."""
    forms = trimmed(sentence)
    lengths = [len(form.split()) for form in (sentence, *forms)]
    assert len(forms) <= DEPTHS
    assert lengths == sorted(lengths, reverse=True)
    assert not [d for form in forms for d in prove(form, [sentence]) if d.severity == "block"]


@pytest.mark.parametrize("text", ["", "Contact : mairie.", "Il pleut.", "Avis"])
def test_short_texts_are_left_alone(text: str) -> None:
    """There is nothing to take from a few words."""
    assert trimmed(text) == ()


def test_no_member_of_a_row_of_verbs_goes() -> None:
    """ "purifie l'air assainit l'eau" is no French."""
    row = (
        "La forêt, qui conserve la fraîcheur, purifie l'air, régule les pluies, assainit l'eau et abrite la "
        "faune, est aussi notre alliée contre le réchauffement."
    )
    assert trimmed(row) == ()
    assert all("prête" in form for form in trimmed(_ROW_WITH_PLACE))


_ROW_WITH_PLACE = (
    "Le service, situé au rez-de-chaussée de la mairie, accueille le public le matin, prête des livres, et "
    "reçoit les classes l'après-midi."
)
