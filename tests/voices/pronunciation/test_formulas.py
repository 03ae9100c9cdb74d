"""TeX that is left of pictures is said as it was printed."""

from __future__ import annotations

import pytest

from voices.pronunciation import spoken
from voices.pronunciation.formulas import plain


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("une fosse de $537 \\mathrm{~m}^{3}$", "une fosse de cinq cent trente-sept mètres cubes"),
        ("$5 \\mathrm{~mg} / \\mathrm{l}$", "cinq milligrammes par litre"),
        ("$70 \\mathrm{~dB}(\\mathrm{~A})$", "soixante-dix décibels A"),
        ("article $1^{\\text {er }}$", "article premier"),
        ("$\\begin{gathered} 40 \\\\ 45 \\end{gathered}$", "quarante, quarante-cinq"),
        ("$11 \\%$ de $\\mathrm{O}_{2}$", "onze pour cent de O deux"),
    ],
)
def test_formulas_are_said_as_printed(written: str, said: str) -> None:
    """Units, powers, raised endings and rows keep their sense; no command is read."""
    assert spoken(written, "fr") == said


def test_a_path_of_windows_is_no_formula() -> None:
    """A backslash alone does not make a text a formula."""
    assert "prix" in spoken("5 $ : le prix de C:\\dossier", "fr")


def test_unfinished_braces_lose_no_word() -> None:
    """What is not closed is read without its signs."""
    assert plain("\\mathrm{kg d'eau").split() == ["kg", "d'eau"]
