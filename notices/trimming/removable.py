"""What of a sentence may go: groups that stand beside its statement, found in its tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notices.facts import find_facts
from notices.syntax import Token, Tree, parse
from notices.wording.grammar import has_finite_verb, starts_finite


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a sentence that may go, with the comma or blank that goes with it."""

    start: int
    end: int
    loosely: bool
    """True where commas or brackets show that it stands beside the statement."""


_BINDS = frozenset(
    "hedge exception condition restriction prohibition duty attribution permission penalty".split()
)
_NEEDED = frozenset("phone email url amount".split())
_BOUND = re.compile(
    r"(?i)\b(?:sauf|hormis|hors|excepté|exception|exclusion|si|s['’]ils?|s['’]elles?|à condition|"
    r"sous (?:réserve|peine)|"
    r"à moins|dès (?:lors|qu)|à défaut|faute d|lorsqu|quand|en cas|sans|ni|seule?s?|uniquement|"
    r"exclusivement|selon|"
    r"d['’]après|présumée?s?|soupçonnée?s?|supposée?s?|jusqu['’]|au plus|au moins|tant que|y compris|"
    r"non plus|"
    r"aucune?|nul(?:le)?|jamais|pas|plus de|moins de|maximum|minimum|compris|avant|après|au plus tard|"
    r"pourr(?:a|ont)|pourrait|pourraient|à partir|à compter|dès|doi(?:t|vent)|devr(?:a|ont)|interdi\w+|"
    r"obligatoires?|décéd\w+|"
    r"morte?s?|"
    r"blessée?s?|tuée?s?|auquel cas|voire|née?s? (?:en|le))\b"
)
"""What binds a statement, or is one that a reader needs."""
_FRAME = re.compile(
    r"(?i)(?:dans le cadre|dans le contexte|dans un (?:souci|contexte)|au vu|compte tenu|eu égard|"
    r"conformément|"
    r"en (?:application|vertu|accord|liaison|concertation|collaboration|partenariat|coordination|raison)|"
    r"du fait|à la suite|suite à|à l['’]occasion|à l['’]initiative|à la demande|sur (?:la )?proposition|"
    r"sur décision|sur instruction|après avis|aux fins|afin d|en vue|sans préjudice|contrairement|"
    r"grâce|à cette occasion|en conséquence|pour mémoire|"
    r"sous (?:la (?:présidence|direction|responsabilité)|l['’]autorité)|à toutes fins|pour rappel|face à|"
    r"au regard|au moyen|par (?:arrêté|jugement|délibération|courrier) du)\b"
)
"""What surrounds a statement: its frame, its reason, its procedure."""
_ADDRESS = re.compile(
    r"(?i)\b(?:rue|place|avenue|boulevard|chemin|impasse|cedex|\d{5})\b|\b(?:au|le)\s+\d+(?!\s*\w*\s*(?:h|"
    r"\d{4}))\b"
)
_GOES_ON = re.compile(
    r"(?i)\s*,?\s*(?:qui|que|qu['’]|dont|où|lequel|laquelle|lesquel\w*|auquel|auxquel\w*|de|d['’]|des?|"
    r"du)\b|\s*,[^,;]*,\s*(?:de|d['’]|des|du)\b|\s*,\s*(?:\d|BP\b)"
)
"""What follows belongs to the group: it cannot go without it."""
_HANGS = re.compile(r"(?i)\b(?:voire|et|ou|soit|mais|que|si|ni|de|à|par|pour)\s*,\s*$")
_FRONTED = re.compile(
    r"(?i)(?:le|la|les|l['’])?\s*(?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\bà|au|aux|en|"
    r"dans|depuis|pendant|"
    r"durant|pour|par|du|de|après|avant|lors|selon|sur|sous|dès|chaque|toutefois|cependant|en revanche|"
    r"devant|face|malgré|sans|avec|hors|sauf|entre|vers|chez|faute|afin|"
    r"mais)\b"
)
"""What stands before the subject: the comma behind it stays, but not one between a subject and its verb."""
_PARTICIPLE = re.compile(r"(?i)(?:\w+(?:[éiu]|ées?|és|ies?|is|ite?s?|us?|ues?|erte?s?|inte?s?|ant)|né|née)$")
_CONCEDES = re.compile(
    r"(?i)(?:(?:en particulier|notamment|surtout|même) (?:si|s['’]|lorsqu|quand|pour|en cas)|même si|"
    r"quand bien même|bien que|quoique|quels? que|quelles? que|alors que|tandis que)\b"
)
_KINDS = {
    "acl": ("VERB", "ADJ", "ADV"),
    "acl:relcl": ("PRON", "ADV", "ADP", "SCONJ"),
    "appos": ("DET", "NOUN", "PROPN", "NUM", "ADJ"),
    "amod": ("ADJ", "VERB", "ADV"),
    "advcl": ("VERB", "SCONJ", "ADV", "AUX", "ADJ", "NOUN", "DET"),
    "parataxis": ("ADV", "VERB"),
}
"""Relations of groups beside a statement, and what such a group begins with. Where and when something
holds is never among them: without it, a statement would say more than the notice."""


