"""One clause: whether a text is one, and what it is without a phrase of its own."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Tree
from notices.wording.framing.reach import SUBJECT, top
from notices.wording.framing.shapes import ELSEWHERE
from notices.wording.grammar import finite_verbs, has_finite_verb, words_in
from notices.wording.joints import join

_SHORTEST = 4
"""A main clause has so many words at least."""
_ELSEWHERE = re.compile(f"(?i){ELSEWHERE}")
_GOES_ON = re.compile(
    r"(?i)(?:$|[,;.:]|à\s+(?:compter|partir|l['’](?:occasion|issue|exception|exclusion))|(?:dans|sur|par|pour|du\s+\w*\s*\d|le\s+\w*\s*\d|jusqu|afin|sauf|dès|entre|"
    r"tous|toutes|chaque|sous|avant|après|pendant|durant|auprès|chez|vers|lors|depuis|excepté|hormis)"
    r"(?:\W|$))"
)
"""What may stand behind a phrase that was cut out."""
_GOES_ON_SURELY = re.compile(rf"(?i){_GOES_ON.pattern.removeprefix('(?i)')}|(?:à|aux?|en|avec|sans)\s")
"""The same, where a comma or its shape tells where the phrase ends."""
_LOOSE_END = re.compile(
    r"(?i)(?:\b(?:et|ou|ni|mais|de|du|des|à|au|aux|en|par|pour|sur|dans|avec|sans|sous|le|la|les|un|une|que|qui|"
    r"non|pas|plus|même|notamment|surtout|seulement|uniquement|exclusivement|compris|moins|soit|arrêté|décret|loi|"
    r"sauf|hors|dont|quel|quelle|tel|tels|telle|telles|ainsi|comme|où|principalement|essentiellement|entre)|"
    r"[cdjlmnstu]['’]|[:;(«–—-])$"
)
"""No sentence ends so, and no phrase is cut behind it."""
_AUXILIARY_END = re.compile(
    r"(?i)\b(?:est|sont|sera|seront|était|étaient|a|ont|aura|auront|doi(?:t|vent)|devra|devront|peu(?:t|vent)|pourra|pourront|"
    r"être|avoir|été)$"
)
_SUBORDINATE = re.compile(
    r"(?i)(?<![\w-])(?:(?:que|qui|si|quand|lorsque|dont|où|parce|car|mais|puisque|laquelle|lequel|lesquel\w+|auquel|"
    r"auxquel\w+|duquel|desquel\w+)(?!\w)|(?:qu|lorsqu|puisqu)['’]|s['’](?=ils?\b))|;|\s:\s"
)
_COMPARED = re.compile(
    r"(?i)\bdont\s+(?=(?:(?:au\s+moins|au\s+plus|plus\s+d|près\s+d|environ)\S*\s+)?(?:\d|une?\b|deux\b|trois\b))|"
    r"\b(?:autres?|ainsi|tels?|telles?|autant|aussi\s+bien|alors)\s+que\b|\bque\s+ce\s+soit\b"
)


def is_clause(text: str) -> bool:
    """True for one clause with its verb, and nothing subordinate."""
    return (
        words_in(text) >= _SHORTEST
        and has_finite_verb(text)
        and len(finite_verbs(text)) == 1
        and not _SUBORDINATE.search(_COMPARED.sub(" et ", text))
        and not _LOOSE_END.search(text.rstrip(". "))
        and not _AUXILIARY_END.search(text.rstrip(". "))
        and is_even(text)
    )


def is_loose(text: str) -> bool:
    """True where a text ends in a word that leads to what follows, or in an auxiliary."""
    return bool(_LOOSE_END.search(text.rstrip(". ")))


def is_even(text: str) -> bool:
    """True where each bracket and quotation mark has its partner."""
    return text.count("(") == text.count(")") and text.count("«") == text.count("»")


def is_bare(clause: str) -> bool:
    """True for "sont gérées", "doit se faire": the verb ends the clause, and says nothing alone."""
    last = re.search(r"[\w’'-]+$", clause.rstrip(". "))
    if last is None or "n" in word_tags(last[0]):
        return False
    return bool({"p", "i", "v"} & set(word_tags(last[0]))) or bool(re.search(r"ée?s?$", last[0]))


def is_last(after: str) -> bool:
    """True where nothing follows a phrase but another phrase of the verb behind a comma."""
    return not after.strip(" .") or bool(re.match(r",\s", after) and _ELSEWHERE.match(after.lstrip(", ")))


def without(tree: Tree, start: int, end: int, *, sure: bool = False) -> str | None:
    """The sentence without what stands between two characters; None where no whole clause would be left.
    `sure`: the shape of the phrase, not its tree, tells where it ends."""
    rest = _removed(tree, start, end, _GOES_ON_SURELY if sure else _GOES_ON)
    if rest is None or not (is_clause(rest) or _is_clause_behind_subject(tree, rest, start)):
        return None
    return rest


def _is_clause_behind_subject(tree: Tree, rest: str, start: int) -> bool:
    """True where the subject holds a relative clause, and the phrase stands set off behind the verb."""
    root = tree.root
    subject = tree.child(root, "nsubj")
    verb = min(
        [root.start, *(t.start for t in tree.children(root, "aux", "cop", "advmod") if t.start < root.start)]
    )
    if (
        subject is None
        or not subject.start < verb <= root.end <= start
        or tree.text[:start].rstrip()[-1:] != ","
    ):
        return False
    return is_clause(f"Cela {rest[verb:]}") and not _LOOSE_END.search(rest[:verb].rstrip())


def _removed(tree: Tree, start: int, end: int, behind: re.Pattern[str]) -> str | None:
    text = tree.text
    left, right = text[:start].rstrip(), text[end:].lstrip()
    if re.search(r"(?i)\bou\s+(?:depuis|pour|par|dans|en|à|sur|avec|sans|de)\s[^,]*$", left):
        return None
    if _LOOSE_END.search(left.rstrip(", ")) or not behind.match(right) or _ALSO.match(right):
        return None
    if not left:
        return _opened(right.lstrip(", "))
    if left.endswith(","):
        return _between_commas(tree, left, right, start, end)
    inserted = left.count(",") % 2 and _is_before_the_verb(tree, end)
    if right.startswith(",") and not inserted and not _GOES_ON_SURELY.match(right.lstrip(", ")):
        return None
    return _met(left, right)


def _opened(rest: str) -> str | None:
    """The sentence without the phrase that opened it: its subject stands first now, or what leads to it."""
    return rest if SUBJECT.match(rest) or rest[:1].isupper() else None


def _between_commas(tree: Tree, left: str, right: str, start: int, end: int) -> str | None:
    bare = left[:-1]
    if not right.strip(" ."):
        return bare + right.strip()
    if not right.startswith((",", ";")) or _RELATIVE.match(right) or not _is_of_the_verb(tree, end):
        return None
    fronted = _is_before_the_verb(tree, end) and (_is_fronted(tree, start) or bare.count(",") % 2)
    again = "," in bare[tree.root.end :] and not _OBJECT.match(right)
    if fronted or again or right.startswith(";") or _ELSEWHERE.match(right.lstrip(", ")):
        return f"{bare}{right}"
    return _met(bare, right.lstrip(", "))


def _is_of_the_verb(tree: Tree, end: int) -> bool:
    """True where what follows the comma does not go on with the phrase before it: "de" opens a complement of
    the verb."""
    following = next((t for t in tree.tokens if t.start >= end and t.pos != "PUNCT"), None)
    if following is None or not re.match(r"(?i)(?:d[ue]s?|et|ou|d['’])$", following.text):
        return True
    head = tree.head(top(tree, following))
    return head is None or (head.start < end and head.dep == "ROOT")


def _met(left: str, right: str) -> str | None:
    try:
        return join(f"{left} ", right) if right[:1] not in ",;." else left + right
    except ValueError:
        return None


_ALSO = re.compile(
    r"(?i),?\s*\b(?:et|ou|puis|mais)\s+(?:uniquement|seulement|sur|en|dans|par|chez|auprès|avec|sans|aux?|à|jusqu|dès|"
    r"du\s+\w*\s*\d|de\s+\d|le\s+\w*\s*\d|l['’]après)"
)
"""Another such phrase is joined to this one: they stay together."""
_OBJECT = re.compile(r"(?i),\s+(?:les?|la|l['’]|une?|des|du|de|d['’]|que|qu['’]|à|aux?)(?:\s|(?<=['’]))")
_RELATIVE = re.compile(
    r"(?i),\s*(?:qui|que|qu['’]|dont|où|auquel|auxquel|à\s+laquelle|lequel|laquelle|lesquel|duquel|desquel)"
)


def _is_before_the_verb(tree: Tree, end: int) -> bool:
    return tree.root.start >= end


def _is_fronted(tree: Tree, start: int) -> bool:
    subject = tree.child(tree.root, "nsubj", "expl")
    return subject is None or subject.start > start
