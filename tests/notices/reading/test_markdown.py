"""Markdown of town halls' sites and of text recognition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.reading.formulas import untex
from notices.reading.limits import Limits
from notices.reading.markdown import read

CASES = "markdown.cases"


def test_the_text_becomes_these_blocks(source, expected, lines_of):
    """Marks and tags go, words stay."""
    assert lines_of(read(source.encode(), Limits()).blocks) == expected


def test_front_matter_gives_title_and_date():
    """A title and a date that the file itself declares are kept apart from its text."""
    content = read(
        "---\ntitle: \"L'eau : l'arrêté\"\ndate: 2024-6-8 10:00\n---\n\nTexte.\n".encode(), Limits()
    )
    assert (content.title, content.date) == ("L'eau : l'arrêté", "2024-06-08")


def test_a_rule_is_no_front_matter():
    """Two rules around a text leave the text."""
    content = read("Avant.\n\n---\n\nMilieu.\n\n---\n\nAprès.\n".encode(), Limits())
    assert [block.text for block in content.blocks] == ["Avant.", "Milieu.", "Après."]


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"$\frac{1}{2}$", "1/2"),
        (r"$26,2 \mathrm{t} / \mathrm{h}$", "26,2 t/h"),
        (r"$\begin{aligned} & 15 \\ & 35 \end{aligned}$", "15 35"),
        (r"$\mathrm{Cr}^{6+}$", "Cr6+"),
        (r"le $\text{mot}$", "le mot"),
        (r"$\inconnu{x}$", "inconnux"),
        ("5 $ et 6 $", "5 $ et 6 $"),
        ("sans rien", "sans rien"),
    ],
)
def test_formulas_keep_their_figures(tex, text):
    """A formula is written out; one that we do not know keeps its letters."""
    assert untex(tex) == text


@given(st.text("ab 12$\\{}^_%&~", max_size=60))
def test_figures_are_never_lost_in_formulas(tex):
    """Whatever stands between dollar signs, its figures come out in their order, raised or not."""
    plain = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    kept = [c for c in untex(tex).translate(plain) if c.isdigit()]
    assert kept == [c for c in tex if c.isdigit()]
