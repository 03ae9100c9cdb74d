"""Which words are English: those of simplemma's dictionary, of texts of law and government, of our lexicon.

The second list holds the forms found at least five times in the corpora that the bundled package was trained
on; their sources and licences stand in its README. A form that is a hundred times more frequent on their
French side is marked `~`: "par", "mise".
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files

from notices.lexicon import terms

_FRENCH_FIRST = "~"
_CLIPPED = frozenset(
    "aren couldn didn doesn don hadn hasn haven isn ll re shouldn ve wasn weren won wouldn".split()
)


def is_english(word: str) -> bool:
    """Whether the word, in whatever case, is English, itself or all of its hyphenated parts."""
    return all(len(part) == 1 or part in _words() or _in_dictionary(part) for part in _parts(word))


def is_french(word: str) -> bool:
    """Whether a word of a French text is no English word: "de", "mairie"; not "police", "six"."""
    return any(_words().get(part, not _in_dictionary(part)) for part in _parts(word))


def _parts(word: str) -> list[str]:
    plain = re.sub(r"'s?$", "", word.lower().replace("’", "'"))
    return [part for part in plain.split("-") if part]


@cache
def _in_dictionary(word: str) -> bool:
    from simplemma import is_known

    return word in _CLIPPED or any(
        is_known(form, lang="en") for form in (word, word.capitalize(), word.upper())
    )


@cache
def _words() -> dict[str, bool]:
    """Each form, with whether it is French first."""
    packed = files(__package__).joinpath("english_words.txt.gz").read_bytes()
    listed = gzip.decompress(packed).decode("utf-8").split()
    own = (form for term in terms() for form in re.findall(r"[^\W\d_]+", term.en.lower()))
    return dict.fromkeys(own, False) | {
        form.rstrip(_FRENCH_FIRST): form.endswith(_FRENCH_FIRST) for form in listed
    }
