"""List marks as a word processor counts them."""

from __future__ import annotations

import pytest

from notices.publishing.numbering import BULLETS, Numbers, numbers_of

CONSECUTIVE = [
    ("1. 2. 3.", Numbers("decimal", "", ".")),
    ("4° 5°", Numbers("decimal", "", "°", 4)),
    ("(1) (2)", Numbers("decimal", "(", ")")),
    ("1.1. 1.2.", Numbers("decimal", "1.", ".")),
    ("a) b) c)", Numbers("lowerLetter", "", ")")),
    ("B. C.", Numbers("upperLetter", "", ".", 2)),
    ("i) ii) iii) iv)", Numbers("lowerRoman", "", ")")),
    ("IX. X. XI.", Numbers("upperRoman", "", ".", 9)),
    ("h) i) j)", Numbers("lowerLetter", "", ")", 8)),
    ("c) d)", Numbers("lowerLetter", "", ")", 3)),
]


@pytest.mark.parametrize(("markers", "numbers"), CONSECUTIVE)
def test_marks_that_follow_each_other_are_one_numbering(markers: str, numbers: Numbers) -> None:
    """An item that is added in the middle moves the numbers of the others."""
    given = markers.split()
    assert numbers_of(given) == (numbers,) * len(given)


@pytest.mark.parametrize(
    ("markers", "numbers"),
    [
        (["1.", "3."], (Numbers("decimal", "", "."), Numbers("decimal", "", ".", 3))),
        (["1.", "2)"], (Numbers("decimal", "", "."), Numbers("decimal", "", ")", 2))),
        (["01.", "02."], (Numbers("none", "01."), Numbers("none", "02."))),
        (["§", "§"], (Numbers("none", "§"), Numbers("none", "§"))),
        (["iiii)"], (Numbers("none", "iiii)"),)),
        (["", ""], (BULLETS, BULLETS)),
        (["1.", ""], (Numbers("decimal", "", "."), BULLETS)),
        (["²."], (Numbers("none", "²."),)),
    ],
)
def test_other_marks_are_printed_as_they_stand(markers: list[str], numbers: tuple[Numbers, ...]) -> None:
    """Nothing is counted anew: a source that leaves a number out has its reasons."""
    assert numbers_of(markers) == numbers
