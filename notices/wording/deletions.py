"""What can go from a statement without a loss: helpers named at its end, words that only fill."""

from __future__ import annotations

import re

from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import tidy

_HELPERS = re.compile(
    r",\s+avec\s+(?:l['’](?:appui|aide|assistance)|le\s+(?:concours|soutien|renfort|appui))\s+(?:de|"
    r"du|des|d['’])\s*[^,;:]+$"
)
_FILLERS = re.compile(
    r"(?i)(?<![\w-])(?:bien évidemment|bien entendu|naturellement|tout naturellement|tout "
    r"particulièrement|tout simplement|"
    r"en quelque sorte|à l['’]évidence|de facto|pleinement|joyeusement)(?:,)?\s"
)
_PRECAUTION = re.compile(r"(?i)^par mesure de (?:précaution|sécurité|prudence),\s*")
_COUNTED = re.compile(r"(?i)^au total,?\s+(?=plus|moins|près|\d)")


def shorter(statement: str) -> str:
    """The statement without its fillers, and without the helpers at its end where it is long."""
    text = _PRECAUTION.sub("", _COUNTED.sub("", _FILLERS.sub("", statement.rstrip(". "))))
    helpers = _HELPERS.search(text)
    if (
        helpers
        and words_in(text) > 12
        and not has_finite_verb(helpers.group())
        and not re.search(r"\d", helpers.group())
    ):
        text = text[: helpers.start()]
    return tidy(text)
