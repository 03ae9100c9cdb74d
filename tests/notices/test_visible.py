"""Names from outside: what could move a cursor or turn a line is written out, and nothing is lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.errors import NoticeMissing, UndecodableNotice
from notices.phrases import Phrase
from notices.shell.terminal import Terminal
from notices.visible import UNSEEN, shown, visible

NAMES = [
    ("avis.txt", "avis.txt"),
    ("été « 2 » – 😀.txt", "été « 2 » – 😀.txt"),
    ("a\x1b[31mb", "a\\x1b[31mb"),
    ("a\nb\tc", "a\\nb\\tc"),
    ("\x9b31m", "\\x9b31m"),
    ("txt\u202egnp", "txt\\u202egnp"),
    ("\udce9t\udce9", "\\xe9t\\xe9"),
]


@pytest.mark.parametrize(("name", "seen"), NAMES)
def test_what_cannot_be_seen_is_written_out(name: str, seen: str) -> None:
    """Control characters, marks of direction and bytes that are no text; everything else stays."""
    assert visible(name) == seen


@given(st.text(st.characters(codec=None)))
def test_nothing_unseen_is_left_and_seeing_twice_changes_nothing(text: str) -> None:
    """Whatever the name, it can be written to any terminal in UTF-8."""
    seen = visible(text)
    assert not UNSEEN.search(seen)
    assert visible(seen) == seen
    seen.encode("utf-8")


def test_errors_show_their_names_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Also those within a phrase; numbers are left to their format."""
    assert "\\x1b[2J" in NoticeMissing(file="\x1b[2J").words("fr")
    nested = shown(Phrase.of("system.other", detail="\x1b"))
    assert isinstance(nested, Phrase)
    assert nested.words("en") == "\\x1b"
    assert shown(3.5) == 3.5
    assert "\x9b" not in UndecodableNotice(file="\x9b").words("en")


@given(st.text(st.characters(codec=None)))
def test_json_moves_no_cursor_and_keeps_the_name(name: str) -> None:
    """A program gets the very name back; a terminal that shows the JSON gets no control character."""
    written = Terminal.json({"notice": name})
    assert not UNSEEN.search(written.replace("\n", ""))
    if not any("\ud800" <= character <= "\udfff" for character in name):
        assert json.loads(written)["notice"] == name
