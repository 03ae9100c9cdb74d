"""Words and marks, as the parser counts them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.syntax.tokens import tokenise


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'arrêté qu'il signe", "L' arrêté qu' il signe"),
        ("jusqu’à 23 000 €", "jusqu’ à 23_000 €"),
        ("Aujourd'hui, c'est-à-dire ici", "Aujourd'hui , c'est-à-dire ici"),
        ("l'autorise-t-il ?", "l' autorise -t-il ?"),
        ("peut-être vient-elle", "peut-être vient -elle"),
        ("n° 2024-12 du 3/03/2024", "n° 2024-12 du 3/03/2024"),
        ("à 14 h 30 par M. Dupont", "à 14_h_30 par M. Dupont"),
        ("du 1er au 2e", "du 1er au 2e"),
        ("J.-P. Martin, prud'homme", "J.-P. Martin , prud'homme"),
        ("contact@mairie.fr ou www.x.fr/a.", "contact@mairie.fr ou www.x.fr/a ."),
        ("(3,5 %)", "( 3,5 % )"),
        ("Saint-Jean-de-Luz", "Saint-Jean-de-Luz"),
    ],
)
def test_words_of_french(text: str, expected: str) -> None:
    """Elisions, numbers, dates, initials and inverted pronouns are told apart."""
    assert words(text) == [word.replace("_", " ") for word in expected.split()]


@given(st.text(max_size=80))
def test_nothing_is_lost(text: str) -> None:
    """Every character but white space is in one token, in order."""
    spans = tokenise(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    told = "".join(text[start:end] for start, end in spans)
    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", text)
