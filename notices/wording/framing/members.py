"""Like things behind the verb become a list: "peut faire l'objet d'un recours gracieux, d'un recours
hiérarchique ou d'un recours contentieux" -> "peut faire l'objet :", one remedy an item.

What is said before them (a negation, an exception, a condition) stands in the head and holds for each.
"""

from __future__ import annotations

import re
from itertools import pairwise

from notices.lexicon import word_tags
from notices.syntax import Tree
from notices.wording.framing.clause import is_even, is_loose
from notices.wording.framing.reach import at
from notices.wording.framing.shapes import ELSEWHERE, LONG
from notices.wording.grammar import has_finite_verb, words_in

Listed = tuple[str, tuple[str, ...]]
"""The head of a list and its items."""

_JOINT = re.compile(r"\s*,\s+(?:(?P<word>et|ou|ni)\s+)?|\s+(?P<bare>et|ou|ni)\s+")
_KINDS = {
    "to do": r"(?:de\s+|d['’]|à\s+)(?:ne\s+(?:pas|plus)\s+)?"
    r"(?:l[ea]s?\s+|l['’]|leur\s+|y\s+|en\s+|se\s+|s['’])?[a-zà-ÿ]+(?:er|ir|re|oir)\b",
    "day": r"(?:le|du)\s+(?:\w+di\s+)?(?:\d{1,2}|1er)\s+[a-zà-ÿ]",
    "figure": r"de\s+\d",
    "de": r"(?:de\s|du\s|des\s|d['’])",
    "à": r"(?:à|aux?)\s",
    "where": r"(?:en\s+(?:mairie|préfecture|ligne)|à\s+(?:la\s+(?:mairie|préfecture)|celles?\s)|"
    r"sur\s+(?:le\s+site|internet))",
    "way": r"(?:par|sur|en\s+ligne|auprès|directement)\s",
    "par": r"par\s",
    "pour": r"pour\s",
    "chez": r"chez\s",
    "dans": r"dans\s",
    "avec": r"avec\s",
    "sans": r"sans\s",
}
_OPENING = {kind: re.compile(rf"(?i){pattern}") for kind, pattern in _KINDS.items()}
_PRONOUN = r"(?:l[ea]s?\s+|l['’]|leur\s+|lui\s+|y\s+|en\s+|se\s+|s['’])?"
_INFINITIVE = re.compile(rf"(?i)(?:ne\s+(?:pas|plus)\s+)?{_PRONOUN}(?P<verb>[a-zà-ÿ]+(?:er|ir|re|oir))\b")
_MODAL = re.compile(
    r"(?i)(?P<head>.*\b(?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|il\s+faut|il\s+faudra)"
    r"(?:\s+(?:aussi|également|toutefois|enfin|ensuite))?)\s+(?P<rest>\S.*)"
)
_NEGATED = re.compile(r"(?i)\bne\b|(?<!\w)n['’]")
_RELATIVE = re.compile(r"(?i)(?<![\w-])(?:qui|que|dont|où|quand|lorsque|si|auquel\w+|lesquel\w+)\b|\bqu['’]")
_OPEN = re.compile(r"(?i)(?:^|[\s,])(?:si|lorsque|quand|comme|tandis)\s|(?:^|[\s,])(?:s['’]il|lorsqu['’])")
_LAST_NAMED = re.compile(
    r"(?i)\bce(?:s|tte|lui-ci|lle-ci|ux-ci|lles-ci)?\s*derni\w+|\bcel(?:ui|le)-ci\b|\bceux-ci\b"
)
_PURPOSE = re.compile(
    rf"(?i)(?:\bpour|\bafin\s+d[e'’]|\bd[e'’]|\bà|\bsans)\s*(?={_PRONOUN}[a-zà-ÿ]{{2,}}(?:er|ir|oir)\b)"
)
_ELSEWHERE = re.compile(rf"(?i)(?<![\w'’-]){ELSEWHERE}")
_LEAST_OF_TWO = 5
"""Two things become a list where each has so many words."""
_VERY_LONG = 17
_LONGEST_HEAD = 22
_LEADS = re.compile(
    r"(?i)[\s,](?P<word>(?:en\s+cas|en\s+matière|en\s+raison|en\s+vue|à\s+cause|à\s+la\s+suite|à\s+l['’]aide|au\s+moyen|auprès|près|lors|"
    r"afin|à\s+partir|à\s+compter|au\s+titre))$"
)
"""Words that lead to "de", and go with it."""


def enumeration(tree: Tree) -> Listed | None:
    """The head of a list and its items, where a sentence of more than fifteen words ends in like things."""
    text = tree.text.rstrip(". ")
    if words_in(text) <= LONG or not is_even(text):
        return None
    listed = _either(text) or _to_do(text) or _things(tree, text) or _phrases(tree, text)
    return listed if listed and _is_sound(*listed) else None


