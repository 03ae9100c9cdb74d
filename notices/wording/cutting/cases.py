"""A long condition is told first, under its name, and what it binds says that it is bound: "Si ses revenus
augmentent de 1 800 euros, son aide pourrait baisser" -> "Cas : ses revenus augmentent de 1 800 euros. Dans ce
cas, son aide pourrait baisser."

What is bound never stands without its condition: "Dans ce cas" is a part of its sentence.
"""

from __future__ import annotations

import re

from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import is_female
from notices.wording.cutting.scope import conditioned
from notices.wording.cutting.shapes import begins, quoted, reaches_end, sound
from notices.wording.cutting.subjects import subject_of
from notices.wording.cutting.verbs import carriers, main_time, time_of
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, small

_LONG = 15
"""A sentence of so many words keeps its condition."""
_LEAST = 4
"""A condition of fewer words stays: "En cas de refus, ..."."""
_LEAST_BOUND = 4
_IF = re.compile(
    r"(?i)^(?:si\s+|(?P<it>s['’])(?=ils?\s)|(?:lorsque|quand|(?:dès\s+lors|tant)\s+que)\s+|(?:lorsqu|(?:dès\s+lors|tant)\s+qu)['’])(?P<said>.+)$"
)
_IN_CASE = re.compile(r"(?i)^en\s+cas\s+d(?:e\s+|['’])(?P<said>.+)$")
_JOINED = re.compile(r"(,|\s(?:et|ou))\s+d(?:e\s+|['’])")
_SHORT_NAME = 2
_WITH = re.compile(r"(?i)(?<![\w-])(?:accompagnée?s?|suivie?s?|due?s?|issue?s?)\s+(?:de|d['’])")
_PRONOUN = re.compile(r"(?i)^(?:il|elle|ils|elles|celui|celle|ceux|celles|on|ce|cela|c['’])(?:\s|(?<=['’]))")
_IMPERSONAL = re.compile(r"(?i)^il\s+(?:n['’]|ne\s+)?(?:y\s+(?:a|avait)|pleut|faut|gèle|neige)\b")
_BOUND_TWICE = re.compile(
    r"(?i)(?:^|[,;]\s*)(?:et|ou|mais)?\s*(?:si|s['’]ils?|lorsqu\w*|quand)(?![\w-])|\b(?:et|ou)\s+qu(?:e\s|['’])"
)
"""A second condition, or one that goes on."""
_ADDED = re.compile(
    r"(?i)(?:^|[\s,'’])(?:même|surtout|notamment|sauf|hormis|excepté|compris|ni|et|ou|mais|que|qu['’]|seulement|"
    r"uniquement|exclusivement|exemple|particulier|dont|tant|comme)\s*$"
)
_POINTS_BACK = re.compile(
    r"(?i)(?<![\w-])(?:ce|cet|cette|ces|son|sa|ses|leurs?|celui|celle|ceux|celles|en|y|lui)(?![\w-])"
)
"""What can only be understood behind what it points to."""
_RULE = re.compile(
    r"(?i)(?<![\w-])(?:vous|votre|vos|il\s+(?:est|faut|convient)|(?:peu|doi|pourr|devr)[a-zà-ÿ]*|tenue?s?|[a-zà-ÿ]{3,}ez)(?![\w-])"
)
"""What a real condition binds. "Si l'origine volontaire est privilégiée, la piste accidentelle n'est pas
écartée" opposes two facts."""
_ASKS = re.compile(
    r"(?i)^il\s+(?:est\s+(?:recommandé|conseillé|demandé|interdit|obligatoire|important|possible)|faut|convient)\b"
)
_SIGN = re.compile(r"(?i)(?<![\w-])(?:si|s['’]ils?|lorsqu\w*|quand|(?:dès\s+lors|tant)\s+qu\w*)(?![\w-])")
_TORN = re.compile(r"(?i)(?:dès\s+lors|tant)\s+$")
_THERE_IS = re.compile(r"(?i)^il\s+y\s+a\s+")
_UNREAL = re.compile(r"(?:ait|aient|ais|iez|ions)$")
_REAL = frozenset({"fait", "plaît", "connaît", "naît", "paraît", "disparaît", "satisfait", "soustrait"})
_FULL_CLAUSE = re.compile(r"^[a-zà-ÿ-]+ez\b", re.IGNORECASE)


def split(tree: Tree) -> tuple[str, ...] | None:
    """The condition, then what it binds; None where it is short, unreal or not alone."""
    if words_in(tree.text) <= _LONG:
        return None
    return _fronted(tree) or _trailing(tree)


