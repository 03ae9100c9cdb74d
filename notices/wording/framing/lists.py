"""A long row of subjects becomes a list: "A, B et C sont chargés de X" -> "Sont chargés de X :", A, B, C."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.grammar import comma_parts, has_finite_verb, starts_noun_phrase, words_in
from notices.wording.joints import capital, small

_LONG = 20
_LONGEST_HEAD = 16
_BE = re.compile(r"(?i)\b(?:sont|seront|ont\s+été|doivent|devront|peuvent|pourront|étaient|ont)\b(?=\s)")
_EACH = re.compile(r",?\s+chacune?s?\s+(?:en|pour)\s+ce\s+qui\s+(?:le|la|les)\s+concerne,?(?=\s)")
_LAST = re.compile(r"^(?P<one>.+?),?\s+et\s+(?P<other>(?:les?|la|des|une?|ses|leurs?|M\.|Mme)\s.+|l['’].+)$")


def enumeration(tree: Tree) -> tuple[str, tuple[str, ...]] | None:
    """The predicate as the head of a list, and its subjects as items; None where there are fewer than three
    or one is more than a plain noun phrase."""
    text = _EACH.sub("", tree.text.rstrip(". "))
    verb = _BE.search(text)
    if words_in(text) <= _LONG or not verb or has_finite_verb(text[: verb.start()]):
        return None
    items = _items(text[: verb.start()].strip(" ,"))
    head = text[verb.start() :]
    if len(items) < 3 or not _is_head(head) or not _is_about(tree, verb.start()):
        return None
    return capital(head), tuple(small(item) for item in items)


def _items(subject: str) -> tuple[str, ...]:
    """The subjects; none where something else stands among them."""
    parts = list(comma_parts(subject))
    last = _LAST.match(parts[-1])
    if len(parts) < 2 or not last:
        return ()
    items = (*parts[:-1], last["one"], last["other"])
    plain = all(
        starts_noun_phrase(item)
        and words_in(item) <= 14
        and item.count("(") == item.count(")")
        and not re.search(r"\b(?:étant|ayant)\b", item)
        for item in items
    )
    return items if plain else ()


def _is_head(head: str) -> bool:
    return words_in(head) <= _LONGEST_HEAD and not re.search(
        r"[,;:]|\b(?:que|qui|dont|où|ils|elles|leurs?)\b", head
    )


def _is_about(tree: Tree, start: int) -> bool:
    """True where the verb is that of the main clause."""
    root = tree.root
    first = min([root.start, *(t.start for t in tree.children(root, "aux", "cop"))])
    return first <= start <= root.end
