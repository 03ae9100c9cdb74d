"""The subject of a verb, and how it is said a second time."""

from __future__ import annotations

import re

from notices.lexicon import noun_gender, word_tags
from notices.syntax import Token, Tree
from notices.wording.cutting.antecedents import is_female, is_many
from notices.wording.cutting.verbs import is_plural
from notices.wording.grammar import participle_agreement
from notices.wording.joints import begins_with_vowel, capital

_PRONOUNS = frozenset("il elle ils elles nous vous on cela ceci je".split())
_INDEFINITE = frozenset("un une des".split())
_DEFINITE = frozenset("le la les l' ce cet cette ces notre nos votre vos".split())
_NUMBER = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt trente plusieurs".split()
)
_TITLES = frozenset("m. mme monsieur madame mlle me mm. mmes".split())
_SHORT = 5
"""A noun phrase of so many words is said again whole."""
_MEN = frozenset(
    "homme garçon mineur majeur adolescent conducteur motard automobiliste suspect prévenu individu policier "
    "gendarme pompier passager piéton cycliste père fils frère ressortissant enfant bébé jeune préfet "
    "procureur maire".split()
)
_WOMEN = frozenset(
    "femme fille fillette mineure adolescente conductrice suspecte prévenue passagère mère sœur personne "
    "victime procureure préfète".split()
)


SUBJECT = ("nsubj", "vocative")
"""Relations of a subject: the parser may take "Mme Vermande" before her verb for one who is called."""


def subject_of(tree: Tree, verb: Token) -> Token | None:
    """The subject of a predicate, its own only; None where there are two of them."""
    carried = (t for t in tree.children(verb, "aux", "cop") if t.place < verb.place)
    found = [t for one in (verb, *carried) for t in tree.children(one, *SUBJECT) if t.place < verb.place]
    joined = len(found) > 1 and any(t.pos == "CCONJ" for t in tree.tokens[found[0].place : found[-1].place])
    return None if joined and not _is_one(tree, verb, found[0]) else next(iter(found), None)


def _is_one(tree: Tree, verb: Token, first: Token) -> bool:
    """True where the verb is singular and the sentence begins with the subject: "la vaccination contre la
    grippe et la Covid-19 commence" has one."""
    begins = all(t.pos in ("DET", "ADJ") for t in tree.tokens[: first.place])
    return begins and is_many(tree, first) is False and not is_plural(tree, verb)


def said_again(tree: Tree, noun: Token, *, pronoun: bool = True) -> str | None:
    """The thing or person a second time, as a subject: "Il", "Cet homme", "La salle"; None where it has no
    sure name. `pronoun`: a pronoun may stand for a person."""
    low = noun.text.lower().replace("’", "'")
    if noun.pos == "PRON":
        return capital(noun.text) if low in _PRONOUNS else None
    if noun.pos not in ("NOUN", "PROPN") or tree.children(noun, "conj"):
        return None
    if title := _title(tree, noun):
        return _person_again(tree, noun, title, pronoun)
    if noun.pos == "PROPN" and not tree.children(noun, "det"):
        return core(tree, noun) if noun.text[:1].isupper() else None
    return _noun_again(tree, noun, pronoun)


def _noun_again(tree: Tree, noun: Token, pronoun: bool) -> str | None:
    determiners = determiners_of(tree, noun)
    if not determiners:
        return None
    if pronoun and (one := _alone(tree, noun, determiners)):
        return one
    first = determiners[0]
    if _is_narrowed(tree, noun):
        return _pointed(tree, noun, determiners)
    if first in _DEFINITE and len(core(tree, noun).split()) <= _SHORT:
        return capital(core(tree, noun))
    if first in _DEFINITE | _INDEFINITE or first in _NUMBER or first.isdigit():
        return _pointed(tree, noun, determiners)
    return None


