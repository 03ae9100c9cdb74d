"""Sentences as safe markup."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from notices.publishing.fragments import TermLink, printable, rich

SPANS = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=5)
LINKS = st.lists(st.builds(TermLink, st.integers(0, 40), st.integers(0, 40), st.just("w1")), max_size=4)


@given(st.text(max_size=40), SPANS, SPANS, LINKS)
def test_any_text_with_any_spans_is_well_formed_and_says_the_same(
    text: str, bold: list[tuple[int, int]], marks: list[tuple[int, int]], terms: list[TermLink]
) -> None:
    """However spans overlap, the elements nest, and the text is all there, once."""
    element = etree.fromstring(f"<p>{rich(text, bold, marks, terms)}</p>".encode())
    assert "".join(element.itertext()) == printable(text).replace("\r\n", "\n").replace("\r", "\n")
    assert {child.tag for child in element.iter()} <= {"p", "strong", "mark", "a"}


def test_bold_marks_and_terms_together() -> None:
    """A term keeps one link where a bold word begins inside it."""
    html = rich("une information judiciaire", [(4, 15)], [(0, 26)], [TermLink(4, 26, "p8")])
    assert html == (
        '<mark>une </mark><a class="term" href="#p8">'
        "<mark><strong>information</strong></mark><mark> judiciaire</mark></a>"
    )


def test_characters_that_xml_forbids_are_replaced() -> None:
    """Control characters and lone surrogates would make a book that cannot be opened."""
    assert printable("a\x00\x0b\ud800\ufffe\u00e9\n") == "a\ufffd\ufffd\ufffd\ufffd\u00e9\n"
