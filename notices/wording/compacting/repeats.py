"""A preposition that stands before each name of a list is said once: "de Kerorven, de Plouazel et de
Trémadec" -> "de Kerorven, Plouazel et Trémadec"."""

from __future__ import annotations

import re

_LIST = re.compile(
    r"\b(?P<prep>[Àà] |[Dd]e |[Dd]['’]|[Ee]n )(?P<name>[A-ZÀ-ÝŒ][\w’'-]+(?: [A-ZÀ-ÝŒ][\w’'-]+)*)"
    r"(?P<others>(?:, (?:à |de |d['’]|en )[A-ZÀ-ÝŒ][\w’'-]+(?: [A-ZÀ-ÝŒ][\w’'-]+)*)*"
    r" (?P<and>et|ou) (?:à |de |d['’]|en )[A-ZÀ-ÝŒ][\w’'-]+(?: [A-ZÀ-ÝŒ][\w’'-]+)*)(?![\w’'-])"
)
_OF = frozenset({"de ", "d'"})


def rule(text: str) -> str:
    """The text with such a preposition said once."""
    if " et " not in text and " ou " not in text:
        return text
    return _LIST.sub(_once, text)


def _once(match: re.Match[str]) -> str:
    prep = match["prep"].lower().replace("’", "'")
    own = _OF if prep in _OF else {prep}
    others = re.split(r"(, | (?:et|ou) )", match["others"])[1:]
    out = match["prep"] + match["name"]
    for joint, other in zip(others[::2], others[1::2], strict=True):
        again = re.match(r"(?:à |de |en |d['’])", other)
        if again is None or again.group().replace("’", "'") not in own:
            return match.group()
        out += joint + other[again.end() :]
    return out