def _is_narrowed(tree: Tree, noun: Token) -> bool:
    """True where a clause without a comma says which one is meant: "la vente à emporter de boissons" is not
    "la vente"."""
    narrowing = [t for t in tree.children(noun, "acl", "amod") if t.place > noun.place and tree.children(t)]
    firsts = [min(b.place for b in tree.below(t) if b.pos != "PUNCT") for t in narrowing]
    return any(tree.tokens[place - 1].text != "," for place in firsts)


def pronoun_for(tree: Tree, noun: Token) -> str | None:
    """ "Elle" for "la salle": the subject again right behind its own sentence; None where its gender or
    number does not show."""
    if noun.pos == "PRON":
        return _FOR_POINTING.get(noun.text.lower())
    if noun.pos != "NOUN":
        return None
    if tree.children(noun, "conj"):
        return _pronoun_for_all(tree, noun)
    many, female = is_many(tree, noun), is_female(tree, noun)
    if many is None or female is None:
        return None
    return {(True, True): "Elles", (True, False): "Elle", (False, True): "Ils", (False, False): "Il"}[
        female, many
    ]


_FOR_POINTING = {"celui": "Il", "celle": "Elle", "ceux": "Ils", "celles": "Elles"}


def _pronoun_for_all(tree: Tree, noun: Token) -> str | None:
    """ "Ils" for "son rapport et ses conclusions" """
    others = tree.children(noun, "conj")
    joints = [joint.text.lower() for other in others for joint in tree.children(other, "cc")]
    female = [is_female(tree, one) for one in (noun, *others)]
    if "et" not in joints or "ou" in joints or any(one.pos != "NOUN" for one in others) or None in female:
        return None
    return "Elles" if all(female) else "Ils"


def pointed(tree: Tree, noun: Token) -> str | None:
    """ "Cet homme", "Ces deux sites": what was just named, with "ce"; None where it shows no gender."""
    if noun.pos != "NOUN":
        return None
    determiners = determiners_of(tree, noun)
    return _pointed(tree, noun, determiners) if determiners else None


def _pointed(tree: Tree, noun: Token, determiners: list[str]) -> str | None:
    before = "".join(f"{t.text} " for t in tree.children(noun, "amod") if t.place < noun.place)
    name = f"{before}{noun.text}{_adjectives(tree, noun)}"
    if "n" not in word_tags(noun.text) and word_tags(noun.text):
        return None
    number = next((d for d in determiners if d in _NUMBER or d.isdigit()), None)
    if number:
        return None if number in ("un", "1") else f"Ces {'' if number == 'plusieurs' else number + ' '}{name}"
    if set(determiners) & {"les", "des", "ces", "nos", "vos"}:
        return f"Ces {name}"
    if set(determiners) & {"la", "une", "cette"}:
        return f"Cette {name}"
    if set(determiners) & {"le", "un", "ce", "cet"}:
        return f"{'Cet' if begins_with_vowel(name) else 'Ce'} {name}"
    if "l'" in determiners:
        return f"{_THIS[noun_gender(noun.text)]} {name}" if noun_gender(noun.text) else f"L'{name}"
    return None


_THIS = {"f": "Cette", "m": "Cet"}


def determiners_of(tree: Tree, noun: Token) -> list[str]:
    """Its articles and numbers, the article within "du" or "aux" too."""
    own = [
        t.text.lower().replace("’", "'") for t in tree.children(noun, "det", "nummod") if t.place < noun.place
    ]
    hidden = _contracted(tree, noun).strip()
    return [hidden, *own] if hidden else own


def _adjectives(tree: Tree, noun: Token) -> str:
    """What belongs to the name of a thing: "enquête publique"."""
    found = [t for t in tree.children(noun, "amod") if t.place == noun.place + 1 and t.pos == "ADJ"]
    found = [t for t in found if participle_agreement(t.text) is None and not tree.children(t)]
    return f" {found[0].text}" if found else ""