_TO_DO = re.compile(r"(?i)\b(?:pour|à)\s[a-zà-ÿ]{2,}(?:er|ir|oir|re)\b")
_AS_WELL = re.compile(
    r"(?P<one>(?:(?:les?|la|une?|des)\s|l['’])[^;:]+),\s+ainsi\s+qu(?:e\s+(?P<two>(?:les?|la|des)\s[^;:]+|l['’][^;:]+)|"
    r"['’](?P<new>une?\s[^;:]+))$"
)


def _things(tree: Tree, text: str) -> Listed | None:
    """ "a prononcé la confiscation de deux véhicules, ainsi qu'une interdiction": two things that the verb
    brings."""
    match = _AS_WELL.match(text, tree.root.end + 1)
    head = text[: tree.root.end]
    if match is None or not has_finite_verb(head) or _TO_DO.search(match["one"]):
        return None
    things = (match["one"], match["two"] or match["new"])
    return None if any(map(_RELATIVE.search, things)) else (head, things)


def _either(text: str) -> Listed | None:
    """ "La demande est déposée, soit en ligne, soit en mairie" """
    starts = [m.start() for m in re.finditer(r"(?<![\w'’-])soit\s", text)]
    if len(starts) < 2 or any(not re.search(r"(?:,|\bou)\s*$", text[:s]) for s in starts[1:]):
        return None
    head = text[: starts[0]].strip(" ,")
    items = tuple(re.sub(r"[\s,]*(?:\bou)?[\s,]*$", "", text[a:b]) for a, b in pairwise((*starts, len(text))))
    return head, items


def _to_do(text: str) -> Listed | None:
    """ "Le public pourra consigner ses observations, les adresser par courrier" """
    modal = _MODAL.match(text)
    if not modal or not _is_infinitive(modal["rest"]) or words_in(text) <= _VERY_LONG:
        return None
    rest = modal["rest"]
    joints = [j for j in _joints(rest) if _is_infinitive(rest[j.end() :])]
    if not joints or _PURPOSE.search(rest[: joints[-1].start()]) or _OPEN.search(rest[: joints[-1].start()]):
        return None
    words = {_word(j) for j in joints}
    if _NEGATED.search(modal["head"]) or words - {""} - {_word(joints[-1])}:
        return None
    return modal["head"], _items(rest, joints)


def _is_infinitive(text: str) -> bool:
    match = _INFINITIVE.match(text)
    return match is not None and "i" in word_tags(match["verb"])


def _phrases(tree: Tree, text: str) -> Listed | None:
    """ "ne s'appliquent pas aux propriétaires, aux services publics, ni aux exploitants" """
    joints = _joints(text)
    for kind, opening in _OPENING.items():
        chain = _chain([j for j in joints if opening.match(text, j.end())], kind == "where")
        listed = _listed(tree, text, opening, chain) if chain else None
        if listed and _is_sound(*listed) and not goes_for_all(listed[1]):
            return listed
    return None


def _listed(tree: Tree, text: str, opening: re.Pattern[str], joints: list[re.Match[str]]) -> Listed | None:
    behind = _openers_behind_verb(tree, text, opening, joints[0].start())
    if not behind and len(joints) > 1 and joints[0].start() > tree.root.start:
        first, joints = joints[0].end(), joints[1:]
    elif (one := _first(tree, text, behind, joints[0])) is not None:
        first = one
    else:
        return None
    head, items = text[:first].strip(" ,"), _items(text[first:], joints, first)
    if len(items) == 2 and (words_in(text) <= _VERY_LONG or min(map(words_in, items)) < _LEAST_OF_TWO):
        return None
    if _word(joints[-1]) == "ni" and not _NEGATED.search(head):
        return None
    if opening is _OPENING["way"] and _ABOUT.match(items[0]):
        return None
    return _carried(head, items)


_ABOUT = re.compile(
    r"(?i)sur\s+(?:les\s|l['’]|la\s|ces?\s|son\s|sa\s|ses\s|leurs?\s)(?!registre|site|place|plate|cahier|borne|internet)"
)
"""What something is about, beside ways to say it: "vos observations sur les plans, sur le registre"."""


def _carried(head: str, items: tuple[str, ...]) -> Listed:
    """ "peut être retirée en cas" : "en cas" goes with each item."""
    match = _LEADS.search(head)
    if not match:
        return head, items
    return head[: match.start()].strip(" ,"), tuple(
        re.sub(r"^(ou )?", lambda m: f"{m[1] or ''}{match['word']} ", item, count=1) for item in items
    )


def _joints(text: str) -> list[re.Match[str]]:
    """The commas and conjunctions outside brackets and quotations."""
    return [
        m
        for m in _JOINT.finditer(text)
        if is_even(text[: m.start()]) and not (m[0].strip() == "," and text[m.end() - 1 : m.end()].isdigit())
    ]


