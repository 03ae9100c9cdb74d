"""Verbs of one subject become a sentence each, the subject and what carries the verb said again.

"Un homme a été mis en examen et placé en détention" -> "Il a été placé en détention." The joint is found by
its words: which word "et" joins is what a parser knows least.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from notices.lexicon import word_tags
from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import agree
from notices.wording.cutting.scope import bound, only_condition, widely_bound
from notices.wording.cutting.shapes import before, quoted, sound
from notices.wording.cutting.signs import second_verb
from notices.wording.cutting.subjects import each, is_open, pronoun_for, said_again, subject_of
from notices.wording.cutting.verbs import (
    auxiliary,
    carriers,
    is_participle,
    is_plural,
    main_verb,
    negated,
    time_of,
)
from notices.wording.grammar import participle_agreement, starts_finite
from notices.wording.joints import capital, small

_JOINTS = frozenset({"et", "puis", "mais"})
_RELATIVES = frozenset(
    "qui que qu' qu’ dont où lequel laquelle lesquels lesquelles si lorsque lorsqu' quand".split()
)
_PERSONAL = re.compile(
    r"(?:placé|incarcéré|écroué|condamné|remi[st]|libéré|présenté|déféré|entendu|interpellé|hospitalisé|transporté|"
    r"confié|laissé|mis|conduit|évacué|relogé|prolongé|prorogé|notifié|publié|affiché|transmis)e?s?$"
)
"""What is done to persons and acts, and hardly to another word before the joint."""
_MODAL = re.compile(r"(?i)(?:doi(?:t|vent)|peu(?:t|vent)|devr(?:a|ont|ait|aient)|pourr(?:a|ont|ait|aient))$")
"""Said twice, it joins what is to be done: "devra attendre qu'elle soit claire et ne devra pas boire"."""
_TURNS = re.compile(
    r"(?:(?:a|ont)\s+)?(?:été\s+)?(?:repris|rouvert|recommencé|redémarré|rétabli|levé|relaxé|acquitté)"
)
"""What ended a stop or a charge is told with it: "ont été suspendues et ont repris le 12"."""
_ACTIVE = ("a", "ont")


_OF_ANOTHER = re.compile(
    r"(?i)(?:ne\s+)?(?:(?:les?|la|lui|leur)\s|l['’])(?=(?:a|ont|avai[a-z]+|aur[a-z]+|[a-zà-ÿ]+(?:e|ent|t))\b)"
)
Naming = Callable[[Tree, Token], str | None]


def split(tree: Tree) -> tuple[str, ...] | None:
    """The first verb's sentence and the rest with its subject; None where the subject is not sure."""
    return _split(tree, said_again)


def split_with_pronoun(tree: Tree) -> tuple[str, ...] | None:
    """The same with "Il" or "Elle" for the subject."""
    return _split(tree, pronoun_for)


def _split(tree: Tree, naming: Naming) -> tuple[str, ...] | None:
    if not second_verb(tree.text):
        return None
    verb = main_verb(tree)
    subject = subject_of(tree, verb) if verb else None
    if verb is None or subject is None or not _belong(tree, subject, verb):
        return None
    if is_open(tree, subject):
        naming = pronoun_for if subject.pos == "PRON" else each
    if only_condition(tree.text, verb.start):
        return None
    joints = [t for t in tree.tokens[verb.place + 1 : -1] if t.text.lower() in _JOINTS or t.text == ","]
    return next((p for joint in joints if (p := _apart(tree, verb, subject, joint, naming))), None)


def _belong(tree: Tree, subject: Token, verb: Token) -> bool:
    """True where the subject agrees with the verb, and no relative clause without a verb of its own stands
    between them: then the verb would be the relative's."""
    between = tree.tokens[subject.place + 1 : verb.place]
    relatives = sum(t.text.lower() in _RELATIVES for t in between)
    verbs = sum(t.pos in ("VERB", "AUX") and time_of(tree, t) is not None for t in between)
    own = {t.place for t in carriers(tree, verb)}
    verbs -= sum(t.place in own for t in between if t.pos == "AUX" and time_of(tree, t) is not None)
    return agree(tree, subject, verb) and relatives <= verbs


