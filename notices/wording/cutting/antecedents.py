"""Which noun a clause behind a comma belongs to, and whether that is sure."""

from __future__ import annotations

import re

from notices.lexicon import noun_gender
from notices.syntax import Token, Tree
from notices.wording.cutting.verbs import carriers, is_plural
from notices.wording.grammar import participle_agreement

_NOMINAL = (
    "nsubj",
    "vocative",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "appos",
    "conj",
    "xcomp",
    "flat",
    "ROOT",
    "dep",
    "parataxis",
)
_INNER = ("amod", "acl", "nummod", "flat", "fixed", "advmod", "case", "det")
"""What may stand last in a noun phrase, beside a noun."""
_PLURAL_DET = frozenset(
    "les des ces ses leurs nos vos plusieurs certains certaines quelques deux trois quatre cinq six sept "
    "huit neuf dix aux".split()
)
_UNITS = frozenset(
    "ans an jours jour mois heures heure minutes semaines années euros euro % mètres kilomètres litres kilos "
    "km m² € janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_SINGLE_DET = frozenset("le la l' un une ce cet cette son sa notre votre du au".split())
_FEMALE = frozenset("la une cette sa".split())
_MALE = frozenset("le un ce du au cet".split())


_TITLE = re.compile(r"^(?:M\.|Mme|Mlle|Monsieur|Madame)$")
_NEAR = 4
"""So many words before a noun, "celle" may be what is meant: "celle à la cantine, qui ..."."""
_POINTING = re.compile(r"(?i)^(?:celui|celle|ceux|celles)$")


def antecedent(tree: Tree, comma: int, verb: Token, pronoun: Token) -> Token | None:
    """The only noun before a comma that a relative pronoun behind it can mean; None where there are two, or
    where a clause of its own governs it. `verb`: the verb of the relative clause."""
    nouns = _places_once(tree, nouns_before(tree, comma))
    low = pronoun.text.lower()
    is_subject = low == "qui" or (
        pronoun.dep.startswith(("nsubj", "vocative")) and low[:2] not in ("au", "du", "de")
    )
    shown = _FORMS.get(low)
    many = shown[1] == "p" if shown else is_plural(tree, verb) if is_subject else True
    if many and any(noun.dep == "conj" for noun in nouns):
        return None  # it may be both: "deux hommes, ainsi qu'une femme, qui ont été placés"
    fitting = [
        noun
        for noun in nouns
        if (not shown or _is_like(tree, noun, shown)) and (not is_subject or agree(tree, noun, verb))
    ]
    if not fitting and shown and not is_subject:
        fitting = [n for n in all_nouns_before(tree, comma) if _is_like(tree, n, shown)]
    if seated := _is_seated(tree, pronoun):
        fitting = [n for n in fitting if _COMPANY.match(n.text)]
    if len(fitting) != 1 or not (in_main_clause(tree, fitting[0]) or seated):
        return None
    if fitting[0].pos == "PRON" and (not is_subject or not tree.children(fitting[0])):
        return None
    return fitting[0]


_COMPANY = re.compile(
    r"(?i)^(?:société|entreprise|association|sarl|sas|sa|établissement|groupement|exploitant|pétitionnaire)$"
)


def _is_seated(tree: Tree, pronoun: Token) -> bool:
    """True for "dont le siège est situé à Nerville": that holds for a company whatever is said of it."""
    return bool(re.match(r"dont\s+(?:le\s+siège|l['’]adresse)\b", tree.text[pronoun.start :]))


def both_before(tree: Tree, comma: int, verb: Token) -> tuple[Token, Token] | None:
    """The two nouns joined by "et" that "qui" means together; None where it may mean the last alone."""
    nouns = nouns_before(tree, comma)
    second = next((n for n in nouns if n.dep == "conj"), None)
    first = tree.head(second) if second else None
    if second is None or first is None or first.pos != "NOUN" or len(tree.children(first, "conj")) != 1:
        return None
    joint = tree.child(second, "cc")
    if joint is None or joint.text.lower() != "et" or not is_plural(tree, verb):
        return None
    if any(n.place > second.place for n in nouns) or not in_main_clause(tree, first):
        return None
    said = (verb, *tree.children(verb, "conj"))
    shown = {participle_agreement(t.text) for t in said if carriers(tree, t)}
    mixed = "mp" in shown and is_female(tree, second) is True
    return (first, second) if mixed or is_many(tree, second) is False else None


def is_only(tree: Tree, noun: Token, comma: int) -> bool:
    """True where no other noun before a comma has its gender and number."""
    shown = ("f" if is_female(tree, noun) else "m") + ("p" if is_many(tree, noun) else "s")
    others = _places_once(tree, all_nouns_before(tree, comma))
    return all(one == noun or not _is_like(tree, one, shown) for one in others)


def all_nouns_before(tree: Tree, comma: int) -> tuple[Token, ...]:
    """Every noun with an article, or name, before a comma."""
    return tuple(t for t in tree.tokens[:comma] if _is_named(tree, t))


_PLACE = re.compile(
    r"(?i)^(?:hameau|commune|ville|village|lieu-dit|quartier|département|région|canton|rue|place|avenue|boulevard|"
    r"forêt|massif|vallée|lac|plage|agglomération)$"
)


_AROUND = re.compile(
    r"(?i)(?<![\w-])(?:à\s+l['’](?:issue|occasion|égard)|à\s+la\s+(?:suite|fin)|au\s+(?:cours|sein|titre|terme)|"
    r"dans\s+le\s+cadre)$"
)


_NIGHT = re.compile(r"(?i)(?:nuit|journée|matinée|soirée|week-end)\s+du\s+(?:\w+di\s+)?\d")
"""When something happened is not what is told of."""


def _places_once(tree: Tree, nouns: tuple[Token, ...]) -> tuple[Token, ...]:
    """The nouns without the names of a place beside its noun: "le hameau de la Grange-Rouge" is one place;
    and without those that are but a preposition: "à l'issue de"."""
    nouns = tuple(
        noun
        for noun in nouns
        if not _AROUND.search(tree.text[: noun.end]) and not _NIGHT.match(tree.text[noun.start :])
    )
    return tuple(
        noun
        for noun in nouns
        if not (
            noun.pos == "PROPN" and (head := tree.head(noun)) and head in nouns and _PLACE.match(head.text)
        )
    )


_FORMS = {
    **dict.fromkeys(("lequel", "auquel", "duquel"), "ms"),
    "laquelle": "fs",
    **dict.fromkeys(("lesquels", "auxquels", "desquels"), "mp"),
    **dict.fromkeys(("lesquelles", "auxquelles", "desquelles"), "fp"),
}


def _is_like(tree: Tree, noun: Token, shown: str) -> bool:
    """False where number or gender of a noun are known and are not these."""
    return is_many(tree, noun) in (None, shown[1] == "p") and is_female(tree, noun) in (None, shown[0] == "f")


def nouns_before(tree: Tree, comma: int) -> tuple[Token, ...]:
    """The nouns with an article, or names, of the phrase that ends at a comma, the nearest first."""
    place = comma - 1
    while place > 0 and tree.tokens[place].pos == "PUNCT":
        place -= 1
    at: Token | None = tree.tokens[place]
    found: list[Token] = []
    while at is not None and at.place <= place:
        if at.pos in ("NOUN", "PROPN") or _POINTING.match(at.text):
            if _is_named(tree, at):
                found.append(at)
        elif not at.dep.startswith((*_INNER, "nmod", "obl", "appos", "conj")):
            break
        at = tree.head(at)
    if not found:
        return ()
    start = max(0, found[-1].place - _NEAR)
    between = [t for t in tree.tokens[start : found[-1].place] if _POINTING.match(t.text)]
    between += [
        t for t in tree.tokens[found[-1].place : place + 1] if _is_named(tree, t) and t.pos != "PROPN"
    ]
    return (*found, *(t for t in between if t not in found))


def _is_named(tree: Tree, noun: Token) -> bool:
    """True for a noun with an article or a number, a name that stands for itself, and "celui"."""
    if _POINTING.match(noun.text) or _TITLE.match(noun.text):
        return True
    if noun.dep.startswith("flat") or noun.pos not in ("NOUN", "PROPN") or noun.text.lower() in _UNITS:
        return False
    if noun.pos == "PROPN":
        return noun.dep.startswith(("nsubj", "vocative")) or bool(tree.children(noun, "case", "det"))
    cases = {t.text.lower() for t in tree.children(noun, "case")}
    return bool(tree.children(noun, "det", "nummod")) or bool(cases & {"du", "des", "au", "aux"})


_BESIDE = frozenset({"auprès", "près", "lors", "autour"})
"""Adverbs that govern a noun: "auprès du préfet"."""


def in_main_clause(tree: Tree, token: Token) -> bool:
    """True where only nouns and the main verb govern a word: no "que", no condition, no other clause."""
    at: Token | None = token
    while at is not None:
        head = tree.head(at)
        if at != tree.root and not at.dep.startswith(_NOMINAL) and at.text.lower() not in _BESIDE:
            return False
        if (
            at.dep.startswith(("xcomp", "conj", "parataxis"))
            and head is not None
            and head != tree.root
            and head.pos not in ("NOUN", "PROPN")
            and at.text.lower() != "attendre"  # "sans attendre" is an adverb
        ):
            return False
        at = head
    return True


def agree(tree: Tree, noun: Token, verb: Token) -> bool:
    """False where number or gender of the noun and of the verb are known and differ."""
    many = is_many(tree, noun)
    if many is not None and many != is_plural(tree, verb):
        return False
    carried = carriers(tree, verb)
    shows = (
        participle_agreement(verb.text) if carried and carried[-1].text.lower() not in ("a", "ont") else None
    )
    female = is_female(tree, noun)
    return shows is None or female is None or (shows[0] == "f") == female


_ONE_PERSON = re.compile(r"(?:M\.|Mme|Mlle|Monsieur|Madame)$")


def is_many(tree: Tree, noun: Token) -> bool | None:
    """True for a plural; None where it does not show."""
    if _ONE_PERSON.match(noun.text):
        return False
    words = {
        t.text.lower().replace("’", "'")
        for t in tree.children(noun, "det", "nummod", "case")
        if t.place < noun.place
    }
    if (
        any(not _is_of_a_name(tree, one) for one in tree.children(noun, "conj"))
        or words & _PLURAL_DET
        or any(re.match(r"\d{2,}$|[2-9]$", w) for w in words)
    ):
        return True
    return False if words & _SINGLE_DET or noun.pos == "PROPN" else None


def _is_of_a_name(tree: Tree, noun: Token) -> bool:
    """True for the "Fils" of "la société Aubert & Fils", which is one."""
    return any(joint.text == "&" for joint in tree.children(noun, "cc"))


def is_female(tree: Tree, noun: Token) -> bool | None:
    """The gender that the article shows, or the lexicon knows; None where neither does."""
    if _ONE_PERSON.match(noun.text):
        return not noun.text.startswith("M.") and noun.text != "Monsieur"
    words = {t.text.lower() for t in tree.children(noun, "det", "case")}
    if words & _FEMALE:
        return True
    if words & _MALE:
        return False
    gender = noun_gender(noun.text) if noun.pos == "NOUN" else ""
    return gender == "f" if gender else None
