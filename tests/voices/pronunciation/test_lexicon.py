"""A body's own lexicon: what a file may hold, what it changes, and how it is passed on as PLS."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voices.errors import LexiconUnreadable
from voices.pronunciation import Entry, Lexicon, from_pls, from_tsv, read_lexicon, spoken, to_pls, to_tsv

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
         alphabet="ipa" xml:lang="fr-FR">
  <lexeme><grapheme>CCPH</grapheme><grapheme>ccph</grapheme><alias>communauté de communes</alias></lexeme>
  <lexeme><grapheme>Bart &amp; Co</grapheme><phoneme>baʁ</phoneme><alias>Bar et compagnie</alias></lexeme>
</lexicon>
"""


def test_a_line_of_a_tsv_is_said_its_way(tmp_path: Path) -> None:
    """Two cells: the word, and how it is said; a third names the language."""
    file = tmp_path / "mairie.tsv"
    file.write_text(
        "written\tsaid\tlang\n# nos sigles\nCCPH\tla communauté de communes\tfr\nSCHORI\tchori\n", "utf-8"
    )
    lexicon = read_lexicon(file)
    assert spoken("la CCPH et SCHORI", "fr", lexicon) == "la la communauté de communes et chori"
    assert spoken("the CCPH", "en", lexicon) == "the C-C-P-H"


def test_pls_gives_each_grapheme_its_alias(tmp_path: Path) -> None:
    """Two graphemes of one lexeme are two entries; the language of the file is theirs."""
    file = tmp_path / "mairie.pls"
    file.write_text(PLS, "utf-8")
    lexicon = read_lexicon(file)
    assert [entry.written for entry in lexicon.entries] == ["CCPH", "ccph", "Bart & Co"]
    assert spoken("Bart & Co de la CCPH", "fr", lexicon) == "Bar et compagnie de la communauté de communes"


def test_the_longest_entry_wins_and_words_are_whole() -> None:
    """« Saint-Lô » before « Saint »; « cas » does not change « casier »."""
    lexicon = Lexicon((Entry("Saint", "sein"), Entry("Saint-Lô", "saint lo"), Entry("cas", "kass")))
    assert spoken("Saint-Lô, Saint, un casier, un cas", "fr", lexicon) == "saint lo, sein, un casier, un kass"


def test_small_letters_match_capitals_and_capitals_only_themselves() -> None:
    """An entry in small letters is found at the start of a sentence too; an entry with capitals is a name."""
    lexicon = Lexicon((Entry("truc", "bidule"), Entry("Cap", "Cape")))
    assert spoken("Truc et truc, Cap et cap", "fr", lexicon) == "bidule et bidule, Cape et cap"


def test_figures_of_the_lexicon_are_said_too() -> None:
    """A said form is itself written out: no figure reaches the voice."""
    assert spoken("la zone", "fr", Lexicon((Entry("zone", "zone n° 3"),))) == "la zone numéro trois"


def test_the_lexicon_comes_before_every_rule() -> None:
    """What a rule would change is the lexicon's where it knows it, signs and figures included."""
    lexicon = Lexicon((Entry("M14", "nomenclature quatorze"), Entry("k€", "kilo-euros")))
    assert spoken("la M14, en k€", "fr", lexicon) == "la nomenclature quatorze, en kilo-euros"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("un seul mot\n", "line 1"),
        ("a\tb\nmot\tdit\tfrançais\n", "line 2"),
        ("mot\t\n", "both needed"),
        (" \tdit\n", "both needed"),
        ("a\tb\tfr\td\n", "line 1"),
        ("<lexicon", "well-formed"),
        ("<a/>", "not a PLS"),
        (PLS.replace("<lexicon", '<!DOCTYPE lexicon [<!ENTITY x "y">]><lexicon', 1), "document type"),
        (
            PLS.replace("<alias>communauté de communes</alias>", "<phoneme>sesepeaʃ</phoneme>"),
            "phonemes alone",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, text: str, words: str) -> None:
    """The error names the line, or what is wrong with the file."""
    file = tmp_path / "lexique"
    file.write_text(text, "utf-8")
    with pytest.raises(LexiconUnreadable, match=words):
        read_lexicon(file)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    """Not UTF-8, not there, or too large: one error, never another."""
    (tmp_path / "latin").write_bytes("é\tè\n".encode("latin-1"))
    (tmp_path / "large").write_bytes(b"#" * (4 * 1024 * 1024 + 1))
    for name in ("latin", "large", "missing", "."):
        with pytest.raises(LexiconUnreadable):
            read_lexicon(tmp_path / name)


def test_an_outside_entity_is_never_read(tmp_path: Path) -> None:
    """A lexicon cannot make us read another file."""
    (tmp_path / "secret").write_text("secret")
    document = (
        f'<!DOCTYPE lexicon [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>' + PLS.split("\n", 1)[1]
    )
    with pytest.raises(LexiconUnreadable):
        from_pls(document.replace("CCPH", "&x;"))


CELLS = (
    st.text("abcé'&<>\" ÀZ-.°€", min_size=1, max_size=10)
    .map(lambda t: " ".join(t.split()))
    .filter(lambda t: t and t[0] != "#")
)
ENTRIES = st.lists(st.builds(Entry, CELLS, CELLS, st.just("fr")), max_size=6).map(lambda e: Lexicon(tuple(e)))


@settings(max_examples=100, deadline=None)
@given(lexicon=ENTRIES)
def test_tsv_and_pls_bring_every_entry_back(lexicon: Lexicon) -> None:
    """Written and read again, the entries are the same."""
    assert from_tsv(to_tsv(lexicon)) == lexicon
    assert from_pls(to_pls(lexicon, "fr")) == lexicon


def test_pls_holds_the_entries_of_one_language() -> None:
    """Entries of another language stay out; those of every language are in."""
    lexicon = Lexicon((Entry("a", "b", "fr"), Entry("c", "d", "en"), Entry("e", "f")))
    assert [entry.written for entry in from_pls(to_pls(lexicon, "en")).entries] == ["c", "e"]