def removable(text: str) -> tuple[Group, ...]:
    """The groups of a sentence that may go, each on its own; groups inside others are named, too."""
    found = [*_brackets(text), *_same_again(text), *_groups(parse(text))]
    return tuple(dict.fromkeys(g for g in found if not _needed(text[g.start : g.end].strip(" ,()"))))


_AND_SOMEBODY = re.compile(r",\s+(?:MM?\.|Mmes?|Mlles?|Me|Monsieur|Madame)\s")
"""Somebody named behind a comma within the group: the verb may want them, "recherche, sous la direction du
parquet, Mme Aubert"."""


_AND_TO_DO = re.compile(r"(?i),\s+(?:[ls]['’]|les?\s|la\s|se\s)?[a-zà-ÿ]{2,}(?:er|ir|oir|dre|tre)\s")
"""What somebody means to do, behind why: "entend, afin d'éviter les rumeurs, porter à la connaissance"."""


def _needed(group: str) -> bool:
    if re.match(
        r"(?i)(?:\d+|dont (?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)|ou|mais|ni|ainsi|de|du|"
        r"des|d['’]|tels? que|telles? que|tels? qu['’]|telles? qu['’])\b",
        group,
    ) or _ADDRESS.search(group):
        return True
    if _AND_SOMEBODY.search(group) or (_FRAME.match(group) and _AND_TO_DO.search(group)):
        return True
    if starts_finite(group):
        return True
    facts = [f for f in find_facts(group) if not f.weak]
    if any(f.kind in _NEEDED for f in facts):
        return True
    if _CONCEDES.match(group):
        return False
    inner = _FRAME.sub("", group, count=1)
    return bool(_BOUND.search(inner)) or any(f.kind in _BINDS for f in find_facts(inner) if not f.weak)


def _brackets(text: str) -> Iterator[Group]:
    for match in re.finditer(r"\s+\([^()]*\)", text):
        yield Group(match.start(), match.end(), loosely=True)


def _same_again(text: str) -> Iterator[Group]:
    """ ", c'est-à-dire le jour de ...": the same in other words."""
    for match in re.finditer(
        r",\s*(?:c['’]est-à-dire|autrement dit|en d['’]autres termes)\b[^,.;:]*(?=[,.;]|$)", text
    ):
        yield Group(match.start(), match.end(), loosely=True)


def _groups(tree: Tree) -> Iterator[Group]:
    beside: dict[int, Group] = {}
    for token in tree.tokens:
        if token.head >= 0 and token.pos != "PUNCT" and tree.is_whole(token):
            start, end = tree.span(token)
            if _FRAME.match(tree.text[start:end]):
                yield from _framed(tree, token, start, end)
            elif token.dep == "conj":
                yield from _second_verb(tree, token, start, end)
            elif _begins(tree, token) and not (
                _listed(tree, token) or _named_after(tree, end) or _may_be_the_object(tree, token)
            ):
                beside |= {group.start: group for group in _beside(tree.text, start, end)}
    after_another = {group.end - 1 for group in beside.values()} | {group.end for group in beside.values()}
    yield from (group for group in beside.values() if group.start not in after_another)


_OBJECTS = ("obj", "ccomp", "xcomp", "attr", "expl")


def _may_be_the_object(tree: Tree, token: Token) -> bool:
    """True for a noun that the verb may want, and that stands behind what was put between: "a créé, à
    l'article 3, une aide"."""
    root = tree.root
    if not token.dep.startswith("appos") or token.place < root.place:
        return False
    if tree.child(token, "det") is None and not re.match(
        r"(?:MM?\.|Mmes?|Mlle|Me|Monsieur|Madame)$", token.text
    ):
        return False
    if root.pos != "VERB" or any(t.dep in ("aux:pass", "cop") for t in tree.children(root)):
        return False
    return not any(t.dep.startswith(_OBJECTS) and t.place > root.place for t in tree.children(root))


