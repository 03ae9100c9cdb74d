"""What announces a list is made short from its front: what hung on it stands before it."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing.hanging import announces
from notices.wording.framing.shapes import LONG
from notices.wording.grammar import has_finite_verb, starts_finite, words_in

_WITH = re.compile(
    r"^(?P<who>(?:En\s+conséquence,\s+)?[^,;:]+),\s+en\s+(?:accord|lien|concertation|partenariat|collaboration)\s+avec\s+"
    r"(?P<with>[^,;:]+),\s+(?P<rest>.+)$"
)
_AND_THIS = re.compile(r"^(?P<said>.+),\s+et\s+(?:ce|cela)\s+(?P<what>(?:pour|dans|à|aux?|en|sur)\s[^,;:]+)$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The company, then the sentence; or the sentence, then what it is for."""
    text = tree.text.rstrip(" :.")
    if words_in(text) <= LONG or not announces(text):
        return None
    company = _WITH.match(text)
    if company and starts_finite(company["rest"]):
        return f"Avec : {company['with']}", f"{company['who']} {company['rest']}"
    this = _AND_THIS.match(text)
    return (this["said"], f"C'est {this['what']}") if this and has_finite_verb(this["said"]) else None