def core(tree: Tree, noun: Token) -> str:
    """The noun phrase without what is only added: relatives, participles, appositions, conjuncts."""
    added = ("acl", "appos", "conj", "parataxis", "advcl", "punct")
    gone = {t.place for child in tree.children(noun, *added) for t in tree.below(child)}
    gone |= {t.place for t in tree.children(noun, "case", "mark", "cc", "advmod") if t.place < noun.place}
    kept = [t for t in tree.below(noun) if t.place not in gone and t.pos != "PUNCT"]
    run = [kept[0]]
    for token in kept[1:]:
        if token.place > run[-1].place + 1 and token.place > noun.place:
            break
        run.append(token)
    return f"{_contracted(tree, noun)}{tree.text[run[0].start : run[-1].end]}"


_CONTRACTED = {"du": "le ", "des": "les ", "au": "le ", "aux": "les "}


def _contracted(tree: Tree, noun: Token) -> str:
    """The article within "du" or "aux"; nothing where the noun has its own."""
    case = next((t.text.lower() for t in tree.children(noun, "case") if t.place < noun.place), "")
    return _CONTRACTED.get(case, "") if noun.pos == "NOUN" or case in ("au", "du") else ""


def _title(tree: Tree, noun: Token) -> str | None:
    if noun.text.lower() in _TITLES:
        return noun.text
    return next(
        (t.text for t in tree.below(noun) if t.text.lower() in _TITLES and t.place <= noun.place), None
    )


def _person_again(tree: Tree, noun: Token, title: str, pronoun: bool) -> str | None:
    if title.lower() in ("mm.", "mmes"):
        return None
    if pronoun and not _others(tree, noun):
        return (
            "Elle" if title.lower() in ("mme", "madame", "mlle") else "Il" if title.lower() != "me" else None
        )
    name = core(tree, noun)
    return name if len(name.split()) > 1 else None


def _alone(tree: Tree, noun: Token, determiners: list[str]) -> str | None:
    """A pronoun for a person, where nobody else is named."""
    low = noun.text.lower()
    plural = low.endswith("s") and low.removesuffix("s") in _MEN | _WOMEN
    single = low.removesuffix("s") if plural else low
    if single not in _MEN | _WOMEN or _others(tree, noun):
        return None
    woman = single in _WOMEN or bool(
        {"une", "la", "cette"} & set(determiners) and single not in ("personne", "victime")
    )
    return {(True, True): "Elles", (True, False): "Elle", (False, True): "Ils", (False, False): "Il"}[
        woman, plural
    ]


def _others(tree: Tree, noun: Token) -> bool:
    """True where another person, or a name, stands in the sentence."""
    own = {t.place for t in tree.below(noun)}
    return any(
        t.place not in own
        and (t.text.lower().removesuffix("s") in _MEN | _WOMEN or t.text.lower() in _TITLES)
        for t in tree.tokens
    )


def each(tree: Tree, noun: Token) -> str | None:
    """ "Chaque participant" a second time, as it stands: it means all of them; None for "toute personne
    qui ...", and where it holds for none."""
    words = {t.text.lower() for t in tree.children(noun, "det", "amod") if t.place < noun.place}
    narrowed = tree.children(noun, "acl", "nmod", "conj", "appos") or any(
        t.place > noun.place for t in tree.children(noun, "amod")
    )
    return capital(core(tree, noun)) if words & {"chaque", "tout", "toute"} and not narrowed else None


def is_open(tree: Tree, noun: Token) -> bool:
    """True for "toute personne", "aucun véhicule", "chaque élève": said again it would be another."""
    words = {t.text.lower() for t in tree.children(noun, "det", "nummod", "amod") if t.place < noun.place}
    return bool(
        words & {"tout", "toute", "tous", "toutes", "aucun", "aucune", "chaque", "nul", "nulle", "quelque"}
    ) or bool(
        re.match(
            r"(?i)(?:tout|quiconque|celui|celle|ceux|celles|chacun|aucun|nul|rien|personne)e?$", noun.text
        )
        and not words
    )
