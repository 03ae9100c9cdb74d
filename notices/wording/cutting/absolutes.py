"""A participle with a subject of its own becomes a sentence: ", l'ébullition n'étant pas suffisante" ->
"L'ébullition n'est pas suffisante"; before the main clause it is told first."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import is_many
from notices.wording.cutting.scope import attribution
from notices.wording.cutting.shapes import quoted, sound
from notices.wording.cutting.verbs import Time, main_time
from notices.wording.grammar import (
    cut,
    has_finite_verb,
    is_plural,
    participle_agreement,
    present,
    starts_noun_phrase,
    tokens,
    words_in,
)
from notices.wording.joints import capital, small, tidy

_NOW = re.compile(
    r"(?i)\b(?:à ce jour|à ce stade|actuellement|désormais|toujours|aujourd'hui|pour l'instant)\b"
)
_BE = {
    ("present", False): "est",
    ("present", True): "sont",
    ("past", False): "était",
    ("past", True): "étaient",
}
_HAVE = {False: "a", True: "ont"}
_CAUSE = re.compile(
    r"^(?:émis|rendu|donné|constaté|demandé|décidé|estimé|considéré|révélé|montré|"
    r"mis en évidence|confirmé|jugé)\b"
)
_PRONOUN = re.compile(r"(?i)^(?:il|elle|ils|elles)\s")
_GROUP = re.compile(
    r"(?i)^(?:les|des|tous les|toutes les)\s+(?:personnes|foyers|familles|candidate?s|usagers|entreprises|"
    r"habitante?s|associations|véhicules|élèves|enfants|"
    r"parents|ménages|propriétaires|locataires|agents|salariés|assurés)\b"
)
"""Who is meant, and not what happened: "les personnes ayant un enfant"."""
_NOT_SUBJECTS = re.compile(
    r"(?i)^(?:en|de|d['’]|à|au|aux|dans|par|pour|sur|ce|cela|toute?s?|chaque|aucune?|ne|n['’]|si|quand|lorsque|"
    r"les personnes|celui|celle|ceux|celles|quiconque)\b"
)


_NEW = re.compile(r"(?i)(?:une?|des)\s")
_NONE = re.compile(r"(?i)^aucune?\s[a-zà-ÿ]+$")


def split(tree: Tree) -> tuple[str, ...] | None:
    """The main clause and what went with it, in the order of the sentence; a decision before its cause."""
    if not _has_subject(tree.text):
        return None
    found = [t for t in tree.tokens[1:] if _is_present(t) and not quoted(tree, t)]
    return next((pieces for t in found if (pieces := _apart(tree, t))), None)


def _has_subject(text: str) -> bool:
    """True where a present participle stands behind what can be its subject."""
    start = 0
    for word in tokens(text):
        if word.text in (",", ";", ":"):
            start = word.end
        elif word.text.endswith("ant") and "g" in word.tags and _subject(text[start : word.start].lstrip()):
            return True
    return False


def _is_present(token: Token) -> bool:
    """True for a present participle."""
    return token.text.endswith("ant") and "g" in word_tags(token.text) and token.pos != "NOUN"


def _apart(tree: Tree, participle: Token) -> tuple[str, ...] | None:
    start = max(
        (t.place + 1 for t in tree.tokens[: participle.place] if t.text in (",", ";", ":")), default=0
    )
    clause = cut(tree.text[tree.tokens[start].start :], ",")
    subject = _subject(tree.text[tree.tokens[start].start : participle.start])
    if subject is None or main_time(tree) is None:
        return None
    head = attribution(tree.text)
    if start == 0 or tree.text[: tree.tokens[start].start] == head:
        return _first(tree, participle, subject, clause, head)
    if _NEW.match(subject[0]) and participle.text.lower() not in ("ayant", "étant"):
        return None  # "un suivi comportant des soins" is a thing, and no clause
    told = _told(tree, participle, subject, tree.text[participle.end :])
    rest = tree.text[: tree.tokens[start].start].rstrip(" ,")
    if told is None or not sound(rest) or not _is_last(tree, participle):
        return None
    pieces = (rest, f"{head}{small(told)}" if head else told)
    return pieces if all(map(sound, pieces)) else None


def _first(
    tree: Tree, participle: Token, subject: tuple[str, bool], clause: tuple[str, ...], head: str
) -> tuple[str, ...] | None:
    """ "La commission ayant émis un avis, la salle est fermée" """
    if len(clause) > 2 and _DAY.match(
        clause[1]
    ):  # "obtenues à deux jours d'intervalle, les 23 et 25 février"
        clause = (f"{clause[0]}, {clause[1]}", *clause[2:])
    rest = ", ".join(clause[1:])
    pronoun = _PRONOUN.match(rest)
    if not pronoun and (participle.text.lower() not in ("ayant", "étant") or not starts_noun_phrase(rest)):
        return None
    if not rest or not has_finite_verb(rest) or _GROUP.match(subject[0]):
        return None
    told = _told(tree, participle, subject, tree.text[participle.end : len(head) + len(clause[0])])
    if told is None:
        return None
    said = tree.text[participle.end :].strip()
    if participle.text.lower() == "ayant" and _CAUSE.match(said):
        pieces: tuple[str, ...] = (capital(rest), f"Cause : {small(told)}")
    else:
        pieces = (told, capital(rest))
    return pieces if all(map(sound, pieces)) else None


_HOLDS_ANOTHER = re.compile(r"(?i)(?:(?<![\w-])(?:étant|ayant)\s.*\set\s|\bn['’](?:étant|ayant)\s)")
"""Another clause of the same shape: "les lots n'étant pas touchés et les stocks"."""
_DAY = re.compile(
    r"(?i)(?:(?:hier|ce|le|les|du|entre\s+le)\s+)?(?:\w+di\s+)?\d{1,2}(?:er)?\s(?:(?:et|au|ou)\s(?:le\s+)?\d{1,2}\s)?"
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s\d{4})?$"
)


def _subject(before: str) -> tuple[str, bool] | None:
    """The subject before the participle and whether it is denied; None where there is none."""
    denied = re.search(r"\s+n(?:['’]|e\s+)$", before)
    subject = (before[: denied.start()] if denied else before).strip()
    if _HOLDS_ANOTHER.search(subject):
        return None
    if denied and _NONE.match(subject):
        return capital(subject), True
    if (
        not subject
        or _NOT_SUBJECTS.match(subject)
        or not starts_noun_phrase(subject)
        or has_finite_verb(subject)
    ):
        return None
    return subject, bool(denied)


_REFLEXIVE = re.compile(r"(?<=\bs['’])\s+")
""" "les contrevenants s'exposant": the pronoun stands at its verb."""


def _told(tree: Tree, participle: Token, subject: tuple[str, bool], said: str) -> str | None:
    who, denied = subject
    many = _many(tree, who) or bool(_AND_ANOTHER.search(who) and _shows_many(said))
    verb = _verb(participle.text.lower(), main_time(tree), many, said)
    if verb is None or words_in(said) < 1 or _SECOND.search(said):
        return None
    said = _AND_AGAIN.sub(lambda m: f"et {_verb(m[1], main_time(tree), many, said)}", said)
    negation = "" if not denied else "n'" if verb[0] in "aeéiou" else "ne "
    return tidy(_REFLEXIVE.sub("", f"{capital(who)} {negation}{verb} {said.strip()}"))


_AND_AGAIN = re.compile(r"(?<![\w-])et (étant|ayant)(?![\w-])")
"""A second participle of the same subject: "n'étant admise qu'en été et étant proscrite en ville"."""
_SECOND = re.compile(
    r"(?i)(?:,|\set)\s+(?:(?:les?|la|une?|des|ces|cette|cet?|ses|son|sa|leurs?|d['’]autres)\s+|l['’])[^,;:]{2,40}?(?<=\s)"
    r"(?:n['’]|ne\s+)?[a-zà-ÿ]{2,}ant\s"
)
"""Another participle with a subject of its own: "et les stocks couvrant onze semaines"."""


_AND_ANOTHER = re.compile(r"(?i)\set\s+(?:(?:les?|la|une?|des|son|sa|ses|leurs?|ce|cette)\s|l['’])")


def _many(tree: Tree, who: str) -> bool:
    if _AND_ANOTHER.search(who) and not re.search(r"(?i)\bd(?:e|es|u)\s", who.split(" et ")[0]):
        return True
    nouns = [
        t
        for t in tree.tokens
        if t.pos == "NOUN" and tree.text.find(who) <= t.start < tree.text.find(who) + len(who)
    ]
    first = is_many(tree, nouns[0]) if nouns else None
    return is_plural(who) if first is None or re.match(r"(?i)(?:leurs?|son|sa|le|la|l['’])\b", who) else first


def _shows_many(said: str) -> bool:
    """True for "pas limités"."""
    first = re.match(r"\s*(?:(?:pas|plus|donc)\s+)?([a-zà-ÿ]+)", said)
    shown = participle_agreement(first[1]) if first else None
    return shown is not None and shown[1] == "p"


def _verb(participle: str, time: Time | None, many: bool, said: str) -> str | None:
    past = time == "past" and not _NOW.search(said)
    if participle == "ayant":
        return _HAVE[many]
    if participle == "étant":
        return _BE["past" if past else "present", many]
    if past:
        return f"{participle[:-3]}{'aient' if many else 'ait'}"
    return present(participle, many)


def _is_last(tree: Tree, participle: Token) -> bool:
    """True where no main clause goes on behind it."""
    return (
        not has_finite_verb(tree.text[participle.end :].split(" qui ")[0].split(" que ")[0])
        or "," not in tree.text[participle.end :]
    )
