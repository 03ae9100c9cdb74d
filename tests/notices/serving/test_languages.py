"""Which language a reader gets."""

from __future__ import annotations

import pytest

from notices.serving.languages import preferred


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "fr"),
        ("fr", "fr"),
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("fr-CA;q=0.5, en;q=0.7", "en"),
        ("de,en;q=0.3,fr;q=0.2", "en"),
        ("de, nl", "fr"),
        ("en;q=0", "fr"),
        ("EN", "en"),
        ("*", "fr"),
        ("en;q=nonsense", "fr"),
        ("en_GB", "fr"),
        ("de," * 500 + "en", "fr"),
        ("../../etc", "fr"),
    ],
)
def test_the_heaviest_that_is_offered(accepted: str, lang: str) -> None:
    """French where the reader names neither: the notices are French."""
    assert preferred(accepted, ("fr", "en")) == lang
