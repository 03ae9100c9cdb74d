"""Errors: words in two languages for each, an exit code of its own, and safe passage between processes."""

from __future__ import annotations

import pickle
import re
import string

import pytest

from notices import errors
from notices.errors import NoticesError
from notices.phrases import keys, say

ALL = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, NoticesError)]


def documented_values(error: type[NoticesError]) -> set[str]:
    """The names after "Values:" in an error's docstring."""
    _, _, values = (error.__doc__ or "").partition("Values:")
    return set(re.findall(r"`(\w+)`", values))


@pytest.mark.parametrize("error", ALL, ids=lambda e: e.__name__)
def test_words_need_only_the_documented_values(error: type[NoticesError]) -> None:
    """Each error has words in French and English that ask for no value but the documented ones."""
    for lang in ("fr", "en"):
        words = error(**dict.fromkeys(documented_values(error), "VALUE")).words(lang)
        assert words
        assert "{" not in words


def test_codes_are_distinct_and_leave_1_and_2_to_python() -> None:
    """A script can tell every error by its exit code."""
    codes = [error.code for error in ALL]
    assert len(set(codes)) == len(codes)
    assert min(codes) >= 3
    assert max(codes) < 126  # from 126 on, shells use them for themselves


def test_an_error_crosses_the_border_between_processes() -> None:
    """A worker's error arrives with its class and its words."""
    error = errors.NotFrench(file="avis.txt", language="de")
    arrived = pickle.loads(pickle.dumps(error))
    assert type(arrived) is errors.NotFrench
    assert arrived.words("fr") == error.words("fr")


@pytest.mark.parametrize("key", sorted(keys()))
def test_french_and_english_ask_for_the_same_values(key: str) -> None:
    """A phrase has the same blanks in both languages, so that neither can fail alone."""

    class Names(dict[str, str]):
        def __missing__(self, name: str) -> str:
            return "VALUE"

    blanks = []
    for lang in ("fr", "en"):
        filled = string.Formatter().parse(_raw(key, lang))
        blanks.append({name for _, name, _, _ in filled if name})
    assert blanks[0] == blanks[1]


def _raw(key: str, lang: str) -> str:
    from notices.phrases import _table

    return _table()[key][lang]


def test_a_phrase_in_an_unknown_language_is_english() -> None:
    """Somebody whose system speaks neither language gets English."""
    assert say("edition.plain", "de") == say("edition.plain", "en")
    assert say("edition.plain", "fr_FR.UTF-8") == say("edition.plain", "fr")