def _begins(tree: Tree, token: Token) -> bool:
    """True for a relation of groups beside a statement that begins as such a group does."""
    first = next(t for t in tree.below(token) if t.pos != "PUNCT")
    if first.pos in ("VERB", "AUX") and not _PARTICIPLE.match(first.text):
        return False
    kind = token.dep if token.dep in _KINDS else token.dep.partition(":")[0]
    return first.pos in _KINDS.get(kind, ())


def _named_after(tree: Tree, end: int) -> bool:
    """True where what the group names is explained behind it: "en mairie de Courtemelle, siège de ..."."""
    after = re.match(r"\s*[,–—]\s*", tree.text[end:])
    at = end + after.end() if after else -1
    return any(t.start == at and t.pos in ("NOUN", "PROPN", "NUM") for t in tree.tokens)


_WANTS = re.compile(
    r"(?i)(?:ment|(?<![\w-])(?:est|sont|été|être|rester?|restent|restera|demeurer?|demeurent|placée?s?|mise?s?|"
    r"soumise?s?|sera|seront))\s*$"
)
"""What is nothing without what follows: "devront rester sous la responsabilité de l'exposant"."""


def _framed(tree: Tree, token: Token, start: int, end: int) -> Iterator[Group]:
    """ "Dans le cadre de ..., ", ", conformément à ...,", " en application de ..."."""
    text = tree.text
    after = re.match(
        r"(?:\s*,\s*(?:dont|qui|où|datant)\b[^,;]*)?\s*,\s*(?!\s*(?:dont|qui|de|et)\b)", text[end:]
    )
    if (
        start == 0
        and after
        and not re.match(
            r"(?:dans|le \d|du|en|à|au|ce)\b[^,;]*,\s*(?:de|d['’]|du|des)\b", text[end + after.end() :]
        )
    ):
        yield Group(0, end + after.end(), loosely=True)
        return
    if _GOES_ON.match(text[end:]) or _WANTS.search(text[:start]):
        return
    if re.search(r"[,–—]\s*$", text[:start]):
        yield from _beside(text, start, end)
    elif len(re.split(r"[,;:]\s", text[:start])[-1].split()) > 3 and _ends(text, end):
        yield Group(len(text[:start].rstrip()), end, loosely=False)


def _beside(text: str, start: int, end: int) -> Iterator[Group]:
    """A group between commas, or behind a comma at the end."""
    before = re.search(r"\s*[,–—]\s*$", text[:start])
    if _CARRIES.search(text[:start]):
        return
    if before and _ends(text, end) and not _GOES_ON.match(text[end:]) and not _HANGS.search(text[:start]):
        closing = (
            None
            if _FRONTED.match(text)
            and not has_finite_verb(text[:start])
            and not starts_finite(text[end:].lstrip(" ,–—"))
            else re.match(r"\s*[,–—]", text[end:])
        )
        yield Group(before.start(), end + closing.end() if closing else end, loosely=True)


_CARRIES = re.compile(
    r"(?i)\b(?:avoir|être|a|ont|est|sont|été|avait|avaient|aurait|auraient|ser(?:a|ont)|était|étaient)\s*,[^,;]*,\s*$"
)
"""What stands between it and its participle: "d'avoir, sous ce nom, démarché des clients"."""


def _ends(text: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:[,–—;]|\.?\s*$)", text[end:]))


def _listed(tree: Tree, token: Token) -> bool:
    """True for one of several things of a kind: "le fer, le cuivre, le zinc"."""
    head = tree.head(token)
    segment = tree.text[: token.start].rstrip(" ,").rpartition(",")[2]
    if re.match(r"(?i)\s*(?:notamment|comme|telles?|tels?|par exemple|soit|à savoir)\b", segment):
        return True
    several = bool(tree.children(token, "conj", "cc")) and token.dep in ("appos", "nmod", "amod")
    return several or (head is not None and head.dep == token.dep == "appos")


def _second_verb(tree: Tree, token: Token, start: int, end: int) -> Iterator[Group]:
    """A second participle of the same subject, at the end: "et confiée à la brigade"."""
    joined = re.match(r"(?i)(?:et|puis)\s+(\w+)", tree.text[start:end])
    participle = joined and joined[1] == token.text and _PARTICIPLE.match(token.text)
    ends = re.match(r"\s*(?:;|\.?\s*$)", tree.text[end:])
    if participle and ends and token.pos == "VERB" and not tree.child(token, "nsubj"):
        yield Group(len(tree.text[:start].rstrip(" ,")), end, loosely=False)
