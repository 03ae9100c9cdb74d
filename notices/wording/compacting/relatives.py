"""A relative clause of a participle is the participle: "le dossier qui a été déposé" -> "le dossier déposé".
What stands behind a comma is news, and stays a clause: it becomes a sentence of its own."""

from __future__ import annotations

import re

from notices.lexicon import word_tags

_RELATIVE = re.compile(
    r"(?P<noun>[^\W\d_][\w’'-]*|\d{4}) qui (?:est|sont|était|étaient|a été|ont été|avait été|avaient été) "
    r"(?P<adverb>(?:[a-zà-ÿ]+ment|déjà|très|plus|encore|toujours|aussi|alors|désormais) "
    r")?(?P<word>[a-zà-ÿœ]+)(?= (?P<next>[a-zà-ÿœ'’]+)|[.,;:]|$)"
)
_NO_NOUN = frozenset(
    "ce ceux celui celle celles et ou mais ne pas est sont moi lui elle eux nous vous".split()
)
_NOT = frozenset("pas que le la les un une de en à au du ce cette celui donc".split())


def rule(text: str) -> str:
    """The text without "qui est" before a participle that stands at its noun."""
    return _RELATIVE.sub(_bare, text) if " qui " in text and "«" not in text else text


def _bare(match: re.Match[str]) -> str:
    word, noun = match["word"], match["noun"].lower()
    tags = word_tags(word)
    is_past = match.group().split(" qui ", 1)[1].startswith(("a été", "ont été", "avait été", "avaient été"))
    said = "p" in tags or (not is_past and "a" in tags and "n" not in tags)
    if not said or noun in _NO_NOUN or word in _NOT or (match["next"] or "") in ("que", "qu'"):
        return match.group()
    if word_tags(noun) and not set("na") & set(word_tags(noun)) and not match["noun"][0].isupper():
        return match.group()
    return f"{match['noun']} {match['adverb'] or ''}{word}"