def _fronted(tree: Tree) -> tuple[str, ...] | None:
    if not conditioned(tree.text):
        return None
    branch = next((t for t in tree.children(tree.root, "advcl", "obl") if begins(tree, t).place == 0), None)
    if branch is None or not tree.is_whole(branch):
        return None
    start, end = tree.span(branch)
    rest = tree.text[end:].lstrip(" ")
    if not rest.startswith(","):
        return None
    return _told(tree, branch, tree.text[start:end], rest.strip(" ,"))


def _trailing(tree: Tree) -> tuple[str, ...] | None:
    """The condition behind its clause, told before it."""
    if not _SIGN.search(tree.text):
        return None
    subject = subject_of(tree, tree.root)
    if conditioned(tree.text) or subject is None:
        return None
    if subject.pos == "PRON" and not _ASKS.match(tree.text) and subject.text.lower() not in ("il", "elle"):
        return None
    for branch in tree.children(tree.root, "advcl", "conj"):
        first = begins(tree, branch)
        torn = _TORN.search(tree.text[: first.start])
        start = torn.start() if torn else first.start
        if first.place <= tree.root.place or not _IF.match(tree.text[start:]):
            continue
        bound, clause = tree.text[:start].rstrip(" ,"), tree.text[start:].rstrip(" .")
        alone = "," not in clause or (reaches_end(tree, branch) and tree.is_whole(branch))
        if tree.text[:start].rstrip().endswith(",") and "," in clause:
            return None  # put between two commas: "ouvrira, si le temps le permet, le 3 mai"
        if _binds_the_last(tree, branch):
            return None
        if not alone or _ADDED.search(bound) or re.search(r"[;:]", bound) or _POINTS_BACK.search(clause):
            return None
        if subject.pos == "PRON" and not (_ASKS.match(tree.text) or _is_other(tree, subject, branch)):
            return None
        return _told(tree, branch, clause, bound)
    return None


def _binds_the_last(tree: Tree, branch: Token) -> bool:
    """True behind two verbs, where the condition may be one of the second alone: "débutera lundi et finira
    vendredi s'il fait beau"."""
    return any(
        tree.root.place < second.place < branch.place and time_of(tree, second) is not None
        for second in tree.children(tree.root, "conj")
        if second != branch
    )


def _is_other(tree: Tree, pronoun: Token, branch: Token) -> bool:
    """True where no noun of the condition can be what the pronoun behind it means: "il", "la déclaration"."""
    nouns = [t for t in tree.below(branch) if t.pos in ("NOUN", "PROPN", "PRON")]
    female = {is_female(tree, noun) for noun in nouns}
    return female == {pronoun.text.lower() == "il"}


def _told(tree: Tree, branch: Token, clause: str, bound: str) -> tuple[str, ...] | None:
    said = _said(tree, branch, clause)
    if said is None or words_in(said) < _LEAST or words_in(bound) < _LEAST_BOUND:
        return None
    if quoted(tree, begins(tree, branch)) or _BOUND_TWICE.search(said) or conditioned(bound):
        return None
    bound = re.sub(r"^alors\s+", "", bound)
    if not (has_finite_verb(bound) or _FULL_CLAUSE.match(bound)):
        return None
    if re.match(r"(?i)s(?:i\s|['’])", clause) and not (_RULE.search(bound) or _is_to_come(tree)):
        return None
    if _PRONOUN.match(said) and not _IMPERSONAL.match(said) and not _PRONOUN.match(bound):
        return None  # "s'il le demande, le locataire": who is meant is told later
    pieces = (f"Cas : {small(said)}", f"Dans ce cas, {small(bound)}")
    return tuple(map(capital, pieces)) if all(map(sound, pieces)) else None


def _alike(said: str) -> str | None:
    """ "vomissements ou de diarrhées" -> "vomissements ou diarrhées"; None where "de" may join another."""
    first = _JOINED.search(said)
    if first is None:
        return said
    before = said[: first.start()]
    if words_in(before) <= _SHORT_NAME and not re.search(
        r"(?i)(?<![\w-])(?:de|d['’]|à|par)(?![\w-])", before
    ):
        return _JOINED.sub(r"\1 ", said)
    return said if _WITH.search(before) else None


def _is_to_come(tree: Tree) -> bool:
    """True where the main clause is no fact yet."""
    return main_time(tree) in ("future", "conditional")


def _said(tree: Tree, branch: Token, clause: str) -> str | None:
    """The condition without its "si"; None where it tells what is not so, or when something will be."""
    if case := _IN_CASE.match(clause):
        return None if has_finite_verb(case["said"]) else _alike(case["said"])
    if_ = _IF.match(clause)
    if if_ is None or time_of(tree, branch) not in ("present", "past"):
        return None
    first = (*carriers(tree, branch), branch)[0].text.lower()
    if _UNREAL.search(first) and first not in _REAL:
        return None
    return _THERE_IS.sub("", if_["said"])
