"""The encoding of a text is told by its bytes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.errors import UndecodableNotice
from notices.reading.encoding import decode

_TEXT = "« L’œuvre » coûte 5 € à Noël : déjà reçu, où ça ? C’est fait…\n"
_SIMPLE = "L'élève a été reçu à Noël, où ça ? Déjà fait.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252", "mac-roman"],
)
def test_french_is_read_in_each_usual_encoding(encoding):
    """With and without a byte-order mark, in Windows', Apple's and the web's encodings."""
    assert decode((_TEXT * 3).encode(encoding)) == _TEXT * 3


@pytest.mark.parametrize("encoding", ["iso-8859-1", "iso-8859-15", "cp850"])
def test_older_encodings(encoding):
    """Latin-1, Latin-9 and the DOS code page: accents are what they should be."""
    assert decode((_SIMPLE * 3).encode(encoding)) == _SIMPLE * 3


def test_two_encodings_in_one_file():
    """Text pasted together from UTF-8 and Windows-1252 is read piece by piece."""
    data = (_TEXT * 2).encode() + "été à 5 €\n".encode("windows-1252") + _TEXT.encode()
    assert decode(data) == _TEXT * 2 + "été à 5 €\n" + _TEXT


def test_text_encoded_twice_is_mended():
    """ "Ã©" is how a wrong conversion wrote "é"."""
    assert decode(_SIMPLE.encode().decode("windows-1252").encode()) == _SIMPLE


def test_a_character_cut_in_half_at_the_end_is_dropped():
    """A file cut off inside its last character is still UTF-8."""
    assert decode("Déjà fait".encode() + "é".encode()[:1]) == "Déjà fait"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, codecs.BOM_UTF8 + b"\x01\x02\x03"]
)
def test_bytes_that_are_no_text_are_refused(data):
    """Binary data are no text, whatever mark they bear."""
    with pytest.raises(UndecodableNotice):
        decode(data)


def test_a_language_that_is_not_french_is_still_text():
    """Greek in its own code page is read as Greek, and refused later as not French."""
    greek = "Ο δήμος ανακοινώνει ότι το γραφείο θα παραμείνει κλειστό την Παρασκευή. " * 5
    assert decode(greek.encode("iso-8859-7")) == greek


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_utf8_is_read_as_it_is(text):
    """Valid UTF-8 is never taken for anything else; only text that was encoded twice is changed."""
    assert decode(text.encode("utf-8-sig")) == text or "Ã" in text or "â" in text or "Â" in text