def _chain(joints: list[re.Match[str]], twice: bool) -> list[re.Match[str]]:
    """The joints of one list: commas, then the conjunction that ends it; none where it does not end so.
    `twice`: a conjunction may stand before another."""
    if not joints or not _word(joints[-1]):
        return []
    return [*(j for j in joints[:-1] if not _word(j) or (twice and j["word"])), joints[-1]]


def _word(joint: re.Match[str]) -> str:
    return joint["word"] or joint["bare"] or ""


def _openers_behind_verb(tree: Tree, text: str, opening: re.Pattern[str], end: int) -> list[int]:
    found = re.finditer(rf"(?i)(?<![\w'’-])(?:{opening.pattern[4:]})", text[:end])
    return [m.start() for m in found if m.start() >= tree.root.start]


def _first(tree: Tree, text: str, behind: list[int], joint: re.Match[str]) -> int | None:
    """Where the first of like things begins: where the tree says so, or the only one whose first word is that
    of the second."""
    second = at(tree, joint.end())
    noun = tree.head(second) if second else None
    one = tree.head(noun) if noun is not None and noun.dep == "conj" else None
    if one is not None:
        starts = {tree.span(one)[0], *(t.start for t in tree.children(one, "case", "mark"))}
        said = [start for start in behind if start in starts]
        if said:
            return said[0]
    word = _opener(text[joint.end() :])
    same = [start for start in behind if _opener(text[start:]) == word]
    if len(same) == 1:
        return same[0]
    is_way = len(behind) == 1 and any(_OPENING[kind].match(text, behind[0]) for kind in ("way", "where"))
    return behind[0] if is_way else None


def _opener(text: str) -> str:
    """The first word of a phrase, its article with it: "d'un", "de la", "aux"."""
    match = re.match(r"(?i)(?:d['’]une?\b|de\s+l(?:a\b|['’])|d['’]|[\w-]+)", text)
    word = match[0].lower().replace("’", "'") if match else ""
    return "de" if word == "d'" else word


def _items(text: str, joints: list[re.Match[str]], offset: int = 0) -> tuple[str, ...]:
    edges = [(0, 0), *((j.start() - offset, j.end() - offset) for j in joints), (len(text), len(text))]
    items = [text[a[1] : b[0]].strip(" ,") for a, b in pairwise(edges)]
    if _word(joints[-1]) == "ou":
        items[-1] = f"ou {items[-1]}"
    return tuple(items)


_INSTITUTION = re.compile(
    r"(?i)\b(?:directions?|ministères?|ministres?|agences?|offices?|secrétariat|délégation|services?|code|commission|institut|"
    r"école|chambre)(?:\s+(?!de\b|du\b|des\b)[a-zà-ÿ]+){0,2}$"
)


def names_an_institution(head: str, item: str) -> bool:
    """True where the list is the rest of a name: "la direction régionale de l'environnement, de l'aménagement
    et du logement"."""
    return bool(_INSTITUTION.search(head)) and bool(re.match(r"(?i)d(?:[eu]|es)\s|d['’]", item))


def _is_sound(head: str, items: tuple[str, ...]) -> bool:
    """True where the head is a clause that leads to its items, each of which can stand apart."""
    return (
        2 <= words_in(head) <= _LONGEST_HEAD
        and has_finite_verb(head)
        and not is_loose(head)
        and not names_an_institution(head, items[0])
        and not _OPEN.search(head)
        and all(words_in(i) >= 2 and is_even(i) and not re.search(r"\s[;:]\s", i) for i in items)
        and not any(map(_is_clause, items))
        and not (_is_noun(items[0]) and any(map(_OPENING["to do"].match, items[1:])))
    )


_NOUN_OF = re.compile(r"(?i)(?:de\s+|d['’])(?P<word>[a-zà-ÿ]+)\s+(?:d[eu]s?\s|d['’])")


def _is_noun(item: str) -> bool:
    """True for "de supporter du club", which is no thing to do: what can be a noun and has its "de"."""
    match = _NOUN_OF.match(item)
    return match is not None and "n" in word_tags(match["word"])


def _is_clause(item: str) -> bool:
    said = re.sub(r"^(?:ou\s+)?soit\s+", "", item)
    return has_finite_verb(said) and not _RELATIVE.search(said) and not _LAST_NAMED.search(said)


def goes_for_all(items: tuple[str, ...]) -> bool:
    """True where what ends the last item may be meant of all of them."""
    last = items[-1]
    comma = re.search(r",\s(?!\d|quel|ou\s+à\s+défaut|même\s+si|le\s+cas\s+échéant)", last)
    if comma and not _LAST_NAMED.search(last) and not any("," in item for item in items[:-1]):
        return True
    tail = _ELSEWHERE.search(last, 1)
    if tail is None or _LAST_NAMED.search(last, tail.start()):
        return False
    return not any(_ELSEWHERE.search(item, 1) for item in items[:-1])
