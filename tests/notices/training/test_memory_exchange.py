"""Translation memories: every tool's export is read, no file can do harm."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from notices.errors import CorpusUnreadable
from notices.training.corpus import read_pairs
from notices.training.memory_exchange import read_memory

HEAD = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header/><body>'
UNIT = '<tu><tuv xml:lang="{0}"><seg>{1}</seg></tuv><tuv xml:lang="{2}"><seg>{3}</seg></tuv></tu>'


def memory(*units: str, head: str = HEAD) -> bytes:
    return f"{head}{''.join(units)}</body></tmx>".encode()


def read(content: bytes) -> list[tuple[str, str]]:
    return list(read_memory(io.BytesIO(content), Path("ours.tmx")))


@pytest.mark.parametrize(("french", "english"), [("fr", "en"), ("FR-FR", "EN-GB"), ("fr_CA", "en_US")])
def test_languages_are_known_by_their_first_code(french: str, english: str) -> None:
    """Whatever the country and the case, and in whatever order."""
    pair = [("Bonjour.", "Good morning.")]
    assert read(memory(UNIT.format(french, "Bonjour.", english, "Good morning."))) == pair
    assert read(memory(UNIT.format(english, "Good morning.", french, "Bonjour."))) == pair


def test_codes_of_other_formats_are_no_text() -> None:
    """Bold and links of the document go; what stands between them stays."""
    french = 'Le <bpt i="1">&lt;b&gt;</bpt>maire<ept i="1">&lt;/b&gt;</ept> <hi>signe</hi><ph/>.'
    assert read(memory(UNIT.format("fr", french, "en", "The mayor signs."))) == [
        ("Le maire signe.", "The mayor signs.")
    ]


def test_units_without_both_languages_are_passed_over() -> None:
    """German is none of ours; an empty side is no translation."""
    units = [
        UNIT.format("fr", "Bonjour.", "de", "Guten Tag."),
        UNIT.format("fr", "", "en", "Nothing."),
        UNIT.format("fr", "Merci.", "en", "Thank you."),
    ]
    assert read(memory(*units)) == [("Merci.", "Thank you.")]


def test_old_memories_in_utf_16_are_read() -> None:
    """As some tools still write them."""
    text = (
        memory(UNIT.format("fr", "Été", "en", "Summer")).decode().replace('"1.0"', '"1.0" encoding="UTF-16"')
    )
    assert read(text.encode("utf-16")) == [("Été", "Summer")]


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
OUTSIDE = '<!ENTITY secret SYSTEM "file:///etc/passwd">'
PARAMETER = '<!ENTITY % outside SYSTEM "http://127.0.0.1:9/evil.dtd"> %outside;'


@pytest.mark.parametrize(
    "declared", ['<!ENTITY a0 "ha">' + BOMB, OUTSIDE, PARAMETER], ids=["bomb", "file", "net"]
)
def test_a_memory_with_entities_is_refused(declared: str) -> None:
    """Nothing expands, nothing is fetched, no file is read into a pair."""
    head = f"<!DOCTYPE tmx [{declared}]><tmx><body>"
    text = "&a9;" if "a9" in declared else "&secret;" if "secret" in declared else "x"
    with pytest.raises(CorpusUnreadable):
        read(memory(UNIT.format("fr", text, "en", "x"), head=head))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml at all",
        memory(UNIT.format("fr", "Bonjour.", "en", "Hello."))[:-30],
        b"<tmx>" + b"<a>" * 100_000,
        b"<tmx><tu>" + b"x" * 11_000_000 + b"</tu></tmx>",
    ],
    ids=["empty", "text", "cut off", "deep", "one huge text"],
)
def test_what_is_no_memory_is_told_as_such(content: bytes) -> None:
    """One error of our own, with the line, whatever is wrong."""
    with pytest.raises(CorpusUnreadable):
        read(content)


def test_a_segment_as_long_as_a_book_is_no_sentence() -> None:
    """It is passed over, the others are read."""
    units = [UNIT.format("fr", "mot " * 5_000, "en", "word"), UNIT.format("fr", "Merci.", "en", "Thank you.")]
    assert read(memory(*units)) == [("Merci.", "Thank you.")]


def test_a_packed_memory_is_read_and_a_damaged_one_told(tmp_path: Path) -> None:
    """`ours.tmx.gz` needs no unpacking."""
    packed = gzip.compress(memory(UNIT.format("fr", "Merci.", "en", "Thank you.")))
    (tmp_path / "ours.tmx.gz").write_bytes(packed)
    assert list(read_pairs(tmp_path / "ours.tmx.gz")) == [("Merci.", "Thank you.")]
    (tmp_path / "cut.tmx.gz").write_bytes(packed[:-12])
    with pytest.raises(CorpusUnreadable):
        list(read_pairs(tmp_path / "cut.tmx.gz"))


texts = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=60).filter(
    lambda text: text.strip()
)


@given(st.lists(st.tuples(texts, texts), max_size=8))
def test_what_is_written_is_read_again(pairs: list[tuple[str, str]]) -> None:
    """Every pair comes back in its order, with its spaces put in order."""
    root = etree.Element("tmx")
    for pair in pairs:
        unit = etree.SubElement(root, "tu")
        for lang, text in zip(("fr", "en"), pair, strict=True):
            variant = etree.SubElement(unit, "tuv", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
            etree.SubElement(variant, "seg").text = text
    expected = [tuple(" ".join(text.split()) for text in pair) for pair in pairs]
    assert read(etree.tostring(root)) == expected
