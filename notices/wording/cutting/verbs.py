"""Verbs in a tree: is it finite, what carries it, when does it hold."""

from __future__ import annotations

import re
from typing import Literal

from notices.lexicon import word_tags
from notices.syntax import Token, Tree
from notices.wording.grammar import participle_agreement

Time = Literal["past", "present", "future", "conditional"]

_FINITE: dict[str, Time] = {
    **dict.fromkeys("est sont a ont suis ai avons sommes avez êtes va vont".split(), "present"),
    **dict.fromkeys("était étaient avait avaient fut furent eut eurent".split(), "past"),
    **dict.fromkeys("sera seront aura auront".split(), "future"),
    **dict.fromkeys("serait seraient aurait auraient".split(), "conditional"),
}  # fmt: skip
_HAVE = frozenset({"a", "ont", "ai", "avons", "avez"})
_CARRIES = ("aux", "cop")


def carriers(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """The auxiliaries and "être" before a predicate."""
    return tuple(t for t in tree.children(verb, *_CARRIES) if t.place < verb.place)


def time_of(tree: Tree, verb: Token) -> Time | None:
    """When a predicate holds; None where it is no finite verb."""
    carried = carriers(tree, verb)
    if not carried:
        return _time_alone(tree, verb)
    first = carried[0].text.lower()
    if first in _HAVE and ("p" in word_tags(verb.text) or len(carried) > 1) and verb.pos != "NOUN":
        return "past"
    return _FINITE.get(first) or _ending(first) if "v" in word_tags(first) or first in _FINITE else None


def _time_alone(tree: Tree, verb: Token) -> Time | None:
    low = verb.text.lower()
    if verb.pos not in ("VERB", "AUX"):
        return None
    if low in _FINITE:
        return _FINITE[low]
    tags = word_tags(low)
    if "p" in tags and not tree.children(verb, "nsubj", "expl"):
        return None
    if {"v", "w"} & set(tags) and not low.endswith("ant") and not ("i" in tags and low.endswith("r")):
        return _ending(low)
    return _ending(low) if not tags and re.search(r"(?:ait|aient|èrent|era|eront)$", low) else None


def _ending(word: str) -> Time:
    if re.search(r"r(?:ait|aient)$", word):
        return "conditional"
    if re.search(r"(?:ra|ront)$", word):
        return "future"
    if re.search(r"(?:ait|aient|èrent|irent|urent)$", word) and word not in (
        "fait",
        "plaît",
        "connaît",
        "naît",
        "paraît",
    ):
        return "past"
    return "present"


def is_participle(token: Token) -> bool:
    """True for a past participle."""
    return participle_agreement(token.text) is not None or (
        "p" in word_tags(token.text) and token.pos in ("VERB", "ADJ")
    )


def is_infinitive(token: Token) -> bool:
    """True for an infinitive."""
    return "i" in word_tags(token.text) and bool(re.search(r"(?:er|ir|re|oir)$", token.text.lower()))


def negated(tree: Tree, verb: Token) -> bool:
    """True where the predicate is denied or restricted."""
    own = (*tree.children(verb), *(t for c in carriers(tree, verb) for t in tree.children(c)))
    return any(
        t.text.lower().replace("’", "'") in ("ne", "n'", "ni", "aucun", "aucune", "jamais") for t in own
    )


def auxiliary(tree: Tree, verb: Token) -> str | None:
    """What carries a participle, as it is said again: "a été", "sont", "seront"; None where there is none."""
    carried = [t.text.lower() for t in carriers(tree, verb)]
    return " ".join(carried) if carried and is_participle(verb) else None


def is_plural(tree: Tree, verb: Token) -> bool:
    """True where the ending of a predicate is plural."""
    carried = carriers(tree, verb)
    low = (carried[0] if carried else verb).text.lower()
    return bool(re.search(r"(?:ont|aient|ent)$", low)) and "v" in word_tags(low) + "v" * (low in _FINITE)


def main_verb(tree: Tree) -> Token | None:
    """The finite verb of the main clause: the root, or the first finite verb outside a relative clause."""
    if time_of(tree, tree.root) is not None:
        return tree.root
    found = (t for t in tree.tokens if t.pos in ("VERB", "AUX", "ADJ") and time_of(tree, t) is not None)
    return next((t for t in found if not t.dep.startswith(("acl", "aux", "cop"))), None)


def main_time(tree: Tree) -> Time | None:
    """When the main clause holds."""
    verb = main_verb(tree)
    return time_of(tree, verb) if verb else None


def finite_after(tree: Tree, place: int) -> Token | None:
    """The finite verb that stands right behind a place: "ne sont pas", "s'est déclaré"."""
    for token in tree.tokens[place + 1 : place + 6]:
        verbal = token.pos in ("VERB", "AUX") and bool({"v", "w"} & set(word_tags(token.text)))
        if token.text.lower() in _FINITE or verbal:
            head = tree.head(token)
            carries = token.dep.startswith(_CARRIES) and head is not None and head.place > token.place
            return head if carries else token
    return None
