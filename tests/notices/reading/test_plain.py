"""Plain text: what a person sees on the screen is what comes out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.errors import NoticeTooLong
from notices.reading.limits import Limits
from notices.reading.plain import read

CASES = "plain.cases"


def test_the_text_becomes_these_blocks(source, expected, lines_of):
    """Paragraphs, headings and lists are found where a person sees them."""
    assert lines_of(read(source.encode(), Limits()).blocks) == expected


_WORDS = st.lists(st.text("abcdéàç", min_size=1, max_size=8), min_size=1, max_size=12).map(" ".join)


@given(st.lists(_WORDS, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_no_word_is_lost_or_moved(rows, line_end):
    """Whatever the line breaks, the words come out in their order."""
    blocks = read(line_end.join(rows).encode(), Limits()).blocks
    assert " ".join(" ".join((b.marker, b.text)) for b in blocks).split() == " ".join(rows).split()


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\t\n\r\f"), max_size=300))
def test_any_text_is_read(text):
    """No text is a reason to break down; blocks are never empty and hold no control characters."""
    for block in read(text.encode(), Limits()).blocks:
        assert block.text.strip()
        assert not any(ord(c) < 32 for c in block.text)


def test_a_text_far_too_long_is_refused_before_any_work():
    """The bound on words counts the words of the file."""
    with pytest.raises(NoticeTooLong) as caught:
        read(b"mot " * 100_000, Limits(words=1000))
    assert caught.value.values == {"words": 100_000, "limit": 1000}