def _apart(tree: Tree, verb: Token, subject: Token, joint: Token, naming: Naming) -> tuple[str, ...] | None:
    second = _second(tree, joint)
    if second is None or quoted(tree, joint) or not _is_sure(tree, verb, joint, second):
        return None
    rest = tree.text[joint.end :].strip(" ,")
    if _TURNS.match(rest) or _is_noun(second, rest):
        return None
    if time_of(tree, second) is None or not starts_finite(rest):
        carried = _carried(tree, verb, second)
        if carried is None or not rest.lower().startswith(second.text.lower()):
            return None
        rest = f"{carried} {rest}"
    elif is_plural(tree, second) != is_plural(tree, verb):
        return None
    again = naming(tree, subject)
    if naming is pronoun_for and _OF_ANOTHER.match(rest):
        return None  # "Il l'a condamné": who whom?
    if again is None or widely_bound(rest) or _bare(tree, verb, joint):
        return None
    left, sentence = before(tree, joint), f"{again} {rest}"
    if joint.text.lower() == "mais":
        sentence = f"Mais {small(sentence)}"
    pieces = (left, capital(bound(left, sentence)))
    return pieces if all(map(sound, pieces)) else None


def _is_noun(second: Token, rest: str) -> bool:
    """True for "siège de l'enquête", which says what the place before it is."""
    low = second.text.lower()
    opens = rest.lower().startswith(low) and re.match(r"\s+d(?:[eu]s?\s|['’])", rest[len(low) :])
    return bool(opens) and "n" in word_tags(low)


def _second(tree: Tree, joint: Token) -> Token | None:
    """The verb behind a joint: the next finite verb or participle, its small words skipped."""
    for token in tree.tokens[joint.place + 1 : joint.place + 6]:
        low = token.text.lower()
        if token.pos in ("VERB", "ADJ") and is_participle(token):
            return token
        if token.pos == "VERB" and time_of(tree, token) is not None:
            return token if joint.text != "," or "w" not in word_tags(low) else None
        if token.pos == "AUX":
            head = tree.head(token)
            return head if head is not None and head.place > token.place else token
        if token.pos not in ("ADV", "PRON", "PUNCT") or low in _RELATIVES:
            return None
    return None


def _is_sure(tree: Tree, verb: Token, joint: Token, second: Token) -> bool:
    """True where no other verb before the joint can be the one that is joined."""
    if tree.children(second, "nsubj") and any(
        t.place > joint.place and t.place < second.place and t.pos != "PRON"
        for t in tree.children(second, "nsubj")
    ):
        return False
    between = tree.tokens[verb.place + 1 : joint.place]
    if any(t.text in (";", ":") for t in between):
        return False
    if any(t.text.lower() in _RELATIVES for t in between):
        same = second.text.lower() == verb.text.lower() and bool(_MODAL.match(verb.text))
        if same and not any(t.text.lower() == verb.text.lower() for t in between):
            return True
        return tree.head(second) == verb and second.dep == "conj"
    if time_of(tree, second) is not None:
        return joint.text != "," or tree.head(second) == verb
    shown = participle_agreement(second.text)
    if joint.text != "," and _PERSONAL.match(second.text) and shown is not None:
        same = participle_agreement(verb.text) in (None, shown)
        return same and (shown[1] == "p") == is_plural(tree, verb)
    rivals = [t for t in between if t.pos in ("VERB", "ADJ") and is_participle(t) and t != verb]
    if joint.text == "," or any(participle_agreement(t.text) in (None, shown) for t in rivals):
        return tree.head(second) == verb and second.dep == "conj"
    return True


def _carried(tree: Tree, verb: Token, second: Token) -> str | None:
    """What carries the second participle, too."""
    carried = auxiliary(tree, verb)
    if carried is None or negated(tree, verb) or not is_participle(second):
        return None
    first, shown = participle_agreement(verb.text), participle_agreement(second.text)
    if carried in _ACTIVE:
        return carried if shown in (None, "ms") else None
    return carried if first is None or first == shown else None


def _bare(tree: Tree, verb: Token, joint: Token) -> bool:
    """True where the first verb has its object only behind the second: "annule et remplace celui du 20"."""
    between = [t for t in tree.tokens[verb.place + 1 : joint.place] if t.pos not in ("PUNCT", "ADV", "CCONJ")]
    return not between and (auxiliary(tree, verb) in (None, *_ACTIVE))
