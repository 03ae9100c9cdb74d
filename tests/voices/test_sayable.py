"""What of a text can be said."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices.sayable import must_sound, sayable, says_something


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("un\x00deux", "un deux"),
        ("\x01+50Sfort", "+50Sfort"),
        ("pré\u00adfec\u00adture", "préfecture"),
        ("a\u200bb\ufeff", "ab"),
        ("  une \n\n ligne\t ", "une ligne"),
        ("23\u202f000\u00a0€", "23 000 €"),
        ("l\u2019été", "l\u2019été"),
        ("\ud800x", "x"),
        ("anticonstitutionnellement", "anticonstitutionnellement"),
        ("a" * 45 + ".b", "a" * 20 + " " + "a" * 20 + " " + "a" * 5 + ".b"),
    ],
)
def test_characters_that_are_not_heard(written: str, said: str) -> None:
    """Controls become spaces, joiners and soft hyphens vanish, letters and signs stay."""
    assert sayable(written) == said


@given(st.text())
def test_no_control_ever_reaches_an_engine(text: str) -> None:
    """The result has no control character, is clean already, and has every letter of the text."""
    said = sayable(text)
    assert not any(unicodedata.category(character) == "Cc" for character in said)
    assert sayable(said) == said
    letters = [character for character in text if character.isalnum()]
    assert [character for character in said if character.isalnum()] == letters


@pytest.mark.parametrize(
    ("text", "something", "sound"),
    [
        ("", False, False),
        ("* * *", False, False),
        ("…", False, False),
        ("5", True, True),
        ("é", True, True),
        ("漢字", True, False),
    ],
)
def test_what_must_be_heard(text: str, something: bool, sound: bool) -> None:
    """Symbols alone say nothing; Latin letters and digits must sound in every voice."""
    assert (says_something(text), must_sound(text)) == (something, sound)
